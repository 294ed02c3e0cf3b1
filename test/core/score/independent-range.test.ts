import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../../src/core/canonical.js';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { isCritical, weightOf } from '../../../src/core/checklist/checklist.js';
import { kindOf, workedExamples } from '../../../src/core/checklist/kinds/index.js';
import { RANGE_EXAMPLE, SURE_EXAMPLE } from '../../../src/core/score/examples.js';
import { judgeTogether } from '../../../src/core/score/family.js';
import { normalQuantile } from '../../../src/core/score/distributions.js';
import { rangesOf } from '../../../src/core/score/ranges.js';
import { estimateOf } from '../../../src/core/score/uncertainty.js';
import { directionOf, isSure } from '../../../src/core/score/uncertainty.js';
import { someAnswered } from '../../support/arbitraries.js';
import { answered, makeChecklist, makeItem, makeStep, resultOf } from '../../support/checklists.js';
import type { CountedShare, Ends, ScoredItem } from '../../support/independent-range.js';
import { independentRanges, varianceOf } from '../../support/independent-range.js';

interface RawTrace {
  readonly cases: readonly { readonly lapses: readonly string[] }[];
  readonly from?: number;
}

const noiseOf = (noise: number, scale: number): number => (noise / 2.77 / scale) ** 2;

/** What the method section says of how far an answer may be off, read from item and answer alone. */
function errorOf(item: Item, value: Json): Pick<ScoredItem, 'counted' | 'other'> {
  const own = 'noise' in item ? item.noise : undefined;
  switch (item.kind) {
    case 'sample': {
      const { passed, of, from } = value as { passed: number; of: number; from?: number };
      const zero = item.zero ?? 0;
      return {
        counted: passes(passed, of, { from, zero, full: 100 }),
        other: noiseOf(own ?? 0, 100 - zero),
      };
    }
    case 'trace': {
      const { cases, from } = value as unknown as RawTrace;
      const groups = cases.map(({ lapses }) => {
        const points = item.standards
          .filter(({ id }) => lapses.includes(id))
          .reduce((sum, { respect }) => sum + (respect ? 2 : 1), 0);
        return [[1, 1, 0.6, 0.2][points] ?? 0, 1] as const;
      });
      return {
        counted: { groups, zero: 0, slope: 1, ...(from === undefined ? {} : { from }) },
        other: noiseOf(own ?? 0, 100),
      };
    }
    case 'measure': {
      const scale = Math.abs(item.full - item.zero);
      const known = typeof value === 'number' ? { value } : (value as unknown as Measured);
      const { value: number, of, quartiles } = known;
      if (of === undefined) {
        const noise = own === 0 ? 0 : Math.max(own ?? 0, 0.35 * scale);
        return { counted: null, other: noiseOf(noise, scale) };
      }
      const noise = noiseOf(own ?? (item.unit === '%' ? 3 : scale / 10), scale);
      if (quartiles !== undefined) {
        const error = (1.25 * (quartiles[1] - quartiles[0])) / (1.35 * Math.sqrt(of));
        return { counted: null, other: (error / scale) ** 2 + noise };
      }
      if (item.unit !== '%') {
        return { counted: null, other: ((1.2 * number) / Math.sqrt(of) / scale) ** 2 + noise };
      }
      const part = Math.min(1, Math.max(0, number / 100));
      return { counted: passes(part * of, of, item), other: noise };
    }
    case 'checks': {
      const without = (value as Record<string, Json>)['not-applicable-checks'];
      const applicable = item.checks.length - new Set(Array.isArray(without) ? without : []).size;
      const other = own === undefined ? (0.08 * 0.92) / applicable : noiseOf(own, applicable);
      return { counted: null, other };
    }
    case 'rating':
      return { counted: null, other: own === undefined ? (0.5 / 4) ** 2 : noiseOf(own, 4) };
    case 'yes-no':
      return { counted: null, other: own === undefined ? 0.08 * 0.92 : noiseOf(own, 1) };
    case 'remark':
      throw new Error('a remark has no score');
  }
}

interface Measured {
  readonly value: number;
  readonly of?: number;
  readonly quartiles?: readonly [number, number];
}

function passes(
  passed: number,
  of: number,
  { from, zero, full }: { from?: number | undefined; zero: number; full: number },
): CountedShare {
  return {
    groups: [
      [1, passed],
      [0, of - passed],
    ],
    zero: zero / 100,
    slope: 100 / (full - zero),
    ...(from === undefined ? {} : { from }),
  };
}

