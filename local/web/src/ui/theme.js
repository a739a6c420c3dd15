/** Dark, light, or as the system has it. The choice is kept in this browser. */
import { signal } from '@preact/signals';
import { html } from '../html.js';
import { palette } from './canvas.js';
import { Icon } from './icons.js';

const KEY = 'sleddog-theme';
const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const ICONS = { auto: 'auto', light: 'sun', dark: 'moon' };

const chosen = signal(localStorage.getItem(KEY) ?? 'auto');

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => (palette.value += 1));

export function ThemeButton() {
  const turn = () => {
    chosen.value = NEXT[chosen.value];
    localStorage.setItem(KEY, chosen.value);
    document.documentElement.dataset.theme = chosen.value;
    palette.value += 1;
  };
  return html`<button type="button" class="button is-quiet" aria-label="Colours: ${chosen.value}" title="Colours: ${chosen.value}" onClick=${turn}><${Icon} name=${ICONS[chosen.value]} /></button>`;
}
