import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAudits, isComparable } from '../../../src/core/compare/compare.js';
import { moversOf } from '../../../src/core/compare/movers.js';
import type { Answer } from '../../../src/core/audit/answer.js';
import type { Checklist } from '../../../src/core/checklist/checklist.js';
import { someAnswered, someAnswers } from '../../support/arbitraries.js';
import {
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';
import { withShares } from '../../support/rescore.js';

const yes = answered('yes');
const no = answered('no');

type Answers = Readonly<Record<string, Answer>>;

/** Ids, and the differences and effects in points. */
function moved(checklist: Checklist, from: Answers, to: Answers): [string, number, number][] {
  const later = resultOf(checklist, to);
  const movers = moversOf(later, compareAudits(resultOf(checklist, from), later));
  return movers.map(({ id, difference, effect }) => [
    id,
    difference.difference * 100,
    Math.round(effect * 1e4) / 100,
  ]);
}

describe('what a change did to the overall score', () => {
  it('weighs item and step: a small change in a light step’s only item can be the largest', () => {
    const checklist = makeChecklist([
      makeStep('one', [
        makeItem('yes-no', 'a', { weight: 5 }),
        makeItem('yes-no', 'b', { weight: 15 }),
      ]),
      makeStep('two', [makeItem('rating', 'c', { weight: 1 })]),
    ]);
    expect(
      moved(checklist, { a: no, b: yes, c: answered(3) }, { a: yes, b: yes, c: answered(1) }),
    ).toEqual([
      ['c', -50, -25],
      ['a', 100, 12.5],
      ['b', 0, 0],
    ]);
  });

  it('counts the cap that a critical item brought or took away, and nothing below a cap', () => {
    const checklist = makeChecklist([
      makeStep('one', [
        makeItem('yes-no', 'critical', { critical: true, weight: 1 }),
        makeItem('yes-no', 'fine', { weight: 8 }),
        makeItem('yes-no', 'other', { weight: 1 }),
      ]),
    ]);
    const failed = { critical: no, fine: yes, other: no };
    const passed = { ...failed, critical: yes };
    expect(moved(checklist, passed, failed)).toEqual([
      ['critical', -100, -31],
      ['fine', 0, 0],
      ['other', 0, 0],
    ]);
    expect(moved(checklist, failed, passed)[0]).toEqual(['critical', 100, 31]);
  });

  it('is nothing where a cap swallows it; of such changes what weighs most comes first', () => {
    const checklist = makeChecklist([
      makeStep('one', [
        makeItem('yes-no', 'critical', { critical: true }),
        makeItem('yes-no', 'light', { weight: 1 }),
        makeItem('yes-no', 'heavy', { weight: 2 }),
        makeItem('yes-no', 'fine', { weight: 6 }),
      ]),
    ]);
    const before = { critical: no, light: no, heavy: no, fine: yes };
    const swallowed = moved(checklist, before, { ...before, light: yes, heavy: yes });
    expect(swallowed).toEqual([
      ['heavy', 100, 0],
      ['light', 100, 0],
      ['critical', 0, 0],
      ['fine', 0, 0],
    ]);
  });

  it('is said of comparable items only', () => {
    const checklist = makeChecklist([
      makeStep('one', [makeItem('yes-no', 'a'), makeItem('yes-no', 'b'), makeItem('yes-no', 'c')]),
    ]);
    expect(moved(checklist, { a: no, b: NOT_CHECKED }, { a: yes, b: yes })).toEqual([
      ['a', 100, 50],
    ]);
  });

  it('is what rescoring the later audit with the earlier share gives, largest first', () => {
    const pair = someAnswered.chain(({ checklist, answers }) =>
      someAnswers(checklist.steps.flatMap((step) => step.items)).map((later) => ({
        from: resultOf(checklist, answers),
        to: resultOf(checklist, later),
      })),
    );
    fc.assert(
      fc.property(pair, ({ from, to }) => {
        const comparison = compareAudits(from, to);
        const movers = moversOf(to, comparison);
        expect(movers.map(({ id }) => id).sort()).toEqual(
          comparison.changes
            .filter(isComparable)
            .map(({ id }) => id)
            .sort(),
        );
        for (const [index, { id, from: then, effect, difference }] of movers.entries()) {
          const stayed = withShares(to, new Map([[id, then.share ?? NaN]])).share;
          expect(effect).toBeCloseTo((to.share ?? NaN) - (stayed ?? NaN), 8);
          // A change never works against its own direction.
          expect(effect * difference.difference).toBeGreaterThanOrEqual(-1e-12);
          expect(Math.abs(movers[index + 1]?.effect ?? 0)).toBeLessThanOrEqual(
            Math.abs(effect) + 1e-9,
          );
        }
      }),
    );
  });
});
