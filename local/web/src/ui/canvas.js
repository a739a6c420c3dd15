/** A canvas that fits its box, is sharp on any screen and is drawn again when the colours change. */
import { signal } from '@preact/signals';
import { html, useLayoutEffect, useRef } from '../html.js';

/** Changes when the colours of the page do. */
export const palette = signal(0);

const cache = { stamp: -1, values: new Map() };

/** A colour of the style sheet by its name without the dashes. */
export function colour(name) {
  if (cache.stamp !== palette.value) {
    cache.stamp = palette.value;
    cache.values.clear();
  }
  if (!cache.values.has(name)) {
    cache.values.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  }
  return cache.values.get(name);
}

/**
 * @param draw `(context, width, height)` in CSS pixels
 * @param height in pixels; otherwise the style sheet says it
 */
export function Canvas({ draw, class: name = '', label, height, ...events }) {
  const ref = useRef(null);
  palette.value;
  useLayoutEffect(() => {
    const element = ref.current;
    const paint = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const ratio = devicePixelRatio || 1;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      const context = element.getContext('2d');
      context.scale(ratio, ratio);
      draw(context, width, height);
    };
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    paint();
    return () => observer.disconnect();
  });
  return html`<canvas ref=${ref} class="canvas ${name}" style=${height ? { height: `${height}px` } : undefined} role="img" aria-label=${label} ...${events}></canvas>`;
}
