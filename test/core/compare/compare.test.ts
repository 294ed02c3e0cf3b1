import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import type { Checklist } from '../../../src/core/checklist/checklist.js';
import type { Comparison } from '../../../src/core/compare/compare.js';
import { compareAudits, isComparable } from '../../../src/core/compare/compare.js';
import { someAnswered, someAnswers } from '../../support/arbitraries.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';

const yes = answered('yes');
const no = answered('no');

type Given = readonly [Checklist, Readonly<Record<string, Answer>>];

function compare(from: Given, to: Given): Comparison {
  return compareAudits(resultOf(...from), resultOf(...to));
}

/** One step with two yes-no items of these weights. */
function twoItems(a: number, b: number, own: Readonly<Record<string, unknown>> = {}): Checklist {
  return makeChecklist(
    [
      makeStep('one', [
        makeItem('yes-no', 'a', { weight: a }),
        makeItem('yes-no', 'b', { weight: b }),
      ]),
    ],
    own,
  );
}

describe('two identical audits', () => {
  it('differ in nothing', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const result = compare([checklist, answers], [checklist, answers]);
        for (const { from, to } of [result, ...result.steps].flatMap((each) => [
          each.published,
          each.likeForLike,
        ])) {
          expect(to).toBe(from);
        }
        expect(result.changes.filter((change) => change.tag !== 'same')).toEqual([]);
      }),
    );
  });

  it('are like for like what was published, before any hold', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const { likeForLike } = compare([checklist, answers], [checklist, answers]);
        const uncapped = resultOf(checklist, answers).estimate?.share ?? null;
        if (uncapped === null) expect(likeForLike.to).toBeNull();
        else expect(likeForLike.to).toBeCloseTo(uncapped, 9);
      }),
    );
  });
});

describe('what was published', () => {
  it('is what each audit said of itself, by its own checklist', () => {
    const { published, steps } = compare(
      [twoItems(1, 1), { a: yes, b: no }],
      [twoItems(9, 1), { a: yes, b: no }],
    );
    expect(published).toMatchObject({ from: 0.5, to: 0.9 });
    expect(steps[0]?.published).toMatchObject({ from: 0.5, to: 0.9 });
  });

  it('is nothing where nothing was scored', () => {
    const { published } = compare([twoItems(1, 1), {}], [twoItems(1, 1), { a: yes }]);
    expect(published).toMatchObject({ from: null, to: 1 });
  });
});

