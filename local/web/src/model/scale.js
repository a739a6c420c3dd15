/**
 * The time axis of a trace, from milliseconds to 0…1. A stretch in which nothing begins or ends
 * and that is much longer than all the rest (a message that lay in a queue) is folded to a narrow
 * band, so that the rest keeps its room.
 */
const MUCH_LONGER = 4;
const MOST_FOLDS = 5;
const FOLD_WIDTH = 0.06;
const MAX_FOLDED = 0.3;

export class TimeScale {
  constructor(start, end, gaps = []) {
    this.start = start;
    this.end = end > start ? end : start + 1;
    this.parts = parts(this.start, this.end, gaps);
  }

  /** Position 0…1 of a moment. */
  at(t) {
    const part = this.parts.find((p) => t <= p.t1) ?? this.parts.at(-1);
    const share = part.t1 > part.t0 ? (t - part.t0) / (part.t1 - part.t0) : 0;
    return part.x0 + Math.min(1, Math.max(0, share)) * (part.x1 - part.x0);
  }

  /** The moment at a position. */
  timeAt(x) {
    const part = this.parts.find((p) => x <= p.x1) ?? this.parts.at(-1);
    return part.t0 + ((x - part.x0) / (part.x1 - part.x0)) * (part.t1 - part.t0);
  }

  /** The folded stretches, as `{t0, t1, x0, x1}`. */
  folds() {
    return this.parts.filter((p) => p.folded);
  }

  /**
   * Round moments for the axis within the positions `from`…`to`, about `most` of them: `x` and `ms`
   * since the start, or, with `after`, since the end of the fold before.
   */
  ticks(from, to, most) {
    const found = [];
    for (const part of this.parts.filter((p) => !p.folded && p.x1 > from && p.x0 < to)) {
      const t0 = this.timeAtIn(part, Math.max(from, part.x0));
      const t1 = this.timeAtIn(part, Math.min(to, part.x1));
      const room = Math.max(1, Math.round((most * (Math.min(to, part.x1) - Math.max(from, part.x0))) / (to - from)));
      const step = roundStep((t1 - t0) / room);
      for (let t = part.t0 + Math.ceil((t0 - part.t0) / step - 1e-9) * step; t <= t1 + step * 1e-9; t += step) {
        found.push({ ms: t - part.t0, x: this.at(t), after: part.t0 > this.start });
      }
    }
    return found;
  }

  timeAtIn(part, x) {
    return part.t0 + ((x - part.x0) / (part.x1 - part.x0)) * (part.t1 - part.t0);
  }
}

function roundStep(raw) {
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

function parts(start, end, gaps) {
  const folded = gaps.length === 0 ? 0 : Math.min(FOLD_WIDTH, MAX_FOLDED / gaps.length);
  const open = end - start - gaps.reduce((sum, [a, b]) => sum + b - a, 0);
  const perMs = (1 - folded * gaps.length) / open;
  const all = [];
  let t = start;
  let x = 0;
  const add = (t1, isFold) => {
    if (t1 <= t) return;
    const width = isFold ? folded : (t1 - t) * perMs;
    all.push({ t0: t, t1, x0: x, x1: x + width, folded: isFold });
    t = t1;
    x += width;
  };
  for (const [from, to] of gaps) {
    add(from, false);
    add(to, true);
  }
  add(end, false);
  all.at(-1).x1 = 1;
  return all;
}

/**
 * The stretches worth folding, as `[from, to]`, in order: only if the rest holds at least one whole
 * span that is better seen for it.
 */
export function gapsWorthFolding(spans) {
  const moments = [...new Set(spans.flatMap((s) => [s.at, s.at + s.dur]))].sort((a, b) => a - b);
  const stretches = moments.slice(1).map((t, i) => [moments[i], t]);
  const longest = stretches.sort(([a, b], [c, d]) => d - c - (b - a)).slice(0, MOST_FOLDS);
  let rest = moments.at(-1) - moments[0];
  let found = [];
  longest.forEach(([from, to], i) => {
    rest -= to - from;
    const chosen = longest.slice(0, i + 1);
    if (to - from > MUCH_LONGER * rest && holdsSpan(spans, chosen)) found = chosen;
  });
  return found.sort(([a], [b]) => a - b);
}

function holdsSpan(spans, gaps) {
  return spans.some((s) => s.dur > 0 && gaps.every(([a, b]) => s.at + s.dur <= a || s.at >= b));
}
