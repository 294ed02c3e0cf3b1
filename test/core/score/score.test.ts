import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import type { Checklist, Item } from '../../../src/core/checklist/checklist.js';
import { isCritical, weightOf } from '../../../src/core/checklist/checklist.js';
import type { AuditResult, StepResult } from '../../../src/core/score/score.js';
import { weightedMean } from '../../../src/core/score/mean.js';
import { bandOf, hasFailedCritical } from '../../../src/core/score/limits.js';
import { scoreAudit } from '../../../src/core/score/score.js';
import { SCORED_KINDS, someAnswered, someItem } from '../../support/arbitraries.js';
import type { Answered } from '../../support/arbitraries.js';
import {
  BANDS,
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
  stepResultOf,
} from '../../support/checklists.js';

const PRECISION = 9;
const yes = answered('yes');
const no = answered('no');

/** Two shares that may be null, equal but for binary dust. */
function expectSame(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(actual).toBeCloseTo(expected, PRECISION);
}

function expectSameFigures(actual: AuditResult, expected: AuditResult): void {
  expectSame(actual.share, expected.share);
  expectSame(actual.coverage, expected.coverage);
  for (const step of expected.steps) {
    const twin = actual.steps.find((one) => one.step.id === step.step.id);
    if (twin === undefined) throw new Error(`no step ${step.step.id}`);
    expectSame(twin.uncapped, step.uncapped);
    expectSame(twin.share, step.share);
    expectSame(twin.coverage, step.coverage);
  }
}

/** A checklist whose every step has its items changed. */
function withItems(
  checklist: Checklist,
  change: (items: Item[], step: number) => Item[],
): Checklist {
  return {
    ...checklist,
    steps: checklist.steps.map((step, index) => ({ ...step, items: change(step.items, index) })),
  };
}

function onSteps(test: (step: StepResult, checklist: Checklist) => void): void {
  fc.assert(
    fc.property(someAnswered, ({ checklist, answers }) => {
      for (const step of resultOf(checklist, answers).steps) test(step, checklist);
    }),
    { numRuns: 300 },
  );
}

const shares = (step: StepResult): number[] =>
  step.items.flatMap((one) => (one.share === null ? [] : [one.share]));

describe('the share of a step', () => {
  it('is Σ weight × share ÷ Σ weight over its scored items', () => {
    const items = [
      makeItem('rating', 'a', { weight: 2 }),
      makeItem('sample', 'b', { weight: 5 }),
      makeItem('yes-no', 'c', { weight: 3 }),
    ];
    const { share, uncapped } = stepResultOf(items, {
      a: answered(3),
      b: answered({ passed: 9, of: 12 }),
      c: no,
    });
    expect(share).toBeCloseTo((2 * 0.75 + 5 * 0.75 + 0) / 10, 12);
    expect(uncapped).toBe(share);
  });

  it('lies between the least and the greatest share of its items before a cap', () => {
    onSteps((step) => {
      if (step.uncapped === null) {
        expect(shares(step)).toEqual([]);
        return;
      }
      expect(step.uncapped).toBeGreaterThanOrEqual(Math.min(...shares(step)) - 1e-9);
      expect(step.uncapped).toBeLessThanOrEqual(Math.max(...shares(step)) + 1e-9);
    });
  });

  it('lies between 0 and 1, and so does its coverage', () => {
    onSteps(({ share, uncapped, coverage }) => {
      for (const figure of [share, uncapped, coverage]) {
        if (figure === null) continue;
        expect(figure).toBeGreaterThanOrEqual(0);
        expect(figure).toBeLessThanOrEqual(1);
      }
    });
  });

  it('stays when all weights of the step are scaled alike', () => {
    const factor = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(someAnswered, fc.array(factor, { minLength: 4, maxLength: 4 }), (given, by) => {
        const scaled = withItems(given.checklist, (items, step) =>
          items.map((item) =>
            'weight' in item ? { ...item, weight: item.weight * (by[step] ?? 1) } : item,
          ),
        );
        const [before, after] = [
          resultOf(given.checklist, given.answers),
          resultOf(scaled, given.answers),
        ];
        // Coverage of the whole audit pools the weights of its steps, so it may move.
        expectSameFigures({ ...after, coverage: before.coverage }, before);
      }),
    );
  });

  it('never falls when one item earns more', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const { share: before } = resultOf(checklist, answers);
        for (const item of checklist.steps.flatMap((step) => step.items)) {
          if (item.kind !== 'yes-no' || answers[item.id]?.state !== 'answered') continue;
          const { share: after } = resultOf(checklist, { ...answers, [item.id]: yes });
          expect(after).toBeGreaterThanOrEqual((before ?? NaN) - 1e-9);
        }
      }),
    );
  });
});

