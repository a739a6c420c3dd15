/** Text of others of any length: the beginning, and the rest on demand in pieces. */
import { html, useState } from '../html.js';
import { bytes, visible } from '../model/text.js';
import { CopyButton } from './parts.js';

const FIRST = 600;
const FIRST_BLOCK = 6000;
const MORE = 50_000;

/** @param block as lines in a fixed-width face */
export function Long({ text, block = false }) {
  const start = block ? FIRST_BLOCK : FIRST;
  const [length, setLength] = useState(start);
  const shown = visible(text.slice(0, length), true);
  const rest = text.length - length;
  const more =
    text.length > start &&
    html`<span class="long-more">
      ${rest > 0 && html`<button type="button" class="link" onClick=${() => setLength(length + MORE)}>${bytes(rest)} more</button>`}
      <${CopyButton} text=${text} label="Copy all of it" />
    </span>`;
  return block ? html`<pre class="block" tabindex="0">${shown}</pre>${more}` : html`<span class="long">${shown}</span>${more}`;
}
