import { csv } from './csv.js';
import type { Format } from './format.js';
import { html } from './html/html.js';
import { json } from './json.js';
import { markdown } from './markdown/markdown.js';
import { pdf } from './pdf.js';
import { yaml } from './yaml.js';

/** THE LIST of formats that every document is printed in. */
export const formats: readonly Format[] = [html, pdf, markdown, json, csv];

/** Those of a form: to print, and to fill in. */
export const formFormats: readonly Format[] = [markdown, html, pdf, yaml];
