/** The frame: heading, places, state of the stream, session menu, keys. */
import { html, useEffect, useState } from './html.js';
import { number, plural } from './model/text.js';
import { address, route } from './route.js';
import { link, rows, rowsChanged, session, sessionName, toast, totals } from './state.js';
import { show } from './sync.js';
import { Icon, Logo } from './ui/icons.js';
import { Keys, useKeys } from './views/keys.js';
import { SessionMenu } from './views/sessionmenu.js';
import { ThemeButton } from './ui/theme.js';
import { Compare } from './views/compare.js';
import { Forwarder } from './views/forwarder.js';
import { Invocations } from './views/invocations.js';
import { Logs } from './views/logs.js';
import { Metrics } from './views/metrics.js';
import { Try } from './views/try.js';

const PLACES = [
  ['invocations', 'Invocations', 'list', 'invocations'],
  ['metrics', 'Metrics', 'chart', 'metrics'],
  ['logs', 'Logs', 'lines', 'logs'],
  ['forwarder', 'Forwarder', 'flow', 'requests'],
  ['try', 'Try', 'play', null],
];

const VIEWS = { invocations: Invocations, metrics: Metrics, logs: Logs, forwarder: Forwarder, try: Try, compare: Compare };

export function App() {
  const [help, setHelp] = useState(false);
  useKeys({ help: () => setHelp(true) });
  const View = VIEWS[route.value.view] ?? Invocations;
  return html`
    <a class="skip" href="#main" onClick=${(event) => (event.preventDefault(), document.getElementById('main').focus())}>Skip to the content</a>
    <header class="top">
      <h1 class="sr">Sleddog local</h1>
      <a class="brand" href=${address('invocations')}><${Logo} /><span>sleddog <em>local</em></span></a>
      <nav class="places" aria-label="Places">
        ${PLACES.map(([view, word, icon, counted]) => html`<${Place} key=${view} view=${view} word=${word} icon=${icon} count=${counted && totals.value[counted]} />`)}
      </nav>
      <span class="grow"></span>
      <${Found} />
      <${LinkState} />
      <${SessionMenu} />
      <${ThemeButton} />
      <button type="button" class="button is-quiet keys-button" aria-label="Keys" title="Keys (?)" onClick=${() => setHelp(true)}><${Icon} name="help" /></button>
    </header>
    <${Banner} />
    <main id="main" tabindex="-1"><${View} /></main>
    <div class="toast" role="status">${toast.value}</div>
    <${News} />
    ${help && html`<${Keys} onClose=${() => setHelp(false)} />`}
  `;
}

function Place({ view, word, icon, count }) {
  const here = route.value.view === view || (view === 'invocations' && route.value.view === 'compare');
  return html`<a class="place" href=${address(view)} aria-current=${here ? 'page' : undefined}>
    <${Icon} name=${icon} />${word}${count ? html`<span class="count num">${number(count)}</span>` : ''}
  </a>`;
}

function Found() {
  const n = totals.value.findings ?? 0;
  if (n === 0) return null;
  return html`<a class="found" href=${address('forwarder', ['findings'])}><${Icon} name="warn" size=${14} />${plural(n, 'finding')}</a>`;
}

const LINK_WORDS = { live: 'Live', connecting: 'Connecting', lost: 'Reconnecting', paused: 'Paused', full: 'Not live', file: 'File' };

function LinkState() {
  return html`<span class="link-state is-${link.value}" role="status"><span class="link-dot"></span>${LINK_WORDS[link.value]}</span>`;
}

function Banner() {
  if (link.value === 'full') {
    return html`<p class="banner" role="alert">Too many pages follow this session. Close one of them, then reload this page.</p>`;
  }
  if (sessionName.value !== 'live') {
    return html`<p class="banner">Session file <strong>${sessionName.value}</strong> <button type="button" class="link" onClick=${() => show('live')}>Back to the live session</button></p>`;
  }
  if (link.value === 'lost' && session.value !== null) {
    return html`<p class="banner" role="alert">Sleddog does not answer; what you see is what was there. Once <code>./sleddog local</code> runs again, this page follows by itself.</p>`;
  }
  return null;
}

const NEWS_MS = 5000;

/** Tells a screen reader what came in, at most every five seconds. */
function News() {
  const [text, setText] = useState('');
  const [seen, setSeen] = useState({ n: rows.list.length, at: 0 });
  const n = rowsChanged.value && rows.list.length;
  useEffect(() => {
    const more = n - seen.n;
    if (more === 0) return undefined;
    const timer = setTimeout(() => {
      if (more > 0) setText(`${plural(more, 'new invocation')}`);
      setSeen({ n: rows.list.length, at: performance.now() });
    }, Math.max(0, NEWS_MS - (performance.now() - seen.at)));
    return () => clearTimeout(timer);
  }, [n, seen]);
  return html`<p class="sr" aria-live="polite">${text}</p>`;
}
