/**
 * The last invocations at a glance: a bar for each, as high as it took long; cold starts carry their
 * init on top, failures are red and have a dot at the foot. The list below says the same in words.
 */
import { html, useState } from '../html.js';
import { COLUMN as C } from '../model/rows.js';
import { duration } from '../model/text.js';
import { Canvas, colour } from '../ui/canvas.js';

const BAR = 5;

export function Pulse({ rows, current, onPick }) {
  const [over, setOver] = useState(null);
  if (rows.length === 0) return null;
  const at = (event) => {
    const fromRight = event.currentTarget.clientWidth - event.offsetX;
    return rows[Math.floor(fromRight / BAR)];
  };
  return html`<div class="pulse" aria-hidden="true">
    <${Canvas}
      class="pulse-canvas"
      draw=${(context, width, height) => draw(context, width, height, rows, current)}
      onMouseMove=${(event) => setOver(at(event) ?? null)}
      onMouseLeave=${() => setOver(null)}
      onClick=${(event) => at(event) && onPick(at(event))}
    />
    ${over && html`<span class="pulse-tip">${over[C.fn]} ${duration(over[C.durationMs])}</span>`}
  </div>`;
}

function draw(context, width, height, rows, current) {
  const shown = rows.slice(0, Math.floor(width / BAR));
  const whole = (row) => (row[C.durationMs] ?? 0) + (row[C.initMs] ?? 0);
  const longest = shown.reduce((most, row) => Math.max(most, whole(row)), 1);
  const tall = (ms) => (Math.log1p(ms) / Math.log1p(longest)) * (height - 8);
  shown.forEach((row, i) => {
    const x = width - (i + 1) * BAR;
    const failed = row[C.status] !== 'ok' && row[C.status] !== 'running';
    const full = Math.max(2, tall(whole(row)));
    const part = row[C.initMs] === null ? full : Math.max(2, full * ((row[C.durationMs] ?? 0) / whole(row)));
    if (row[C.id] === current) {
      context.fillStyle = colour('selected');
      context.fillRect(x - 1, 0, BAR + 1, height);
    }
    context.fillStyle = colour('cold');
    context.fillRect(x, height - 4 - full, BAR - 2, full - part);
    context.fillStyle = colour(failed ? 'bad' : 'bar');
    context.fillRect(x, height - 4 - part, BAR - 2, part);
    if (failed) context.fillRect(x, height - 2, BAR - 2, 2);
  });
}
