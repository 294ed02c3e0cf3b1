import { blankAnswersFile } from '../documents/form/answers-file.js';
import { document } from '../documents/form/document.js';
import type { FormView } from '../documents/form/view.js';
import { page } from '../formats/html/page.js';
import { printMarkdown } from '../formats/markdown/markdown.js';

/** One way of writing a form. */
export interface FormFormat {
  /** What `--format` takes, and the ending of the file. */
  readonly name: string;
  /** One line for help. */
  readonly summary: string;
  /** Whether answers are written into the file itself; one that holds any isn't written over. */
  readonly isFilledIn: boolean;
  readonly form: (view: FormView) => string;
}

/** THE LIST of form formats: the document as formats print it, and the answers file, which is the form's own. */
export const formFormats: readonly FormFormat[] = [
  {
    name: 'md',
    summary: 'Markdown',
    isFilledIn: false,
    form: (view) => printMarkdown(document(view)),
  },
  {
    name: 'html',
    summary: 'a page to print',
    isFilledIn: false,
    form: (view) => page(document(view)),
  },
  {
    name: 'yaml',
    summary: 'an answers file to fill in, for checkup audit --answers',
    isFilledIn: true,
    form: blankAnswersFile,
  },
];
