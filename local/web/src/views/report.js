/** The REPORT line of an invocation and how its facts went over the last ones of the function. */
import { html, useMemo } from '../html.js';
import { COLUMN as C } from '../model/rows.js';
import { duration, perMillion, plural, visible } from '../model/text.js';
import { rows, rowsChanged } from '../state.js';
import { Canvas, colour } from '../ui/canvas.js';
import { CopyButton, Empty, Facts } from '../ui/parts.js';
import { MEASURE } from '../model/points.js';
import { billed, cost } from '../model/rows.js';

const LAST = 120;

export function Report({ detail }) {
  rowsChanged.value;
  const stamp = rowsChanged.value;
  const same = useMemo(
    () => rows.list.filter((row) => row[C.fn] === detail.function && row[C.durationMs] !== null).slice(-LAST),
    [stamp, detail.function],
  );
  return html`<div class="report">
    ${detail.report === null
      ? html`<${Empty} title="No REPORT line yet"><p>The platform writes it when the invocation is over.</p><//>`
      : html`
          <div class="report-line"><code>${visible(detail.report, true)}</code><${CopyButton} text=${detail.report} label="Copy the REPORT line" /></div>
          <${Facts} items=${facts(detail)} />
        `}
    <h3>The last ${plural(same.length, 'invocation')} of ${detail.function}</h3>
    <div class="trends">
      <${Trend} title="Duration" id=${detail.id} rows=${same} of=${(row) => row[C.durationMs]} show=${duration} />
      <${Trend} title="Memory" id=${detail.id} rows=${same} of=${(row) => row[C.memoryMb]} show=${(v) => `${v} MB`} ceiling=${detail.sizeMb} />
      <${Trend} title="Init" id=${detail.id} rows=${same.filter((row) => row[C.initMs] !== null)} of=${(row) => row[C.initMs]} show=${duration} />
      <${Trend} title="Billed" id=${detail.id} rows=${same} of=${billed} show=${duration} />
      ${detail.sizeMb !== null && html`<${Trend} title="Cost" id=${detail.id} rows=${same} of=${cost} show=${perMillion} />`}
    </div>
  </div>`;
}

function facts(detail) {
  const idle = detail.billedMs === null ? null : detail.billedMs - detail.durationMs - (detail.initMs ?? 0);
  return [
    ['Duration', duration(detail.durationMs)],
    ['Billed', duration(detail.billedMs), idle !== null && idle > 0 ? 'rounded up to whole milliseconds' : undefined],
    ['Init', detail.initMs === null ? 'warm' : duration(detail.initMs)],
    ['Memory used', detail.sizeMb === null ? null : `${detail.memoryMb} MB of ${detail.sizeMb} MB`],
    ['Cost', detail.costUsd === null ? null : perMillion(detail.costUsd)],
    ['Time limit', detail.timeoutMs === null ? null : duration(detail.timeoutMs)],
  ];
}

function Trend({ title, rows: all, of, show, id, ceiling }) {
  const values = all.map(of);
  const sorted = [...values].sort((a, b) => a - b);
  if (all.length === 0) return html`<figure class="trend"><figcaption><strong>${title}</strong> <span class="dim">none</span></figcaption></figure>`;
  const told = `p50 ${show(MEASURE.p50(sorted))}, highest ${show(sorted.at(-1))}`;
  return html`<figure class="trend">
    <figcaption><strong>${title}</strong> <span class="dim">${told}</span></figcaption>
    <${Canvas} class="trend-canvas" label="${title} of ${all.length} invocations: ${told}" draw=${(context, w, h) => draw(context, w, h, all, of, id, ceiling)} />
  </figure>`;
}

function draw(context, width, height, all, of, id, ceiling) {
  const most = all.reduce((high, row) => Math.max(high, of(row)), ceiling ?? 0) || 1;
  const step = Math.min(10, width / all.length);
  context.fillStyle = colour('grid');
  context.fillRect(0, height - 1, width, 1);
  if (ceiling) context.fillRect(0, 1, width, 1);
  all.forEach((row, i) => {
    const tall = Math.max(2, (of(row) / most) * (height - 4));
    const own = row[C.id] === id;
    context.fillStyle = colour(own ? 'accent' : row[C.status] === 'ok' ? 'bar' : 'bad');
    context.fillRect(i * step, height - 1 - tall, Math.max(1, step - 1.5), tall);
  });
}