function expectEnds(actual: Ends | null | undefined, expected: Ends | null): void {
  expect(actual === null || actual === undefined).toBe(expected === null);
  expect(Math.abs((actual?.lower ?? 0) - (expected?.lower ?? 0))).toBeLessThan(1e-11);
  expect(Math.abs((actual?.upper ?? 0) - (expected?.upper ?? 0))).toBeLessThan(1e-11);
}

test('variances and ranges are what a second calculation by the method section gives', () => {
  let drawn = 0;
  fc.assert(
    fc.property(someAnswered, ({ checklist, answers }) => {
      const result = resultOf(checklist, answers);
      const steps = result.steps.map(({ step, items }) => ({
        weight: step.weight,
        items: items.flatMap(({ item, share, answer, estimate }): ScoredItem[] => {
          if (share === null || answer?.state !== 'answered' || estimate === null) return [];
          const one = {
            share,
            weight: weightOf(item),
            isCritical: isCritical(item),
            ...errorOf(item, answer.value),
          };
          expect(estimate.variance).toBeCloseTo(varianceOf(one, 'alone', false), 12);
          expect(estimate.own).toBeCloseTo(varianceOf(one, 'alone', true), 12);
          expect(estimate.summed.variance).toBeCloseTo(varianceOf(one, 'summed', false), 12);
          return [one];
        }),
      }));
      if (steps.every(({ items }) => items.length === 0)) return;
      const { below, cap } = checklist.scoring.critical;
      const expected = independentRanges(steps, { limit: below / 100, hold: cap / 100 });
      const actual = rangesOf(result);
      expectEnds(actual.overall, expected.overall);
      for (const [s, { step }] of result.steps.entries()) {
        expectEnds(actual.steps.get(step.id), expected.steps[s] ?? null);
      }
      drawn += Number(result.steps.some(({ failedCritical }) => failedCritical.length > 0));
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(drawn).toBeGreaterThan(5);
});

describe('the worked examples that reports print', () => {
  it.each(workedExamples().flatMap((one) => (one.error === undefined ? [] : [one])))(
    'of how far $answer may be off',
    ({ item, answer, share, error }) => {
      const spread = kindOf(item).spread(item, answer);
      if (spread === null || share === null) throw new Error('nothing is scored');
      const { variance, summed } = estimateOf(share, spread);
      const second = { share, weight: 1, isCritical: false, ...errorOf(item, answer) };
      for (const [actual, where, stated] of [
        [variance, 'alone', error?.alone],
        [summed.variance, 'summed', error?.summed],
      ] as const) {
        expect(actual.toFixed(7)).toBe(stated?.toFixed(7));
        expect(varianceOf(second, where, false).toFixed(7)).toBe(stated?.toFixed(7));
      }
    },
  );

  it('of changes that are judged together', () => {
    const { sizes, limits, sure, probable } = SURE_EXAMPLE;
    expect(
      sizes.map((_, i) => normalQuantile(1 - (0.05 * (i + 1)) / sizes.length).toFixed(2)),
    ).toEqual(limits.map((limit) => limit.toFixed(2)));
    const verdicts = judgeTogether(
      sizes.map((z) => ({
        difference: {
          difference: z / 10,
          standardError: 0.1,
          lower: z / 10 - 0.196,
          upper: z / 10 + 0.196,
          verdict: z > 1.96 ? ('rose' as const) : ('no-clear-change' as const),
        },
      })),
    ).map(({ difference }) => difference.verdict);
    expect(verdicts.filter(isSure)).toHaveLength(sure);
    expect(verdicts.filter((one) => !isSure(one) && directionOf(one) !== 0)).toHaveLength(probable);
  });

  it('of a range that is drawn', () => {
    const { checkPassed, checkOf, level, weights, lower, upper } = RANGE_EXAMPLE;
    const check = makeItem('sample', 'check', {
      critical: true,
      weight: weights.check,
      zero: undefined,
    });
    const rest = makeItem('rating', 'rest', { weight: weights.rest });
    const result = resultOf(makeChecklist([makeStep('s', [check, rest])]), {
      check: answered({ passed: checkPassed, of: checkOf }),
      rest: answered(level),
    });
    const { overall } = rangesOf(result);
    expect(((overall?.lower ?? NaN) * 100).toFixed(6)).toBe(lower.toFixed(6));
    expect(((overall?.upper ?? NaN) * 100).toFixed(6)).toBe(upper.toFixed(6));
  });
});
