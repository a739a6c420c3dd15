/** Two invocations side by side: facts, spans, metrics, tags; what is equal stays out of the way. */
import { html, useMemo, useState } from '../html.js';
import { differences, metricSums, spanPairs } from '../model/difference.js';
import { Trace } from '../model/trace.js';
import { clock, duration, visible } from '../model/text.js';
import { address, route } from '../route.js';
import { Icon } from '../ui/icons.js';
import { List } from '../ui/list.js';
import { Empty, Toggle, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';

export function Compare() {
  const [a, b] = route.value.rest;
  if (!a || !b) {
    return html`<section class="pane" aria-label="Compare"><${Empty} title="Choose two invocations">
      <p>Open one, press <kbd>c</kbd> or “Compare”, then do the same with another.</p><a class="button" href=${address('invocations')}>Invocations</a>
    <//></section>`;
  }
  return html`<section class="pane compare" aria-label="Compare"><h2 class="sr">Compare</h2><${Both} a=${a} b=${b} key="${a}-${b}" /></section>`;
}

function useSide(id) {
  const detail = useRead(`invocations/${id}`);
  const trace = useRead(detail.value?.traceId ? `traces/${detail.value.traceId}` : null);
  const metrics = useRead(`invocations/${id}/metrics`);
  const ready = detail.value && metrics.value && (!detail.value.traceId || trace.value);
  return {
    error: detail.error ?? trace.error ?? metrics.error,
    value: ready ? { detail: detail.value, trace: new Trace(trace.value?.spans ?? []), metrics: metrics.value.metrics } : undefined,
    again: detail.again,
  };
}

function Both({ a, b }) {
  const left = useSide(a);
  const right = useSide(b);
  const [all, setAll] = useState(false);
  const both = { error: left.error ?? right.error, value: left.value && right.value && true, again: left.again };
  return html`<${Waiting} of=${both} what="both invocations">
    ${() => html`
      <header class="compare-head">
        <${Side} name="A" detail=${left.value.detail} />
        <a class="button is-quiet" href=${address('compare', [b, a])} aria-label="Swap"><${Icon} name="compare" /></a>
        <${Side} name="B" detail=${right.value.detail} />
        <span class="grow"></span>
        <${Toggle} on=${all} onChange=${setAll}>Show what is equal<//>
      </header>
      <div class="compare-body">
        <${Section} title="Facts" rows=${differences(facts(left.value.detail), facts(right.value.detail))} all=${all} />
        <${Spans} a=${left.value.trace} b=${right.value.trace} all=${all} />
        <${Section} title="Metrics" rows=${differences(metricSums(left.value.metrics), metricSums(right.value.metrics))} all=${all} />
        <${Section} title="Tags of the function’s span" rows=${differences(left.value.detail.tags ?? {}, right.value.detail.tags ?? {})} all=${all} />
      </div>
    `}
  <//>`;
}

function Side({ name, detail }) {
  return html`<a class="compare-side side-${name.toLowerCase()}" href=${address('invocations', [detail.id, 'trace'])}>
    <span class="side-name">${name}</span><strong>${detail.function}</strong><span class="dim num">${clock(detail.startedAt)}</span>
  </a>`;
}

function facts(detail) {
  return Object.fromEntries(
    [
      ['Function', detail.function],
      ['Trigger', detail.trigger],
      ['Status', detail.status],
      ['Error', detail.errorType],
      ['Duration', detail.durationMs === null ? null : duration(detail.durationMs)],
      ['Init', detail.initMs === null ? 'warm' : duration(detail.initMs)],
      ['Billed', detail.billedMs === null ? null : duration(detail.billedMs)],
      ['Memory', detail.memoryMb === null ? null : `${detail.memoryMb} of ${detail.sizeMb} MB`],
      ['Spans', String(detail.counts.spans)],
      ['Logs', String(detail.counts.logs)],
      ['Arrived', `${detail.arrived} of ${detail.expected}`],
    ].filter(([, value]) => value !== null),
  );
}

const MOST_SEEN = 12;
const SIGNS = { same: '=', changed: '≠', added: '+', removed: '−' };
const SIGN_WORDS = { same: 'equal', changed: 'differs', added: 'only in B', removed: 'only in A' };

function Section({ title, rows, all }) {
  const shown = all ? rows : rows.filter((row) => row.change !== 'same');
  return html`<section aria-label=${title}>
    <h3>${title} <span class="count">${rows.filter((row) => row.change !== 'same').length} differ</span></h3>
    ${shown.length === 0
      ? html`<p class="dim">Equal.</p>`
      : html`<table class="compare-table">
          <thead><tr><th scope="col"><span class="sr">Change</span></th><th scope="col">What</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
          <tbody>
            ${shown.map(
              (row) => html`<tr class="is-${row.change}" key=${row.key}>
                <td title=${SIGN_WORDS[row.change]}><span aria-hidden="true">${SIGNS[row.change]}</span><span class="sr">${SIGN_WORDS[row.change]}</span></td>
                <th scope="row">${visible(row.key.slice(0, 300))}</th>
                <td>${visible(String(row.a ?? '–').slice(0, 500))}</td>
                <td>${visible(String(row.b ?? '–').slice(0, 500))}</td>
              </tr>`,
            )}
          </tbody>
        </table>`}
  </section>`;
}

function Spans({ a, b, all }) {
  const pairs = useMemo(() => spanPairs(a, b), [a, b]);
  const longest = useMemo(() => pairs.reduce((most, p) => Math.max(most, p.a?.dur ?? 0, p.b?.dur ?? 0), 0.001), [pairs]);
  const differ = pairs.filter((p) => !p.a || !p.b || p.a.error !== p.b.error);
  const shown = all ? pairs : pairs.filter((p) => !p.a || !p.b || p.a.error !== p.b.error || apart(p));
  return html`<section aria-label="Spans">
    <h3>Spans <span class="count">${differ.length} differ, times beside them</span></h3>
    ${shown.length === 0
      ? html`<p class="dim">Equal, and about as long.</p>`
      : html`<${List}
          class="table pairs"
          height=${Math.min(MOST_SEEN, shown.length) * 28 + 32}
          label="Spans of both"
          count=${shown.length}
          rowHeight=${28}
          head=${['', 'Span', 'A', 'B', 'Change'].map((word, i) => html`<span role="columnheader" class="cell p${i}">${word || html`<span class="sr">Change</span>`}</span>`)}
          row=${(i) => pairRow(shown[i], i, longest)}
        />`}
  </section>`;
}

/** More than a millisecond and a fifth longer or shorter. */
function apart({ a, b }) {
  return Math.abs(a.dur - b.dur) > Math.max(1, 0.2 * Math.max(a.dur, b.dur));
}

function pairRow({ depth, a, b }, i, longest) {
  const span = a ?? b;
  const change = !a ? 'added' : !b ? 'removed' : a.error !== b.error ? 'changed' : 'same';
  const delta = a && b ? b.dur - a.dur : null;
  const bar = (one, side) => one && html`<span class="meter side-${side}" style=${{ width: `${((one.dur / longest) * 100).toFixed(1)}%` }}></span>`;
  return {
    key: i,
    class: `is-${change}`,
    cells: html`
      <span role="gridcell" class="cell p0" title=${SIGN_WORDS[change]}>${SIGNS[change]}</span>
      <span role="gridcell" class="cell p1 kind-${span.kind}" style=${{ paddingLeft: `${Math.min(depth, 12) * 12}px` }}><span class="kind-sign"></span><span class="op">${visible(span.name.slice(0, 200))}</span> <span class="res dim">${visible(span.resource.slice(0, 200))}</span></span>
      <span role="gridcell" class="cell p2 num">${bar(a, 'a')}<span>${a ? duration(a.dur) : '–'}</span></span>
      <span role="gridcell" class="cell p3 num">${bar(b, 'b')}<span>${b ? duration(b.dur) : '–'}</span></span>
      <span role="gridcell" class="cell p4 num">${delta === null ? '' : `${delta >= 0 ? '+' : '−'}${duration(Math.abs(delta))}`}</span>
    `,
  };
}
