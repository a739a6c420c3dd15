/** A long list of the server's, read page by page as it comes into sight. */
import { useEffect, useRef, useState } from '../html.js';
import { get } from '../net/api.js';

const PAGE = 200;

/**
 * @param stamp changes when there may be more; then the pages in sight and the count are read again
 * @returns `{count, item(i), need(first, last), error, generation}`; `item` is undefined until read
 */
export function usePages(path, query, stamp) {
  const key = `${path} ${JSON.stringify(query)}`;
  const kept = useRef(null);
  const [, redraw] = useState(0);
  if (kept.current?.key !== key) kept.current = new Pages(key, path, query, kept.current);
  const pages = kept.current;
  pages.changed = () => redraw((n) => n + 1);
  useEffect(() => {
    pages.refresh();
    return () => pages.stop();
  }, [key, stamp]);
  return pages;
}

class Pages {
  constructor(key, path, query, former) {
    Object.assign(this, { key, path, query, count: undefined, error: undefined, changed: () => {} });
    this.read = new Map();
    this.asked = new Set();
    this.sight = former?.sight ?? [0, 1];
    this.aborts = new AbortController();
  }

  item(i) {
    return this.read.get(Math.floor(i / PAGE))?.[i % PAGE];
  }

  need(first, last) {
    this.sight = [first, last];
    for (let page = Math.floor(first / PAGE); page * PAGE < last; page++) {
      if (!this.read.has(page)) this.#ask(page);
    }
  }

  /** Reads what is in sight again, and the last page, which may have grown. */
  refresh() {
    const [first, last] = this.sight;
    const wanted = new Set([Math.floor(first / PAGE), Math.floor(Math.max(first, last - 1) / PAGE)]);
    if (this.count > 0) wanted.add(Math.floor((this.count - 1) / PAGE));
    wanted.forEach((page) => this.#ask(page));
  }

  again = () => {
    this.error = undefined;
    this.refresh();
    this.changed();
  };

  stop() {
    this.aborts.abort();
    this.aborts = new AbortController();
    this.asked.clear();
  }

  async #ask(page) {
    if (this.asked.has(page)) return;
    this.asked.add(page);
    const { signal } = this.aborts;
    try {
      this.#take(page, await get(this.path, { ...this.query, from: page * PAGE, limit: PAGE }, signal));
    } catch (error) {
      if (error.name === 'AbortError') return;
      this.error = error;
    }
    this.asked.delete(page);
    this.changed();
  }

  #take(page, answer) {
    if (answer.generation !== this.generation) this.read.clear();
    this.generation = answer.generation;
    this.count = answer.count;
    this.answer = answer;
    this.error = undefined;
    this.read.set(page, answer.items);
    const [first, last] = this.sight;
    this.need(first, Math.min(last, this.count));
  }
}
