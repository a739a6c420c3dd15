/** Logs: severity, search, the way to their trace and back. */
import { html, useEffect, useState } from '../html.js';
import { clock, number, oneLine, visible } from '../model/text.js';
import { address, go, route, setQuery } from '../route.js';
import { marks, names, totals } from '../state.js';
import { Icon } from '../ui/icons.js';
import { JsonText } from '../ui/json.js';
import { List } from '../ui/list.js';
import { Long } from '../ui/long.js';
import { usePages } from '../ui/pages.js';
import { CopyButton, Empty, Facts, Problem, Toggle, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';
import { Split, narrow } from '../ui/split.js';

const LEVELS = ['debug', 'info', 'warn', 'error'];
const TYPING_MS = 150;

/** All logs of the session. */
export function Logs() {
  return html`<section class="pane" aria-label="Logs"><${LogList} scope=${{}} stamp=${marks.value.logs} wide /></section>`;
}

/** Those of one invocation. */
export function InvocationLogs({ id }) {
  return html`<${LogList} scope=${{ invocation: id }} stamp=${marks.value.logs} />`;
}

function LogList({ scope, stamp, wide = false }) {
  const { q = '', level = '', function: fn = '', line } = route.value.query;
  const [text, setText] = useTyped(q);
  const [follow, setFollow] = useState(true);
  const pages = usePages('logs', { ...scope, q, level, function: wide ? fn : '', at: line }, stamp);
  const [active, setActive] = useState(-1);
  useEffect(() => {
    if (line !== undefined && pages.answer?.at >= 0) setActive(pages.answer.at);
  }, [line, pages.answer?.at]);
  const pick = (i) => {
    setActive(i);
    setFollow(false);
    const item = pages.item(i);
    if (item) setQuery({ line: item.seq });
  };
  const tall = narrow.value ? 44 : 26;
  const main = html`<div class="log-main">
    <div class="bar" role="search" aria-label="Search the logs">
      <label class="search">
        <${Icon} name="search" size=${14} /><span class="sr">Search the logs</span>
        <input type="search" id=${wide ? 'filter' : undefined} placeholder="Search, or /pattern/" value=${text} onInput=${(event) => setText(event.target.value)} />
        ${wide && html`<kbd>/</kbd>`}
      </label>
      <${Levels} level=${level} />
      ${wide && html`<${FunctionChoice} fn=${fn} />`}
      <${Toggle} on=${follow} onChange=${setFollow} title="Keep the newest line in sight">Follow<//>
      <output class="dim num">${pages.count === undefined ? '' : `${number(pages.count)} lines`}</output>
    </div>
    ${pages.error
      ? html`<${Problem} error=${pages.error} onRetry=${pages.again} />`
      : pages.count === 0
        ? html`<${NoLogs} filtered=${Boolean(q || level || fn)} />`
        : html`<${List}
            class="logs ${wide ? 'is-wide' : ''}"
            label="Log lines, oldest first"
            count=${pages.count ?? 0}
            rowHeight=${tall}
            active=${active}
            onActive=${pick}
            follow=${follow && active < 0}
            onRange=${(first, last) => pages.need(first, last)}
            head=${heads(wide)}
            row=${(i) => logRow(pages.item(i), i, wide)}
          />`}
  </div>`;
  if (line === undefined) return main;
  return html`<${Split} name="log" share=${0.62} down label="Height of the logs">${main}<${LogDetail} seq=${line} wide=${wide} /><//>`;
}

/** The text as it is typed; the address follows when the typing rests. */
function useTyped(q) {
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return undefined;
    const timer = setTimeout(() => setQuery({ q: text, line: undefined }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}

function Levels({ level }) {
  const on = new Set(level ? level.split(',') : []);
  const flip = (word) => (want) => {
    if (want) on.add(word);
    else on.delete(word);
    setQuery({ level: [...on].join(','), line: undefined });
  };
  return LEVELS.map((word) => html`<${Toggle} key=${word} on=${on.has(word)} onChange=${flip(word)}><span class="level is-${word}">${word}</span><//>`);
}

function FunctionChoice({ fn }) {
  const functions = names.value;
  if (functions.length < 2) return null;
  return html`<select aria-label="Function or service" value=${fn} onChange=${(event) => setQuery({ function: event.target.value })}>
    <option value="">All</option>
    ${functions.map((name) => html`<option value=${name}>${name}</option>`)}
  </select>`;
}

function heads(wide) {
  return ['Time', 'Level', wide && 'Function', 'Message', 'Trace'].filter(Boolean).map((word) => html`<span role="columnheader" class="cell col-${word.toLowerCase()}">${word}</span>`);
}

function logRow(item, i, wide) {
  if (!item) return { key: `wait-${i}`, cells: html`<span role="gridcell" class="cell col-message dim">…</span>` };
  return {
    key: item.seq,
    class: `log log-${item.platform ? 'platform' : item.level}`,
    cells: html`
      <span role="gridcell" class="cell col-time num dim">${clock(item.at)}</span>
      <span role="gridcell" class="cell col-level"><span class="level is-${item.level}">${item.level}</span></span>
      ${wide && html`<span role="gridcell" class="cell col-function dim">${item.function}</span>`}
      <span role="gridcell" class="cell col-message">${oneLine(item.message)}</span>
      <span role="gridcell" class="cell col-trace"><${ToTrace} item=${item} /></span>
    `,
  };
}

function ToTrace({ item, word = '' }) {
  if (!item.invocation || !item.trace) return null;
  return html`<a
    href=${address('invocations', [item.invocation, 'trace'], { span: item.span, log: item.seq })}
    aria-label="Go to the trace of this line"
    title="Go to the trace"
    onClick=${(event) => event.stopPropagation()}
  ><${Icon} name="link" size=${13} />${word}</a>`;
}

function NoLogs({ filtered }) {
  if (filtered) {
    return html`<${Empty} title="No line matches">
      <p>${number(totals.value.logs ?? 0)} lines in all.</p>
      <button type="button" class="button" onClick=${() => setQuery({ q: null, level: null, function: null })}>Clear the search</button>
    <//>`;
  }
  return html`<${Empty} title="No log line yet"><p>What a function prints or logs shows here, once the forwarder has sent it on.</p><//>`;
}

function LogDetail({ seq, wide }) {
  const read = useRead(`logs/${seq}`);
  return html`<section class="log-detail" aria-label="Log line">
    <${Waiting} of=${read} what="the line">
      ${(log) => html`
        <header>
          <span class="level is-${log.level}">${log.level}</span>
          <time class="num">${clock(log.at)}</time>
          ${log.trace && html`<${ToTrace} item=${log} word=" Trace" />`}
          ${log.invocation &&
          (wide
            ? html`<a href=${address('invocations', [log.invocation, 'logs'], { line: seq })}>Logs of this invocation</a>`
            : html`<a href=${address('logs', [], { line: seq })}>In all logs</a>`)}
          <span class="grow"></span>
          <${CopyButton} text=${log.message} label="Copy the message" />
          <button type="button" class="button is-quiet" aria-label="Close the line" onClick=${() => setQuery({ line: undefined })}><${Icon} name="close" size=${14} /></button>
        </header>
        <${Long} text=${log.message} block />
        <${Facts} items=${Object.entries(log.attributes).map(([key, value]) => [visible(key.slice(0, 100)), html`<${Long} text=${String(value)} />`])} />
        ${log.json && html`<${JsonText} text=${log.json} label="The message as JSON" />`}
      `}
    <//>
  </section>`;
}

/** The way back from a trace to the line one came from. */
export function BackToLog() {
  const { log } = route.value.query;
  if (log === undefined) return null;
  return html`<button type="button" class="chip" onClick=${() => go('logs', [], { line: log })}><${Icon} name="left" size=${12} />Back to the log line</button>`;
}
