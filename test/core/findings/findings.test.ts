import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fellShort, findingsOf } from '../../../src/core/findings/findings.js';
import { bandOf } from '../../../src/core/score/limits.js';
import { someAnswered } from '../../support/arbitraries.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
  soundChecklist,
} from '../../support/checklists.js';

describe('an item falls short', () => {
  it('below the top band, and not in it', () => {
    const checklist = soundChecklist();
    expect([0, 0.5, 0.799].map((share) => fellShort(share, checklist))).toEqual([true, true, true]);
    expect([0.8, 0.8 - 1e-15, 0.9, 1].map((share) => fellShort(share, checklist))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('below full, where there is only one band', () => {
    const checklist = soundChecklist({ bands: [{ from: 0, name: 'All' }] });
    expect([0, 0.99, 1].map((share) => fellShort(share, checklist))).toEqual([true, true, false]);
  });

  it('never when it was not scored', () => {
    expect(fellShort(null, soundChecklist())).toBe(false);
  });
});

describe('the findings of an audit', () => {
  const checklist = makeChecklist([
    makeStep('one', [
      makeItem('rating', 'light', { weight: 1 }),
      makeItem('rating', 'heavy', { weight: 8 }),
      makeItem('rating', 'fine', { weight: 1 }),
    ]),
    makeStep('two', [
      makeItem('yes-no', 'critical', { weight: 1, critical: true }),
      makeItem('yes-no', 'n-a', { weight: 50 }),
      makeItem('yes-no', 'unchecked', { weight: 50 }),
      makeItem('yes-no', 'open', { weight: 50 }),
      makeItem('rating', 'half-critical', { weight: 19, critical: true }),
      makeItem('remark', 'said'),
    ]),
    makeStep('three', [makeItem('yes-no', 'none')]),
  ]);
  const findings = findingsOf(
    resultOf(checklist, {
      light: answered(0),
      heavy: answered(2),
      fine: answered(4),
      critical: answered('no'),
      'n-a': NOT_APPLICABLE,
      unchecked: NOT_CHECKED,
      'half-critical': answered(2),
      said: answered('text'),
    }),
  );

  it('are what was scored and fell short: failed critical ones first, then by what they cost', () => {
    expect(findings.map((one) => [one.result.item.id, one.failedCritical])).toEqual([
      ['critical', true],
      ['half-critical', false],
      ['heavy', false],
      ['light', false],
    ]);
  });

  it('say what the overall score lacks because of them', () => {
    const missing = Object.fromEntries(findings.map((one) => [one.result.item.id, one.missing]));
    // Two of the three steps are scored, so each has half the voice.
    expect(missing['light']).toBeCloseTo(0.5 * 0.1 * 1, 12);
    expect(missing['heavy']).toBeCloseTo(0.5 * 0.8 * 0.5, 12);
    expect(missing['critical']).toBeCloseTo(0.5 * 0.05 * 1, 12);
    expect(missing['half-critical']).toBeCloseTo(0.5 * 0.95 * 0.5, 12);
  });

  it('account for all that is missing from an uncapped score, where full is the only top', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist: any, answers }) => {
        const result = resultOf(
          {
            ...any,
            bands: [{ from: 0, name: 'All' }],
            scoring: { critical: { below: 50, cap: 100 } },
          },
          answers,
        );
        const missing = findingsOf(result).reduce((sum, one) => sum + one.missing, 0);
        expect(missing).toBeCloseTo(result.share === null ? 0 : 1 - result.share, 9);
      }),
    );
  });

  it('are every scored item outside the top band, sorted', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist: any, answers }) => {
        const result = resultOf(any, answers);
        const found = findingsOf(result);
        const short = result.steps
          .flatMap((step) => step.items)
          .filter((one) => one.share !== null && bandOf(one.share, any.bands) !== any.bands.at(-1));
        expect(found.map((one) => one.result.item.id).sort()).toEqual(
          short.map((one) => one.item.id).sort(),
        );
        for (const [index, one] of found.entries()) {
          const next = found[index + 1];
          if (next === undefined) continue;
          expect(Number(one.failedCritical)).toBeGreaterThanOrEqual(Number(next.failedCritical));
          if (one.failedCritical === next.failedCritical) {
            expect(one.missing).toBeGreaterThanOrEqual(next.missing);
          }
        }
      }),
    );
  });
});
