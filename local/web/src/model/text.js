/** How times, sizes and foreign text look on the page. Pure functions. */

const DIGITS = new Intl.NumberFormat('en-US');

/** Three significant figures without trailing zeros: 12.3, 1.24, 840. */
function figures(value) {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}

/** A duration given in milliseconds: `840 µs`, `12.3 ms`, `1.24 s`, `2 m 03 s`, `1 h 59 m`. */
export function duration(ms) {
  if (ms === null || ms === undefined || Number.isNaN(ms)) return '–';
  const size = Math.abs(ms);
  if (size === 0) return '0 ms';
  if (size < 0.9995) return `${figures(ms * 1000)} µs`;
  if (size < 999.5) return `${figures(ms)} ms`;
  if (size < 59_995) return `${figures(ms / 1000)} s`;
  const seconds = Math.round(size / 1000);
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')} m`;
  return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

/** A number of bytes: `812 B`, `4.2 kB`, `1.1 MB`. */
export function bytes(n) {
  if (n === null || n === undefined) return '–';
  if (n < 1000) return `${n} B`;
  if (n < 999_500) return `${figures(n / 1000)} kB`;
  if (n < 999_500_000) return `${figures(n / 1e6)} MB`;
  return `${figures(n / 1e9)} GB`;
}

/** A whole number with separators, any other number with up to six digits after the point. */
export function number(n) {
  if (n === null || n === undefined) return '–';
  if (Number.isInteger(n)) return DIGITS.format(n);
  return String(Number(n.toPrecision(7)));
}

/** `1 span`, `2 spans`. */
export function plural(n, word) {
  return `${number(n)} ${word}${n === 1 ? '' : 's'}`;
}

const pad = (n, width) => String(n).padStart(width, '0');

/** Time of day with milliseconds, in the browser's zone. */
export function clock(ms) {
  const at = new Date(ms);
  return `${pad(at.getHours(), 2)}:${pad(at.getMinutes(), 2)}:${pad(at.getSeconds(), 2)}.${pad(at.getMilliseconds(), 3)}`;
}

/** US dollars for a million invocations at `usd` each. */
export function perMillion(usd) {
  return `$${(usd * 1e6).toFixed(2)} / M`;
}

/**
 * Text of others, made harmless for the eye: control characters and the marks that turn the
 * direction of writing become escapes such as `\x1b`. Tab and line feed stay if `lines`.
 */
export function visible(text, lines = false) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => {
    const code = c.charCodeAt(0);
    if (lines && (code === 9 || code === 10)) return c;
    return code < 256 ? `\\x${pad(code.toString(16), 2)}` : `\\u${pad(code.toString(16), 4)}`;
  });
}

const TERMINAL_COLOUR = /\u001b\[[\d;]*m/g;

/** The first line, at most `max` characters of it, as visible text without terminal colours. */
export function oneLine(text, max = 400) {
  const cut = text.length > max ? text.slice(0, max) : text;
  const end = cut.indexOf('\n');
  const line = end < 0 ? cut : cut.slice(0, end);
  return visible(line.replace(TERMINAL_COLOUR, '').replaceAll('\t', ' ')) + (line.length < text.trimEnd().length ? ' …' : '');
}
