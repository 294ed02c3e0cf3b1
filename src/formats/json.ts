import { printJson } from '../core/text.js';
import type { Format } from './format.js';

/** The figures of a document for other programs, unrounded. */
export const json: Format = {
  name: 'json',
  summary: 'the figures, for other programs',
  byDefault: false,
  isText: true,
  print: (document) => [{ part: '', content: printJson(document.data()) }],
};
