/** Lines over time, drawn by uPlot; the figures and the table below it say the same. */
import uPlot from 'uplot';
import { html, useEffect, useRef } from '../html.js';
import { timeRange } from '../model/points.js';
import { clock, number } from '../model/text.js';
import { colour, palette } from './canvas.js';

const HEIGHT = 240;
const LINES = ['line-1', 'line-2', 'line-3'];
const DOT = 3;

/**
 * @param columns seconds, then one column for each of `names`
 * @param raw points `[ms, value, …]` drawn as dots, or null
 */
export function Chart({ columns, names, raw, label }) {
  const box = useRef(null);
  const stamp = palette.value;
  useEffect(() => {
    const element = box.current;
    const plot = new uPlot(options(element.clientWidth, names, raw), columns, element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [columns, raw, stamp]);
  return html`<div class="chart" ref=${box} role="img" aria-label=${label}></div>`;
}

function options(width, names, raw) {
  const grid = { stroke: colour('grid'), width: 1 };
  const axis = { stroke: colour('dim'), grid, ticks: grid, font: `11px ${colour('font-text')}` };
  return {
    width,
    height: HEIGHT,
    padding: [12, 12, 0, 0],
    cursor: { y: false },
    scales: { x: { range: (_, from, to) => timeRange(from, to) }, y: { range: (_, least, most) => yRange(least, most, raw) } },
    axes: [{ ...axis, space: 76, values: (_, ticks) => ticks.map(timeOfDay) }, { ...axis, size: 64, values: (_, ticks) => ticks.map(number) }],
    series: [{ label: 'time', value: '{HH}:{mm}:{ss}' }, ...names.map((name, i) => line(name, i, raw))],
    hooks: raw ? { draw: [(plot) => dots(plot, raw)] } : {},
  };
}

function timeOfDay(seconds) {
  const text = clock(seconds * 1000);
  return text.endsWith(':00.000') ? text.slice(0, 5) : text.slice(0, 8);
}

function line(name, i, raw) {
  return {
    label: name,
    stroke: colour(LINES[i]),
    width: 1.75,
    spanGaps: true,
    points: { show: !raw, size: 5, fill: colour(LINES[i]) },
    value: (_, v) => number(v),
  };
}

function yRange(least, most, raw) {
  const values = (raw ?? []).map(([, value]) => value);
  const high = values.reduce((a, b) => Math.max(a, b), most ?? 0);
  const low = values.reduce((a, b) => Math.min(a, b), least ?? 0);
  return [Math.min(0, low), high === 0 ? 1 : high * 1.08];
}

function dots(plot, raw) {
  const { ctx: context } = plot;
  const size = DOT * (devicePixelRatio || 1);
  context.fillStyle = colour('dot');
  for (const [t, value] of raw) {
    const x = plot.valToPos(t / 1000, 'x', true);
    const y = plot.valToPos(value, 'y', true);
    context.fillRect(x - size / 2, y - size / 2, size, size);
  }
}
