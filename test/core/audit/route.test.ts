import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ORDERS, routeOf, walkedBy } from '../../../src/core/audit/route.js';
import { SCOPES, askedItems } from '../../../src/core/checklist/checklist.js';
import { someChecklist } from '../../support/arbitraries.js';
import { answered, makeChecklist, makeItem, makeStep } from '../../support/checklists.js';

const departments = [
  { id: 'sales', title: 'Sales' },
  { id: 'service', title: 'Service' },
];

function item(id: string, ...named: string[]): ReturnType<typeof makeItem> {
  return makeItem('yes-no', id, { departments: named });
}

describe('the order of a walk', () => {
  const checklist = makeChecklist(
    [
      makeStep('one', [item('a', 'service'), item('b', 'sales')]),
      makeStep('two', [item('c', 'service'), item('d', 'sales')]),
    ],
    { departments },
  );
  const walked = (ids: string, together = false) => {
    const revisions = ids.split('').map((id, index) => ({
      item: id,
      answer: answered('yes'),
      why: null,
      auditor: 'A',
      at: `2026-07-01T09:0${together ? '0' : String(index)}:00.000Z`,
      revision: 1,
    }));
    return walkedBy({ checklist, scope: 'full', revisions });
  };

  test('is that in which more answers followed on each other', () => {
    expect(walked('bdac')).toBe('department');
    expect(walked('bda')).toBe('department');
    expect(walked('abcd')).toBe('step');
    expect(walked('abdc')).toBe('step');
  });

  test('is by step where the moments tell nothing', () => {
    expect(['', 'c', 'dcba'].map((ids) => walked(ids))).toEqual(['step', 'step', 'step']);
    expect(walked('bdac', true)).toBe('step');
  });
});

describe('routeOf', () => {
  const checklist = makeChecklist(
    [
      makeStep('one', [item('a', 'service', 'sales'), item('b', 'sales')]),
      makeStep('two', [item('c', 'service'), item('d', 'sales', 'service')]),
    ],
    { departments },
  );

  test('by step, items stand as in the checklist', () => {
    const route = routeOf(checklist, 'full');
    expect(route.map((stop) => stop.item.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(route.map((stop) => stop.stepNumber)).toEqual([1, 1, 2, 2]);
  });

  test('by department, an item stands under the one that it names first', () => {
    const route = routeOf(checklist, 'full', 'department');
    expect(route.map((stop) => `${stop.department.title} ${stop.item.id}`)).toEqual([
      'Sales b',
      'Sales d',
      'Service a',
      'Service c',
    ]);
  });

  test('a department that the checklist does not name stands under its id', () => {
    const other = makeChecklist([makeStep('one', [item('a', 'parts')])], { departments });
    expect(routeOf(other, 'full').map(({ department }) => department)).toEqual([
      { id: 'parts', title: 'parts' },
    ]);
  });

  test('in every order each asked item comes once', () => {
    fc.assert(
      fc.property(
        someChecklist,
        fc.constantFrom(...SCOPES),
        fc.constantFrom(...ORDERS),
        (any, scope, by) => {
          const ids = routeOf(any, scope, by).map((stop) => stop.item.id);
          expect(ids.toSorted()).toEqual(
            askedItems(any, scope)
              .map(({ id }) => id)
              .toSorted(),
          );
        },
      ),
    );
  });
});
