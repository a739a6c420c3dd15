/** The list of invocations and, beside it, the one that is chosen. */
import { html, useMemo } from '../html.js';
import { COLUMN as C } from '../model/rows.js';
import { clock, duration, number } from '../model/text.js';
import { address, go, route } from '../route.js';
import {
  can,
  filterFunction,
  filterKinds,
  filterText,
  link,
  names,
  rows,
  rowsChanged,
  shownRows,
  totals,
} from '../state.js';
import { Icon } from '../ui/icons.js';
import { List } from '../ui/list.js';
import { narrow, Split } from '../ui/split.js';
import { Empty, Status, Toggle } from '../ui/parts.js';
import { Trigger } from '../ui/trigger.js';
import { Pulse } from './pulse.js';
import { Detail } from './detail.js';

/** The invocation that is shown: the chosen one, otherwise the newest. */
function shownId() {
  rowsChanged.value;
  return route.value.rest[0] ?? rows.newest()?.[C.id];
}

export function Invocations() {
  const id = shownId();
  const chosen = route.value.rest[0] !== undefined;
  const list = html`<${InvocationList} current=${id} />`;
  if (narrow.value) return chosen ? html`<${Detail} id=${id} key=${id} />` : list;
  return html`<${Split} name="invocations" share=${0.4} label="Width of the list">
    ${list} ${id === undefined ? html`<${NothingChosen} />` : html`<${Detail} id=${id} key=${id} />`}
  <//>`;
}

function NothingChosen() {
  return html`<section class="pane" aria-label="Invocation">
    <${Empty} title="The newest invocation opens here by itself">
      <p>Its trace, logs, metrics, payloads, and each line with what became of it.</p>
    <//>
  </section>`;
}

function InvocationList({ current }) {
  const shown = shownRows.value;
  const active = useMemo(() => shown.findIndex((row) => row[C.id] === current), [shown, current]);
  const longest = useMemo(() => shown.reduce((most, row) => Math.max(most, row[C.durationMs] ?? 0), 1), [shown]);
  const tall = narrow.value ? 52 : 32;
  const pick = (i) => go('invocations', [shown[i][C.id], route.value.rest[1] ?? 'trace'], {}, !narrow.value && route.value.rest[0] !== undefined);
  return html`<section class="pane invocations" aria-label="Invocations">
    <${Filter} found=${shown.length} />
    <${Pulse} rows=${shown} current=${current} onPick=${(row) => go('invocations', [row[C.id], 'trace'])} />
    ${shown.length === 0
      ? html`<${NoRows} />`
      : html`<${List}
          class="invocation-list"
          label="Invocations, newest first"
          count=${shown.length}
          rowHeight=${tall}
          active=${active}
          onActive=${pick}
          head=${HEAD}
          row=${(i) => ({ key: shown[i][C.id], class: rowClass(shown[i]), cells: cells(shown[i], longest) })}
        />`}
    <${Kept} />
  </section>`;
}

const HEAD = ['', 'Function or service', 'Trigger', 'Duration', 'Init', 'Arrived', 'Time'].map(
  (word, i) => html`<span role="columnheader" class="cell c${i}">${word || html`<span class="sr">Status</span>`}</span>`,
);

function rowClass(row) {
  return `is-${row[C.status]}${row[C.lost] > 0 ? ' has-lost' : ''}`;
}

function cells(row, longest) {
  const share = row[C.durationMs] === null ? 0 : Math.max(0.01, Math.log1p(row[C.durationMs]) / Math.log1p(longest));
  return html`
    <span role="gridcell" class="cell c0"><${Status} status=${row[C.status]} wordless /></span>
    <span role="gridcell" class="cell c1 name">${row[C.fn]}${row[C.error] && html` <span class="error-type">${row[C.error]}</span>`}</span>
    <span role="gridcell" class="cell c2"><${Trigger} kind=${row[C.trigger]} /></span>
    <span role="gridcell" class="cell c3 num">
      <span class="meter" style=${{ width: `${(share * 100).toFixed(1)}%` }}></span>
      <span>${row[C.durationMs] === null ? (row[C.status] === 'running' ? '…' : '') : duration(row[C.durationMs])}</span>
    </span>
    <span role="gridcell" class="cell c4">
      ${row[C.initMs] !== null && html`<span class="cold"><${Icon} name="cold" size=${13} title="cold start, init" />${duration(row[C.initMs])}</span>`}
    </span>
    <span role="gridcell" class="cell c5"><${Arrival} row=${row} /></span>
    <span role="gridcell" class="cell c6 num dim">${clock(row[C.startedAt])}</span>
  `;
}

