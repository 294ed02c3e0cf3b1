import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditResult, ItemResult } from '../../../src/core/score/score.js';
import { reaches } from '../../../src/core/score/limits.js';
import { shortestListTo } from '../../../src/core/score/shortest-list.js';
import { isBelowFull } from '../../../src/core/score/stake.js';
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

function idsTo(result: AuditResult, target: number): string[] | undefined {
  return shortestListTo(result, target)?.items.map(({ item }) => item.id);
}

function belowFull(result: AuditResult): ItemResult[] {
  return result.steps.flatMap((step) => step.items).filter(isBelowFull);
}

/** One step of yes-no items by their weights, critical where the id says so; all no but the fine. */
function stepOfNo(weights: Readonly<Record<string, number>>): AuditResult {
  const items = Object.entries(weights).map(([id, weight]) =>
    makeItem('yes-no', id, { weight, critical: id.startsWith('critical') }),
  );
  const answers = Object.fromEntries(
    Object.keys(weights).map((id) => [id, id.startsWith('fine') ? yes : no]),
  );
  return resultOf(makeChecklist([makeStep('one', items)]), answers);
}

describe('the shortest list to a target', () => {
  it('is empty where the target is reached, dust aside', () => {
    const result = stepOfNo({ fine: 7, a: 3 });
    expect(shortestListTo(result, 70)).toEqual({ items: [], share: 0.7, exact: true });
    expect(shortestListTo(result, 70 + 1e-12)?.items).toEqual([]);
    expect(shortestListTo(result, 1)?.items).toEqual([]);
  });

  it('takes the largest gains, in the order of the checklist', () => {
    const result = stepOfNo({ fine: 2, a: 1, b: 2, c: 4, d: 1 });
    expect(idsTo(result, 60)).toEqual(['c']);
    expect(idsTo(result, 61)).toEqual(['b', 'c']);
    expect(shortestListTo(result, 61)?.share).toBeCloseTo(0.8, 12);
    expect(idsTo(result, 81)).toEqual(['a', 'b', 'c']);
    expect(idsTo(result, 100)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lifts all failed critical items when the cap is in the way, and only then', () => {
    const result = stepOfNo({ fine: 4, big: 3, 'critical-a': 1, 'critical-b': 1, small: 1 });
    // 40 now. The big one alone reaches the cap of 59; above it both critical ones have to go.
    expect(idsTo(result, 59)).toEqual(['big']);
    expect(idsTo(result, 60)).toEqual(['critical-a', 'critical-b']);
    expect(idsTo(result, 61)).toEqual(['big', 'critical-a', 'critical-b']);
  });

  it('goes round a capped step where another is the shorter way', () => {
    const one = makeStep('one', [
      makeItem('yes-no', 'critical-a', { critical: true, weight: 1 }),
      makeItem('yes-no', 'critical-b', { critical: true, weight: 1 }),
      makeItem('yes-no', 'fine', { weight: 8 }),
    ]);
    const two = makeStep('two', [makeItem('rating', 'half'), makeItem('rating', 'quarter')]);
    const result = resultOf(makeChecklist([one, two]), {
      'critical-a': no,
      'critical-b': no,
      fine: yes,
      half: answered(2),
      quarter: answered(1),
    });
    // 48.25 now: (59 + 37.5) ÷ 2. Two critical ones give 20.5, the others 12.5 and 18.75.
    expect(idsTo(result, 65)).toEqual(['quarter']);
    expect(idsTo(result, 70)).toEqual(['half', 'quarter']);
    expect(idsTo(result, 80)).toEqual(['critical-a', 'critical-b', 'quarter']);
  });

  it('prefers failed critical items, then earlier ones, where all else is equal', () => {
    expect(idsTo(stepOfNo({ a: 1, 'critical-b': 1, fine: 1 }), 50)).toEqual(['critical-b']);
    expect(idsTo(stepOfNo({ a: 1, b: 1, c: 1, fine: 1 }), 50)).toEqual(['a']);
    const steps = ['one', 'two'].map((id) =>
      makeStep(id, [makeItem('yes-no', `${id}-a`), makeItem('yes-no', `${id}-b`)]),
    );
    const all = { 'one-a': no, 'one-b': no, 'two-a': no, 'two-b': no };
    const result = resultOf(makeChecklist(steps), all);
    expect(idsTo(result, 20)).toEqual(['one-a']);
    expect(idsTo(result, 50)).toEqual(['one-a', 'one-b']);
  });

  it('leaves out what was not scored, and is none where nothing was, or above 100', () => {
    const checklist = makeChecklist([
      makeStep(
        'one',
        ['n-a', 'unchecked', 'open', 'short'].map((id) => makeItem('yes-no', id)),
      ),
    ]);
    const some = { 'n-a': NOT_APPLICABLE, unchecked: NOT_CHECKED, short: no };
    expect(idsTo(resultOf(checklist, some), 100)).toEqual(['short']);
    expect(shortestListTo(resultOf(checklist, some), 101)).toBeNull();
    expect(shortestListTo(resultOf(checklist, { unchecked: NOT_CHECKED }), 1)).toBeNull();
  });

  it('is as short, and reaches as much, as the best of all lists there are', () => {
    const met = { capped: 0, several: 0 };
    const target = fc.oneof(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 1, max: 100, noNaN: true }),
    );
    const small = someAnswered
      .map(({ checklist, answers }) => resultOf(checklist, answers))
      .filter((result) => result.share !== null && belowFull(result).length <= 10);
    fc.assert(
      fc.property(small, target, (result, wanted) => {
        const list = shortestListTo(result, wanted);
        const ids = belowFull(result).map(({ item }) => item.id);
        const best: number[] = [];
        for (let bits = 0; bits < 2 ** ids.length; bits++) {
          const some = new Set(ids.filter((_, index) => (bits & (2 ** index)) !== 0));
          const share = withFull(result, some).share ?? NaN;
          best[some.size] = Math.max(best[some.size] ?? 0, share);
        }
        const length = best.findIndex((share) => reaches(share, wanted));
        expect(list?.items).toHaveLength(length);
        expect(list?.share).toBeCloseTo(best[length] ?? NaN, 11);
        const chosen = new Set(list?.items.map(({ item }) => item.id));
        expect(list?.share).toBe(withFull(result, chosen).share);
        // In the order of the checklist, nothing twice.
        expect(list?.items).toEqual(belowFull(result).filter(({ item }) => chosen.has(item.id)));
        expect(shortestListTo(result, wanted)).toEqual(list);

        if (result.steps.some((step) => step.failedCritical.length > 1)) met.capped += 1;
        if (length > 1) met.several += 1;
      }),
      { numRuns: 300 },
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(20);
  });
});
