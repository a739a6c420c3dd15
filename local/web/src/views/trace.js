/** A trace: waterfall, or flame graph with its table; a minimap above and the chosen span below. */
import { html, useMemo, useState } from '../html.js';
import { gapsWorthFolding, TimeScale } from '../model/scale.js';
import { criticalPath, Trace as Model } from '../model/trace.js';
import { duration, plural } from '../model/text.js';
import { route, setQuery } from '../route.js';
import { Icon } from '../ui/icons.js';
import { Choice, Empty, Toggle, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { Split } from '../ui/split.js';
import { Flame } from './flame.js';
import { BackToLog } from './logs.js';
import { Minimap } from './minimap.js';
import { SpanDetail } from './span.js';
import { Waterfall } from './waterfall.js';

const WHOLE = { from: 0, to: 1 };

/** @param of the invocation the trace is looked at from */
export function Trace({ id, stamp, of }) {
  const read = useRead(`traces/${id}`, {}, stamp);
  return html`<${Waiting} of=${read} what="the trace">${(value) => html`<${Loaded} data=${value} of=${of} />`}<//>`;
}

function Loaded({ data, of }) {
  const trace = useMemo(() => new Model(data.spans), [data]);
  const [fold, setFold] = useState(true);
  const [zoom, setZoom] = useState(WHOLE);
  const [text, setText] = useState('');
  const [onPath, setOnPath] = useState(true);
  const init = useMemo(() => initOf(trace, of, data), [trace, of.initMs]);
  const gaps = useMemo(() => gapsWorthFolding(init ? [...trace.rows, init] : trace.rows), [trace, init]);
  const scale = useMemo(
    () => new TimeScale(Math.min(trace.start, init?.at ?? Infinity), trace.end, fold ? gaps : []),
    [trace, fold, gaps, init],
  );
  const path = useMemo(() => criticalPath(trace), [trace]);
  const mode = route.value.query.as === 'flame' ? 'flame' : 'waterfall';
  if (trace.length === 0) return html`<${Empty} title="The trace has no span yet"><p>They show here as they arrive.</p><//>`;
  const shared = { trace, scale, zoom, setZoom, path: onPath ? path : null, text, init, of };
  const chosen = trace.byId.get(route.value.query.span);
  const main = html`<div class="trace-main">
    <div class="bar">
      <${Choice} label="Show as" current=${mode} onPick=${(as) => setQuery({ as: as === 'flame' ? as : null })} items=${[['waterfall', 'Waterfall'], ['flame', 'Flame']]} />
      <label class="search is-small">
        <${Icon} name="search" size=${14} /><span class="sr">Find spans</span>
        <input type="search" placeholder="Find spans …" value=${text} onInput=${(event) => setText(event.target.value)} />
      </label>
      <${Toggle} on=${onPath} onChange=${setOnPath} title="The spans that decided how long it took">Critical path<//>
      ${gaps.length > 0 && html`<${Toggle} on=${fold} onChange=${setFold} title="Long stretches in which nothing begins or ends">Fold ${plural(gaps.length, 'gap')}<//>`}
      ${zoom !== WHOLE && html`<button type="button" class="chip" onClick=${() => setZoom(WHOLE)}>Whole trace <kbd>0</kbd></button>`}
      <${BackToLog} />
      <span class="grow"></span>
      <span class="dim num">${plural(trace.length, 'span')} · ${duration(trace.end - trace.start)}</span>
    </div>
    <${Minimap} ...${shared} />
    ${mode === 'flame' ? html`<${Flame} ...${shared} allPath=${path} />` : html`<${Waterfall} ...${shared} />`}
  </div>`;
  if (chosen === undefined) return main;
  return html`<${Split} name="span" share=${0.55} down label="Height of the trace">
    ${main}
    <${SpanDetail} trace=${trace} traceId=${data.traceId} i=${chosen} path=${path[chosen]} />
  <//>`;
}

/** The start of the process, before the function's own span: it is no span, the REPORT line tells it. */
function initOf(trace, of, data) {
  if (of.initMs === null) return null;
  const i = trace.rows.findIndex((span) => span.kind === 'function' && span.invocation === of.id);
  return i < 0 ? null : { row: i, at: trace.rows[i].at - of.initMs, dur: of.initMs };
}
