/**
 * A list of any length that draws only the rows in sight. Rows have one height. Arrow keys, Page
 * up and down, Home and End move the active row; Enter opens it.
 */
import { html, useEffect, useId, useLayoutEffect, useRef, useState } from '../html.js';

const OVERSCAN = 6;

/**
 * @param count how many rows
 * @param rowHeight in pixels
 * @param row draws row i as `{key, class, cells, props}`; cells are the children of the row
 * @param head the heads of the columns, or nothing
 * @param active index of the active row, -1 for none; `onActive(i, how)` when it moves (how: key or click)
 * @param height in pixels; otherwise the list fills its place
 * @param follow keeps the end in sight while it is in sight
 * @param onRange told `(first, last)` of the rows in sight
 */
export function List(props) {
  const { count, rowHeight, row, head, active = -1, label, role = 'grid', onRange, follow } = props;
  const box = useRef(null);
  const id = useId();
  const [view, setView] = useState({ top: 0, height: 600 });
  const headHeight = head ? 30 : 0;
  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);

  useWatchedView(box, setView);
  useEffect(() => onRange?.(first, last), [first, last, count]);
  useFollow(box, count, follow);
  useLayoutEffect(() => {
    if (active >= 0) intoView(box.current, active * rowHeight, rowHeight, headHeight);
  }, [active]);

  const drawn = [];
  for (let i = first; i < last; i++) {
    drawn.push(oneRow({ ...row(i), i, id, rowHeight, isActive: i === active, role, head, pick: props.onActive }));
  }
  const activeDrawn = active >= first && active < last;
  return html`<div
    class="list ${props.class ?? ''}"
    style=${props.height ? { height: `${props.height}px` } : undefined}
    ref=${box}
    role=${role}
    aria-label=${label}
    aria-rowcount=${role === 'listbox' ? undefined : count + (head ? 1 : 0)}
    aria-activedescendant=${activeDrawn ? `${id}-${active}` : undefined}
    tabindex="0"
    onKeyDown=${(event) => onKey(event, props, view.height)}
  >
    ${head &&
    html`<div class="list-head" role="rowgroup"><div class="row row-head" role="row" aria-rowindex="1">${head}</div></div>`}
    <div class="list-body" role=${role === 'listbox' ? 'presentation' : 'rowgroup'} style=${{ height: `${count * rowHeight}px` }}>
      ${drawn}
    </div>
  </div>`;
}

function oneRow({ key, i, id, rowHeight, isActive, role, head, cells, props, pick, class: name = '' }) {
  return html`<div
    key=${key}
    id="${id}-${i}"
    class="row ${name} ${isActive ? 'is-active' : ''}"
    role=${role === 'listbox' ? 'option' : 'row'}
    aria-rowindex=${role === 'listbox' ? undefined : i + (head ? 2 : 1)}
    aria-selected=${isActive ? 'true' : 'false'}
    style=${{ transform: `translateY(${i * rowHeight}px)`, height: `${rowHeight}px` }}
    onClick=${(event) => pick?.(i, 'click', event)}
    ...${props}
  >
    ${cells}
  </div>`;
}

function useWatchedView(box, setView) {
  useLayoutEffect(() => {
    const element = box.current;
    let waiting = 0;
    const read = () => {
      waiting = 0;
      setView({ top: element.scrollTop, height: element.clientHeight });
    };
    const later = () => (waiting ||= requestAnimationFrame(read));
    const observer = new ResizeObserver(later);
    observer.observe(element);
    element.addEventListener('scroll', later, { passive: true });
    read();
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
      element.removeEventListener('scroll', later);
    };
  }, []);
}

function useFollow(box, count, follow) {
  const atEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    const note = () => (atEnd.current = element.scrollTop + element.clientHeight > element.scrollHeight - 40);
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, []);
  useLayoutEffect(() => {
    if (follow && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count, follow]);
}

function intoView(element, top, rowHeight, headHeight) {
  const above = top < element.scrollTop;
  const below = top + rowHeight + headHeight > element.scrollTop + element.clientHeight;
  if (above) element.scrollTop = top;
  if (below) element.scrollTop = top + rowHeight + headHeight - element.clientHeight;
}

function onKey(event, { count, active = -1, rowHeight, onActive, onOpen, onRowKey }, height) {
  if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return;
  if (onRowKey?.(event, active)) {
    event.preventDefault();
    return;
  }
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 }[event.key];
  if (to !== undefined && onActive) {
    event.preventDefault();
    onActive(Math.min(count - 1, Math.max(0, to)), 'key', event);
  } else if (event.key === 'Enter' && active >= 0 && onOpen) {
    event.preventDefault();
    onOpen(active);
  }
}
