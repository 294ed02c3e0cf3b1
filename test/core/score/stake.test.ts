import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../../src/core/score/score.js';
import { shareWithFull, stakesOf } from '../../../src/core/score/stake.js';
import { someAnswered } from '../../support/arbitraries.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';
import { withFull } from '../../support/rescore.js';

const yes = answered('yes');
const no = answered('no');

/** Ids, and the gains in points of step and overall. */
function gains(result: AuditResult): [string, number, number][] {
  return stakesOf(result).map(({ result: { item }, step, overall }) => [
    item.id,
    Math.round(step * 1e4) / 100,
    Math.round(overall * 1e4) / 100,
  ]);
}

describe('points at stake', () => {
  it('are what the step and the overall gain, by hand', () => {
    const checklist = makeChecklist([
      makeStep('one', [
        makeItem('rating', 'half', { weight: 3 }),
        makeItem('yes-no', 'none', { weight: 1 }),
      ]),
      makeStep('two', [makeItem('yes-no', 'heavy')], { weight: 3 }),
      makeStep('three', [makeItem('yes-no', 'unasked')], { weight: 50 }),
    ]);
    const result = resultOf(checklist, { half: answered(2), none: no, heavy: no });
    expect(gains(result)).toEqual([
      ['heavy', 100, 75],
      ['half', 37.5, 9.38],
      ['none', 25, 6.25],
    ]);
  });

  it('release the cap of a step when its only failed critical item is lifted', () => {
    const step = makeStep('one', [
      makeItem('yes-no', 'critical', { critical: true, weight: 1 }),
      makeItem('yes-no', 'fine', { weight: 8 }),
      makeItem('yes-no', 'short', { weight: 1 }),
    ]);
    // 80 capped at 59; without the cap 90.
    const result = resultOf(makeChecklist([step]), { critical: no, fine: yes, short: no });
    expect(gains(result)).toEqual([
      ['critical', 31, 31],
      ['short', 0, 0],
    ]);
  });

  it('are nothing for each of two that cap a step, and up to the cap below it', () => {
    const items = ['a', 'b', 'c'].map((id) =>
      makeItem('yes-no', id, { critical: id !== 'c', weight: id === 'c' ? 8 : 1 }),
    );
    const result = resultOf(makeChecklist([makeStep('one', items)]), { a: no, b: no, c: yes });
    expect(gains(result)).toEqual([
      ['a', 0, 0],
      ['b', 0, 0],
    ]);
    const low = resultOf(makeChecklist([makeStep('one', items)]), { a: no, b: no, c: no });
    expect(gains(low)).toEqual([
      ['c', 59, 59],
      ['a', 10, 10],
      ['b', 10, 10],
    ]);
  });

  it('are of scored items below full only', () => {
    const ids = ['full', 'n-a', 'unchecked', 'open', 'short'];
    const items = [...ids.map((id) => makeItem('yes-no', id)), makeItem('remark', 'said')];
    const result = resultOf(makeChecklist([makeStep('one', items)]), {
      full: yes,
      'n-a': NOT_APPLICABLE,
      unchecked: NOT_CHECKED,
      short: no,
      said: answered('text'),
    });
    expect(gains(result)).toEqual([['short', 50, 50]]);
    expect(stakesOf(resultOf(makeChecklist([makeStep('one', items)]), {}))).toEqual([]);
  });

  it('that differ by binary dust only stay in the order of the checklist', () => {
    const step = makeStep('one', [
      makeItem('sample', 'first', { weight: 4 }),
      makeItem('sample', 'second', { weight: 3 }),
    ]);
    const result = resultOf(makeChecklist([step]), {
      first: answered({ passed: 2, of: 5 }),
      second: answered({ passed: 1, of: 5 }),
    });
    const [first = NaN, second = NaN] = stakesOf(result).map(({ overall }) => overall);
    // 4 × (1 − 2/5) = 3 × (1 − 1/5), but not in binary.
    expect(first).toBeLessThan(second);
    expect(gains(result).map(([id]) => id)).toEqual(['first', 'second']);
  });

  it('are what rescoring the whole audit gives, for every item below full and no other', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const result = resultOf(checklist, answers);
        const stakes = stakesOf(result);
        const items = result.steps.flatMap((step) => step.items);
        expect(new Set(stakes.map((stake) => stake.result))).toEqual(
          new Set(items.filter(({ share }) => share !== null && share < 1)),
        );
        for (const [index, stake] of stakes.entries()) {
          const full = withFull(result, new Set([stake.result.item.id]));
          const before = result.steps.find(({ step }) => step.id === stake.result.step);
          const after = full.steps.find(({ step }) => step.id === stake.result.step);
          expect(stake.step).toBeCloseTo((after?.share ?? NaN) - (before?.share ?? NaN), 12);
          expect(stake.overall).toBeCloseTo((full.share ?? NaN) - (result.share ?? NaN), 12);
          expect(stake.overall).toBeGreaterThanOrEqual(0);
          expect(stakes[index + 1]?.overall ?? 0).toBeLessThanOrEqual(stake.overall + 1e-9);
        }
      }),
    );
  });
});

describe('the share with some items full', () => {
  it('is what scoring them so gives, and 1 with all', () => {
    fc.assert(
      fc.property(someAnswered, fc.array(fc.boolean()), ({ checklist, answers }, coins) => {
        const result = resultOf(checklist, answers);
        const ids = result.steps.flatMap((step) => step.items).map(({ item }) => item.id);
        const some = new Set(ids.filter((_, index) => coins[index] === true));
        expect(shareWithFull(result, some)).toBe(withFull(result, some).share);
        const all = shareWithFull(result, new Set(ids));
        if (result.share === null) expect(all).toBeNull();
        else expect(all).toBeCloseTo(1, 12);
      }),
    );
  });
});
