/** Two panes with a divider that mouse and arrow keys move. */
import { signal } from '@preact/signals';
import { html, useRef, useState } from '../html.js';

const query = matchMedia('(max-width: 820px)');

/** Whether the window has the width of a phone. */
export const narrow = signal(query.matches);
query.addEventListener('change', () => (narrow.value = query.matches));

const least = 0.2;
const most = 0.75;

function remembered(name, fallback) {
  const share = Number(localStorage.getItem(`sleddog-split-${name}`));
  return share >= least && share <= most ? share : fallback;
}

/** @param share of the first pane, until someone moves it; `name` remembers where */
export function Split({ name, share: fallback, label, children, down = false }) {
  const [share, setShare] = useState(() => remembered(name, fallback));
  const box = useRef(null);
  const set = (value) => {
    const kept = Math.min(most, Math.max(least, value));
    localStorage.setItem(`sleddog-split-${name}`, String(kept));
    setShare(kept);
  };
  const move = (event) => {
    if (event.buttons !== 1) return;
    const area = box.current.getBoundingClientRect();
    set(down ? (event.clientY - area.top) / area.height : (event.clientX - area.left) / area.width);
  };
  const key = (event) => {
    const step = { ArrowLeft: -0.02, ArrowUp: -0.02, ArrowRight: 0.02, ArrowDown: 0.02 }[event.key];
    if (step) {
      event.preventDefault();
      set(share + step);
    }
  };
  const [first, second] = children.filter((child) => typeof child === 'object');
  const tracks = `minmax(0, ${share}fr) 5px minmax(0, ${1 - share}fr)`;
  return html`<div class="split ${down ? 'is-down' : ''}" ref=${box} style=${down ? { gridTemplateRows: tracks } : { gridTemplateColumns: tracks }}>
    ${first}
    <div
      class="divider"
      role="separator"
      tabindex="0"
      aria-label=${label}
      aria-orientation=${down ? 'horizontal' : 'vertical'}
      aria-valuenow=${Math.round(share * 100)}
      aria-valuemin=${least * 100}
      aria-valuemax=${most * 100}
      onPointerDown=${(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove=${move}
      onKeyDown=${key}
    ></div>
    ${second}
  </div>`;
}
