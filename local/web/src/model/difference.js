/** What differs between two invocations: facts, spans, metrics, tags. */

/** Rows `{key, a, b, change}` over the keys of both; `change` is same, added, removed or changed. */
export function differences(a, b) {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return keys.map((key) => ({ key, a: a[key], b: b[key], change: changeOf(a[key], b[key]) }));
}

function changeOf(a, b) {
  if (a === undefined) return 'added';
  if (b === undefined) return 'removed';
  return a === b ? 'same' : 'changed';
}

/**
 * The spans of two traces side by side. Spans are the same if the names and resources on the way
 * from the root are, and they are the n-th of that way.
 */
export function spanPairs(a, b) {
  const left = keyed(a);
  const right = keyed(b);
  const pairs = [];
  const done = new Set();
  for (const [key, i] of left) {
    done.add(key);
    const j = right.get(key);
    pairs.push({ depth: a.depth[i], a: a.rows[i], b: j === undefined ? undefined : b.rows[j] });
  }
  for (const [key, j] of right) {
    if (!done.has(key)) pairs.push({ depth: b.depth[j], a: undefined, b: b.rows[j] });
  }
  return pairs;
}

function keyed(trace) {
  const seen = new Map();
  const paths = [];
  const byKey = new Map();
  trace.rows.forEach((span, i) => {
    const above = trace.parent[i] < 0 ? '' : paths[trace.parent[i]];
    const path = `${above}\u0001${span.service}\u0002${span.name}\u0002${span.resource}`;
    const nth = (seen.get(path) ?? 0) + 1;
    seen.set(path, nth);
    paths.push(`${path}\u0003${nth}`);
    byKey.set(paths[i], i);
  });
  return byKey;
}

/** Metric name and tags → number of points and their sum, as text. */
export function metricSums(metrics) {
  const sums = new Map();
  for (const { name, tags, value } of metrics) {
    const key = `${name} ${[...tags].sort().join(',')}`;
    const sum = sums.get(key) ?? { n: 0, total: 0 };
    sum.n += 1;
    sum.total += value;
    sums.set(key, sum);
  }
  return Object.fromEntries([...sums].map(([key, { n, total }]) => [key, n === 1 ? `${total}` : `${n} × Σ ${total}`]));
}
