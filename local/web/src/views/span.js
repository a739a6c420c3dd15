/** One span: times, error, links and every tag. */
import { html, useMemo, useState } from '../html.js';
import { duration, number, visible } from '../model/text.js';
import { address, route, setQuery } from '../route.js';
import { Icon } from '../ui/icons.js';
import { CopyButton, Facts, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { Long } from '../ui/long.js';

const KIND_WORDS = { inferred: 'inferred from the event', function: 'the function', sdk: 'AWS SDK', custom: 'custom', other: 'from another tracer' };

export function SpanDetail({ trace, traceId, i, path }) {
  const span = trace.rows[i];
  const self = useMemo(() => trace.selfTimes(), [trace]);
  const read = useRead(`traces/${traceId}/spans/${span.id}`);
  const critical = path.reduce((sum, [from, to]) => sum + to - from, 0);
  return html`<section class="span-detail" aria-label="Span">
    <header class="kind-${span.kind}">
      <span class="kind-sign"></span>
      <h3>${visible(span.name.slice(0, 300))}</h3>
      <span class="dim">${KIND_WORDS[span.kind] ?? span.kind}</span>
      <span class="grow"></span>
      <button type="button" class="button is-quiet" aria-label="Close the span" onClick=${() => setQuery({ span: null })}><${Icon} name="close" size=${14} /></button>
    </header>
    <${Facts}
      items=${[
        ['Service', visible(span.service.slice(0, 200))],
        ['Resource', visible(span.resource.slice(0, 300))],
        span.type && ['Type', visible(span.type.slice(0, 100))],
        ['Start', `+${duration(span.at - trace.start)}`],
        ['Duration', duration(span.dur)],
        ['Self', duration(self[i])],
        ['On critical path', critical > 0 ? duration(critical) : 'no'],
        ['Id', html`<code class="id">${span.id}</code>`],
      ]}
    />
    <${Waiting} of=${read} what="its tags">${(full) => html`<${Rest} full=${full} />`}<//>
  </section>`;
}

function Rest({ full }) {
  return html`
    ${full.error &&
    html`<div class="span-error">
      <p><strong>${visible(full.error.type || 'Error')}</strong> <${Long} text=${full.error.message} /></p>
      ${full.error.stack && html`<div class="stack"><${CopyButton} text=${full.error.stack} label="Copy the stack" /><${Long} text=${full.error.stack} block /></div>`}
    </div>`}
    ${full.links.length > 0 && html`<${Links} links=${full.links} />`}
    <${Tags} full=${full} />
  `;
}

function Links({ links }) {
  return html`<h4>Links</h4>
    <ul class="links">
      ${links.map(
        (link) => html`<li>
          <${Icon} name="link" size=${13} />
          ${link.invocation
            ? html`<a href=${address('invocations', [link.invocation, 'trace'], { span: link.spanId })}>${link.traceId} · ${link.spanId}</a>`
            : html`<code>${link.traceId} · ${link.spanId}</code> <span class="dim">not in this session</span>`}
          ${Object.entries(link.attributes ?? {}).map(([key, value]) => html` <span class="tag">${visible(`${key}:${value}`.slice(0, 200))}</span>`)}
        </li>`,
      )}
    </ul>`;
}

function Tags({ full }) {
  const [text, setText] = useState('');
  const all = [...Object.entries(full.meta), ...Object.entries(full.metrics).map(([key, value]) => [key, number(value)])].sort(([a], [b]) => (a < b ? -1 : 1));
  const word = text.toLowerCase();
  const shown = all.filter(([key, value]) => `${key} ${value}`.toLowerCase().includes(word));
  return html`<div class="tags-head">
      <h4>Tags <span class="count">${all.length}</span></h4>
      ${all.length > 8 && html`<label class="search is-small"><${Icon} name="search" size=${13} /><span class="sr">Find tags</span><input type="search" placeholder="Find tags …" value=${text} onInput=${(event) => setText(event.target.value)} /></label>`}
      <span class="grow"></span>
      <${CopyButton} text=${() => JSON.stringify(full, null, 2)} label="Copy the span as JSON" word="JSON" />
    </div>
    <table class="tags">
      <thead class="sr"><tr><th>Tag</th><th>Value</th></tr></thead>
      <tbody>
        ${shown.map(([key, value]) => html`<tr key=${key}><th scope="row">${visible(key.slice(0, 300))}</th><td><${Long} text=${value} /></td></tr>`)}
      </tbody>
    </table>
    ${shown.length === 0 && html`<p class="dim">${all.length === 0 ? 'The span has no tags.' : `No tag contains “${text}”.`}</p>`}`;
}