describe('like for like', () => {
  it('weighs both audits by the later weights: a new weight alone is no change', () => {
    const { likeForLike, published } = compare(
      [twoItems(1, 1), { a: yes, b: no }],
      [twoItems(9, 1), { a: yes, b: no }],
    );
    expect(published.to).not.toBe(published.from);
    expect(likeForLike).toMatchObject({ from: 0.9, to: 0.9 });
  });

  it('weighs both audits by the later steps', () => {
    const steps = (weight: number): Checklist =>
      makeChecklist([
        makeStep('one', [makeItem('yes-no', 'a')], { weight }),
        makeStep('two', [makeItem('yes-no', 'b')]),
      ]);
    const { likeForLike } = compare([steps(1), { a: yes, b: no }], [steps(3), { a: yes, b: no }]);
    expect(likeForLike).toMatchObject({ from: 0.75, to: 0.75 });
  });

  it('is before any cap: one that comes is no fall, and a part of its own', () => {
    const critical = (own: object): Checklist =>
      makeChecklist(
        [
          makeStep('one', [
            makeItem('yes-no', 'a', { critical: 'below' in own }),
            makeItem('yes-no', 'b', { weight: 9 }),
          ]),
        ],
        'below' in own ? { scoring: { critical: own } } : {},
      );
    const result = compare(
      [critical({}), { a: no, b: yes }],
      [critical({ below: 50, cap: 30 }), { a: no, b: yes }],
    );
    expect(result.published).toMatchObject({ from: 0.9, to: 0.3 });
    expect(result.likeForLike).toMatchObject({ from: 0.9, to: 0.9, verdict: 'same' });
    expect(result.parts?.held).toBeCloseTo(-0.6, 12);
    expect(result.steps[0]?.caps).toMatchObject([{ event: 'came', parts: 1 }]);
    expect(result.steps[0]?.failedCritical).toEqual({ from: [], to: ['a'] });
  });

  it('leaves out what is new, gone, redefined, or was scored only once', () => {
    const item = (id: string, own: object = {}) => makeItem('rating', id, { ...own });
    const redefined = item('r', { levels: ['v', 'w', 'x', 'y', 'z'] });
    const before = makeChecklist([
      makeStep(
        'one',
        ['k', 'g', 'r', 'n', 'c'].map((id) => item(id)),
      ),
    ]);
    const after = makeChecklist([
      makeStep('one', [item('k'), redefined, item('n'), item('c'), item('new')]),
    ]);
    const result = compare(
      [
        before,
        { k: answered(1), g: answered(4), r: answered(4), n: NOT_APPLICABLE, c: answered(4) },
      ],
      [after, { k: answered(2), r: answered(0), n: answered(0), c: NOT_CHECKED, new: answered(0) }],
    );
    expect(result.likeForLike).toMatchObject({ from: 0.25, to: 0.5 });
    expect(result.comparable).toBe(1);
    expect(result.steps[0]?.comparable).toBe(1);
    expect(result.changes.filter(isComparable).map((change) => change.id)).toEqual(['k']);
  });

  it('does not count an item that was unscored both times as comparable', () => {
    const result = compare([twoItems(1, 1), { a: yes }], [twoItems(1, 1), { a: no }]);
    expect(result.comparable).toBe(1);
    expect(result.likeForLike).toMatchObject({ from: 1, to: 0 });
  });

  it('counts an item that moved in the step where it stands later', () => {
    const [a, b] = [makeItem('yes-no', 'a'), makeItem('yes-no', 'b')];
    const c = makeItem('yes-no', 'c');
    const before = makeChecklist([makeStep('one', [a, b]), makeStep('two', [c])]);
    const after = makeChecklist([makeStep('one', [a]), makeStep('two', [b, c])]);
    const result = compare([before, { a: yes, b: no, c: yes }], [after, { a: yes, b: no, c: yes }]);
    expect(result.steps.map((step) => step.likeForLike)).toMatchObject([
      { from: 1, to: 1 },
      { from: 0.5, to: 0.5 },
    ]);
  });

  it('is nothing when nothing is comparable', () => {
    const result = compare([twoItems(1, 1), { a: yes }], [twoItems(1, 1), { b: yes }]);
    expect(result.likeForLike).toMatchObject({ from: null, to: null });
    expect(result.comparable).toBe(0);
  });

  it('differs by exactly what was done: the weighted differences of the items', () => {
    const uncapped = someAnswered.map(({ checklist }): Checklist => ({
      ...checklist,
      steps: checklist.steps.slice(0, 1),
      scoring: { critical: { below: 50, cap: 100 } },
    }));
    const pair = uncapped.chain((checklist) => {
      const items = checklist.steps.flatMap((step) => step.items);
      return fc
        .tuple(someAnswers(items), someAnswers(items))
        .map(([before, after]) => ({ checklist, before, after }));
    });
    fc.assert(
      fc.property(pair, ({ checklist, before, after }) => {
        const { likeForLike, changes } = compare([checklist, before], [checklist, after]);
        const done = changes.filter(isComparable).map(({ to, difference }) => ({
          weight: 'weight' in to.item ? to.item.weight : 0,
          difference: difference.difference,
        }));
        const weights = done.reduce((sum, one) => sum + one.weight, 0);
        if (weights === 0) {
          expect(likeForLike).toMatchObject({ from: null, to: null });
          return;
        }
        // Differences under 1e-9 count as none, so the two may differ by as much.
        const sum = done.reduce((all, one) => all + one.weight * one.difference, 0);
        expect((likeForLike.to ?? NaN) - (likeForLike.from ?? NaN)).toBeCloseTo(sum / weights, 8);
      }),
    );
  });
});

