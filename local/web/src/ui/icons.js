/** Icons as paths of a 16 × 16 drawing; always beside a word or with a label, never alone in meaning. */
import { html } from '../html.js';

const STROKES = {
  ok: 'M3.5 8.5l3 3 6-7',
  error: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  timeout: 'M8 4.5V8l2.5 1.5M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  crash: 'M9 1.5L3.5 9H8l-1 5.5L12.5 7H8z',
  running: 'M8 2a6 6 0 1 1-6 6',
  cold: 'M8 1.5v13M2.4 4.8l11.2 6.4M13.6 4.8L2.4 11.2M6.3 2.6L8 4.3l1.7-1.7M6.3 13.4L8 11.7l1.7 1.7',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3.5 3.5',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M13 3l-1.2 1.2M4.2 11.8L3 13',
  moon: 'M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z',
  auto: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M10 3v10M12 4.5v7',
  right: 'M6 3.5L10.5 8 6 12.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  left: 'M10 3.5L5.5 8 10 12.5',
  link: 'M6.5 9.5l3-3M7 4.5l1.6-1.6a3 3 0 0 1 4.4 4.4L11.5 9M9 11.5l-1.6 1.6A3 3 0 0 1 3 8.7L4.5 7',
  save: 'M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11',
  open: 'M8 10.5v-8M4.5 6L8 2.5 11.5 6M2.5 13.5h11',
  play: 'M4.5 2.8l8 5.2-8 5.2z',
  replay: 'M3 3v3.5h3.5M3.3 6.5A5.2 5.2 0 1 1 2.8 9',
  compare: 'M8 1.5v13M2 4.5h3.5M2 8h3.5M2 11.5h3.5M10.5 4.5H14M10.5 8H14M10.5 11.5H14',
  test: 'M6 1.5h4M7 1.5v4.8l-4 6.4c-.5.9 0 1.8 1 1.8h8c1 0 1.5-.9 1-1.8l-4-6.4V1.5M4.8 10.5h6.4',
  close: 'M4 4l8 8M12 4l-8 8',
  help: 'M6 6a2 2 0 1 1 2.8 1.8c-.5.2-.8.6-.8 1.2v.5M8 11.8v.2M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  warn: 'M8 2L1.5 13.5h13zM8 6.5v3.2M8 11.6v.2',
  more: 'M3 8h.1M8 8h.1M13 8h.1',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  chart: 'M2 13.5h12M3 10.5l3.2-4 2.8 2.4L13 3.5',
  lines: 'M2.5 3.5h7M2.5 6.5h11M2.5 9.5h9M2.5 12.5h5',
  flow: 'M1.5 8h4M10.5 8h4M5.5 5.5h5v5h-5zM13 6.5L14.5 8 13 9.5',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.2 4.5l.6 9h6.4l.6-9',
};

/** An icon that is decoration: the word beside it says the same. */
export function Icon({ name, title, size = 16 }) {
  return html`<svg
    class="icon icon-${name}"
    width=${size}
    height=${size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    role=${title ? 'img' : undefined}
    aria-label=${title}
    aria-hidden=${title ? undefined : 'true'}
  >
    <path d=${STROKES[name]} />
  </svg>`;
}

/** The dog's head of the project. */
export function Logo() {
  return html`<svg class="logo" width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
    <path class="logo-fur" d="M6 3l6.5 6h7L26 3l1.5 13.5L22 25l-6 4.5L10 25 4.5 16.5z" />
    <path class="logo-mask" d="M16 12.5l4 6.5-1.6 6L16 27l-2.4-2-1.6-6z" />
    <path class="logo-eyes" d="M9 15.2l3.6 1.4-2.4 1.5zM23 15.2l-3.6 1.4 2.4 1.5z" />
    <path class="logo-nose" d="M14.2 22.6h3.6L16 24.8z" />
  </svg>`;
}
