import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { stepSchema } from '../../../../src/core/checklist/checklist.js';
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

const item = makeItem('rating', 'part', { levels: ['a', 'b', 'c', 'd', 'e'] });

describe('a rating item', () => {
  it('earns a quarter for each level', () => {
    expect([0, 1, 2, 3, 4].map((level) => kindOf(item).share(item, level))).toEqual([
      0, 0.25, 0.5, 0.75, 1,
    ]);
  });

  it('tells the description of its level', () => {
    expect([0, 3].map((level) => kindOf(item).detail(item, level))).toEqual(['a', 'd']);
  });

  it.each([
    [5, /too big \(must be at most 4\)/],
    [-1, /too small \(must be at least 0\)/],
    [2.5, /where a whole number belongs/],
    ['3', /is text where a/],
    [true, /is true or false where a/],
  ])('refuses level %j', (input, says) => {
    expectIssues(issuesOf(readAnswer(item, input)), ['', says]);
  });

  it('asks with a key for each level, labelled with its description', () => {
    const widget = kindOf(item).widget(item);
    if (widget.widget !== 'keys') throw new Error(widget.widget);
    expect(widget.keys.map(({ key, label }) => `${key} ${label}`)).toEqual([
      '0 a',
      '1 b',
      '2 c',
      '3 d',
      '4 e',
    ]);
    for (const { key, answer } of widget.keys) {
      expect(valueOf(readAnswer(item, answer))).toEqual(answered(Number(key)));
    }
  });

  it.each([[[]], [['a', 'b', 'c', 'd']], [['a', 'b', 'c', 'd', 'e', 'f']]])(
    'wants five descriptions, not %j, and says in which order',
    (levels) => {
      const read = check(stepSchema().shape.items.element, rawItem('rating', 'x', { levels }));
      expectIssues(issuesOf(read), ['levels', /five descriptions \(level 0 first, level 4 last\)/]);
    },
  );
});
