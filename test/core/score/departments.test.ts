import { describe, expect, it } from 'vitest';
import type { DepartmentScore } from '../../../src/core/score/departments.js';
import { departmentScores } from '../../../src/core/score/departments.js';
import {
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';

const both = ['sales', 'service'];

/** Departments as `id share item item …`, in the order given. */
function said(scores: readonly DepartmentScore[]): string[] {
  return scores.map(({ department, share, items }) =>
    [department.id, share, ...items.map(({ item }) => item.id)].join(' '),
  );
}

describe('the score of a department', () => {
  it('is the weighted mean over the scored items that name it, in any step; the lowest first', () => {
    const checklist = makeChecklist([
      makeStep('one', [
        makeItem('yes-no', 'b', { departments: both, weight: 1 }),
        makeItem('yes-no', 'a', { departments: ['sales'], weight: 3 }),
        makeItem('yes-no', 'd', { departments: ['service'] }),
      ]),
      makeStep('two', [makeItem('rating', 'c', { departments: ['service'], weight: 3 })]),
    ]);
    const result = resultOf(checklist, {
      a: answered('no'),
      b: answered('yes'),
      c: answered(2),
      d: NOT_CHECKED,
    });
    expect(said(departmentScores(result))).toEqual(['sales 0.25 a b', 'service 0.625 c b']);
  });

  it('comes before those that score more, and its items stand by their shares', () => {
    const items = [
      makeItem('rating', 'a', { departments: ['service'] }),
      makeItem('rating', 'b', { departments: ['service', 'sales'] }),
      makeItem('rating', 'c', { departments: ['sales'] }),
    ];
    const departments = ['service', 'sales'].map((id) => ({ id, title: id }));
    const checklist = makeChecklist([makeStep('one', items)], { departments });
    const result = resultOf(checklist, { a: answered(4), b: answered(2), c: answered(1) });
    expect(said(departmentScores(result))).toEqual(['sales 0.375 c b', 'service 0.75 b a']);
  });

  it('is left out where nothing was scored', () => {
    const items = [
      makeItem('yes-no', 'a', { departments: ['sales'] }),
      makeItem('yes-no', 'b', { departments: ['service'] }),
      makeItem('remark', 'c', { departments: ['service'] }),
    ];
    const result = resultOf(makeChecklist([makeStep('one', items)]), {
      a: answered('yes'),
      c: answered('text'),
    });
    expect(said(departmentScores(result))).toEqual(['sales 1 a']);
  });

  it('knows no cap', () => {
    const items = [
      makeItem('yes-no', 'a', { weight: 9, departments: ['sales'] }),
      makeItem('yes-no', 'b', { critical: true, departments: ['sales'] }),
    ];
    const result = resultOf(makeChecklist([makeStep('one', items)]), {
      a: answered('yes'),
      b: answered('no'),
    });
    expect(result.steps[0]?.share).toBe(0.59);
    expect(departmentScores(result)[0]?.share).toBe(0.9);
  });
});