describe('the steps side by side', () => {
  const one = makeStep('one', [makeItem('yes-no', 'a')]);
  const two = makeStep('two', [makeItem('yes-no', 'b', { critical: true })]);
  const three = makeStep('three', [makeItem('yes-no', 'c')]);
  const result = compare(
    [makeChecklist([one, two]), { a: no, b: no }],
    [makeChecklist([three, one]), { a: yes, c: yes }],
  );

  it('are those of the later checklist, then those that are gone', () => {
    expect(result.steps.map((step) => step.step.id)).toEqual(['three', 'one', 'two']);
  });

  it('have nothing on the side where they are missing', () => {
    expect(result.steps.map((step) => step.published)).toMatchObject([
      { from: null, to: 1 },
      { from: 0, to: 1 },
      { from: 0, to: null },
    ]);
    expect(result.steps[2]).toMatchObject({
      likeForLike: { from: null, to: null },
      comparable: 0,
      failedCritical: { from: ['b'], to: [] },
    });
  });
});

describe('turned round', () => {
  it('an audit by the same checklist swaps every pair', () => {
    const pair = someAnswered.chain(({ checklist, answers }) =>
      someAnswers(checklist.steps.flatMap((step) => step.items)).map((others) => ({
        checklist,
        answers,
        others,
      })),
    );
    fc.assert(
      fc.property(pair, ({ checklist, answers, others }) => {
        const there = compare([checklist, answers], [checklist, others]);
        const back = compare([checklist, others], [checklist, answers]);
        expect(back.published).toMatchObject({
          from: there.published.to,
          to: there.published.from,
        });
        expect(back.likeForLike).toMatchObject({
          from: there.likeForLike.to,
          to: there.likeForLike.from,
        });
        expect(back.comparable).toBe(there.comparable);
      }),
    );
  });
});

describe('the parts of a difference', () => {
  const twoAudits = fc.tuple(someAnswered, someAnswered);

  it('add up to it exactly, overall and step by step, for any two audits', () => {
    fc.assert(
      fc.property(twoAudits, ([one, other]) => {
        const compared = compare([one.checklist, one.answers], [other.checklist, other.answers]);
        for (const { published, parts } of [compared, ...compared.steps]) {
          expect(parts === null).toBe(published.difference === null);
          if (parts === null) continue;
          const sum = parts.done + parts.applicability + parts.checklist + parts.held;
          expect(sum).toBeCloseTo(published.difference ?? NaN, 12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('by the same checklist leave nothing to the checklist', () => {
    const pair = someAnswered.chain(({ checklist, answers }) =>
      someAnswers(checklist.steps.flatMap((step) => step.items)).map((others) => ({
        checklist,
        answers,
        others,
      })),
    );
    fc.assert(
      fc.property(pair, ({ checklist, answers, others }) => {
        const { parts } = compare([checklist, answers], [checklist, others]);
        if (parts !== null) expect(parts.checklist).toBeCloseTo(0, 12);
      }),
    );
  });

  const items = [makeItem('yes-no', 'a', { weight: 1 }), makeItem('yes-no', 'b', { weight: 3 })];
  const before = makeChecklist([makeStep('s', items)]);

  it.each<[string, Parameters<typeof compare>[0], Parameters<typeof compare>[1], number[]]>([
    ['what was done', [before, { a: no, b: yes }], [before, { a: yes, b: yes }], [0.25, 0, 0]],
    ['what was checked', [before, { a: no }], [before, { a: no, b: yes }], [0, 0.75, 0]],
    [
      'the weights',
      [before, { a: no, b: yes }],
      [
        makeChecklist([makeStep('s', [makeItem('yes-no', 'a', { weight: 3 }), ...items.slice(1)])]),
        { a: no, b: yes },
      ],
      [0, 0, -0.25],
    ],
    [
      'a new item',
      [makeChecklist([makeStep('s', items.slice(0, 1))]), { a: yes }],
      [before, { a: yes, b: no }],
      [0, 0, -0.75],
    ],
  ])('name %s', (_what, from, to, [done, applicability, checklist]) => {
    expect(compare(from, to).parts).toEqual({ done, applicability, checklist, held: 0 });
  });
});

describe('an audit compared with itself', () => {
  it('never rose and never fell, whatever its uncertainty', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const { changes, published, steps, parts } = compare(
          [checklist, answers],
          [checklist, answers],
        );
        for (const { tag } of changes) expect(tag).toBe('same');
        for (const pair of [published, ...steps.map((step) => step.published)]) {
          if (pair.difference !== null) expect(pair.difference).toBe(0);
        }
        if (parts !== null)
          expect(parts).toEqual({ done: 0, applicability: 0, checklist: 0, held: 0 });
      }),
    );
  });
});
