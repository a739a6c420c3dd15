/** What started an invocation: a sign for its kind, and Datadog's word for it. */
import { html } from '../html.js';

const GLYPHS = {
  http: 'M1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  queue: 'M2 5h3v6H2zM6.5 5h3v6h-3zM11 5h3v6h-3z',
  topic: 'M2.5 8h4M6.5 8l6-4.5M6.5 8h6.5M6.5 8l6 4.5',
  stream: 'M1.5 5c2-2 4 2 6.5 0s4.5 2 6.5 0M1.5 11c2-2 4 2 6.5 0s4.5 2 6.5 0',
  store: 'M2.5 4.5c0-1.4 11-1.4 11 0L12.4 13c-.2 1.3-8.6 1.3-8.8 0zM2.5 4.5c0 1.4 11 1.4 11 0',
  process: 'M2 3h12v8H2zM5.5 14h5M8 11v3',
  time: 'M8 4.5V8l2.5 1.5M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  other: 'M8 2l5.5 3v6L8 14l-5.5-3V5z',
};

const FAMILIES = [
  [/^(dd-trace|dogstatsd|otlp)$/, 'process'],
  [/api-gateway|function-url|application-load-balancer|appsync|websocket|lambda-url|http/, 'http'],
  [/sqs|mq/, 'queue'],
  [/sns|eventbridge|event-bridge|step/, 'topic'],
  [/kinesis|msk|kafka|dynamodb|cloudwatch-logs/, 'stream'],
  [/s3|cloudfront/, 'store'],
  [/cloudwatch-events|schedule/, 'time'],
];

export function Trigger({ kind }) {
  const word = kind || 'direct';
  const glyph = GLYPHS[FAMILIES.find(([pattern]) => pattern.test(word))?.[1] ?? 'other'];
  return html`<span class="trigger" title=${word}>
    <svg class="icon" width="13" height="13" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" aria-hidden="true">
      <path d=${glyph} />
    </svg>
    <span class="trigger-word">${word}</span>
  </span>`;
}
