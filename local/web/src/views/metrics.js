/** Metrics over time: chosen by tags, as percentiles or sums, with every point in a table. */
import { html, useEffect, useMemo, useRef, useState } from '../html.js';
import { bucketSeconds, buckets, facets, MEASURE, selects } from '../model/points.js';
import { clock, number, plural, visible } from '../model/text.js';
import { get } from '../net/api.js';
import { address, go, route, setQuery } from '../route.js';
import { marks } from '../state.js';
import { Canvas, colour } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';
import { Icon } from '../ui/icons.js';
import { List } from '../ui/list.js';
import { Choice, Empty, Toggle, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { narrow, Split } from '../ui/split.js';

const MEASURES = { percentiles: ['p50', 'p95', 'p99'], sum: ['sum'], count: ['count'], avg: ['min', 'avg', 'max'] };
const WORDS = [['percentiles', 'p50 · p95 · p99'], ['avg', 'min · avg · max'], ['sum', 'Sum'], ['count', 'Count']];

export function Metrics() {
  const read = useRead('metrics', {}, marks.value.metrics);
  return html`<${Waiting} of=${read} what="the metrics">${({ metrics }) => html`<${All} metrics=${metrics} />`}<//>`;
}

function All({ metrics }) {
  const name = route.value.rest[0];
  const shown = metrics.find((metric) => metric.name === name) ?? (narrow.value ? undefined : metrics[0]);
  if (metrics.length === 0) {
    return html`<section class="pane"><${Empty} title="No metric yet">
      <p>Each invocation sends some (<code>aws.lambda.enhanced.invocations</code>); your own come from <code>Sleddog.distribution("orders.placed", 1)</code>.</p>
    <//></section>`;
  }
  const list = html`<${Names} metrics=${metrics} current=${shown?.name} />`;
  if (narrow.value) return shown ? html`<${One} key=${shown.name} metric=${shown} />` : list;
  return html`<${Split} name="metrics" share=${0.28} label="Width of the list">${list}<${One} key=${shown.name} metric=${shown} /><//>`;
}

function Names({ metrics, current }) {
  const [text, setText] = useState('');
  const shown = useMemo(() => metrics.filter((metric) => metric.name.toLowerCase().includes(text.trim().toLowerCase())), [metrics, text]);
  return html`<section class="pane" aria-label="Metric names">
    <div class="bar" role="search" aria-label="Filter the metrics">
      <label class="search"><${Icon} name="search" size=${14} /><span class="sr">Filter the metrics</span>
        <input id="filter" type="search" placeholder="Name …" value=${text} onInput=${(event) => setText(event.target.value)} /><kbd>/</kbd>
      </label>
    </div>
    ${shown.length === 0
      ? html`<${Empty} title="No metric has this in its name"><p>${plural(metrics.length, 'metric')} in all.</p><//>`
      : html`<${List}
          class="metric-names"
          label="Metrics"
          count=${shown.length}
          rowHeight=${50}
          active=${shown.findIndex((metric) => metric.name === current)}
          onActive=${(i) => go('metrics', [shown[i].name], {}, !narrow.value)}
          row=${(i) => ({ key: shown[i].name, cells: nameCells(shown[i]) })}
        />`}
  </section>`;
}

function nameCells(metric) {
  return html`
    <span role="gridcell" class="cell name">${visible(metric.name.slice(0, 300))}</span>
    <span role="gridcell" class="cell dim">${metric.kind} · ${plural(metric.points, 'point')}</span>
    <span role="gridcell" class="cell spark-cell"><${Canvas} class="spark" label="last ${metric.recent.length} values" draw=${(context, w, h) => spark(context, w, h, metric.recent)} /></span>
    <span role="gridcell" class="cell num">${number(metric.last)}</span>
  `;
}

function spark(context, width, height, values) {
  const most = Math.max(...values);
  const least = Math.min(...values, 0);
  const y = (v) => height - 2 - ((v - least) / (most - least || 1)) * (height - 4);
  context.strokeStyle = colour('accent');
  context.lineWidth = 1.25;
  context.beginPath();
  values.forEach((v, i) => context.lineTo((i / Math.max(1, values.length - 1)) * width, y(v)));
  context.stroke();
}

/** Points of one metric; new ones are added to those already read. */
function usePoints(name) {
  const kept = useRef({ tagsets: [], invocations: [], points: [], after: undefined });
  const [state, setState] = useState({});
  const stamp = marks.value.metrics;
  useEffect(() => {
    const stop = new AbortController();
    get('metrics/points', { name, after: kept.current.after }, stop.signal).then(
      (more) => {
        kept.current = joined(kept.current, more);
        setState({ value: kept.current });
      },
      (error) => error.name === 'AbortError' || setState({ error }),
    );
    return () => stop.abort();
  }, [name, stamp]);
  return { ...state, again: undefined };
}

/** Points are `[ms, value, index of tags, index of invocation or −1]`; indices go on counting. */
function joined(old, more) {
  if (more.whole) return more;
  return {
    tagsets: [...old.tagsets, ...more.tagsets],
    invocations: [...old.invocations, ...more.invocations],
    points: [...old.points, ...more.points],
    after: more.after,
  };
}

function One({ metric }) {
  const read = usePoints(metric.name);
  return html`<section class="pane metric" aria-label="Metric">
    <header class="detail-head">
      <div class="detail-title">
        ${narrow.value && html`<a class="button is-quiet" href=${address('metrics')} aria-label="Back to the list"><${Icon} name="left" /></a>`}
        <h2>${visible(metric.name.slice(0, 300))}</h2>
        <span class="dim">${metric.kind}</span>
      </div>
    </header>
    <${Waiting} of=${read} what="the points">${(data) => html`<${Plot} metric=${metric} data=${data} />`}<//>
  </section>`;
}

function Plot({ metric, data }) {
  const [as, setAs] = useState(metric.allOnes ? 'sum' : 'percentiles');
  const [raw, setRaw] = useState(false);
  const chosen = useMemo(() => new Set((route.value.query.tags ?? '').split('\u001f').filter(Boolean)), [route.value.query.tags]);
  const points = useMemo(() => {
    const fits = data.tagsets.map((tags) => selects(tags, chosen));
    return data.points.filter((point) => fits[point[2]]);
  }, [data, chosen]);
  const times = points.map(([t]) => t);
  const span = times.length === 0 ? 1 : (times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))) / 1000;
  const seconds = bucketSeconds(span);
  const columns = useMemo(() => buckets(points, seconds, MEASURES[as]), [points, seconds, as]);
  return html`
    <div class="bar">
      <${Choice} label="Show" current=${as} onPick=${setAs} items=${WORDS} />
      <${Toggle} on=${raw} onChange=${setRaw}>Raw points<//>
      <span class="grow"></span>
      <span class="dim num">${plural(points.length, 'point')} · buckets of ${seconds} s</span>
    </div>
    <${Tagged} data=${data} chosen=${chosen} />
    ${points.length === 0
      ? html`<${Empty} title="No point has these tags"><button type="button" class="button" onClick=${() => setQuery({ tags: null })}>Clear the tags</button><//>`
      : html`
          <${Chart} columns=${columns} names=${MEASURES[as]} raw=${raw ? points : null} label="${metric.name}: ${summary(points)}" />
          <${Figures} points=${points} />
          <${Points} points=${points} data=${data} />
        `}
  `;
}

function sortedValues(points) {
  return points.map(([, value]) => value).sort((a, b) => a - b);
}

function summary(points) {
  const sorted = sortedValues(points);
  return `${points.length} points, p50 ${number(MEASURE.p50(sorted))}, p99 ${number(MEASURE.p99(sorted))}`;
}

function Figures({ points }) {
  const sorted = useMemo(() => sortedValues(points), [points]);
  return html`<dl class="facts figures">
    ${['count', 'sum', 'min', 'avg', 'p50', 'p95', 'p99', 'max'].map((measure) => html`<div><dt>${measure}</dt><dd>${number(MEASURE[measure](sorted))}</dd></div>`)}
  </dl>`;
}

const MOST_VALUES = 12;

function Tagged({ data, chosen }) {
  const all = useMemo(() => {
    const counts = data.tagsets.map(() => 0);
    data.points.forEach((point) => (counts[point[2]] += 1));
    return facets(data.tagsets, counts);
  }, [data]);
  const flip = (tag) => (on) => {
    const next = new Set(chosen);
    if (on) next.add(tag);
    else next.delete(tag);
    setQuery({ tags: [...next].join('\u001f') });
  };
  const telling = [...all].filter(([key, values]) => values.size > 1 || [...chosen].some((tag) => tag.startsWith(`${key}:`)));
  if (telling.length === 0) return null;
  return html`<div class="facets" role="group" aria-label="Tags">
    ${telling.map(
      ([key, values]) => html`<div class="facet" key=${key}>
        <span class="facet-key">${visible(key.slice(0, 60))}</span>
        ${[...values].slice(0, MOST_VALUES).map(([value, n]) => {
          const tag = value === '' ? key : `${key}:${value}`;
          return html`<${Toggle} key=${value} on=${chosen.has(tag)} onChange=${flip(tag)}>${visible((value || key).slice(0, 60))} <span class="count">${number(n)}</span><//>`;
        })}
        ${values.size > MOST_VALUES && html`<span class="dim">and ${number(values.size - MOST_VALUES)} more</span>`}
      </div>`,
    )}
  </div>`;
}

