/**
 * A trace as flat arrays in reading order (a parent stands before its children). All walks keep
 * their own stack, so a chain of ten thousand nested spans is no trouble.
 *
 * A span: `{id, parent, name, service, resource, type, kind, at, dur, error}`; `at` and `dur` in
 * milliseconds, `at` from the start of the trace.
 */
export class Trace {
  constructor(spans) {
    this.spans = inReadingOrder(spans);
    this.start = spans.reduce((least, s) => Math.min(least, s.at), Infinity);
    this.end = spans.reduce((most, s) => Math.max(most, s.at + s.dur), -Infinity);
    this.rows = this.spans.map((entry) => entry.span);
    this.depth = this.spans.map((entry) => entry.depth);
    this.parent = this.spans.map((entry) => entry.parent);
    this.past = pastSubtree(this.depth);
    this.byId = new Map(this.rows.map((span, i) => [span.id, i]));
  }

  get length() {
    return this.rows.length;
  }

  /** A span that names a parent which is not part of the trace. */
  isOrphan(i) {
    return this.parent[i] < 0 && Boolean(this.rows[i].parent);
  }

  hasChildren(i) {
    return this.past[i] > i + 1;
  }

  /** Indices of direct children, earliest first. */
  children(i) {
    const found = [];
    for (let child = i + 1; child < this.past[i]; child = this.past[child]) found.push(child);
    return found;
  }

  /** Indices of the rows that are seen while the spans in `collapsed` (ids) hide theirs. */
  shown(collapsed) {
    const found = [];
    for (let i = 0; i < this.length; ) {
      found.push(i);
      i = collapsed.has(this.rows[i].id) ? this.past[i] : i + 1;
    }
    return found;
  }

  /** Time of a span in which none of its children ran, for each span. */
  selfTimes() {
    return this.rows.map((span, i) => span.dur - covered(span, this.children(i).map((c) => this.rows[c])));
  }
}

function inReadingOrder(spans) {
  const ids = new Set(spans.map((s) => s.id));
  const childrenOf = new Map();
  for (const span of spans) {
    const key = ids.has(span.parent) && span.parent !== span.id ? span.parent : '';
    if (!childrenOf.has(key)) childrenOf.set(key, []);
    childrenOf.get(key).push(span);
  }
  for (const list of childrenOf.values()) list.sort((a, b) => a.at - b.at || b.dur - a.dur);
  return walk(spans, childrenOf);
}

function walk(spans, childrenOf) {
  const order = [];
  const seen = new Set();
  const visit = (first) => {
    const stack = [{ span: first, depth: 0, parent: -1 }];
    while (stack.length > 0) {
      const entry = stack.pop();
      if (seen.has(entry.span)) continue;
      seen.add(entry.span);
      const at = order.push(entry) - 1;
      const children = childrenOf.get(entry.span.id) ?? [];
      for (let i = children.length - 1; i >= 0; i--) {
        stack.push({ span: children[i], depth: entry.depth + 1, parent: at });
      }
    }
  };
  (childrenOf.get('') ?? []).forEach(visit);
  // Spans that name each other as parents hang on no root; each such ring starts at its first.
  spans.forEach((span) => seen.has(span) || visit(span));
  return order;
}

function pastSubtree(depth) {
  const past = new Array(depth.length);
  const open = [];
  depth.forEach((d, i) => {
    while (open.length > 0 && depth[open.at(-1)] >= d) past[open.pop()] = i;
    open.push(i);
  });
  open.forEach((i) => (past[i] = depth.length));
  return past;
}

function covered(span, children) {
  const end = span.at + span.dur;
  let sum = 0;
  let until = span.at;
  for (const child of children) {
    const from = Math.max(child.at, until);
    const to = Math.min(child.at + child.dur, end);
    if (to > from) {
      sum += to - from;
      until = to;
    }
  }
  return sum;
}

/**
 * The critical path: the pieces of spans that, had they been shorter, would have ended the trace
 * earlier. From the end backwards it follows whichever child ended last. A child that starts when
 * its parent is over (a queue, an event bus) counts as part of the parent's reach.
 *
 * Returns an array with, for each span, its pieces `[from, to]`.
 */
export function criticalPath(trace) {
  const reach = reaches(trace);
  const pieces = trace.rows.map(() => []);
  const roots = trace.rows.map((_, i) => i).filter((i) => trace.parent[i] < 0);
  const stack = longestRoot(roots, reach, trace).map((i) => ({ i, until: reach[i] }));
  while (stack.length > 0) {
    const { i, until } = stack.pop();
    const span = trace.rows[i];
    const end = span.at + span.dur;
    let t = until;
    const byEnd = trace.children(i).sort((a, b) => reach[b] - reach[a]);
    for (const child of byEnd) {
      const from = trace.rows[child].at;
      if (from >= t) continue;
      const to = Math.min(reach[child], t);
      addPiece(pieces[i], to, Math.min(t, end));
      stack.push({ i: child, until: to });
      t = Math.max(from, span.at);
    }
    addPiece(pieces[i], span.at, Math.min(t, end));
  }
  return pieces;
}

function addPiece(list, from, to) {
  if (to > from) list.push([from, to]);
}

function reaches(trace) {
  const reach = trace.rows.map((s) => s.at + s.dur);
  for (let i = trace.length - 1; i >= 0; i--) {
    const parent = trace.parent[i];
    if (parent >= 0) reach[parent] = Math.max(reach[parent], reach[i]);
  }
  return reach;
}

function longestRoot(roots, reach, trace) {
  if (roots.length === 0) return [];
  return [roots.reduce((best, i) => (reach[i] - trace.rows[i].at > reach[best] - trace.rows[best].at ? i : best))];
}

/** Rows of the table that equals the flame graph: one for each service, name and resource. */
export function aggregate(trace, path) {
  const self = trace.selfTimes();
  const groups = new Map();
  trace.rows.forEach((span, i) => {
    const key = JSON.stringify([span.service, span.name, span.resource]);
    const group = groups.get(key) ?? newGroup(span, i);
    groups.set(key, group);
    group.count += 1;
    group.total += span.dur;
    group.self += self[i];
    group.longest = Math.max(group.longest, span.dur);
    group.errors += span.error ? 1 : 0;
    group.critical += path[i].reduce((sum, [from, to]) => sum + to - from, 0);
  });
  return [...groups.values()].sort((a, b) => b.self - a.self);
}

function newGroup({ service, name, resource, kind }, first) {
  return { service, name, resource, kind, first, count: 0, total: 0, self: 0, longest: 0, errors: 0, critical: 0 };
}

/** Lanes of the flame graph: each span below its parent, in the first lane that is free. */
export function lanes(trace) {
  const ends = [];
  const lane = new Array(trace.length);
  trace.rows.forEach((span, i) => {
    let at = trace.parent[i] < 0 ? 0 : lane[trace.parent[i]] + 1;
    while (ends[at] !== undefined && ends[at] > span.at) at += 1;
    lane[i] = at;
    ends[at] = span.at + span.dur;
  });
  return { lane, count: ends.length };
}
