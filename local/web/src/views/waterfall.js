/** The waterfall: a row for each span in sight, its bar on a common axis. */
import { html, useMemo, useState } from '../html.js';
import { duration, plural, visible } from '../model/text.js';
import { route, setQuery } from '../route.js';
import { Icon } from '../ui/icons.js';
import { List } from '../ui/list.js';
import { Empty } from '../ui/parts.js';

const ROW = 28;
const INDENT = 14;
const DEEPEST = 14;
const TICKS = 6;

export function Waterfall({ trace, scale, zoom, setZoom, path, text, init }) {
  const [collapsed, setCollapsed] = useState(() => new Set());
  const shown = useMemo(() => rowsInSight(trace, collapsed, text), [trace, collapsed, text]);
  const ticks = useMemo(() => scale.ticks(zoom.from, zoom.to, TICKS), [scale, zoom]);
  const place = (t) => ((scale.at(t) - zoom.from) / (zoom.to - zoom.from)) * 100;
  const lines = useMemo(() => gridLines(ticks, scale, zoom), [ticks, scale, zoom]);
  const active = shown.findIndex(({ i }) => trace.rows[i].id === route.value.query.span);
  const flip = (i) => {
    const next = new Set(collapsed);
    const id = trace.rows[i].id;
    if (!next.delete(id)) next.add(id);
    setCollapsed(next);
  };
  const choose = (at) => setQuery({ span: trace.rows[shown[at].i].id });
  if (shown.length === 0) return html`<${Empty} title="No span matches"><p>${plural(trace.length, 'span')} do not contain “${text}” in name, service or resource.</p><//>`;
  return html`<${List}
    class="waterfall"
    role="treegrid"
    label="Spans of the trace"
    count=${shown.length}
    rowHeight=${ROW}
    active=${active}
    onActive=${choose}
    onRowKey=${(event, at) => onKey(event, at, { trace, shown, collapsed, flip, choose, zoom, setZoom })}
    head=${html`<span role="columnheader" class="cell span-name">Span</span><${Axis} ticks=${ticks} zoom=${zoom} scale=${scale} />`}
      row=${(at) => spanRow(shown[at], { trace, place, path, collapsed, flip, lines, init })}
    />
    <${Legend} trace=${trace} path=${path} init=${init} />`;
}

const KIND_WORDS = { inferred: 'inferred', function: 'function', sdk: 'AWS SDK', custom: 'custom', other: 'other' };

function Legend({ trace, path, init }) {
  const counts = useMemo(() => {
    const found = new Map();
    trace.rows.forEach((span) => found.set(span.kind, (found.get(span.kind) ?? 0) + 1));
    return found;
  }, [trace]);
  return html`<p class="legend dim">
    ${[...counts].map(([kind, n]) => html`<span key=${kind} class="kind-${kind}"><span class="kind-sign"></span>${KIND_WORDS[kind] ?? kind} ${n}</span>`)}
    ${path && html`<span><span class="path-sign"></span>critical path</span>`} ${init && html`<span><span class="init-sign"></span>init</span>`}
  </p>`;
}

/** Rows with `dim` for those that only lead to a match. */
function rowsInSight(trace, collapsed, text) {
  const word = text.trim().toLowerCase();
  if (!word) return trace.shown(collapsed).map((i) => ({ i, dim: false }));
  const keep = new Map();
  trace.rows.forEach((span, i) => {
    if (!`${span.name} ${span.service} ${span.resource} ${span.error ? 'error' : ''}`.toLowerCase().includes(word)) return;
    keep.set(i, false);
    for (let up = trace.parent[i]; up >= 0 && !keep.has(up); up = trace.parent[up]) keep.set(up, true);
  });
  return [...keep].sort(([a], [b]) => a - b).map(([i, dim]) => ({ i, dim }));
}

function spanRow({ i, dim }, { trace, place, path, collapsed, flip, lines, init }) {
  const span = trace.rows[i];
  const open = !collapsed.has(span.id);
  const parent = trace.hasChildren(i);
  return {
    key: span.id,
    class: `span-row kind-${span.kind}${span.error ? ' is-error' : ''}${dim ? ' is-dim' : ''}`,
    props: { 'aria-level': trace.depth[i] + 1, 'aria-expanded': parent ? String(open) : undefined },
    cells: html`
      <span role="gridcell" class="cell span-name" style=${{ paddingLeft: `${Math.min(trace.depth[i], DEEPEST) * INDENT + 6}px` }}>
        ${parent
          ? html`<button type="button" class="twisty" tabindex="-1" aria-label=${open ? 'Hide children' : 'Show children'} onClick=${(e) => (e.stopPropagation(), flip(i))}><${Icon} name=${open ? 'down' : 'right'} size=${12} /></button>`
          : html`<span class="twisty"></span>`}
        <span class="kind-sign" title=${span.kind}></span>
        ${span.error ? html`<${Icon} name="error" size=${13} title="error" />` : null}
        <span class="op">${visible(span.name.slice(0, 200))}</span>
        <span class="res dim">${trace.isOrphan(i) ? html`<span title="Its parent is not in this session">↥ </span>` : ''}${visible(span.resource === span.name ? span.service : span.resource.slice(0, 200))}</span>
      </span>
      <span role="gridcell" class="cell timeline" style=${lines}>
        ${init?.row === i && html`<span class="init-bar" title="init ${duration(init.dur)}" style=${stretch(place, init.at, span.at)}></span>`}
        <span class="span-bar" style=${stretch(place, span.at, span.at + span.dur)}></span>
        ${path?.[i].map(([from, to]) => html`<span class="on-path" style=${stretch(place, from, to)}></span>`)}
        <${BarLabel} left=${place(span.at)} right=${place(span.at + span.dur)} text=${duration(span.dur)} />
      </span>
    `,
  };
}

