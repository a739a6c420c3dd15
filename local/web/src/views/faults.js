/** Breaking things on purpose: the function's start, and what the intake answers. */
import { html, useState } from '../html.js';
import { post } from '../net/api.js';
import { can, say, session } from '../state.js';
import { Icon } from '../ui/icons.js';
import { Choice } from '../ui/parts.js';

const STATUSES = [400, 403, 408, 413, 429, 500, 503];

const MISHAPS = [
  ['throw', 'Throw', 'Sent an event that makes it throw'],
  ['timeout', 'Time out', 'It gets no answer out before its limit'],
  ['memory', 'Run out of memory', 'It is killed for its memory'],
];

async function act(done, path, body) {
  try {
    await post(path, body);
    say(done);
  } catch (e) {
    say(`${e.message}. ${e.remedy}`);
  }
}

export function Faults({ fn }) {
  const stopped = session.value.stopped?.includes(fn);
  return html`<section class="card" aria-label="Break things">
    <h3>Break things</h3>
    ${can('cold') &&
    html`<div class="fault">
      <button type="button" class="button" onClick=${() => act('The next one starts cold', `functions/${encodeURIComponent(fn)}/cold`)}><${Icon} name="cold" size=${14} />Go cold</button>
      ${stopped
        ? html`<button type="button" class="button is-primary" onClick=${() => act('It takes its events again', `functions/${encodeURIComponent(fn)}/start`)}>Start</button>`
        : html`<button type="button" class="button" onClick=${() => act('Its events wait now', `functions/${encodeURIComponent(fn)}/stop`)}>Stop</button>`}
      ${stopped ? html`<span class="is-warn">${fn} is stopped: its events wait</span>` : html`<span class="dim">stops the process of ${fn}; stopped, its events wait</span>`}
    </div>`}
    ${can('mishap') &&
    html`<div class="fault is-mishaps" role="group" aria-label="Make ${fn} fail">
      ${MISHAPS.map(([kind, word, done]) => html`<button type="button" class="button" onClick=${() => act(done, `functions/${encodeURIComponent(fn)}/mishap`, { kind })}>${word}</button>`)}
    </div>`}
    ${can('intake') && html`<${Intake} />`}
  </section>`;
}

function Intake() {
  const now = session.value.intake ?? { mode: 'ok' };
  const [mode, setMode] = useState('status');
  const [status, setStatus] = useState(503);
  const [latency, setLatency] = useState(2000);
  const broken = now.mode !== 'ok';
  const apply = () => act('The intake is broken', 'intake', { mode, status, latencyMs: latency });
  return html`<div class="fault is-intake ${broken ? 'is-on' : ''}">
    <p><strong>Intake</strong> ${broken ? html`<span class="is-warn">${told(now)}</span>` : html`<span class="dim">answers as Datadog does</span>`}</p>
    <${Choice} label="Kind of fault" current=${mode} onPick=${setMode} items=${[['status', 'Status'], ['latency', 'Slow'], ['reset', 'Reset']]} />
    <div class="fault-fields">
      ${mode === 'status' && html`<label class="field">Status <select value=${status} onChange=${(e) => setStatus(Number(e.target.value))}>${STATUSES.map((one) => html`<option value=${one}>${one}</option>`)}</select></label>`}
      ${mode === 'latency' && html`<label class="field">Milliseconds <input type="number" min="1" max="60000" value=${latency} onInput=${(e) => setLatency(Number(e.target.value) || 1)} /></label>`}
      <button type="button" class="button" onClick=${apply}>Break</button>
      ${broken && html`<button type="button" class="button is-primary" onClick=${() => act('The intake answers again', 'intake', { mode: 'ok', status: 503 })}>Mend</button>`}
    </div>
  </div>`;
}

function told({ mode, status, latencyMs }) {
  if (mode === 'status') return `answers ${status} to everything`;
  return mode === 'latency' ? `waits ${latencyMs} ms each time` : 'cuts every connection';
}
