/** Points of a metric: chosen by tags, put into buckets of time, summed up. */

/** The value below which the share `q` of the sorted values lies (nearest rank). */
export function quantile(sorted, q) {
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
}

/**
 * Tags by key with how many points carry each value.
 *
 * @param {string[][]} tagsets lists of `key:value`
 * @param {number[]} counts points of each set
 */
export function facets(tagsets, counts) {
  const byKey = new Map();
  tagsets.forEach((tags, i) => {
    for (const tag of tags) {
      const [key, value] = splitTag(tag);
      if (!byKey.has(key)) byKey.set(key, new Map());
      const values = byKey.get(key);
      values.set(value, (values.get(value) ?? 0) + counts[i]);
    }
  });
  return new Map([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A tag without a colon is a key without a value. */
export function splitTag(tag) {
  const colon = tag.indexOf(':');
  return colon < 0 ? [tag, ''] : [tag.slice(0, colon), tag.slice(colon + 1)];
}

/** Whether a set has, for each key of the chosen tags, one of the chosen values. */
export function selects(tags, chosen) {
  const own = new Set(tags);
  const byKey = new Map();
  for (const tag of chosen) {
    const [key] = splitTag(tag);
    byKey.set(key, (byKey.get(key) ?? false) || own.has(tag));
  }
  return [...byKey.values()].every(Boolean);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400];

/** Seconds of a bucket, so that about `most` buckets cover the time. */
export function bucketSeconds(spanSeconds, most = 120) {
  return STEPS.find((step) => spanSeconds / step <= most) ?? Math.ceil(spanSeconds / most / 86400) * 86400;
}

/**
 * Columns for the chart: seconds of each bucket and for each measure its value there.
 *
 * @param {number[][]} points `[time in ms, value]`, in any order
 * @param {string[]} measures of p50, p95, p99, min, max, avg, sum, count
 */
export function buckets(points, seconds, measures) {
  const byTime = new Map();
  for (const [t, value] of points) {
    const at = Math.floor(t / 1000 / seconds) * seconds;
    if (!byTime.has(at)) byTime.set(at, []);
    byTime.get(at).push(value);
  }
  const times = [...byTime.keys()].sort((a, b) => a - b);
  const columns = measures.map(() => []);
  for (const t of times) {
    const values = byTime.get(t).sort((a, b) => a - b);
    measures.forEach((measure, i) => columns[i].push(MEASURE[measure](values)));
  }
  return [times, ...columns];
}

const MOMENT_SECONDS = 30;

/** The seconds that the chart's axis covers: a single bucket has no width of its own. */
export function timeRange(from, to) {
  return from === to ? [from - MOMENT_SECONDS, to + MOMENT_SECONDS] : [from, to];
}

const total = (values) => values.reduce((sum, v) => sum + v, 0);

export const MEASURE = Object.freeze({
  p50: (sorted) => quantile(sorted, 0.5),
  p95: (sorted) => quantile(sorted, 0.95),
  p99: (sorted) => quantile(sorted, 0.99),
  min: (sorted) => sorted[0] ?? null,
  max: (sorted) => sorted.at(-1) ?? null,
  avg: (sorted) => (sorted.length > 0 ? total(sorted) / sorted.length : null),
  sum: total,
  count: (sorted) => sorted.length,
});
