import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangesOf, variancesOf } from '../../../src/core/score/ranges.js';
import { someAnswered } from '../../support/arbitraries.js';
import { answered, makeChecklist, makeItem, makeStep, resultOf } from '../../support/checklists.js';

const critical = makeItem('sample', 'c', { critical: true, weight: 1, zero: undefined });
const other = makeItem('sample', 'o', { weight: 9, zero: undefined });
const checklist = makeChecklist([makeStep('s', [critical, other])]);
const result = (passed: number, of: number) =>
  resultOf(checklist, { c: answered({ passed, of }), o: answered({ passed: 90, of: 100 }) });

describe('where a score may lie', () => {
  test('holds the score, lies between 0 and 1, and is the same twice', () => {
    fc.assert(
      fc.property(someAnswered, (one) => {
        const audit = resultOf(one.checklist, one.answers);
        const { overall, steps } = rangesOf(audit);
        expect(rangesOf({ ...audit })).toEqual(rangesOf(audit));
        expect(overall === null).toBe(audit.share === null);
        for (const [range, share] of [
          [overall, audit.share] as const,
          ...audit.steps.map((step) => [steps.get(step.step.id) ?? null, step.share] as const),
        ]) {
          if (range === null || share === null) continue;
          expect(range.lower).toBeLessThanOrEqual(share + 1e-9);
          expect(range.upper).toBeGreaterThanOrEqual(share - 1e-9);
          expect(range.lower).toBeGreaterThanOrEqual(0);
          expect(range.upper).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is ± 1.96 standard errors where no must-not-fail check may have failed', () => {
    const audit = result(199, 200);
    const half = 1.96 * Math.sqrt(audit.estimate?.own ?? NaN);
    expect(rangesOf(audit).overall?.lower).toBeCloseTo((audit.share ?? 0) - half, 12);
    expect(variancesOf(audit).overall).toBe(audit.estimate?.variance);
  });

  test('is the held score alone where the check surely failed and the step is surely over it', () => {
    const audit = result(2, 200);
    const range = rangesOf(audit).steps.get('s');
    expect(range?.lower).toBeCloseTo(0.59, 12);
    expect(range?.upper).toBeCloseTo(0.59, 12);
    expect(variancesOf(audit).steps.get('s')).toBeCloseTo(0, 12);
  });

  test('reaches from the held score to the one without where the check may or may not fail', () => {
    for (const [passed, share] of [
      [6, 0.87],
      [4, 0.59],
    ] as const) {
      const audit = result(passed, 10);
      expect(audit.share).toBeCloseTo(share, 12);
      const range = rangesOf(audit).steps.get('s');
      expect(range?.lower).toBeCloseTo(0.59, 12);
      expect(range?.upper).toBeGreaterThan(0.85);
    }
  });

  test('of the whole lies within what the steps allow', () => {
    const two = makeChecklist([
      makeStep('held', [critical]),
      makeStep('exact', [makeItem('yes-no', 'y', { noise: 0 })]),
    ]);
    const audit = resultOf(two, { c: answered({ passed: 2, of: 200 }), y: answered('yes') });
    const { overall, steps } = rangesOf(audit);
    expect(overall?.upper).toBeLessThanOrEqual(((steps.get('held')?.upper ?? 0) + 1) / 2 + 1e-9);
  });
});
