import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import type { Item, Scope } from '../../../src/core/checklist/checklist.js';
import type { Change, ChangeTag } from '../../../src/core/compare/change.js';
import { CHANGE_WORDS, changesBetween } from '../../../src/core/compare/change.js';
import type { AuditResult } from '../../../src/core/score/score.js';
import { someAnswered, someAnswers, someItem } from '../../support/arbitraries.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';

/** A result of one step with these items, each with its answer. */
function result(
  pairs: readonly (readonly [Item, (Answer | undefined)?])[],
  scope: Scope = 'full',
): AuditResult {
  const answers = Object.fromEntries(
    pairs.flatMap(([item, answer]) => (answer === undefined ? [] : [[item.id, answer] as const])),
  );
  const items = pairs.map(([item]) => item);
  return resultOf(makeChecklist([makeStep('only', items)]), answers, scope);
}

/** The one change of an item that was asked both times. */
function changeOf(
  item: Item,
  before: Answer | undefined,
  after: Answer | undefined,
  later = item,
): Change {
  const [change, ...others] = changesBetween(result([[item, before]]), result([[later, after]]));
  if (change === undefined || others.length > 0) throw new Error('not one change');
  return change;
}

const differenceOf = (change: Change): number | null | undefined =>
  'difference' in change ? (change.difference?.difference ?? null) : undefined;

const rating = makeItem('rating', 'x');
const sample = makeItem('sample', 'x');
const DRAFT: Answer = { state: 'unanswered', draft: 1 };

describe('an item that was scored both times by the same definition', () => {
  it.each<[number, number, ChangeTag, number]>([
    [1, 3, 'rose', 0.5],
    [3, 1, 'fell', -0.5],
    [2, 2, 'same', 0],
  ])('at level %d and then %d %s', (before, after, tag, difference) => {
    const change = changeOf(rating, answered(before), answered(after));
    expect(change.tag).toBe(tag);
    expect(differenceOf(change)).toBe(difference);
  });

  it('is the same when only binary dust lies between', () => {
    const change = changeOf(
      makeItem('measure', 'x', { full: 0, zero: 1 }),
      answered(0.3),
      answered(0.1 + 0.2),
    );
    expect(change).toMatchObject({ tag: 'same', difference: { verdict: 'same' } });
  });

  it('rose or fell by more than its error, however small that is, once one decimal would show it', () => {
    const samples = (passed: number): Answer =>
      answered({ passed, of: 1_000_000, from: 1_000_000 });
    expect(changeOf(sample, samples(500_000), samples(500_001)).tag).toBe('same');
    expect(changeOf(sample, samples(500_000), samples(504_000)).tag).toBe('rose');
  });

  it('carries both results', () => {
    const change = changeOf(rating, answered(1), answered(3));
    expect(change).toMatchObject({ id: 'x', from: { share: 0.25 }, to: { share: 0.75 } });
  });
});

describe('an item that was not scored on one side', () => {
  it.each<[string, Answer | undefined, Answer | undefined, ChangeTag]>([
    ['n/a, then scored', NOT_APPLICABLE, answered(3), 'became-applicable'],
    ['n/a, then not checked', NOT_APPLICABLE, NOT_CHECKED, 'became-applicable'],
    ['n/a, then unanswered', NOT_APPLICABLE, undefined, 'became-applicable'],
    ['scored, then n/a', answered(3), NOT_APPLICABLE, 'ceased-to-be-applicable'],
    ['not checked, then n/a', NOT_CHECKED, NOT_APPLICABLE, 'ceased-to-be-applicable'],
    ['not checked, then scored', NOT_CHECKED, answered(3), 'became-checked'],
    ['unanswered, then scored', undefined, answered(3), 'became-checked'],
    ['begun, then scored', DRAFT, answered(3), 'became-checked'],
    ['scored, then not checked', answered(3), NOT_CHECKED, 'ceased-to-be-checked'],
    ['scored, then unanswered', answered(3), undefined, 'ceased-to-be-checked'],
    ['n/a both times', NOT_APPLICABLE, NOT_APPLICABLE, 'same'],
    ['not checked both times', NOT_CHECKED, NOT_CHECKED, 'same'],
    ['not checked, then unanswered', NOT_CHECKED, undefined, 'same'],
  ])('%s', (_name, before, after, tag) => {
    const change = changeOf(rating, before, after);
    expect(change.tag).toBe(tag);
    // Neither a rise nor a fall, and no figure to mistake for one.
    expect(differenceOf(change) ?? null).toBeNull();
  });
});

