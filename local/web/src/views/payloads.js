/** What the function was given and what it answered, with secrets masked by the server. */
import { html } from '../html.js';
import { bytes, plural } from '../model/text.js';
import { address } from '../route.js';
import { can } from '../state.js';
import { Icon } from '../ui/icons.js';
import { JsonText } from '../ui/json.js';
import { CopyButton, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';

export function Payloads({ detail }) {
  const read = useRead(`invocations/${detail.id}/payload`, {}, detail.status);
  return html`<${Waiting} of=${read} what="the payloads">
    ${({ event, response }) => html`<div class="payloads">
      <${Side} title="Event" payload=${event} none=${detail.kind === 'log' && UNTOLD}>
        ${can('invoke') && detail.kind === 'function' && html`<a class="button is-quiet" href=${address('try', [], { from: detail.id })}><${Icon} name="play" size=${13} />Edit and send</a>`}
      <//>
      <${Side} title=${detail.status === 'ok' ? 'Response' : 'Error'} payload=${response} none=${detail.kind === 'log' && UNTOLD} />
    </div>`}
  <//>`;
}

const UNTOLD = 'A log does not tell it. With DD_CAPTURE_LAMBDA_PAYLOAD set, it is among the tags of the function span.';

function Side({ title, payload, none, children }) {
  return html`<section aria-label=${title}>
    <header>
      <h3>${title}</h3>
      ${payload && html`<span class="dim">${bytes(payload.bytes)}${payload.masked > 0 ? ` · ${plural(payload.masked, 'value')} masked` : ''}${payload.cut ? ' · shortened' : ''}</span>`}
      <span class="grow"></span>
      ${children} ${payload && html`<${CopyButton} text=${payload.text} label="Copy the ${title.toLowerCase()}" />`}
    </header>
    ${payload ? html`<${JsonText} text=${payload.text} label=${title} />` : html`<p class="dim">${none || 'None: the invocation ended without one.'}</p>`}
  </section>`;
}
