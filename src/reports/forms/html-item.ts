import type { Key, Option, Widget } from '../../core/checklist/kinds/widget.js';
import type { Html } from '../html-text.js';
import { NO_HTML, markup } from '../html-text.js';
import type { Drawn, FormItem } from './form-items.js';
import { LINES, caseRefs, chunks, howMany, isScale, roomWords } from './form-words.js';

/** As many columns as stay wide enough for a cross on A4. */
const MOST_STANDARDS = 14;

const BOX = markup`<span class="box" aria-hidden="true"></span>`;
const BLANK = markup`<span class="blank" aria-hidden="true"></span>`;

/** One item with its room: question, what helps to answer it, the answer, exceptions, notes. */
export function itemBlock(item: FormItem): Html {
  const id = `item-${String(item.number)}`;
  const words = roomWords(item.widget, item.drawn);
  return markup`<article class="item of-${item.widget.widget}" aria-labelledby="${id}">
    <div class="lead">
      <h3 id="${id}"><span class="number">${item.number}</span> ${item.ask}</h3>
      <p class="marks">
        <code>${item.id}</code>
        ${item.isCritical ? markup`<strong class="critical">Critical</strong>` : NO_HTML}
        ${item.marks.map((mark) => markup`<span>${mark}</span>`)}
      </p>
      ${item.guidance.length === 0 ? NO_HTML : guidance(item.guidance)}
      ${words === '' ? NO_HTML : markup`<p class="words">${words}</p>`} ${legend(item.widget)}
    </div>
    <div class="room">${room(item.widget, item.drawn)}</div>
    <div class="tail">
      <ul class="without">
        <li>${BOX}<span>Not applicable, because</span>${BLANK}</li>
        <li>${BOX}<span>Not checked, because</span>${BLANK}</li>
      </ul>
      ${item.widget.widget === 'text' ? NO_HTML : markup`<div class="note"><span>Note</span>${lines(LINES.note)}</div>`}
    </div>
  </article>`;
}

function guidance(entries: FormItem['guidance']): Html {
  return markup`<dl class="guidance">
    ${entries.map(
      ([title, text]) =>
        markup`<div>
          <dt>${title}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

function lines(number: number): Html {
  return markup`<div class="lines" aria-hidden="true">
    ${Array.from({ length: number }, () => markup`<span></span>`)}
  </div>`;
}

/** The standards with the numbers by which the table of cases calls them. */
function legend(widget: Widget): Html {
  if (widget.widget !== 'cases') return NO_HTML;
  return markup`<ol class="legend">
    ${widget.standards.map(({ text }) => markup`<li>${text}</li>`)}
  </ol>`;
}

function room(widget: Widget, drawn: Drawn): Html {
  switch (widget.widget) {
    case 'keys':
      return isScale(widget.keys) ? scale(widget.keys) : words(widget.keys);
    case 'count':
      return markup`${drawn.refs.length === 0 ? NO_HTML : refList(drawn.refs)}
        <p class="fill">
          <b>Look at ${howMany(widget.of, drawn)} ${widget.unit}.</b> Passed ${BLANK} of ${BLANK} (from ${drawn.from ?? BLANK} in all)
        </p>`;
    case 'number':
      return markup`<p class="fill">Measured ${BLANK} ${widget.unit}</p>`;
    case 'ticks':
      return checkTable(widget.options);
    case 'cases':
      return markup`${chunks([...widget.standards.keys()], MOST_STANDARDS).map((columns) =>
        caseTable(
          caseRefs(widget.draw, drawn),
          columns.map((index) => [index + 1, widget.standards[index]?.text ?? ''] as const),
        ),
      )}
        <p class="fill">From ${drawn.from ?? BLANK} ${widget.unit} in all</p>`;
    case 'text':
      return lines(LINES.remark);
  }
}

function words(keys: readonly Key[]): Html {
  return markup`<ul class="choices">
    ${keys.map(({ label }) => markup`<li>${BOX} ${label}</li>`)}
  </ul>`;
}

function scale(keys: readonly Key[]): Html {
  return markup`<ul class="levels">
    ${keys.map(({ key, label }) => markup`<li>${BOX}<b>${key}</b><span>${label}</span></li>`)}
  </ul>`;
}

function refList(refs: readonly string[]): Html {
  return markup`<p class="words">Tick each that passed:</p>
    <ul class="refs">
      ${refs.map((ref) => markup`<li>${BOX}<span>${ref}</span></li>`)}
    </ul>`;
}

function checkTable(options: readonly Option[]): Html {
  return markup`<table class="checks">
    <thead>
      <tr>
        <th scope="col">Check</th>
        <th scope="col">Pass</th>
        <th scope="col">Fail</th>
        <th scope="col">Does not apply</th>
      </tr>
    </thead>
    <tbody>
      ${options.map(
        ({ text }) =>
          markup`<tr>
            <th scope="row">${text}</th>
            <td>${BOX}</td>
            <td>${BOX}</td>
            <td>${BOX}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function caseTable(
  refs: readonly string[],
  columns: readonly (readonly [number: number, text: string])[],
): Html {
  return markup`<table class="cases">
    <thead>
      <tr>
        <th scope="col" class="place">Case</th>
        <th scope="col" class="ref">Reference</th>
        ${columns.map(([number, text]) => markup`<th scope="col" abbr="${text}">${number}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${refs.map(
        (ref, index) =>
          markup`<tr>
            <td class="place">${index + 1}</td>
            <th scope="row" class="ref">${ref}</th>
            ${columns.map(() => markup`<td>${BOX}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