describe('order', () => {
  const shuffle = <T>(list: readonly T[], seed: number): T[] =>
    list
      .map((one, i) => ({ one, key: Math.sin((i + 1) * (seed + 1)) }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);

  it('of the items in a step changes no figure', () => {
    fc.assert(
      fc.property(someAnswered, fc.nat(), ({ checklist, answers }, seed) => {
        const shuffled = withItems(checklist, (items) => shuffle(items, seed));
        expectSameFigures(resultOf(shuffled, answers), resultOf(checklist, answers));
      }),
    );
  });

  it('of the steps changes no figure', () => {
    fc.assert(
      fc.property(someAnswered, fc.nat(), ({ checklist, answers }, seed) => {
        const shuffled = { ...checklist, steps: shuffle(checklist.steps, seed) };
        expectSameFigures(resultOf(shuffled, answers), resultOf(checklist, answers));
      }),
    );
  });

  it('of the answers changes nothing at all', () => {
    fc.assert(
      fc.property(someAnswered, fc.nat(), ({ checklist, answers }, seed) => {
        const audit = makeAudit(checklist, answers);
        const shuffled = { ...audit, revisions: shuffle(audit.revisions, seed) };
        expect(scoreAudit(shuffled)).toEqual(scoreAudit(audit));
      }),
    );
  });
});

describe('an item that was not scored', () => {
  /** The same audit with one more item in its first step, answered like this. */
  function oneMore({ checklist, answers }: Answered, item: Item, answer: Answer | undefined) {
    const longer = withItems(checklist, (items, step) => (step === 0 ? [...items, item] : items));
    return resultOf(longer, answer === undefined ? answers : { ...answers, [item.id]: answer });
  }
  const extra = someItem('extra', SCORED_KINDS);

  it('because it is not applicable changes neither score nor coverage', () => {
    fc.assert(
      fc.property(someAnswered, extra, (given, item) => {
        const before = resultOf(given.checklist, given.answers);
        expectSameFigures(oneMore(given, item, NOT_APPLICABLE), before);
      }),
    );
  });

  it.each<[string, Answer | undefined]>([
    ['was not checked', NOT_CHECKED],
    ['has no answer', undefined],
    ['has only a note', { state: 'unanswered', note: 'n' }],
    ['is only begun', { state: 'unanswered', draft: { cases: [] } }],
  ])('because it %s changes no score, and lowers coverage', (_why, answer) => {
    fc.assert(
      fc.property(someAnswered, extra, (given, item) => {
        const before = resultOf(given.checklist, given.answers);
        const after = oneMore(given, item, answer);
        expectSame(after.share, before.share);
        const [was, is] = [before.steps[0]?.coverage ?? null, after.steps[0]?.coverage ?? null];
        if (was === null || was === 0) expect(is).toBe(0);
        else expect(is).toBeLessThan(was);
        if (before.coverage !== null && before.coverage > 0) {
          expect(after.coverage).toBeLessThan(before.coverage);
        }
      }),
    );
  });

  it('is named with its state and without a share', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => makeItem('yes-no', id));
    const { items: results } = stepResultOf(items, { a: NOT_APPLICABLE, b: NOT_CHECKED, c: yes });
    expect(results.map((one) => [one.item.id, one.step, one.state, one.share])).toEqual([
      ['a', 'only', 'not-applicable', null],
      ['b', 'only', 'not-checked', null],
      ['c', 'only', 'answered', 1],
      ['d', 'only', 'unanswered', null],
    ]);
  });

  it('because it is a remark changes nothing, answered or not', () => {
    fc.assert(
      fc.property(someAnswered, (given) => {
        const before = resultOf(given.checklist, given.answers);
        const remark = makeItem('remark', 'extra');
        expectSameFigures(oneMore(given, remark, answered('text')), before);
        expectSameFigures(oneMore(given, remark, undefined), before);
      }),
    );
  });
});

