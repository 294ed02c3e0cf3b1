import { describe, expect, it } from 'vitest';
import { scoreDepartments } from '../../../src/core/score/departments.js';
import { NOT_CHECKED, answered, makeItem, stepResultOf } from '../../support/checklists.js';

const both = ['sales', 'service'];
const result = stepResultOf(
  [
    makeItem('yes-no', 'a', { departments: ['sales'], weight: 3, critical: true }),
    makeItem('yes-no', 'b', { departments: both, weight: 1 }),
    makeItem('rating', 'c', { departments: ['service'], weight: 3 }),
    makeItem('yes-no', 'd', { departments: ['service'] }),
    makeItem('yes-no', 'e', { departments: ['parts'] }),
    makeItem('remark', 'f', { departments: ['parts'] }),
  ],
  {
    a: answered('no'),
    b: answered('yes'),
    c: answered(2),
    d: NOT_CHECKED,
    f: answered('text'),
  },
);

describe("a step's score for a department", () => {
  it('is the weighted mean over the scored items that name it; an item counts for all it names', () => {
    expect(scoreDepartments(result, [{ id: 'sales' }, { id: 'service' }])).toEqual([
      { department: 'sales', share: 0.25, scored: 2 },
      { department: 'service', share: (1 + 3 * 0.5) / 4, scored: 2 },
    ]);
  });

  it('is nothing where nothing was scored, or where no item names it', () => {
    expect(scoreDepartments(result, [{ id: 'parts' }, { id: 'online' }])).toEqual([
      { department: 'parts', share: null, scored: 0 },
      { department: 'online', share: null, scored: 0 },
    ]);
  });

  it('knows no cap', () => {
    const capped = stepResultOf(
      [makeItem('yes-no', 'a', { weight: 9 }), makeItem('yes-no', 'b', { critical: true })],
      { a: answered('yes'), b: answered('no') },
    );
    expect(capped.share).toBe(0.59);
    expect(scoreDepartments(capped, [{ id: 'sales' }])[0]?.share).toBe(0.9);
  });
});