describe('an item that was redefined', () => {
  const option = (id: string, own: object = {}) => ({ id, text: id, ...own });
  const levels = ['a', 'b', 'c', 'd', 'e'];
  const tick = answered({ checks: ['a'] });
  const visit = answered({ cases: [{ ref: 'RO 1', lapses: [] }] });
  const half = answered({ passed: 1, of: 2 });
  it.each<[string, Item['kind'], object, object, Answer]>([
    ['threshold', 'measure', { full: 10, zero: 60 }, { full: 20, zero: 60 }, answered(5)],
    ['zero of a measure', 'measure', { full: 10, zero: 60 }, { full: 10, zero: 90 }, answered(5)],
    ['unit', 'measure', { unit: 'minutes' }, { unit: 'hours' }, answered(5)],
    ['zero of a sample', 'sample', {}, { zero: 50 }, half],
    ['levels', 'rating', { levels }, { levels: levels.with(0, 'z') }, answered(2)],
    ['checks', 'checks', { checks: [option('a')] }, { checks: [option('a'), option('b')] }, tick],
    [
      'standards',
      'trace',
      { standards: [option('a')] },
      { standards: [option('a'), option('b')] },
      visit,
    ],
    [
      'respect',
      'trace',
      { standards: [option('a')] },
      { standards: [option('a', { respect: true })] },
      visit,
    ],
  ])('by its %s is never a rise or a fall', (_name, kind, before, after, answer) => {
    const change = changeOf(
      makeItem(kind, 'x', { ...before }),
      answer,
      answer,
      makeItem(kind, 'x', { ...after }),
    );
    expect(change.tag).toBe('redefined');
    expect('difference' in change).toBe(false);
  });

  it('by its kind is redefined too', () => {
    const change = changeOf(rating, answered(4), answered('no'), makeItem('yes-no', 'x'));
    expect(change.tag).toBe('redefined');
  });

  it('is called so whatever became of it otherwise', () => {
    const other = makeItem('rating', 'x', { levels: ['z', 'b', 'c', 'd', 'e'] });
    for (const answer of [NOT_APPLICABLE, NOT_CHECKED, undefined]) {
      expect(changeOf(rating, answered(1), answer, other).tag).toBe('redefined');
    }
  });

  it.each<[string, Item['kind'], object, object, Answer]>([
    ['wording', 'rating', {}, { ask: 'Other words?' }, answered(2)],
    [
      'guidance',
      'rating',
      {},
      { criteria: 'C', verify: 'V', remedy: 'R', source: ['S'] },
      answered(2),
    ],
    ['weight', 'rating', { weight: 1 }, { weight: 9 }, answered(2)],
    ['being critical', 'rating', {}, { critical: true }, answered(2)],
    ['departments', 'rating', {}, { departments: ['service'] }, answered(2)],
    ['scope', 'rating', { core: true }, { core: false }, answered(2)],
    ['draw', 'sample', { draw: 10 }, { draw: 20 }, half],
    [
      'order of checks',
      'checks',
      { checks: [option('a'), option('b')] },
      { checks: [option('b'), option('a')] },
      tick,
    ],
    [
      'words of a check',
      'checks',
      { checks: [option('a')] },
      { checks: [{ id: 'a', text: 'A!' }] },
      tick,
    ],
  ])('is not one whose %s changed', (_name, kind, before, after, answer) => {
    const change = changeOf(
      makeItem(kind, 'x', { ...before }),
      answer,
      answer,
      makeItem(kind, 'x', { ...after }),
    );
    expect(change).toMatchObject({ tag: 'same', difference: { difference: 0 } });
  });
});

