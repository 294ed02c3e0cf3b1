import { describe, expect, it } from 'vitest';
import type { House } from '../../../src/core/compare/common-shortfalls.js';
import { commonShortfalls } from '../../../src/core/compare/common-shortfalls.js';
import {
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';

const ITEMS = [
  makeItem('rating', 'a'),
  makeItem('yes-no', 'b', { critical: true }),
  makeItem('measure', 'c'),
];
const CHECKLIST = makeChecklist([makeStep('one', ITEMS)]);

/** A house by its level, its yes or no, and its minutes; null for what wasn't checked. */
function house(
  name: string,
  level: number | null,
  yes: boolean | null,
  minutes = 10,
  checklist = CHECKLIST,
): House {
  const answers = {
    a: level === null ? NOT_CHECKED : answered(level),
    b: yes === null ? NOT_CHECKED : answered(yes ? 'yes' : 'no'),
    c: answered(minutes),
  };
  return { name, slug: name.toLowerCase(), result: resultOf(checklist, answers) };
}

describe('what is short in most houses', () => {
  it('is short in half of those that scored it, and in two', () => {
    const found = commonShortfalls(
      [house('A', 1, false), house('B', 4, false), house('C', 2, true), house('D', null, null)],
      CHECKLIST,
    );
    expect(found.map(({ item, short, houses }) => [item.id, short, houses.length])).toEqual([
      ['b', 2, 3],
      ['a', 2, 3],
    ]);
    const [first] = found;
    expect(
      first?.houses.map(({ name, share, failedCritical }) => [name, share, failedCritical]),
    ).toEqual([
      ['A', 0, true],
      ['B', 0, true],
      ['C', 1, false],
    ]);
    expect(first?.mean).toBeCloseTo(1 / 3, 12);
  });

  it('is nothing in one house alone', () => {
    expect(commonShortfalls([house('A', 0, false)], CHECKLIST)).toEqual([]);
    expect(commonShortfalls([house('A', 0, true), house('B', 4, true)], CHECKLIST)).toEqual([]);
  });

  it('leaves out what an older version defines otherwise', () => {
    const older = makeChecklist([
      makeStep('one', [...ITEMS.slice(0, 2), makeItem('measure', 'c', { zero: 40 })]),
    ]);
    const all = [house('A', 4, true, 60), house('B', 4, true, 60), house('C', 4, true, 60, older)];
    expect(commonShortfalls(all, CHECKLIST)[0]?.houses).toHaveLength(2);
  });
});
