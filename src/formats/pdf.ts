import type { Format } from './format.js';
import { html } from './html/html.js';
import { page } from './html/page.js';

/** The page, printed by the browser that is there. */
export const pdf: Format = {
  name: 'pdf',
  summary: 'the same page on paper, printed by the browser that is there',
  byDefault: false,
  isText: false,
  instead: html,
  print: async (document, { toPdf, paper = 'A4' }) => [
    { part: '', content: await toPdf(page(document.tree(), paper)) },
  ],
};