describe('coverage', () => {
  it('is weight scored ÷ weight applicable', () => {
    const items = [5, 3, 2, 7].map((weight, i) => makeItem('yes-no', `i${String(i)}`, { weight }));
    const { coverage } = stepResultOf(items, { i0: yes, i1: NOT_CHECKED, i3: NOT_APPLICABLE });
    expect(coverage).toBeCloseTo(5 / 10, 12);
  });

  it('is exactly 1 when everything applicable was scored', () => {
    onSteps((step) => {
      const all = step.items.every((one) => one.share !== null || one.state === 'not-applicable');
      if (all && shares(step).length > 0) expect(step.coverage).toBe(1);
    });
  });

  it('of the audit pools all items', () => {
    const checklist = makeChecklist([
      makeStep('one', [makeItem('yes-no', 'a', { weight: 9 })]),
      makeStep('two', [makeItem('yes-no', 'b', { weight: 1 })]),
    ]);
    expect(resultOf(checklist, { a: yes }).coverage).toBeCloseTo(0.9, 12);
  });

  it('is nothing when nothing is applicable', () => {
    const result = stepResultOf([makeItem('yes-no', 'a')], { a: NOT_APPLICABLE });
    expect(result.coverage).toBeNull();
  });
});

describe('nothing to score', () => {
  const unscored: Answer[] = [NOT_APPLICABLE, NOT_CHECKED, { state: 'unanswered', note: 'n' }];

  it('gives no score at all, never 0, to the step, the overall and the band', () => {
    fc.assert(
      fc.property(someAnswered, fc.constantFrom(...unscored), ({ checklist }, answer) => {
        const ids = checklist.steps.flatMap((step) => step.items.map((item) => item.id));
        const result = resultOf(checklist, Object.fromEntries(ids.map((id) => [id, answer])));
        expect([result.share, result.band]).toEqual([null, null]);
        for (const step of result.steps) expect([step.share, step.uncapped]).toEqual([null, null]);
      }),
    );
  });

  it('in one step leaves the overall to the others', () => {
    const checklist = makeChecklist([
      makeStep('one', [makeItem('yes-no', 'a')]),
      makeStep('two', [makeItem('rating', 'b')], { weight: 3 }),
      makeStep('three', [makeItem('remark', 'c')]),
    ]);
    const result = resultOf(checklist, { b: answered(1), c: answered('text') });
    expect(result.steps.map((step) => step.share)).toEqual([null, 0.25, null]);
    expect(result.share).toBe(0.25);
  });
});

describe('a critical item', () => {
  const step =
    (critical: Item, ...others: Item[]) =>
    (answer: Answer, own = {}) => {
      const checklist = makeChecklist([makeStep('one', [critical, ...others])], own);
      const answers = Object.fromEntries(others.map((item) => [item.id, yes]));
      const [result] = resultOf(checklist, { ...answers, [critical.id]: answer }).steps;
      if (result === undefined) throw new Error('no step');
      return result;
    };
  const level = step(
    makeItem('rating', 'x', { critical: true }),
    makeItem('yes-no', 'y', { weight: 9 }),
  );

  it('under 50 caps its step at 59, and the step keeps both figures', () => {
    expect(level(answered(1))).toMatchObject({
      share: 0.59,
      uncapped: 0.925,
      failedCritical: ['x'],
    });
  });

  it('at exactly 50 does not', () => {
    expect(level(answered(2))).toMatchObject({ share: 0.95, uncapped: 0.95, failedCritical: [] });
  });

  it('is not failed by binary dust', () => {
    const dusty = makeItem('measure', 'x', { full: 0.7, zero: 0, critical: true });
    const almost = (value: number): readonly string[] =>
      step(dusty, makeItem('yes-no', 'y'))(answered(value)).failedCritical;
    expect(almost(0.35 - 1e-13)).toEqual([]);
    expect(almost(0.35 - 1e-6)).toEqual(['x']);
  });

  it('that is not critical caps nothing', () => {
    const plain = step(makeItem('rating', 'x'), makeItem('yes-no', 'y', { weight: 9 }));
    expect(plain(answered(0))).toMatchObject({ share: 0.9, failedCritical: [] });
  });

  it.each([NOT_APPLICABLE, NOT_CHECKED, { state: 'unanswered' } as const])(
    'that was not scored ($state) caps nothing',
    (answer) => {
      expect(level(answer)).toMatchObject({ share: 1, failedCritical: [] });
    },
  );

  it('caps by the policy of its own checklist', () => {
    expect(level(answered(2), { scoring: { critical: { below: 75, cap: 30 } } }).share).toBe(0.3);
    expect(level(answered(1), { scoring: { critical: { below: 25, cap: 30 } } }).share).toBe(0.925);
  });

  it('is named as failed even where the step is below the cap anyway', () => {
    const low = step(
      makeItem('yes-no', 'x', { critical: true, weight: 9 }),
      makeItem('yes-no', 'y'),
    );
    expect(low(no)).toMatchObject({ share: 0.1, uncapped: 0.1, failedCritical: ['x'] });
  });

  it('never raises a step, and caps exactly those where one failed', () => {
    onSteps((result, checklist) => {
      const cap = checklist.scoring.critical.cap / 100;
      const failed = result.items.filter(
        (one) =>
          isCritical(one.item) &&
          one.share !== null &&
          one.share * 100 < checklist.scoring.critical.below - 1e-9,
      );
      expect(result.failedCritical).toEqual(failed.map((one) => one.item.id));
      expect(result.items.filter((one) => hasFailedCritical(one, checklist))).toEqual(failed);
      const uncapped = result.uncapped ?? Infinity;
      expect(result.share ?? Infinity).toBe(failed.length > 0 ? Math.min(uncapped, cap) : uncapped);
    });
  });
});

