import type { FormFormat } from './form-view.js';
import { htmlForm } from './html.js';
import { markdownForm } from './md.js';
import { yamlForm } from './yaml.js';

/** THE LIST of form formats. */
export const formFormats: readonly FormFormat[] = [markdownForm, htmlForm, yamlForm];
