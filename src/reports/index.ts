import { json } from './json.js';
import { markdown } from './markdown.js';
import type { Format } from './view.js';

/** THE LIST of report formats. */
export const formats: readonly Format[] = [markdown, json];
