/** Each line as it was written, what it was read as, and what the intake got of it: side by side. */
import { html, useState } from '../html.js';
import { bytes, clock, oneLine, visible } from '../model/text.js';
import { address } from '../route.js';
import { Icon } from '../ui/icons.js';
import { JsonText } from '../ui/json.js';
import { List } from '../ui/list.js';
import { Long } from '../ui/long.js';
import { Choice, CopyButton, Empty, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { Split } from '../ui/split.js';

const FATES = { sent: ['ok', 'arrived'], waiting: ['running', 'on its way'], lost: ['warn', 'lost'], kept: ['auto', 'not sent'] };

export function InvocationLines({ id, stamp }) {
  const read = useRead(`invocations/${id}/lines`, {}, stamp);
  return html`<${Waiting} of=${read} what="the lines">
    ${({ lines }) => (lines.length === 0 ? html`<${Empty} title="No line yet"><p>What the function and the platform write shows here.</p><//>` : html`<${Loaded} lines=${lines} />`)}
  <//>`;
}

function Loaded({ lines }) {
  const [kind, setKind] = useState('all');
  const kinds = ['all', ...new Set(lines.map((line) => line.kind))];
  const shown = kind === 'all' ? lines : lines.filter((line) => line.kind === kind);
  const [seq, setSeq] = useState(() => (lines.find((line) => line.fate === 'lost') ?? lines.find((line) => line.kind === 'trace') ?? lines[0]).seq);
  const active = shown.findIndex((line) => line.seq === seq);
  return html`<div class="bar"><${Choice} label="Kind of line" current=${kind} onPick=${setKind} items=${kinds.map((word) => [word, word])} /></div>
    <${Split} name="lines" share=${0.36} down label="Height of the lines">
      <${List}
        class="line-list"
        label="Lines, oldest first"
        count=${shown.length}
        rowHeight=${26}
        active=${active}
        onActive=${(i) => setSeq(shown[i].seq)}
        head=${['Time', 'Read as', 'Line', 'Size', 'Fate'].map((word, i) => html`<span role="columnheader" class="cell l${i}">${word}</span>`)}
        row=${(i) => ({ key: shown[i].seq, class: `fate-${shown[i].fate}`, cells: lineCells(shown[i]) })}
      />
      <${Way} seq=${seq} key=${seq} />
    <//>`;
}

function lineCells(line) {
  const [icon, word] = FATES[line.fate];
  return html`
    <span role="gridcell" class="cell l0 num dim">${clock(line.at)}</span>
    <span role="gridcell" class="cell l1"><span class="line-kind is-${line.kind}">${line.kind}</span></span>
    <span role="gridcell" class="cell l2 mono">${oneLine(line.raw)}</span>
    <span role="gridcell" class="cell l3 num dim">${bytes(line.size)}</span>
    <span role="gridcell" class="cell l4 fate"><${Icon} name=${icon} size=${13} />${word}</span>
  `;
}

/** The way of one line in three steps. */
function Way({ seq }) {
  const read = useRead(`lines/${seq}`);
  return html`<div class="way">
    <${Waiting} of=${read} what="the line">
      ${(line) => html`
        <section aria-label="The line">
          <header><h3>1 · Written</h3><span class="dim" title=${line.stream}>${bytes(line.size)}</span><span class="grow"></span><${CopyButton} text=${line.raw} label="Copy the line" /></header>
          <div class="way-body"><${Long} text=${line.raw} block /></div>
        </section>
        <section aria-label="How it was read">
          <header><h3>2 · Read as ${line.kind}</h3></header>
          <div class="way-body">
            ${line.problem && html`<${LineProblem} problem=${line.problem} />`}
            ${line.reading && html`<${JsonText} text=${line.reading} label="What the line says" />`}
          </div>
        </section>
        <${Sent} line=${line} />
      `}
    <//>
  </div>`;
}

export function LineProblem({ problem }) {
  return html`<div class="problem is-small">
    <${Icon} name="warn" size=${14} />
    <div><strong>${visible(problem.what)}</strong><p>${visible(problem.remedy)}</p><code class="dim">${problem.rule}</code></div>
  </div>`;
}

function Sent({ line }) {
  const [at, setAt] = useState(0);
  const item = line.items[Math.min(at, line.items.length - 1)];
  return html`<section aria-label="What the intake got">
    <header>
      <h3>3 · Received</h3>
      ${line.items.length > 1 && html`<select aria-label="Item" value=${at} onChange=${(e) => setAt(Number(e.target.value))}>
        ${line.items.map((one, i) => html`<option value=${i}>${one.as} ${i + 1} of ${line.items.length}</option>`)}
      </select>`}
      <span class="grow"></span>
      ${item && html`<a href=${address('forwarder', ['requests', item.request])}>request ${item.status}</a><${CopyButton} text=${item.body} label="Copy what the intake got" />`}
    </header>
    <div class="way-body">
      ${item ? html`<${JsonText} text=${item.body} label="What the intake got" />` : html`<${NotSent} line=${line} />`}
    </div>
  </section>`;
}

function NotSent({ line }) {
  if (line.fate === 'waiting') return html`<p class="dim">On its way: the forwarder has not sent it yet.</p>`;
  if (line.fate === 'lost') return html`<${LineProblem} problem=${line.lost} />`;
  return html`<p class="dim">${line.why ?? `A ${line.kind} line is not sent on as a log.`}</p>`;
}

