/** The forwarder: what went in, what came out, and each thing that did not arrive, with its reason. */
import { html, useState } from '../html.js';
import { bytes, clock, duration, number, oneLine, plural, visible } from '../model/text.js';
import { address, go, route } from '../route.js';
import { post } from '../net/api.js';
import { can, marks, say } from '../state.js';
import { Icon } from '../ui/icons.js';
import { JsonText } from '../ui/json.js';
import { List } from '../ui/list.js';
import { usePages } from '../ui/pages.js';
import { CopyButton, Empty, Facts, Problem, Tabs, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { narrow, Split } from '../ui/split.js';
import { Findings } from './findings.js';

export function Forwarder() {
  const stamp = marks.value.forwarder;
  const read = useRead('forwarder', {}, stamp);
  const tab = ['requests', 'runs', 'losses', 'findings'].includes(route.value.rest[0]) ? route.value.rest[0] : 'requests';
  return html`<section class="pane forwarder" aria-label="Forwarder">
    <h2 class="sr">Forwarder</h2>
    <${Waiting} of=${read} what="the forwarder">
      ${(sum) => html`
        <${Flow} sum=${sum} />
        <${Tabs}
          label="Parts of the forwarder"
          current=${tab}
          onPick=${(word) => go('forwarder', [word], {}, true)}
          items=${[
            { id: 'requests', label: 'Requests', count: number(sum.requests) },
            { id: 'runs', label: 'Runs', count: number(sum.runs) },
            { id: 'losses', label: 'Lost', count: number(sum.lost) },
            { id: 'findings', label: 'Findings', count: number(sum.findings) },
          ]}
        />
        <div class="tab-panel" role="tabpanel" aria-labelledby="tab-${tab}">
          ${tab === 'requests' && html`<${Requests} stamp=${stamp} />`} ${tab === 'runs' && html`<${Runs} stamp=${stamp} />`}
          ${tab === 'losses' && html`<${Losses} stamp=${stamp} />`} ${tab === 'findings' && html`<${Findings} stamp=${stamp} />`}
        </div>
      `}
    <//>
  </section>`;
}

function Flow({ sum }) {
  const steps = [
    ['Log events in', number(sum.eventsIn), `${bytes(sum.bytesIn)} in ${plural(sum.runs, 'run')}`],
    ['Items', number(sum.items), `${number(sum.logs)} logs · ${number(sum.metrics)} metrics · ${number(sum.spans)} spans`],
    ['Batches out', number(sum.requests), `${bytes(sum.bytesOut)}, ${bytes(sum.rawBytesOut)} unpacked`],
    ['Delivered', number(sum.delivered), sum.retries > 0 ? `${number(sum.retries)} retried` : 'none retried'],
  ];
  return html`<div class="flow">
    ${steps.map(([word, figure, note], i) => html`<div class="flow-step" key=${word}>
      <span class="flow-word">${word}</span><strong class="num">${figure}</strong><span class="dim">${note}</span>
      ${i < steps.length - 1 && html`<${Icon} name="right" size=${14} />`}
    </div>`)}
    <div class="flow-side">
      <span class=${sum.requests > sum.delivered ? 'is-bad' : 'dim'}>${number(sum.requests - sum.delivered)} refused</span>
      ${sum.spilled > 0 && html`<span class=${sum.kept > 0 ? 'is-warn' : 'dim'}>${number(sum.spilled)} spilled</span>`}
      ${sum.spilled > 0 && html`<span class="dim">${number(sum.replayed)} replayed</span>`}
      ${sum.quarantined > 0 && html`<span class="is-bad">${number(sum.quarantined)} put aside</span>`}
      ${sum.kept > 0 && can('spill') && html`<button type="button" class="button" onClick=${sendAgain}>Send again what it keeps (${number(sum.kept)})</button>`}
      <a class=${sum.lost > 0 ? 'is-bad' : 'dim'} href=${address('forwarder', ['losses'])}>${number(sum.lost)} lost</a>
    </div>
  </div>`;
}

async function sendAgain() {
  try {
    await post('forwarder/replay');
    say('The forwarder sends again what it keeps');
  } catch (e) {
    say(`${e.message}. ${e.remedy}`);
  }
}

const heads = (prefix, words) => words.map((word, i) => html`<span role="columnheader" class="cell ${prefix}${i}">${word}</span>`);
const cell = (name, content) => html`<span role="gridcell" class="cell ${name}">${content}</span>`;

/** The state of a paged list: its problem, that it is empty, or the list. */
function Paged({ pages, empty, children }) {
  if (pages.error) return html`<${Problem} error=${pages.error} onRetry=${pages.again} />`;
  return pages.count === 0 ? empty : children;
}

function Requests({ stamp }) {
  const pages = usePages('requests', {}, stamp);
  const id = route.value.rest[1];
  const [active, setActive] = useState(-1);
  const pick = (i) => {
    setActive(i);
    const item = pages.item(i);
    if (item) go('forwarder', ['requests', item.id], {}, !narrow.value && id !== undefined);
  };
  const list = html`<${Paged} pages=${pages} empty=${html`<${Empty} title="No request yet"><p>The forwarder sends a moment after the first lines were written.</p><//>`}>
    <${List}
      class="table requests"
      label="Requests to the intake, newest first"
      count=${pages.count ?? 0}
      rowHeight=${28}
      active=${active >= 0 && pages.item(active)?.id === id ? active : -1}
      onActive=${pick}
      onRange=${(first, last) => pages.need(first, last)}
      head=${heads('r', ['Time', 'Kind', 'Status', 'Items', 'Sent', 'Unpacked', 'Attempt', 'Path'])}
      row=${(i) => requestRow(pages.item(i), i)}
    />
  <//>`;
  if (id === undefined) return list;
  if (narrow.value) return html`<${Request} id=${id} />`;
  return html`<${Split} name="requests" share=${0.42} down label="Height of the requests">${list}<${Request} id=${id} key=${id} /><//>`;
}

function requestRow(item, i) {
  if (!item) return { key: `wait-${i}`, cells: cell('r0 dim', '…') };
  const good = item.status >= 200 && item.status < 300;
  return {
    key: item.id,
    class: good ? '' : 'is-error',
    cells: html`
      ${cell('r0 num dim', clock(item.at))} ${cell('r1', html`<span class="line-kind is-${item.kind}">${item.kind}</span>`)}
      ${cell('r2 num', html`<span class=${good ? 'is-good' : 'is-bad'}>${item.status === 0 ? item.answer : item.status}</span>`)}
      ${cell('r3 num', number(item.items))} ${cell('r4 num', bytes(item.bytes))} ${cell('r5 num dim', bytes(item.rawBytes))}
      ${cell('r6 num', item.attempt > 1 ? html`<span class="is-warn">${item.attempt}</span>` : '1')} ${cell('r7 mono dim', visible(item.path.slice(0, 200)))}
    `,
  };
}

function Request({ id }) {
  const read = useRead(`requests/${id}`);
  return html`<section class="request" aria-label="Request">
    <${Waiting} of=${read} what="the request">
      ${(request) => html`
        <header>
          ${narrow.value && html`<a class="button is-quiet" href=${address('forwarder', ['requests'])} aria-label="Back to the list"><${Icon} name="left" size=${14} /></a>`}
          <h3><code>${request.method} ${visible(request.path)}</code></h3>
          <span class="grow"></span>
          <${CopyButton} text=${request.body} label="Copy the body, decoded" word="Body" />
          <${CopyButton} text=${request.curl} label="Copy as curl" word="curl" />
        </header>
        <${Facts}
          items=${[
            ['Answer', request.status === 0 ? request.answer : `${request.status} ${request.answer ?? ''}`],
            ['Items', number(request.items)],
            ['Sent', `${bytes(request.bytes)} ${request.encoding ?? ''}`],
            ['Unpacked', bytes(request.rawBytes)],
            ['Attempt', number(request.attempt)],
          ]}
        />
        <details class="headers"><summary>${plural(request.headers.length, 'header')}</summary>
          <table class="tags"><thead class="sr"><tr><th>Header</th><th>Value</th></tr></thead><tbody>
            ${request.headers.map(([name, value]) => html`<tr><th scope="row">${visible(name)}</th><td>${visible(value)}</td></tr>`)}
          </tbody></table>
        </details>
        ${request.cut && html`<p class="dim">The first ${bytes(request.body.length)} are shown.</p>`}
        <${JsonText} text=${request.body} label="The body, decoded" />
      `}
    <//>
  </section>`;
}

function Runs({ stamp }) {
  const pages = usePages('forwarder/runs', {}, stamp);
  return html`<${Paged} pages=${pages} empty=${html`<${Empty} title="The forwarder has not run yet"><p>It runs as soon as a function has written lines.</p><//>`}>
    <${List}
      class="table runs"
      label="Runs of the forwarder, newest first"
      count=${pages.count ?? 0}
      rowHeight=${28}
      onRange=${(first, last) => pages.need(first, last)}
      head=${heads('f', ['Time', 'Result', 'Duration', 'Events in', 'Bytes in', 'Requests', 'Retries', 'Lost', 'From'])}
      row=${(i) => runRow(pages.item(i), i)}
    />
  <//>`;
}

function runRow(run, i) {
  if (!run) return { key: `wait-${i}`, cells: cell('f0 dim', '…') };
  const counted = (n, bad) => (n > 0 ? html`<span class=${bad}>${number(n)}</span>` : '0');
  return {
    key: run.id,
    class: run.status === 'ok' ? '' : 'is-error',
    cells: html`
      ${cell('f0 num dim', clock(run.at))} ${cell('f1', html`<span class=${run.status === 'ok' ? 'is-good' : 'is-bad'}>${run.status}</span>${run.spilled > 0 ? html` <span class="is-warn">${number(run.spilled)} spilled</span>` : ''}${run.replayed > 0 ? html` <span class="is-good">${number(run.replayed)} replayed</span>` : ''}${run.error ? html` <span class="error-type">${oneLine(run.error, 120)}</span>` : ''}`)}
      ${cell('f2 num', duration(run.durationMs))} ${cell('f3 num', number(run.eventsIn))} ${cell('f4 num dim', bytes(run.bytesIn))} ${cell('f5 num', number(run.requests))}
      ${cell('f6 num', counted(run.retries, 'is-warn'))} ${cell('f7 num', counted(run.dropped, 'is-bad'))}
      ${cell('f8 mono dim', visible(run.from))}
    `,
  };
}

function Losses({ stamp }) {
  const pages = usePages('forwarder/losses', {}, stamp);
  return html`<${Paged} pages=${pages} empty=${html`<${Empty} title="Nothing is lost"><p>Each span, metric and log line that was written has arrived, or is still on its way.</p><//>`}>
    <${List}
      class="table losses"
      label="Lost items, newest first"
      count=${pages.count ?? 0}
      rowHeight=${48}
      onRange=${(first, last) => pages.need(first, last)}
      head=${heads('x', ['Time', 'What', 'Reason', 'Function'])}
      row=${(i) => lossRow(pages.item(i), i)}
    />
  <//>`;
}

function lossRow(loss, i) {
  if (!loss) return { key: `wait-${i}`, cells: cell('x0 dim', '…') };
  return {
    key: `${loss.seq}-${i}`,
    cells: html`
      ${cell('x0 num dim', clock(loss.at))}
      ${cell('x1', html`<span class="line-kind is-${loss.kind}">${loss.kind}</span> <span class="mono">${oneLine(loss.excerpt, 160)}</span>`)}
      ${cell('x2', html`<strong>${visible(loss.reason)}</strong><span class="dim">${visible(loss.remedy)}</span>`)}
      ${cell('x3', loss.invocation ? html`<a href=${address('invocations', [loss.invocation, 'lines'])}>${loss.function}</a>` : loss.function)}
    `,
  };
}