/** Whether what the function wrote has reached the intake. */
export function Arrival({ row }) {
  if (row[C.lost] > 0) return html`<span class="arrival is-lost"><${Icon} name="warn" size=${13} />${number(row[C.lost])} lost</span>`;
  if (row[C.arrival] === 'waiting') return html`<span class="arrival is-waiting">on its way</span>`;
  return html`<span class="arrival is-all"><${Icon} name="ok" size=${13} />all</span>`;
}

function Filter({ found }) {
  const kinds = filterKinds.value;
  const flip = (kind) => (on) => {
    const next = new Set(kinds);
    if (on) next.add(kind);
    else next.delete(kind);
    filterKinds.value = next;
  };
  const functions = names.value;
  return html`<div class="bar filter" role="search" aria-label="Filter the invocations">
    <label class="search">
      <${Icon} name="search" size=${14} /><span class="sr">Filter the invocations</span>
      <input
        id="filter"
        type="search"
        placeholder="Function, trigger, status, id …"
        value=${filterText.value}
        onInput=${(event) => (filterText.value = event.target.value)}
      />
      <kbd>/</kbd>
    </label>
    ${functions.length > 1 &&
    html`<select aria-label="Function or service" value=${filterFunction.value} onChange=${(event) => (filterFunction.value = event.target.value)}>
      <option value="">All</option>
      ${functions.map((name) => html`<option value=${name}>${name}</option>`)}
    </select>`}
    <${Toggle} on=${kinds.has('errors')} onChange=${flip('errors')}>Errors<//>
    <${Toggle} on=${kinds.has('cold')} onChange=${flip('cold')}>Cold<//>
    <${Toggle} on=${kinds.has('lost')} onChange=${flip('lost')}>Lost<//>
    <output class="dim num" aria-label="Invocations found">${number(found)}</output>
  </div>`;
}

function NoRows() {
  if (rows.list.length > 0) {
    return html`<${Empty} title="No invocation matches the filter">
      <p>${number(rows.list.length)} are hidden.</p>
      <button
        type="button"
        class="button"
        onClick=${() => {
          filterText.value = '';
          filterKinds.value = new Set();
          filterFunction.value = '';
        }}
      >
        Clear the filter
      </button>
    <//>`;
  }
  if (link.value === 'lost') {
    return html`<${Empty} title="Sleddog does not answer"><p>Start it again in the terminal: <code>./sleddog local</code>. This page comes back by itself.</p><//>`;
  }
  return html`<${Empty} title="No invocation yet">
    <p>${can('invoke') ? 'Send a sample event, and it shows here within a second.' : 'It shows here as soon as a function runs.'}
      ${' '}A process on this machine shows as soon as it sends traces or metrics to an agent on its customary port.</p>
    ${can('invoke') && html`<a class="button is-primary" href=${address('try')}>Try a sample event</a>`}
  <//>`;
}

/** Says what is no longer kept. */
function Kept() {
  const gone = totals.value.evicted;
  if (!gone || gone.invocations === 0) return null;
  const most = Object.entries(gone.byFunction ?? {}).sort(([, a], [, b]) => b - a)[0];
  return html`<p class="kept" role="note">
    ${number(gone.invocations)} of ${number(totals.value.invocations)} invocations are no longer kept, to stay within
    ${' '}${number(Math.round((totals.value.maxBytes ?? 0) / 1e6))} MB${most ? html` (most of them of ${most[0]})` : ''}.
  </p>`;
}
