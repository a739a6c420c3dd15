/** What keeps telemetry from arriving, found in the live data: evidence and remedy. */
import { html } from '../html.js';
import { number, visible } from '../model/text.js';
import { address } from '../route.js';
import { Icon } from '../ui/icons.js';
import { Empty, Waiting } from '../ui/parts.js';
import { useRead } from '../ui/read.js';

export function Findings({ stamp }) {
  const read = useRead('findings', {}, stamp);
  return html`<${Waiting} of=${read} what="the findings">
    ${({ findings }) =>
      findings.length === 0
        ? html`<${Empty} title="Nothing found"><p>Layer, lines, priorities, batches and answers of the intake look as they should.</p><//>`
        : html`<ul class="findings">${findings.map((finding) => html`<${Finding} key=${finding.rule + finding.function} finding=${finding} />`)}</ul>`}
  <//>`;
}

function Finding({ finding }) {
  return html`<li class="finding is-${finding.severity}">
    <${Icon} name=${finding.severity === 'note' ? 'help' : 'warn'} title=${finding.severity} />
    <div>
      <h3>${visible(finding.what)} ${finding.count > 1 && html`<span class="count">${number(finding.count)} times</span>`}</h3>
      <p class="evidence">${visible(finding.evidence)}</p>
      <p><strong>What to do:</strong> ${visible(finding.remedy)}</p>
      <p class="dim">
        <code>${finding.rule}</code>
        ${finding.invocation && html` · <a href=${address('invocations', [finding.invocation, 'lines'])}>the last invocation with it</a>`}
      </p>
    </div>
  </li>`;
}