function stretch(place, from, to) {
  const left = place(from);
  return { left: `${left.toFixed(3)}%`, width: `max(2px, ${(place(to) - left).toFixed(3)}%)` };
}

function BarLabel({ left, right, text }) {
  if (right < 84) return html`<span class="bar-label num" style=${{ left: `calc(${Math.max(0, right).toFixed(2)}% + 4px)` }}>${text}</span>`;
  if (left > 14) return html`<span class="bar-label num" style=${{ right: `calc(${(100 - Math.min(100, left)).toFixed(2)}% + 4px)` }}>${text}</span>`;
  return html`<span class="bar-label num is-inside">${text}</span>`;
}

function Axis({ ticks, zoom, scale }) {
  const at = (x) => `${(((x - zoom.from) / (zoom.to - zoom.from)) * 100).toFixed(2)}%`;
  return html`<span role="columnheader" class="cell timeline axis">
    <span class="sr">Timeline</span>
    ${ticks.map(({ ms, x, after }) => html`<span class="tick num" style=${{ left: at(x) }}>${after ? '+' : ''}${duration(Math.round(ms * 1e6) / 1e6)}</span>`)}
    ${scale.folds().map((f) => html`<span class="fold-mark" style=${{ left: at(f.x0), width: `calc(${at(f.x1)} - ${at(f.x0)})` }} title="${duration(f.t1 - f.t0)} in which nothing begins or ends">⋯</span>`)}
  </span>`;
}

/** Lines at the ticks and a hatched band for each fold, as a background that all rows share. */
function gridLines(ticks, scale, zoom) {
  const share = (x) => (x - zoom.from) / (zoom.to - zoom.from);
  const layers = ticks.map(({ x }) => ['linear-gradient(var(--grid), var(--grid))', `${(share(x) * 100).toFixed(3)}% 0`, '1px 100%']);
  for (const fold of scale.folds()) {
    const width = share(fold.x1) - share(fold.x0);
    layers.push(['linear-gradient(var(--fold), var(--fold))', `${((share(fold.x0) / (1 - width)) * 100).toFixed(3)}% 0`, `${(width * 100).toFixed(3)}% 100%`]);
  }
  return {
    backgroundImage: layers.map(([image]) => image).join(','),
    backgroundPosition: layers.map(([, position]) => position).join(','),
    backgroundSize: layers.map(([, , size]) => size).join(','),
    backgroundRepeat: 'no-repeat',
  };
}

/** Left and right close and open, + and − zoom about the middle of the chosen span, 0 shows all. */
function onKey(event, at, { trace, shown, collapsed, flip, choose, zoom, setZoom }) {
  const zooming = { '+': 0.5, '=': 0.5, '-': 2 }[event.key];
  if (zooming) return setZoom(zoomed(zoom, zooming)), true;
  if (event.key === '0') return setZoom({ from: 0, to: 1 }), true;
  if (event.key === 'Escape') return setQuery({ span: null }), true;
  if (at < 0) return false;
  const { i } = shown[at];
  const closed = collapsed.has(trace.rows[i].id);
  if (event.key === 'ArrowRight' && trace.hasChildren(i) && closed) return flip(i), true;
  if (event.key === 'ArrowLeft' && trace.hasChildren(i) && !closed) return flip(i), true;
  if (event.key === 'ArrowLeft' && trace.parent[i] >= 0) {
    choose(shown.findIndex((row) => row.i === trace.parent[i]));
    return true;
  }
  return event.key === 'ArrowRight' || event.key === 'ArrowLeft';
}

function zoomed({ from, to }, factor) {
  const middle = (from + to) / 2;
  const half = Math.min(0.5, ((to - from) / 2) * factor);
  const start = Math.min(1 - 2 * half, Math.max(0, middle - half));
  return { from: start, to: start + 2 * half };
}
