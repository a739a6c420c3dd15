/** Try: send a sample event, break things on purpose, and see what the forwarder does about it. */
import { html, useEffect, useMemo, useState } from '../html.js';
import { COLUMN as C } from '../model/rows.js';
import { clock, duration } from '../model/text.js';
import { get, hasToken, post } from '../net/api.js';
import { address, route } from '../route.js';
import { can, rows, rowsChanged, say, session, sessionName, totals } from '../state.js';
import { Icon } from '../ui/icons.js';
import { Choice, Empty, Status, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { Arrival } from './invocations.js';
import { Faults } from './faults.js';

const SHOWN_RESULTS = 8;
const UNTOUCHED = '{}';
const CONTEXT_WORDS = { none: 'None', datadog: 'Datadog', w3c: 'W3C' };

export function Try() {
  if (!can('invoke')) {
    return html`<section class="pane" aria-label="Try"><${Empty} title="Nothing to try here"><p>
      ${sessionName.value === 'live'
        ? html`There is no function here: <code>--agent-only</code>, <code>--logs</code> and <code>--tail</code> run none. Add <code>--code</code>, or start without them.`
        : 'A session file that was opened is there to be looked at. Go back to the live session to send events.'}
    </p><//></section>`;
  }
  if (!hasToken()) {
    return html`<section class="pane" aria-label="Try"><${Empty} title="This page may only look">
      <p>To send events, open the link that <code>./sleddog local</code> printed in the terminal: it carries the key.</p>
    <//></section>`;
  }
  const read = useRead('samples');
  return html`<section class="pane try" aria-label="Try">
    <h2 class="sr">Try</h2>
    <${Waiting} of=${read} what="the sample events">${({ samples }) => html`<${Loaded} samples=${samples} />`}<//>
  </section>`;
}

function Loaded({ samples }) {
  const functions = session.value.functions;
  const [fn, setFn] = useState(functions[0]?.name ?? '');
  const [sample, setSample] = useState(null);
  const [context, setContext] = useState('datadog');
  const [text, setText] = useState(UNTOUCHED);
  useStart({ samples, functions, fn, setFn, setSample, setText });
  const load = async (id, how) => {
    setSample(id);
    setContext(how);
    try {
      const { text: event, function: name } = await get(`samples/${id}`, { context: how });
      setText(event);
      if (name) setFn(name);
    } catch (e) {
      say(`${e.message}. ${e.remedy}`);
    }
  };
  const chosen = samples.find((one) => one.id === sample);
  return html`
    <div class="try-grid">
      <${Samples} samples=${samples} current=${sample} onPick=${(id) => load(id, contextFor(samples, id, context))} />
      <div class="try-editor">
        <div class="bar">
          <label class="field">Function
            <select value=${fn} onChange=${(event) => setFn(event.target.value)}>${functions.map((one) => html`<option>${one.name}</option>`)}</select>
          </label>
          ${chosen?.contexts.length > 1 &&
          html`<span class="field">Trace context <${Choice} label="Trace context" current=${context} onPick=${(how) => load(sample, how)} items=${chosen.contexts.map((how) => [how, CONTEXT_WORDS[how]])} /></span>`}
        </div>
        <${Editor} text=${text} setText=${setText} fn=${fn} />
      </div>
      <div class="try-side">
        <${Faults} fn=${fn} />
        <${Results} />
      </div>
    </div>
  `;
}

function contextFor(samples, id, context) {
  const offered = samples.find((one) => one.id === id).contexts;
  return offered.includes(context) ? context : offered[0];
}

/** The event of the invocation one came from, otherwise the first sample that suits the function, unless something was typed meanwhile. */
function useStart({ samples, functions, fn, setFn, setSample, setText }) {
  const { from } = route.value.query;
  useEffect(() => {
    if (from) {
      post(`invocations/${from}/event`).then(
        ({ text, function: name }) => {
          setText(text);
          setFn(name);
        },
        (e) => say(`${e.message}. ${e.remedy}`),
      );
      return;
    }
    const suits = functions.find((one) => one.name === fn)?.samples?.[0] ?? samples[0]?.id;
    if (!suits) return;
    setSample(suits);
    get(`samples/${suits}`, { context: contextFor(samples, suits, 'datadog') }).then(
      ({ text }) => setText((now) => (now === UNTOUCHED ? text : now)),
      () => {},
    );
  }, [from]);
}

function Samples({ samples, current, onPick }) {
  const groups = useMemo(() => Map.groupBy?.(samples, (one) => one.group) ?? grouped(samples), [samples]);
  return html`<nav class="samples" aria-label="Sample events">
    ${[...groups].map(
      ([group, members]) => html`<h3>${group}</h3>
        <ul>
          ${members.map(
            (one) => html`<li><button type="button" class="sample" aria-pressed=${one.id === current ? 'true' : 'false'} onClick=${() => onPick(one.id)}>${one.title}</button></li>`,
          )}
        </ul>`,
    )}
  </nav>`;
}

function grouped(samples) {
  const groups = new Map();
  samples.forEach((one) => groups.set(one.group, [...(groups.get(one.group) ?? []), one]));
  return groups;
}

function Editor({ text, setText, fn }) {
  const [times, setTimes] = useState(1);
  const [busy, setBusy] = useState(false);
  const wrong = useMemo(() => problemOf(text), [text]);
  const send = async () => {
    if (busy || wrong) return;
    setBusy(true);
    try {
      await post('invoke', { function: fn, event: text, times });
      say(times === 1 ? 'Sent' : `Sent ${times} times`);
    } catch (e) {
      say(`${e.message}. ${e.remedy}`);
    }
    setBusy(false);
  };
  const key = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };
  return html`
    <textarea class="editor ${wrong ? 'is-wrong' : ''}" aria-label="Event" aria-describedby="event-note" spellcheck="false" value=${text} onInput=${(e) => setText(e.target.value)} onKeyDown=${key}></textarea>
    <div class="bar">
      <p id="event-note" class=${wrong ? 'is-bad' : 'dim'} aria-live="polite">${wrong ?? 'Valid JSON'}</p>
      <span class="grow"></span>
      <label class="field">Times <input type="number" min="1" max="1000" value=${times} onInput=${(e) => setTimes(Math.min(1000, Math.max(1, Number(e.target.value) || 1)))} /></label>
      <button type="button" class="button" onClick=${() => setText(JSON.stringify(JSON.parse(text), null, 2))} disabled=${Boolean(wrong)}>Tidy</button>
      <button type="button" class="button is-primary" onClick=${send} disabled=${busy || Boolean(wrong)}><${Icon} name="play" size=${13} />Invoke <kbd>Ctrl ⏎</kbd></button>
    </div>
  `;
}

