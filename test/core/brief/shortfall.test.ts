import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import { repeatedShortfalls } from '../../../src/core/brief/shortfall.js';
import { fellShort } from '../../../src/core/findings/findings.js';
import type { AuditResult } from '../../../src/core/score/score.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from '../../support/checklists.js';

const SHORT = answered(2);
const GOOD = answered(4);

/** A checklist of one rating whose levels, so its definition, can be changed. */
function ratingList(top = 'All', own: Readonly<Record<string, unknown>> = {}) {
  const levels = ['None', 'Little', 'Some', 'Most', top];
  return makeChecklist([makeStep('only', [makeItem('rating', 'it', { levels })])], own);
}

/** A quarter in which the item was answered so, by the given wording of its top level. */
function quarter(answer: Answer | null, top?: string): AuditResult {
  return resultOf(ratingList(top), answer === null ? {} : { it: answer });
}

/** How many in a row; 0 where the item isn't listed. */
function rowOf(audits: readonly AuditResult[]): number {
  return repeatedShortfalls(audits).find(({ result }) => result.item.id === 'it')?.inARow ?? 0;
}

describe('an item that keeps falling short', () => {
  it('is counted back from the last audit to the first in which it did well', () => {
    expect(rowOf([quarter(SHORT), quarter(SHORT)])).toBe(2);
    expect(rowOf([quarter(SHORT), quarter(SHORT), quarter(SHORT)])).toBe(3);
    expect(rowOf([quarter(SHORT), quarter(GOOD), quarter(SHORT), quarter(SHORT)])).toBe(2);
  });

  it('is not listed after one time, or when it did well in the last', () => {
    expect(rowOf([])).toBe(0);
    expect(rowOf([quarter(SHORT)])).toBe(0);
    expect(rowOf([quarter(GOOD), quarter(SHORT)])).toBe(0);
    expect(rowOf([quarter(SHORT), quarter(SHORT), quarter(GOOD)])).toBe(0);
  });

  it.each<[string, Answer | null]>([
    ['not applicable', NOT_APPLICABLE],
    ['not checked', NOT_CHECKED],
    ['unanswered', null],
  ])('keeps its row over a quarter in which it was %s, which does not count', (_, between) => {
    expect(rowOf([quarter(SHORT), quarter(between), quarter(SHORT)])).toBe(2);
    expect(rowOf([quarter(GOOD), quarter(between), quarter(SHORT)])).toBe(0);
    // Nothing is known of the last quarter itself.
    expect(rowOf([quarter(SHORT), quarter(SHORT), quarter(between)])).toBe(0);
  });

  it('keeps its row over a quarter in which it was not asked', () => {
    const without = resultOf(makeChecklist([makeStep('only', [makeItem('yes-no', 'other')])]), {
      other: answered('yes'),
    });
    expect(rowOf([quarter(SHORT), without, quarter(SHORT)])).toBe(2);
  });

  it('begins anew when it is redefined: that was another item', () => {
    expect(rowOf([quarter(SHORT, 'Every'), quarter(SHORT), quarter(SHORT)])).toBe(2);
    expect(rowOf([quarter(SHORT, 'Every'), quarter(SHORT)])).toBe(0);
    expect(rowOf([quarter(SHORT), quarter(SHORT, 'Every'), quarter(SHORT)])).toBe(0);
  });

  it('keeps its row when only its wording changes', () => {
    const reworded = makeChecklist([
      makeStep('only', [makeItem('rating', 'it', { ask: 'Quite another question?', weight: 9 })]),
    ]);
    const worded = makeChecklist([makeStep('only', [makeItem('rating', 'it')])]);
    const audits = [reworded, worded].map((list) => resultOf(list, { it: SHORT }));
    expect(rowOf(audits)).toBe(2);
  });

  it('is judged in each quarter by the bands of that quarter', () => {
    const bands = [
      { from: 0, name: 'Low' },
      { from: 50, name: 'High' },
    ];
    const lenient = resultOf(ratingList('All', { bands }), { it: SHORT });
    expect(rowOf([lenient, quarter(SHORT)])).toBe(0);
    expect(rowOf([quarter(SHORT), quarter(SHORT), lenient])).toBe(0);
  });

  it('comes in order of its row, then of what it costs', () => {
    const list = makeChecklist([
      makeStep('only', [
        makeItem('rating', 'light', { weight: 1 }),
        makeItem('rating', 'heavy', { weight: 9 }),
        makeItem('rating', 'long', { weight: 1 }),
      ]),
    ]);
    const all = { light: SHORT, heavy: SHORT, long: SHORT };
    const audits = [{ ...all, light: GOOD, heavy: GOOD }, all, all].map((each) =>
      resultOf(list, each),
    );
    expect(
      repeatedShortfalls(audits).map(({ result, inARow }) => [result.item.id, inARow]),
    ).toEqual([
      ['long', 3],
      ['heavy', 2],
      ['light', 2],
    ]);
  });

  it('by law: its row is what its scored quarters end with', () => {
    const some = fc.constantFrom(SHORT, answered(0), GOOD, NOT_APPLICABLE, NOT_CHECKED, null);
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (answers) => {
        const audits = answers.map((answer) => quarter(answer));
        const shares = audits.map((audit) => audit.steps[0]?.items[0]?.share ?? null);
        const text = shares
          .filter((share) => share !== null)
          .map((share) => (fellShort(share, ratingList()) ? 'x' : '.'))
          .join('');
        const row = (/x*$/.exec(text)?.[0] ?? '').length;
        expect(rowOf(audits)).toBe(shares.at(-1) === null || row < 2 ? 0 : row);
      }),
    );
  });
});
