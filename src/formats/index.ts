import type { Format } from './format.js';
import { html } from './html/html.js';
import { pdf } from './pdf.js';

/** THE LIST of formats. */
export const formats: readonly Format[] = [html, pdf];
