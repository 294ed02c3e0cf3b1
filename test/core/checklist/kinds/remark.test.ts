import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { isCritical, stepSchema, weightOf } from '../../../../src/core/checklist/checklist.js';
import { check } from '../../../../src/core/schema/issues.js';
import { kindOf } from '../../../../src/core/checklist/kinds/index.js';
import {
  answered,
  expectIssues,
  issuesOf,
  makeItem,
  rawItem,
  valueOf,
} from '../../../support/checklists.js';

const item = makeItem('remark', 'said');

describe('a remark', () => {
  it('keeps the text exactly as typed', () => {
    const text = '  two lines\n and \u001b[31mcolour ';
    expect(valueOf(readAnswer(item, text))).toEqual(answered(text));
  });

  it('earns no share, weighs nothing and is never critical', () => {
    expect(kindOf(item).share(item, 'text')).toBeNull();
    expect(weightOf(item)).toBe(0);
    expect(isCritical(item)).toBe(false);
  });

  it.each([
    ['', /is empty/],
    [' \n\t', /is empty/],
    [7, /put it in quotes/],
    [true, /put it in quotes/],
    ['x'.repeat(100_001), /too long \(at most 100000 characters\)/],
  ])('refuses %j', (input, says) => {
    expectIssues(issuesOf(readAnswer(item, input)), ['', says]);
  });

  it('has no weight to write', () => {
    const read = check(stepSchema().shape.items.element, rawItem('remark', 'x', { weight: 1 }));
    expectIssues(issuesOf(read), ['weight', /is not a key here/]);
  });

  it('is cut where a table shows it, never within a character', () => {
    expect(kindOf(item).words(item, 'x'.repeat(60))).toBe('x'.repeat(60));
    expect(kindOf(item).words(item, 'x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
    expect(
      kindOf(item)
        .words(item, `${'x'.repeat(59)}🚗 tail`)
        .isWellFormed(),
    ).toBe(true);
  });
});