describe('the overall score', () => {
  it('is the mean of the scored steps by step weight, caps included', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const { share, steps } = resultOf(checklist, answers);
        const scored = steps.filter((step) => step.share !== null);
        const weights = scored.reduce((sum, step) => sum + step.step.weight, 0);
        const sum = scored.reduce((all, step) => all + step.step.weight * (step.share ?? NaN), 0);
        expectSame(share, scored.length === 0 ? null : sum / weights);
      }),
    );
  });

  it('is six equal voices, not a pool of items', () => {
    const checklist = makeChecklist([
      makeStep(
        'many',
        ['a', 'b', 'c', 'd'].map((id) => makeItem('yes-no', id, { weight: 5 })),
      ),
      makeStep('few', [makeItem('yes-no', 'e')]),
    ]);
    expect(resultOf(checklist, { a: yes, b: yes, c: yes, d: yes, e: no }).share).toBe(0.5);
  });

  it('is of the items that the scope asks and no others', () => {
    const checklist = makeChecklist([
      makeStep('one', [makeItem('yes-no', 'a'), makeItem('yes-no', 'b', { core: false })]),
    ]);
    const answers = { a: yes, b: no };
    expect(resultOf(checklist, answers, 'core')).toMatchObject({ share: 1, coverage: 1 });
    expect(resultOf(checklist, answers, 'full').share).toBe(0.5);
  });

  it('ignores answers to items that the checklist does not have', () => {
    const checklist = makeChecklist([makeStep('one', [makeItem('yes-no', 'a')])]);
    expect(resultOf(checklist, { a: yes, stranger: no }).share).toBe(1);
  });
});

describe('the weighted mean', () => {
  it('leaves out what has no share, and is nothing of nothing', () => {
    expect(
      weightedMean([
        { weight: 2, share: 1 },
        { weight: 5, share: null },
        { weight: 2, share: 0 },
      ]),
    ).toBe(0.5);
    expect(weightedMean([])).toBeNull();
    expect(weightedMean([{ weight: 2, share: null }])).toBeNull();
    expect(weightedMean([{ weight: 0, share: 1 }])).toBeNull();
  });
});

describe('the band of a share', () => {
  const name = (share: number | null): string | null => bandOf(share, BANDS)?.name ?? null;

  it('is the last that starts at or below it', () => {
    expect([0, 0.39, 0.4, 0.599, 0.6, 0.79, 0.8, 1].map(name)).toEqual([
      'At risk',
      'At risk',
      'Uneven',
      'Uneven',
      'Sound',
      'Sound',
      'Strong',
      'Strong',
    ]);
  });

  it('is not decided by binary dust', () => {
    expect(0.57 * 100).not.toBe(57);
    const bands = [
      { from: 0, name: 'low' },
      { from: 58, name: 'high' },
    ];
    expect(bandOf(0.58 - 1e-15, bands)?.name).toBe('high');
    for (let from = 1; from < 100; from++) {
      expect(
        bandOf(from / 100, [
          { from: 0, name: 'low' },
          { from, name: 'high' },
        ])?.name,
      ).toBe('high');
    }
  });

  it('is none without a score', () => {
    expect(name(null)).toBeNull();
  });
});

describe('what an item weighs in the sums', () => {
  it('is its weight in the checklist, as many times as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.boolean(), (weight, answer) => {
        const other = makeItem('yes-no', 'other');
        const heavy = makeItem('yes-no', 'x', { weight });
        const light = Array.from({ length: weight }, (_, i) => makeItem('yes-no', `x${String(i)}`));
        const given = answered(answer ? 'yes' : 'no');
        const one = stepResultOf([other, heavy], { other: yes, x: given });
        const many = stepResultOf([other, ...light], {
          other: yes,
          ...Object.fromEntries(light.map((item) => [item.id, given])),
        });
        expect(weightOf(heavy)).toBe(weight);
        expectSame(one.share, many.share);
      }),
    );
  });
});
