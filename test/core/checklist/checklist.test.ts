import { describe, expect, it } from 'vitest';
import {
  askedItems,
  askedSteps,
  isCritical,
  weightOf,
} from '../../../src/core/checklist/checklist.js';
import { makeChecklist, makeItem, makeStep } from '../../support/checklists.js';

const checklist = makeChecklist([
  makeStep('one', [
    makeItem('yes-no', 'a', { core: true, weight: 3, critical: true }),
    makeItem('yes-no', 'b', { core: false }),
  ]),
  makeStep('two', [
    makeItem('rating', 'c', { core: false }),
    makeItem('remark', 'd', { core: true }),
  ]),
]);

describe('the items that a scope asks', () => {
  it('are all in the full scope, in order', () => {
    expect(askedItems(checklist, 'full').map((item) => item.id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are the core ones in the core scope, remarks too', () => {
    expect(askedItems(checklist, 'core').map((item) => item.id)).toEqual(['a', 'd']);
  });

  it('stand in their steps, and a step stays even with none', () => {
    const only = makeChecklist([makeStep('one', [makeItem('yes-no', 'a', { core: false })])]);
    expect(askedSteps(only, 'core').map((step) => [step.id, step.items.length])).toEqual([
      ['one', 0],
    ]);
    expect(askedSteps(checklist, 'core').map((step) => step.items.map((item) => item.id))).toEqual([
      ['a'],
      ['d'],
    ]);
  });
});

describe('what an item weighs', () => {
  it('is what the checklist says', () => {
    const [a, b] = askedItems(checklist, 'full');
    if (a === undefined || b === undefined) throw new Error('missing');
    expect([weightOf(a), weightOf(b), isCritical(a), isCritical(b)]).toEqual([3, 1, true, false]);
  });
});
