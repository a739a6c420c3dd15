/** Keys that work everywhere, and the page that lists all keys. */
import { COLUMN as C } from '../model/rows.js';
import { html, useEffect, useRef } from '../html.js';
import { go, route } from '../route.js';
import { compareWith, rows, say, shownRows } from '../state.js';
import { Dialog } from '../ui/parts.js';

const GO = { i: 'invocations', m: 'metrics', l: 'logs', f: 'forwarder', t: 'try' };
const TABS = ['trace', 'logs', 'metrics', 'payload', 'lines', 'report'];
const TWO_KEYS_MS = 900;

const LISTED = [
  ['Anywhere', [['g then i m l f t', 'Invocations, metrics, logs, forwarder, try'], ['/', 'Filter or search'], ['?', 'This page']]],
  ['Invocations', [['j  k', 'Next, previous'], ['[  ]', 'Tabs of the invocation'], ['c', 'Compare this one with the next one'], ['n', 'Newest, and follow it']]],
  ['Lists', [['↑ ↓ PgUp PgDn Home End', 'Move'], ['Enter', 'Open']]],
  ['Waterfall', [['← →', 'Close and open'], ['+  −  0', 'Zoom in, out, all'], ['Esc', 'Close the span']]],
  ['Try', [['Ctrl Enter', 'Invoke']]],
];

export function useKeys({ help }) {
  const pending = useRef(0);
  useEffect(() => {
    const onKey = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const second = performance.now() - pending.current < TWO_KEYS_MS;
      pending.current = event.key === 'g' ? performance.now() : 0;
      if (second && GO[event.key]) go(GO[event.key]);
      else if (!(act(event.key, help) ?? false)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target) {
  return target.matches('input, textarea, select');
}

/** Does what the key stands for; false if it stands for nothing here. */
function act(key, help) {
  if (key === '?') return help(), true;
  if (key === '/') return focusFilter();
  if (route.value.view !== 'invocations') return false;
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  if (key === '[' || key === ']') return tab(key === ']' ? 1 : -1);
  if (key === 'c') return choose();
  if (key === 'n') return go('invocations'), true;
  return false;
}

function focusFilter() {
  const field = document.getElementById('filter') ?? document.querySelector('.search input');
  field?.focus();
  field?.select();
  return true;
}

function current() {
  return route.value.rest[0] ?? rows.newest()?.[C.id];
}

function step(by) {
  const shown = shownRows.value;
  const at = shown.findIndex((row) => row[C.id] === current());
  const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
  if (next) go('invocations', [next[C.id], route.value.rest[1] ?? 'trace'], {}, true);
  return true;
}

function tab(by) {
  const id = current();
  if (!id) return false;
  const at = TABS.indexOf(route.value.rest[1] ?? 'trace');
  go('invocations', [id, TABS[(at + by + TABS.length) % TABS.length]], {}, true);
  return true;
}

function choose() {
  const id = current();
  if (!id) return false;
  if (compareWith.value && compareWith.value !== id) go('compare', [compareWith.value, id]);
  else {
    compareWith.value = id;
    say('Chosen: open another one and press c again');
  }
  return true;
}

export function Keys({ onClose }) {
  return html`<${Dialog} title="Keys" onClose=${onClose}>
    <div class="keys">
      ${LISTED.map(
        ([place, keys]) => html`<section><h3>${place}</h3><dl>${keys.map(([key, what]) => html`<div><dt>${key.split(/\s+/).map((one) => (one === 'then' ? ' then ' : html`<kbd>${one}</kbd>`))}</dt><dd>${what}</dd></div>`)}</dl></section>`,
      )}
    </div>
  <//>`;
}
