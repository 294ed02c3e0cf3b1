import { csv } from './csv.js';
import type { Format } from './format.js';
import { html } from './html/html.js';
import { json } from './json.js';
import { markdown } from './markdown/markdown.js';
import { pdf } from './pdf.js';

/** THE LIST of formats. */
export const formats: readonly Format[] = [html, pdf, markdown, json, csv];
