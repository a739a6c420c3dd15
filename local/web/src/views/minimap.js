/**
 * The whole trace in a strip. Dragging chooses a stretch of time, a double click shows all. The
 * waterfall below has keys for the same.
 */
import { html, useRef, useState } from '../html.js';
import { plural } from '../model/text.js';
import { Canvas, colour } from '../ui/canvas.js';

const LEAST = 0.002;

export function Minimap({ trace, scale, zoom, setZoom }) {
  const from = useRef(null);
  const [drag, setDrag] = useState(null);
  const share = (event) => Math.min(1, Math.max(0, event.offsetX / event.currentTarget.clientWidth));
  const down = (event) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = share(event);
  };
  const move = (event) => {
    if (event.buttons === 1 && from.current !== null) {
      setDrag({ from: Math.min(from.current, share(event)), to: Math.max(from.current, share(event)) });
    }
  };
  const up = () => {
    if (drag && drag.to - drag.from > LEAST) setZoom(drag);
    from.current = null;
    setDrag(null);
  };
  return html`<${Canvas}
    class="minimap"
    label="The whole trace, ${plural(trace.length, 'span')}; the table below says the same"
    draw=${(context, width, height) => draw(context, width, height, trace, scale, drag ?? zoom)}
    onPointerDown=${down}
    onPointerMove=${move}
    onPointerUp=${up}
    onDblClick=${() => setZoom({ from: 0, to: 1 })}
  />`;
}

function draw(context, width, height, trace, scale, zoom) {
  const step = Math.min(3, (height - 2) / trace.length);
  trace.rows.forEach((span, i) => {
    const x = scale.at(span.at) * width;
    const right = scale.at(span.at + span.dur) * width;
    context.fillStyle = colour(span.error ? 'bad' : `kind-${span.kind}`);
    context.fillRect(x, 1 + i * step, Math.max(1, right - x), Math.max(0.6, step - 0.8));
  });
  context.fillStyle = colour('fold');
  scale.folds().forEach((f) => context.fillRect(f.x0 * width, 0, (f.x1 - f.x0) * width, height));
  if (zoom.from <= 0 && zoom.to >= 1) return;
  context.fillStyle = colour('veil');
  context.fillRect(0, 0, zoom.from * width, height);
  context.fillRect(zoom.to * width, 0, width, height);
  context.fillStyle = colour('accent');
  context.fillRect(zoom.from * width, 0, 1, height);
  context.fillRect(zoom.to * width - 1, 0, 1, height);
}