/** What is wrong with the text as JSON, with line and column; null if nothing is. */
function problemOf(text) {
  try {
    JSON.parse(text);
    return null;
  } catch (e) {
    const at = /position (\d+)/.exec(e.message);
    if (!at) return `Not JSON: ${e.message}`;
    const before = text.slice(0, Number(at[1])).split('\n');
    return `Line ${before.length}, column ${before.at(-1).length + 1}: ${e.message.replace(/ in JSON at position.*/, '')}`;
  }
}

function Results() {
  rowsChanged.value;
  const latest = rows.list.slice(-SHOWN_RESULTS).reverse();
  return html`<section class="card" aria-label="What came of it">
    <h3>What came of it</h3>
    ${latest.length === 0
      ? html`<p class="dim">The next invocation shows here.</p>`
      : html`<ul class="results">
          ${latest.map(
            (row) => html`<li key=${row[C.id]}>
              <a href=${address('invocations', [row[C.id], 'trace'])}><${Status} status=${row[C.status]} wordless /> ${row[C.fn]}</a>
              <span class="num dim">${duration(row[C.durationMs])}</span>
              <${Arrival} row=${row} />
              <time class="num dim">${clock(row[C.startedAt]).slice(0, 8)}</time>
            </li>`,
          )}
        </ul>`}
    <p class="dim">Forwarder: ${totals.value.requests ?? 0} requests, ${totals.value.retries ?? 0} retried, ${totals.value.lost ?? 0} lost. <a href=${address('forwarder')}>See all</a></p>
  </section>`;
}
