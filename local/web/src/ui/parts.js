/** Small parts that every view uses. */
import { html, useEffect, useRef } from '../html.js';
import { say } from '../state.js';
import { Icon } from './icons.js';

/** Tabs: `items` are `{id, label, count}`; arrow keys move between them. */
export function Tabs({ items, current, onPick, label }) {
  const onKey = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = items.findIndex((item) => item.id === current);
    const next = items[(at + step + items.length) % items.length];
    onPick(next.id);
    event.currentTarget.querySelector(`#tab-${next.id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} onKeyDown=${onKey}>
    ${items.map(
      (item) => html`<button
        key=${item.id}
        id="tab-${item.id}"
        type="button"
        role="tab"
        class="tab"
        aria-selected=${item.id === current ? 'true' : 'false'}
        tabindex=${item.id === current ? 0 : -1}
        onClick=${() => onPick(item.id)}
      >
        ${item.label}${item.count === undefined ? '' : html` <span class="count">${item.count}</span>`}
      </button>`,
    )}
  </div>`;
}

/** A row of buttons of which one is on. */
export function Choice({ items, current, onPick, label }) {
  return html`<div class="choice" role="group" aria-label=${label}>
    ${items.map(
      ([id, word]) => html`<button
        key=${id}
        type="button"
        class="choice-item"
        aria-pressed=${id === current ? 'true' : 'false'}
        onClick=${() => onPick(id)}
      >
        ${word}
      </button>`,
    )}
  </div>`;
}

/** A button that is on or off. */
export function Toggle({ on, onChange, children, title }) {
  return html`<button type="button" class="chip" aria-pressed=${on ? 'true' : 'false'} title=${title} onClick=${() => onChange(!on)}>
    ${children}
  </button>`;
}

/** Puts a text on the clipboard; `text` may be a function, also one that has to fetch it. */
export function CopyButton({ text, label = 'Copy', word = '' }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? await text() : text);
      say('Copied');
    } catch (e) {
      say(`Could not copy: ${e.message}`);
    }
  };
  return html`<button type="button" class="button is-quiet" aria-label=${label} title=${label} onClick=${copy}>
    <${Icon} name="copy" size=${14} />${word}
  </button>`;
}

/** What stands where there is nothing yet: what would be here and how to get it. */
export function Empty({ title, children }) {
  return html`<div class="empty">
    <h3>${title}</h3>
    <div>${children}</div>
  </div>`;
}

/** What went wrong and what to do about it. */
export function Problem({ error, onRetry }) {
  return html`<div class="problem" role="alert">
    <${Icon} name="warn" />
    <div>
      <strong>${error.message}</strong>
      ${error.remedy && html`<p>${error.remedy}</p>`}
      ${onRetry && html`<button type="button" class="button" onClick=${onRetry}>Try again</button>`}
    </div>
  </div>`;
}

/** What an async read stands at: its value, its error, or that it is under way. */
export function Waiting({ of, what, children }) {
  if (of.error) return html`<${Problem} error=${of.error} onRetry=${of.again} />`;
  if (of.value === undefined) return html`<p class="waiting" aria-busy="true">Loading ${what} …</p>`;
  return children(of.value);
}

const STATUS_WORDS = { ok: 'ok', error: 'error', timeout: 'timed out', crash: 'crashed', running: 'running' };

/** How an invocation ended: sign and word. */
export function Status({ status, wordless = false }) {
  const word = STATUS_WORDS[status] ?? status;
  return html`<span class="status is-${status}">
    <${Icon} name=${status in STATUS_WORDS ? status : 'warn'} size=${14} title=${wordless ? word : undefined} />
    ${!wordless && word}
  </span>`;
}

/** Facts as a definition list; a null value is left out. */
export function Facts({ items }) {
  return html`<dl class="facts">
    ${items
      .filter((item) => item && item[1] !== null && item[1] !== undefined)
      .map(([name, value, hint]) => html`<div key=${name} title=${hint}><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** A dialog over the page; Escape closes it. */
export function Dialog({ title, onClose, children }) {
  const ref = useRef(null);
  useEffect(() => ref.current.showModal(), []);
  return html`<dialog ref=${ref} class="dialog" aria-labelledby="dialog-title" onClose=${onClose}>
    <header>
      <h2 id="dialog-title">${title}</h2>
      <button type="button" class="button is-quiet" aria-label="Close" onClick=${() => ref.current.close()}>
        <${Icon} name="close" />
      </button>
    </header>
    ${children}
  </dialog>`;
}
