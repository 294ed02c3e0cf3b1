import type { Blanks, Entry, Field } from '../../documents/tree.js';
import { inline } from './inline.js';
import type { PageParts } from './parts.js';
import type { Html } from './text.js';
import { NO_HTML, markup } from './text.js';

/** As many columns as stay wide enough for a cross on A4. */
const MOST_STANDARDS = 14;

const BOX = markup`<span class="box" aria-hidden="true"></span>`;
const GAP = markup`<span class="gap" aria-hidden="true"></span>`;

/** Things to be filled in, each over its line. */
export function blanks({ entries }: Blanks): Html {
  return markup`<dl class="blanks">${entries.map(
    ({ title, value }) => markup`<div><dt>${title}</dt><dd>${value ?? ''}</dd></div>`,
  )}</dl>`;
}

/** A question with its room: what helps to answer it, the answer, exceptions, a note. */
export function entry(one: Entry, parts: PageParts): Html {
  const id = parts.id(`entry-${String(one.number)}`) ?? '';
  const cases = one.fields.find(({ field }) => field === 'cases');
  const marks = one.marks.map((mark) =>
    typeof mark === 'string' ? markup` <span>${mark}</span>` : markup` ${inline(mark)}`,
  );
  return markup`<article class="entry${cases === undefined ? '' : ' of-cases'}" aria-labelledby="${id}">
<div class="lead"><h3 id="${id}"><span class="number">${one.number}</span> ${inline(one.question)}</h3>
<p class="marks">${marks}</p>
${guidance(one.guidance)}${said(one.words)}${cases?.field === 'cases' ? legend(cases.standards) : NO_HTML}</div>
<div class="room"${cases === undefined ? NO_HTML : SCROLLS}>${one.fields.map(room)}</div>
<div class="tail"><ul class="without">${one.exceptions.map((each) => markup`<li>${BOX}<span>${each}</span>${GAP}</li>`)}</ul>${note(one.noteLines)}</div>
</article>
`;
}

/** On phones a table of cases is wider than its room: keys must reach it too. */
const SCROLLS = markup` role="group" tabindex="0" aria-label="The cases"`;

function said(words: string): Html {
  return words === '' ? NO_HTML : markup`<p class="say">${words}</p>`;
}

function guidance(entries: Entry['guidance']): Html {
  if (entries.length === 0) return NO_HTML;
  return markup`<dl class="guidance">${entries.map(
    ({ title, text }) => markup`<div><dt>${title}</dt><dd>${text}</dd></div>`,
  )}</dl>`;
}

/** The standards with the numbers by which the table of cases calls them. */
function legend(standards: readonly string[]): Html {
  return markup`<ol class="legend">${standards.map((text) => markup`<li>${text}</li>`)}</ol>`;
}

function note(number: number): Html {
  return number === 0
    ? NO_HTML
    : markup`<div class="own-note"><span>Note</span>${lines(number)}</div>`;
}

function lines(number: number): Html {
  return markup`<div class="lines" aria-hidden="true">${Array.from({ length: number }, () => markup`<span></span>`)}</div>`;
}

function room(field: Field): Html {
  switch (field.field) {
    case 'words':
      return markup`<ul class="few">${field.words.map((word) => markup`<li>${BOX} ${word}</li>`)}</ul>`;
    case 'choices':
      return markup`<ul class="choices">${field.choices.map(
        ({ key, text }) => markup`<li>${BOX}<b>${key}</b> <span>${text}</span></li>`,
      )}</ul>`;
    case 'ticks':
      return markup`${said(field.lead)}<ul class="refs">${field.texts.map(
        (text) => markup`<li>${BOX}<span>${text}</span></li>`,
      )}</ul>`;
    case 'line': {
      const lead = field.lead === '' ? NO_HTML : markup`<b>${field.lead}</b> `;
      const rest = field.parts.map((part) => (part === null ? markup`${GAP} ` : markup`${part} `));
      return markup`<p class="fill">${lead}${rest}</p>`;
    }
    case 'boxes':
      return boxes(field);
    case 'cases':
      return markup`${chunks([...field.standards.entries()]).map((columns) =>
        caseTable(field.refs, columns),
      )}`;
    case 'lines':
      return lines(field.lines);
  }
}

function boxes({ title, columns, rows }: Extract<Field, { readonly field: 'boxes' }>): Html {
  return markup`<table class="boxes"><thead><tr><th scope="col">${title}</th>${columns.map(
    (column) => markup`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (text) =>
      markup`<tr><th scope="row">${text}</th>${columns.map(() => markup`<td>${BOX}</td>`)}</tr>`,
  )}</tbody></table>`;
}

/** The standards, as many in one table as stay wide enough. */
function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / MOST_STANDARDS) }, (_, index) =>
    list.slice(index * MOST_STANDARDS, (index + 1) * MOST_STANDARDS),
  );
}

function caseTable(
  refs: readonly string[],
  columns: readonly (readonly [index: number, text: string])[],
): Html {
  return markup`<table class="cases"><thead><tr><th scope="col" class="place">Case</th><th scope="col" class="ref">Reference</th>${columns.map(
    ([index, text]) => markup`<th scope="col" abbr="${text}">${index + 1}</th>`,
  )}</tr></thead><tbody>${refs.map(
    (ref, index) =>
      markup`<tr><td class="place">${index + 1}</td><th scope="row" class="ref">${ref}</th>${columns.map(() => markup`<td>${BOX}</td>`)}</tr>`,
  )}</tbody></table>`;
}