describe('an item that only one audit asked', () => {
  const core = makeItem('yes-no', 'core-item');
  const extra = makeItem('yes-no', 'extra', { core: false });
  const yes = answered('yes');
  const tags = (from: AuditResult, to: AuditResult): string[] =>
    changesBetween(from, to).map(
      (change) => `${change.id} ${change.tag}${'because' in change ? ` ${change.because}` : ''}`,
    );
  const short = result([[core, yes]]);
  const long = result([
    [core, yes],
    [extra, yes],
  ]);
  const longInCore = result(
    [
      [core, yes],
      [extra, yes],
    ],
    'core',
  );

  it('is new because the earlier checklist lacks it', () => {
    expect(tags(short, long)).toEqual(['core-item same', 'extra new checklist']);
  });

  it('is gone because the later checklist lacks it', () => {
    expect(tags(long, short)).toEqual(['core-item same', 'extra gone checklist']);
  });

  it("is new because the earlier audit's scope left it out", () => {
    expect(tags(longInCore, long)).toEqual(['core-item same', 'extra new scope']);
  });

  it("is gone because the later audit's scope left it out", () => {
    expect(tags(long, longInCore)).toEqual(['core-item same', 'extra gone scope']);
  });

  it('has only the one side', () => {
    const [, added] = changesBetween(short, long);
    const [, gone] = changesBetween(long, short);
    expect(added).not.toHaveProperty('from');
    expect(gone).not.toHaveProperty('to');
  });

  it('is left out when it is a remark', () => {
    const remark: [Item, Answer] = [makeItem('remark', 'said'), answered('text')];
    expect(tags(short, result([[core, yes], remark]))).toEqual(['core-item same']);
    expect(tags(result([[core, yes], remark]), short)).toEqual(['core-item same']);
  });

  it.each<[string, boolean]>([
    ['a remark that is scored now', true],
    ['a scored item that is a remark now', false],
  ])('is not said to be so because of the scope when it is %s', (_name, scoredNow) => {
    const asRemark = result([
      [core, yes],
      [makeItem('remark', 'x'), answered('text')],
    ]);
    const scored = result([
      [core, yes],
      [makeItem('yes-no', 'x'), yes],
    ]);
    const said = scoredNow ? tags(asRemark, scored) : tags(scored, asRemark);
    // The scope is the same both times; what changed is the checklist.
    expect(said.filter((each) => each.endsWith(' scope'))).toEqual([]);
  });
});

describe('any two audits', () => {
  it('that are identical show nothing but same, with a difference of 0', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist, answers }) => {
        const one = resultOf(checklist, answers);
        for (const change of changesBetween(one, resultOf(checklist, answers))) {
          if (change.tag !== 'same') throw new Error(change.tag);
          expect(change.difference?.difference ?? null).toBe(change.to.share === null ? null : 0);
        }
      }),
    );
  });

  const ids = Array.from({ length: 8 }, (_, i) => `i${String(i)}`);
  const twoAudits = fc.tuple(...ids.map((id) => someItem(id))).chain((items) =>
    fc
      .tuple(
        fc.subarray(items, { minLength: 1 }),
        fc.subarray(items, { minLength: 1 }),
        fc.constantFrom<Scope>('core', 'full'),
        fc.constantFrom<Scope>('core', 'full'),
      )
      .chain(([before, after, scopeBefore, scopeAfter]) =>
        fc.tuple(someAnswers(before), someAnswers(after)).map(([answersBefore, answersAfter]) => ({
          from: resultOf(makeChecklist([makeStep('s', before)]), answersBefore, scopeBefore),
          to: resultOf(makeChecklist([makeStep('s', after)]), answersAfter, scopeAfter),
        })),
      ),
  );

  const TURNED: Readonly<Record<ChangeTag, ChangeTag>> = {
    rose: 'fell',
    fell: 'rose',
    'probably-rose': 'probably-fell',
    'probably-fell': 'probably-rose',
    same: 'same',
    'no-clear-change': 'no-clear-change',
    'became-applicable': 'ceased-to-be-applicable',
    'ceased-to-be-applicable': 'became-applicable',
    'became-checked': 'ceased-to-be-checked',
    'ceased-to-be-checked': 'became-checked',
    redefined: 'redefined',
    new: 'gone',
    gone: 'new',
  };

  it('turned round swap rose with fell, new with gone, became with ceased', () => {
    const facts = (change: Change, tag: ChangeTag, sign: number): unknown => {
      const difference = differenceOf(change);
      return [
        change.id,
        tag,
        difference === undefined || difference === null ? null : sign * difference + 0,
        'because' in change ? change.because : null,
      ];
    };
    const byId = (list: unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort();
    fc.assert(
      fc.property(twoAudits, ({ from, to }) => {
        const there = changesBetween(from, to).map((one) => facts(one, one.tag, 1));
        const back = changesBetween(to, from).map((one) => facts(one, TURNED[one.tag], -1));
        expect(byId(back)).toEqual(byId(there));
      }),
      { numRuns: 300 },
    );
  });

  it('have one change for each scored item that either asked, in the order of the later one', () => {
    fc.assert(
      fc.property(twoAudits, ({ from, to }) => {
        const asked = (result: AuditResult): string[] =>
          result.steps.flatMap((step) =>
            step.items.filter((one) => one.item.kind !== 'remark').map((one) => one.item.id),
          );
        const gone = asked(from).filter((id) => !asked(to).includes(id));
        expect(changesBetween(from, to).map((change) => change.id)).toEqual([
          ...asked(to),
          ...gone,
        ]);
      }),
    );
  });
});

describe('the words for changes', () => {
  it('are the tags without their hyphens', () => {
    for (const [tag, words] of Object.entries(CHANGE_WORDS)) {
      expect(words).toBe(tag.replaceAll('-', ' '));
    }
  });
});
