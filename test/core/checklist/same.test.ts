import { expect, it } from 'vitest';
import { isSameChecklist } from '../../../src/core/checklist/same.js';
import { soundChecklist } from '../../support/checklists.js';

it('is the same checklist in every word, whoever read it', () => {
  const one = soundChecklist();
  const read = soundChecklist();
  expect(read).not.toBe(one);
  expect(isSameChecklist(one, one)).toBe(true);
  expect(isSameChecklist(one, read)).toBe(true);
  expect(isSameChecklist(one, { ...read, title: `${read.title}!` })).toBe(false);
});