function Points({ points, data }) {
  return html`<${List}
    class="table points"
    label="Raw points, newest first"
    count=${points.length}
    rowHeight=${26}
    head=${['Time', 'Value', 'Tags', ''].map((word, i) => html`<span role="columnheader" class="cell c${i}">${word || html`<span class="sr">Invocation</span>`}</span>`)}
    row=${(i) => pointRow(points[points.length - 1 - i], points.length - i, data)}
  />`;
}

function pointRow([t, value, tags, invocation], key, data) {
  const id = data.invocations[invocation];
  return {
    key,
    cells: html`
      <span role="gridcell" class="cell c0 num dim">${clock(t)}</span>
      <span role="gridcell" class="cell c1 num">${number(value)}</span>
      <span role="gridcell" class="cell c2 tag-text">${data.tagsets[tags].map((tag) => html`<span class="tag">${visible(tag.slice(0, 100))}</span>`)}</span>
      <span role="gridcell" class="cell c3">${id && html`<a href=${address('invocations', [id, 'metrics'])} aria-label="Go to the invocation" title="Go to the invocation"><${Icon} name="link" size=${13} /></a>`}</span>
    `,
  };
}

/** The points that one invocation sent. */
export function InvocationMetrics({ id, stamp }) {
  const read = useRead(`invocations/${id}/metrics`, {}, stamp);
  return html`<${Waiting} of=${read} what="the metrics">
    ${({ metrics }) =>
      metrics.length === 0
        ? html`<${Empty} title="No metric of this invocation"><p>The function wrote none, or they have not arrived yet. <a href=${address('invocations', [id, 'lines'])}>See its lines</a></p><//>`
        : html`<${List}
            class="table points is-named"
            label="Metrics of the invocation"
            count=${metrics.length}
            rowHeight=${28}
            head=${['Metric', 'Value', 'Tags'].map((word, i) => html`<span role="columnheader" class="cell n${i}">${word}</span>`)}
            row=${(i) => ({
              key: i,
              cells: html`
                <span role="gridcell" class="cell n0"><a href=${address('metrics', [metrics[i].name])}>${visible(metrics[i].name.slice(0, 200))}</a></span>
                <span role="gridcell" class="cell n1 num">${number(metrics[i].value)}</span>
                <span role="gridcell" class="cell n2 tag-text">${metrics[i].tags.map((tag) => html`<span class="tag">${visible(tag.slice(0, 100))}</span>`)}</span>
              `,
            })}
          />`}
  <//>`;
}
