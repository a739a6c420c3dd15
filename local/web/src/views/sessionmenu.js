/** Save the session as a file, open one, go back to the live one, clear. */
import { html, useEffect, useRef, useState } from '../html.js';
import { download, hasToken, post } from '../net/api.js';
import { go } from '../route.js';
import { can, say, session, sessionName } from '../state.js';
import { show } from '../sync.js';
import { Icon } from '../ui/icons.js';

export function SessionMenu() {
  const [open, setOpen] = useState(false);
  const box = useRef(null);
  const file = useRef(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event) => box.current.contains(event.target) || setOpen(false);
    const key = (event) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', key);
    };
  }, [open]);
  const then = (action) => () => {
    setOpen(false);
    action();
  };
  const offered = session.value?.capabilities ?? [];
  if (!['save', 'open', 'clear'].some((action) => offered.includes(action))) return null;
  const canOpen = session.value?.capabilities.includes('open') && hasToken();
  return html`<div class="menu" ref=${box}>
    <button type="button" class="button is-quiet" aria-expanded=${open ? 'true' : 'false'} aria-controls="session-menu" onClick=${() => setOpen(!open)}>
      <${Icon} name="save" /><span class="menu-word">Session</span>
    </button>
    <ul id="session-menu" class="menu-items" hidden=${!open}>
      ${hasToken() && html`<li><button type="button" onClick=${then(save)}><${Icon} name="save" size=${14} />Save as a file</button></li>`}
      ${canOpen && html`<li><button type="button" onClick=${() => file.current.click()}><${Icon} name="open" size=${14} />Open a file …</button></li>`}
      ${sessionName.value !== 'live' && html`<li><button type="button" onClick=${then(() => show('live'))}><${Icon} name="left" size=${14} />Back to the live session</button></li>`}
      ${can('clear') && hasToken() && html`<li><button type="button" onClick=${then(() => clear())}><${Icon} name="trash" size=${14} />Clear</button></li>`}
    </ul>
    <input ref=${file} type="file" accept=".jsonl" hidden aria-label="Session file" onChange=${then(() => upload(file.current))} />
  </div>`;
}

async function save() {
  try {
    await download('session/file', 'sleddog-session.jsonl');
    say('Saved: one line for each invocation');
  } catch (e) {
    say(`${e.message}. ${e.remedy}`);
  }
}

async function upload(input) {
  const [file] = input.files;
  if (!file) return;
  try {
    const { name } = await post('session/file', file, { name: file.name });
    await show(name);
    go('invocations');
  } catch (e) {
    say(`${e.message}. ${e.remedy}`);
  }
  input.value = '';
}

async function clear() {
  try {
    await post('session/clear');
  } catch (e) {
    say(`${e.message}. ${e.remedy}`);
  }
}
