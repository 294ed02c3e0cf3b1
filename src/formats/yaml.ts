import type { Format } from './format.js';

/** The answers file of a form; other documents have none. */
export const yaml: Format = {
  name: 'yaml',
  summary: 'an answers file to fill in, for checkup audit --answers',
  byDefault: true,
  isText: true,
  isFilledIn: true,
  print: (document) => {
    const content = document.answersFile();
    return content === null ? [] : [{ part: '', content }];
  },
};
