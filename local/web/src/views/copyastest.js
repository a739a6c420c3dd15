/** The invocation as a snapshot to keep and to compare later runs with. */
import { html, useState } from '../html.js';
import { session } from '../state.js';
import { Icon } from '../ui/icons.js';
import { JsonText } from '../ui/json.js';
import { Choice, CopyButton, Dialog, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';

export function CopyAsTest({ detail }) {
  const [open, setOpen] = useState(false);
  const forms = session.value?.snapshots ?? [];
  if (forms.length === 0) return null;
  return html`<button type="button" class="button" title="Keep what this invocation sent as the expectation of a test" onClick=${() => setOpen(true)}>
      <${Icon} name="test" size=${14} />Copy as test
    </button>
    ${open && html`<${Snapshot} id=${detail.id} forms=${forms} onClose=${() => setOpen(false)} />`}`;
}

function Snapshot({ id, forms, onClose }) {
  const [form, setForm] = useState(forms[0].id);
  const read = useRead(`invocations/${id}/snapshot`, { as: form });
  return html`<${Dialog} title="Copy as test" onClose=${onClose}>
    ${forms.length > 1 && html`<${Choice} label="Form" current=${form} onPick=${setForm} items=${forms.map((one) => [one.id, one.title])} />`}
    <p class="dim">${forms.find((one) => one.id === form).use}</p>
    <${Waiting} of=${read} what="the snapshot">
      ${({ text }) => html`<div class="dialog-code"><${JsonText} text=${text} label="Snapshot" /></div><footer><${CopyButton} text=${text} label="Copy the snapshot" word="Copy" /></footer>`}
    <//>
  <//>`;
}
