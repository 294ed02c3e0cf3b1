import type { Draw } from '../../core/draw/draw.js';
import type { Html } from '../html-text.js';
import { NO_HTML, cssString, markup } from '../html-text.js';
import type { FormSection } from './form-items.js';
import { formSections } from './form-items.js';
import type { FormFormat, FormView } from './form-view.js';
import { HOW_TO_FILL_IN, headFields, scopeLine } from './form-words.js';
import { itemBlock } from './html-item.js';
import { formStyle } from './html-style.js';

/** One file without scripts or anything from elsewhere, made to be printed on A4 or Letter. */
export const htmlForm: FormFormat = {
  name: 'html',
  summary: 'a page to print',
  isFilledIn: false,
  form,
};

function form(view: FormView): string {
  const known = [view.dealership, view.quarter].filter((each) => each !== null).join(' · ');
  const title = `${view.checklist.title}${known === '' ? '' : ` · ${known}`}`;
  const style = formStyle({
    left: cssString(known === '' ? view.checklist.title : known),
    right: cssString(known === '' ? '' : view.checklist.title),
  });
  const page = markup`<main>
    <header class="head">
      <h1>${view.checklist.title}</h1>
      <p class="scope">${scopeLine(view)}</p>
      <dl class="fields">
        ${headFields(view).map(
          ([name, value]) =>
            markup`<div>
              <dt>${name}</dt>
              <dd>${value ?? ''}</dd>
            </div>`,
        )}
      </dl>
      <ul class="how">
        ${HOW_TO_FILL_IN.map((line) => markup`<li>${line}</li>`)}
      </ul>
      ${view.draws.filter((draw) => draw.item === null).map(drawnForAny)}
    </header>
    ${formSections(view).map((one, index) => section(one, index, view))}
  </main>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${markup`<title>${title}</title>`.text}
<style>
${style}</style>
</head>
<body>
${page.text.replace(/\s*\n\s*/g, '\n')}
</body>
</html>
`;
}

function drawnForAny(draw: Draw): Html {
  return markup`<p class="drawn"><b>Drawn from ${draw.file}:</b> ${draw.refs.map((ref) => markup`<span>${ref}</span>`)}</p>`;
}

function section({ title, asks, items }: FormSection, index: number, view: FormView): Html {
  const id = `section-${String(index + 1)}`;
  return markup`<section class="section by-${view.order}" aria-labelledby="${id}">
    <header class="opening">
      <h2 id="${id}">${title}</h2>
      ${asks === '' ? NO_HTML : markup`<p>${asks}</p>`}
    </header>
    ${items.map(itemBlock)}
  </section>`;
}
