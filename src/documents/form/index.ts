import type { DocumentKind } from '../document.js';
import { blankAnswersFile } from './answers-file.js';
import { data } from './data.js';
import { document } from './document.js';
import { summary } from './summary.js';
import type { FormView } from './view.js';

/** The blank check-up on paper. */
export const form: DocumentKind<FormView> = {
  name: 'form',
  document,
  summary,
  data,
  answersFile: blankAnswersFile,
};
