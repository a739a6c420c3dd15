/** One invocation: what it was, and everything that came of it, in tabs. */
import { html, useEffect } from '../html.js';
import { COLUMN as C } from '../model/rows.js';
import { bytes, clock, duration, number, perMillion, plural, visible } from '../model/text.js';
import { post } from '../net/api.js';
import { address, go, route } from '../route.js';
import { can, compareWith, rows, rowsChanged, say } from '../state.js';
import { Icon } from '../ui/icons.js';
import { CopyButton, Empty, Facts, Status, Tabs, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { narrow } from '../ui/split.js';
import { Trigger } from '../ui/trigger.js';
import { InvocationLines } from './lines.js';
import { InvocationLogs } from './logs.js';
import { InvocationMetrics } from './metrics.js';
import { Payloads } from './payloads.js';
import { Report } from './report.js';
import { Trace } from './trace.js';
import { CopyAsTest } from './copyastest.js';

const TABS = [
  ['trace', 'Trace', 'spans'],
  ['logs', 'Logs', 'logs'],
  ['metrics', 'Metrics', 'metrics'],
  ['payload', 'Payload'],
  ['lines', 'Lines', 'lines'],
  ['report', 'Report'],
];

/** @param id the request id */
export function Detail({ id }) {
  rowsChanged.value;
  const row = rows.get(id);
  // A row's text changes when something of its invocation arrives; then the detail is read again.
  const read = useRead(`invocations/${id}`, {}, row ? row.join() : '');
  return html`<section class="pane detail" aria-label="Invocation">
    <${Waiting} of=${read} what="the invocation">${(detail) => html`<${Whole} detail=${detail} row=${row} />`}<//>
  </section>`;
}

/** A process has neither event nor lines, and the platform reports nothing of it. */
const OF_PROCESSES = TABS.filter(([word]) => ['trace', 'logs', 'metrics'].includes(word));

const isProcess = (detail) => detail.kind === 'process';

/** Of a function that runs elsewhere there is the log alone, so that it cannot be invoked here. */
const isLogged = (detail) => detail.kind === 'log';

/** The part to open when none is chosen: the trace, or what there is without one. */
function firstTab(detail) {
  if (!isProcess(detail) || detail.traceId !== null) return 'trace';
  return detail.counts.metrics > 0 ? 'metrics' : 'logs';
}

function Whole({ detail, row }) {
  const tabs = isProcess(detail) ? OF_PROCESSES : TABS;
  const named = route.value.rest[1];
  const bare = named === undefined || (isProcess(detail) && named === 'trace' && detail.traceId === null);
  const tab = !bare && tabs.some(([word]) => word === named) ? named : firstTab(detail);
  const pick = (word) => go('invocations', [detail.id, word], {}, true);
  return html`
    <${Head} detail=${detail} />
    <${Tabs}
      label="Parts of the invocation"
      current=${tab}
      onPick=${pick}
      items=${tabs.map(([word, label, counted]) => ({ id: word, label, count: counted && number(detail.counts[counted]) }))}
    />
    <div class="tab-panel" role="tabpanel" aria-labelledby="tab-${tab}">
      <${Panel} tab=${tab} detail=${detail} row=${row} />
    </div>
  `;
}

function Panel({ tab, detail, row }) {
  const stamp = row?.join() ?? '';
  switch (tab) {
    case 'logs':
      return html`<${InvocationLogs} id=${detail.id} />`;
    case 'metrics':
      return html`<${InvocationMetrics} id=${detail.id} stamp=${stamp} />`;
    case 'payload':
      return html`<${Payloads} detail=${detail} />`;
    case 'lines':
      return html`<${InvocationLines} id=${detail.id} stamp=${stamp} />`;
    case 'report':
      return html`<${Report} detail=${detail} />`;
    default:
      return detail.traceId === null ? html`<${NoTrace} detail=${detail} />` : html`<${Trace} id=${detail.traceId} stamp=${stamp} of=${detail} />`;
  }
}

function NoTrace({ detail }) {
  return html`<${Empty} title="No trace here">
    <p>${detail.noTraceBecause ?? 'The function wrote no trace line that could be read.'}</p>
    ${!isProcess(detail) && html`<a class="button" href=${address('invocations', [detail.id, 'lines'])}>See its lines</a>`}
  <//>`;
}

function Head({ detail }) {
  useEffect(() => {
    document.title = `${detail.function} · Sleddog`;
    return () => (document.title = 'Sleddog');
  }, [detail.function]);
  return html`<header class="detail-head">
    <div class="detail-title">
      ${narrow.value && html`<a class="button is-quiet" href=${address('invocations')} aria-label="Back to the list"><${Icon} name="left" /></a>`}
      <h2>${detail.function}</h2>
      <${Status} status=${detail.status} />
      <${Trigger} kind=${detail.trigger} />
      ${isProcess(detail) && html`<span class="chip-word">process</span>`}
      ${isLogged(detail) && html`<span class="chip-word" title="It ran elsewhere; this is what its log tells">from a log</span>`}
      ${detail.initMs !== null && html`<span class="cold is-chip"><${Icon} name="cold" size=${13} />cold start</span>`}
      <span class="grow"></span>
      <${Actions} detail=${detail} />
    </div>
    <p class="detail-id dim">
      <time>${clock(detail.startedAt)}</time>
      <code class="id">${detail.id}</code><${CopyButton} text=${detail.id} label="Copy the id" />
      ${detail.traceId && html`<span>trace <code class="id">${detail.traceId}</code></span><${CopyButton} text=${detail.traceId} label="Copy the trace id" />`}
    </p>
    ${detail.errorType && html`<p class="error-line"><strong>${visible(detail.errorType)}</strong> ${visible((detail.errorMessage ?? '').slice(0, 400))}</p>`}
    <${Facts} items=${headFacts(detail)} />
  </header>`;
}

function processFacts(detail) {
  return [
    detail.counts.spans > 0 && ['Duration', duration(detail.durationMs)],
    ['Host', detail.host && visible(detail.host)],
    ['Env', detail.env && visible(detail.env)],
    ['Language', detail.language && visible(detail.language)],
    ['Received', `${bytes(detail.writtenBytes)} in ${plural(detail.requests, 'request')}`],
  ];
}

function headFacts(detail) {
  if (isProcess(detail)) return processFacts(detail);
  return [
    ['Duration', detail.durationMs === null ? 'running' : duration(detail.durationMs)],
    detail.initMs !== null && ['Init', duration(detail.initMs)],
    ['Billed', detail.billedMs === null ? null : duration(detail.billedMs)],
    ['Memory', detail.memoryMb === null ? null : html`<${Memory} used=${detail.memoryMb} size=${detail.sizeMb} />`],
    ['Cost', detail.costUsd === null ? null : perMillion(detail.costUsd), 'US dollars for a million invocations like this one: x86, us-east-1, without the free tier'],
    ['Written', bytes(detail.writtenBytes)],
    ['Arrived', html`<a href=${address('invocations', [detail.id, 'lines'])}>${detail.arrived} of ${detail.expected}</a>`],
  ];
}

function Memory({ used, size }) {
  const share = Math.min(100, (used / size) * 100);
  return html`<span class="gauge ${share > 90 ? 'is-high' : ''}">
    <span class="gauge-bar"><span style=${{ width: `${share.toFixed(0)}%` }}></span></span>${used} / ${size} MB
  </span>`;
}

function Actions({ detail }) {
  const replay = async () => {
    try {
      await post(`invocations/${detail.id}/replay`);
      say('Sent once more');
    } catch (e) {
      say(`${e.message}. ${e.remedy}`);
    }
  };
  return html`<div class="actions">
    ${can('replay') && detail.kind === 'function' && html`<button type="button" class="button" onClick=${replay} title="Send the same event once more"><${Icon} name="replay" size=${14} />Replay</button>`}
    <${CompareButton} id=${detail.id} />
    ${detail.kind === 'function' && html`<${CopyAsTest} detail=${detail} />`}
  </div>`;
}

function CompareButton({ id }) {
  const other = compareWith.value;
  if (other !== null && other !== id && rows.get(other)) {
    return html`<a class="button is-primary" href=${address('compare', [other, id])}><${Icon} name="compare" size=${14} />Compare with ${rows.get(other)[C.fn]}</a>`;
  }
  return html`<button
    type="button"
    class="button"
    aria-pressed=${other === id ? 'true' : 'false'}
    title="Take this as the first of two to compare, then open the second (key c)"
    onClick=${() => (compareWith.value = other === id ? null : id)}
  >
    <${Icon} name="compare" size=${14} />${other === id ? 'Chosen' : 'Compare'}
  </button>`;
}
