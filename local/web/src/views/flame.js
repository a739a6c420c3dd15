/** The flame graph, and the table that says the same in numbers. */
import { html, useMemo, useState } from '../html.js';
import { aggregate, lanes } from '../model/trace.js';
import { duration, number, plural, visible } from '../model/text.js';
import { route, setQuery } from '../route.js';
import { Canvas, colour } from '../ui/canvas.js';
import { List } from '../ui/list.js';

const LANE = 20;
const MOST_LANES = 400;
const LEAST_TEXT = 36;
const HEADS = ['Span', 'Count', 'Self', 'Share', 'Total', 'Longest', 'Critical', 'Errors'];

export function Flame({ trace, scale, zoom, path, allPath, text, init }) {
  const { lane, count } = useMemo(() => lanes(trace), [trace]);
  const [over, setOver] = useState(null);
  const chosen = trace.byId.get(route.value.query.span);
  const places = (width) => (i) => {
    const left = ((scale.at(trace.rows[i].at) - zoom.from) / (zoom.to - zoom.from)) * width;
    const right = ((scale.at(trace.rows[i].at + trace.rows[i].dur) - zoom.from) / (zoom.to - zoom.from)) * width;
    return [left, Math.max(1, right - left)];
  };
  const hit = (event) => {
    const place = places(event.currentTarget.clientWidth);
    const wanted = Math.floor(event.offsetY / LANE);
    return trace.rows.findIndex((_, i) => lane[i] === wanted && within(event.offsetX, place(i)));
  };
  return html`<div class="flame">
    <div class="flame-scroll">
      <${Canvas}
        class="flame-canvas"
        height=${Math.min(MOST_LANES, count) * LANE}
        label="Flame graph of ${plural(trace.length, 'span')}; the table below says the same in numbers"
        draw=${(context, width, height) => draw(context, width, trace, lane, places(width), { path, chosen, text, height, init: initPlace(init, lane, scale, zoom, width) })}
        onMouseMove=${(event) => setOver(hit(event))}
        onMouseLeave=${() => setOver(null)}
        onClick=${(event) => hit(event) >= 0 && setQuery({ span: trace.rows[hit(event)].id })}
      />
    </div>
    <p class="flame-tip dim" aria-hidden="true">
      ${over !== null && over >= 0 ? html`<strong>${visible(trace.rows[over].name.slice(0, 120))}</strong> ${visible(trace.rows[over].resource.slice(0, 120))} · ${duration(trace.rows[over].dur)}` : 'Point at a span to read it, click to open it.'}
    </p>
    <${Table} trace=${trace} path=${allPath} />
  </div>`;
}

/** The start of the process, as in the waterfall: `[x, y, width]` before its function. */
function initPlace(init, lane, scale, zoom, width) {
  if (!init) return null;
  const [from, to] = [init.at, init.at + init.dur].map((t) => ((scale.at(t) - zoom.from) / (zoom.to - zoom.from)) * width);
  return [from, lane[init.row] * LANE, to - from];
}

const within = (x, [left, width]) => x >= left && x <= left + width;

function draw(context, width, trace, lane, place, { path, chosen, text, height, init }) {
  const word = text.trim().toLowerCase();
  if (init) {
    context.fillStyle = colour('cold-soft');
    context.fillRect(init[0], init[1], init[2], LANE - 2);
  }
  context.font = `11px ${colour('font-text')}`;
  context.textBaseline = 'middle';
  trace.rows.forEach((span, i) => {
    const [x, w] = place(i);
    const y = lane[i] * LANE;
    if (x > width || x + w < 0 || y > height) return;
    context.globalAlpha = word && !`${span.name} ${span.resource}`.toLowerCase().includes(word) ? 0.25 : 1;
    context.fillStyle = colour(span.error ? 'bad' : `kind-${span.kind}`);
    context.fillRect(x, y, Math.max(1, w - 1), LANE - 2);
    if (path?.[i].length > 0) {
      context.fillStyle = colour('path');
      context.fillRect(x, y + LANE - 4, Math.max(1, w - 1), 2);
    }
    if (i === chosen) outline(context, x, y, w);
    if (w > LEAST_TEXT) label(context, span.name, x, y, w);
  });
  context.globalAlpha = 1;
}

function outline(context, x, y, w) {
  context.strokeStyle = colour('text');
  context.lineWidth = 2;
  context.strokeRect(x + 1, y + 1, w - 3, LANE - 4);
}

function label(context, name, x, y, w) {
  const left = Math.max(4, x + 5);
  const room = Math.floor((x + w - left - 4) / 6.2);
  if (room < 3) return;
  context.fillStyle = colour('on-kind');
  context.fillText(visible(name.slice(0, room)), left, y + LANE / 2 - 1);
}

function Table({ trace, path }) {
  const groups = useMemo(() => aggregate(trace, path), [trace, path]);
  const all = trace.end - trace.start;
  return html`<${List}
    class="table flame-table"
    label="Spans by name, most self time first"
    count=${groups.length}
    rowHeight=${28}
    onActive=${(i) => setQuery({ span: trace.rows[groups[i].first].id })}
    head=${HEADS.map((word, i) => html`<span role="columnheader" class="cell c${i}">${word}</span>`)}
    row=${(i) => ({ key: groups[i].first, cells: groupCells(groups[i], all) })}
  />`;
}

function groupCells(group, all) {
  const numbers = [
    number(group.count),
    duration(group.self),
    `${((group.self / all) * 100).toFixed(1)} %`,
    duration(group.total),
    duration(group.longest),
    duration(group.critical),
    group.errors > 0 ? number(group.errors) : '–',
  ];
  return html`
    <span role="gridcell" class="cell c0 kind-${group.kind}">
      <span class="kind-sign"></span><span class="op">${visible(group.name.slice(0, 200))}</span> <span class="res dim">${visible(group.resource.slice(0, 200))}</span>
    </span>
    ${numbers.map((text, i) => html`<span role="gridcell" class="cell num c${i + 1}">${text}</span>`)}
  `;
}
