/**
 * JSON for reading: indented and coloured, drawn by lines, with every digit as it was written (a
 * browser's own parser would round 64-bit ids).
 */
import { html, useMemo } from '../html.js';
import { formatJson } from '../model/jsontext.js';
import { List } from './list.js';

const ROW = 19;
const MOST_PLAIN = 400;

/** @param text the JSON, or any other text, which then stands as it is */
export function JsonText({ text, label }) {
  const lines = useMemo(() => formatJson(text), [text]);
  if (lines.length <= MOST_PLAIN) {
    return html`<div class="code" tabindex="0" role="group" aria-label=${label}>${lines.map(line)}</div>`;
  }
  return html`<${List}
    class="code is-long"
    label=${label}
    role="listbox"
    count=${lines.length}
    rowHeight=${ROW}
    row=${(i) => ({ key: i, cells: line(lines[i]) })}
  />`;
}

function line({ indent, tokens }) {
  return html`<div class="code-line" style=${{ paddingLeft: `${indent * 2}ch` }}>
    ${tokens.map(([kind, text]) => (kind ? html`<span class="j-${kind}">${text}</span>` : text))}
  </div>`;
}
