/**
 * The list of invocations: one short array for each, as the server sends it, kept in order of
 * arrival. Five thousand of them are about a megabyte.
 */
export const COLUMN = Object.freeze({
  id: 0,
  fn: 1,
  trigger: 2,
  status: 3,
  startedAt: 4,
  durationMs: 5,
  initMs: 6,
  memoryMb: 7,
  sizeMb: 8,
  error: 9,
  spans: 10,
  logs: 11,
  metrics: 12,
  arrival: 13,
  lost: 14,
  trace: 15,
});

/** Rows by id and in order; `changed` tells whether a call made a difference. */
export class Rows {
  constructor() {
    this.list = [];
    this.index = new Map();
  }

  /** Takes new and changed rows and forgets removed ones. */
  merge(rows, removed = []) {
    for (const row of rows) {
      const at = this.index.get(row[COLUMN.id]);
      if (at === undefined) {
        this.index.set(row[COLUMN.id], this.list.length);
        this.list.push(row);
      } else {
        this.list[at] = row;
      }
    }
    if (removed.length > 0) this.#forget(new Set(removed));
  }

  #forget(ids) {
    this.list = this.list.filter((row) => !ids.has(row[COLUMN.id]));
    this.index = new Map(this.list.map((row, at) => [row[COLUMN.id], at]));
  }

  clear() {
    this.list = [];
    this.index.clear();
  }

  get(id) {
    const at = this.index.get(id);
    return at === undefined ? undefined : this.list[at];
  }

  newest() {
    return this.list.at(-1);
  }
}

/** US dollars: a gigabyte second on x86 in us-east-1, and a request. */
const GB_SECOND = 0.0000166667;
const REQUEST = 0.0000002;

/** Milliseconds that AWS bills for a row: start and run, rounded up. */
export function billed(row) {
  return Math.ceil(row[COLUMN.durationMs] + (row[COLUMN.initMs] ?? 0));
}

/** US dollars that a row costs. */
export function cost(row) {
  return (((billed(row) / 1000) * row[COLUMN.sizeMb]) / 1024) * GB_SECOND + REQUEST;
}

/** The names of the functions, then others that rows have, in the order of their first row. */
export function namesOf(functions, rows) {
  return [...new Set([...functions.map((fn) => fn.name), ...rows.map((row) => row[COLUMN.fn])])];
}

const KINDS = {
  errors: (row) => row[COLUMN.status] !== 'ok' && row[COLUMN.status] !== 'running',
  cold: (row) => row[COLUMN.initMs] !== null,
  lost: (row) => row[COLUMN.lost] > 0,
};

/** Every word of the text must stand in one of the row's words; `kinds` narrows further. */
export function matcher(text, kinds = new Set(), fn = '') {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = [...kinds].map((kind) => KINDS[kind]);
  return (row) => {
    if (fn && row[COLUMN.fn] !== fn) return false;
    if (!tests.every((test) => test(row))) return false;
    return words.every((word) => matchesWord(row, word));
  };
}

function matchesWord(row, word) {
  for (const column of [COLUMN.fn, COLUMN.trigger, COLUMN.status, COLUMN.id, COLUMN.error, COLUMN.trace]) {
    const value = row[column];
    if (value && value.toLowerCase().includes(word)) return true;
  }
  return word === 'cold' && row[COLUMN.initMs] !== null;
}

/** The rows that match, newest first. */
export function visibleRows(rows, matches) {
  const found = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    if (matches(rows[i])) found.push(rows[i]);
  }
  return found;
}
