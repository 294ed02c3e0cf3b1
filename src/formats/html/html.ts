import type { Format } from '../format.js';
import { page } from './page.js';

/** A page that needs nothing beside it: to read on any screen, to print, to send. */
export const html: Format = {
  name: 'html',
  summary: 'a page to read on any screen, to print, to send',
  byDefault: true,
  isText: true,
  print: (document) => [{ part: '', content: page(document.tree()) }],
};
