import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import { askedItems } from '../../../src/core/checklist/checklist.js';
import { compareAudits } from '../../../src/core/compare/compare.js';
import type { TrendLine } from '../../../src/core/compare/trend-line.js';
import type { TrendAudit } from '../../../src/core/compare/trend-slots.js';
import { trendOf } from '../../../src/core/compare/trend.js';
import type { Quarter } from '../../../src/core/quarter.js';
import { shiftQuarter } from '../../../src/core/quarter.js';
import { someAnswered, someAnswers, someChecklist } from '../../support/arbitraries.js';
import {
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';
import { trendAudit } from '../../support/trends.js';

const START: Quarter = '2024-Q2';

const rating = makeItem('rating', 'a');
const measure = makeItem('measure', 'b', { weight: 3 });
const small = makeChecklist([makeStep('one', [rating]), makeStep('two', [measure])]);

/** An audit of the small checklist: minutes, 10 full and 60 zero, and a level of 0 to 4. */
function minutes(quarter: string, value: number, level = 2, checklist = small): TrendAudit {
  return trendAudit(quarter, checklist, { a: answered(level), b: answered(value) });
}

/** Audits a quarter apart, by checklists that have nothing to do with each other but some ids. */
const someAudits = fc
  .array(someAnswered, { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(({ checklist, answers }, i) => trendAudit(shiftQuarter(START, i), checklist, answers)),
  );

/** Audits a quarter apart by one checklist. */
const someAuditsAlike = someChecklist.chain((checklist) =>
  fc
    .array(someAnswers(askedItems(checklist, 'full')), { minLength: 1, maxLength: 5 })
    .map((all) => all.map((answers, i) => trendAudit(shiftQuarter(START, i), checklist, answers))),
);

const published = ({ points }: TrendLine): (number | null | undefined)[] =>
  points.map((point) => point?.share);
const chain = ({ points }: TrendLine): (number | undefined)[] =>
  points.map((point) => point?.likeForLike?.value);

describe('the like-for-like line', () => {
  it('is the published one where checklist and items are the same all along', () => {
    const quarter = fc.record({
      level: fc.integer({ min: 0, max: 4 }),
      value: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 1, maxLength: 12 }), (quarters) => {
        const audits = quarters.map(({ level, value }, i) =>
          minutes(shiftQuarter(START, i * 2), value, level),
        );
        const { overall, steps } = trendOf(audits, 40);
        for (const line of [overall, ...steps]) {
          line.points.forEach((point) => {
            if (point !== null) expect(point.likeForLike?.value).toBeCloseTo(point.share ?? NaN, 9);
          });
        }
      }),
    );
  });

  it('leaves the published one by what was not done, and by nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(someAudits, someAuditsAlike), (audits) => {
        const { points } = trendOf(audits, 40).overall;
        expect(points.at(-1)?.likeForLike?.value).toBe(points.at(-1)?.share ?? undefined);
        // From today backwards: what came between an audit and today that nobody did.
        let notDone = 0;
        let isOne = true;
        for (let i = points.length - 1; i >= 0; i--) {
          const [now, after] = [audits[i], audits[i + 1]];
          if (now !== undefined && after !== undefined) {
            const { parts, likeForLike } = compareAudits(now.result, after.result);
            isOne &&= parts !== null && likeForLike.change !== null;
            notDone += (parts?.applicability ?? 0) + (parts?.checklist ?? 0) + (parts?.held ?? 0);
          }
          const share = points[i]?.share ?? null;
          if (!isOne || share === null) return;
          expect(points[i]?.likeForLike?.value).toBeCloseTo(share + notDone, 9);
        }
      }),
    );
  });

  it('is carried over a changed checklist, which moves only what was published', () => {
    const easier = makeChecklist(
      [makeStep('one', [rating]), makeStep('two', [makeItem('measure', 'b', { zero: 110 })])],
      { version: 2 },
    );
    const { overall, steps, slots } = trendOf(
      [
        minutes('2026-Q1', 60),
        minutes('2026-Q2', 60, 3, easier),
        minutes('2026-Q3', 35, 3, easier),
      ],
      8,
    );
    expect(published(overall)).toEqual([0.25, 0.625, 0.75]);
    // It ends at the published score. Only the rating could be compared over the change: one of
    // four levels up. Then both could.
    expect(chain(overall)).toEqual([0.375, 0.625, 0.75]);
    // Nothing of the redefined step could be compared: what was before ends as it was published.
    expect(chain(steps[1] ?? overall)).toEqual([0, 0.5, 0.75]);
    expect(steps[1]?.points[1]?.likeForLike?.change).toBeNull();
    expect(slots.map((slot) => slot.kind === 'audit' && slot.broke !== null)).toEqual([
      false,
      true,
      false,
    ]);
    const [, second] = slots;
    expect(second).toMatchObject({ broke: { scope: null, checklist: { isChanged: true } } });
  });

  it('starts anew after an audit that scored nothing', () => {
    const none = trendAudit('2026-Q2', small, { a: NOT_CHECKED, b: NOT_CHECKED });
    const { overall } = trendOf([minutes('2026-Q1', 60), none, minutes('2026-Q3', 10)], 8);
    expect(chain(overall)).toEqual([0.25, undefined, 0.75]);
    expect(overall.points[2]).toMatchObject({ change: null, likeForLike: { change: null } });
  });
});

describe('the quarters', () => {
  it('come in order, whatever the order of the audits', () => {
    fc.assert(
      fc.property(
        someAudits.chain((audits) =>
          fc.record({
            audits: fc.constant(audits),
            mixed: fc.shuffledSubarray(audits, { minLength: audits.length }),
            last: fc.integer({ min: 1, max: 6 }),
          }),
        ),
        ({ audits, mixed, last }) => {
          expect(trendOf(mixed, last)).toEqual(trendOf(audits, last));
        },
      ),
    );
  });

  it('without an audit are gaps, one for each, and long ones have one place', () => {
    const { slots, overall, items } = trendOf(
      [minutes('2020-Q1', 60), minutes('2025-Q4', 35), minutes('2026-Q3', 10)],
      8,
    );
    expect(slots.map(({ kind, quarter }) => `${kind} ${quarter}`)).toEqual([
      'audit 2020-Q1',
      'gap 2020-Q2',
      'audit 2025-Q4',
      'gap 2026-Q1',
      'gap 2026-Q2',
      'audit 2026-Q3',
    ]);
    expect(slots[1]).toMatchObject({ to: '2025-Q3', quarters: 22 });
    expect(slots[3]).toMatchObject({ to: '2026-Q1', quarters: 1 });
    expect(published(overall)).toEqual([0.25, undefined, 0.5, undefined, undefined, 0.75]);
    expect(items.map(({ points }) => points.map((point) => point === null))).toEqual([
      [false, true, false, true, true, false],
      [false, true, false, true, true, false],
    ]);
    // Changes reach over the gap.
    expect(overall.points[2]?.change).toBeCloseTo(0.25, 9);
  });

  it('of the whole range of quarters take no more room than others', () => {
    const { slots } = trendOf([minutes('1000-Q1', 60), minutes('9999-Q4', 35)], 2);
    expect(slots).toHaveLength(3);
  });

  it('are the last so many; those before count for last year and the best', () => {
    const audits = [
      minutes('2024-Q1', 10, 4),
      minutes('2024-Q2', 10, 4),
      minutes('2024-Q4', 60),
      minutes('2025-Q3', 60),
      minutes('2025-Q4', 35),
    ];
    const { slots, best, lastYear, audits: shown } = trendOf(audits, 2);
    expect(slots.map(({ quarter }) => quarter)).toEqual(['2025-Q3', '2025-Q4']);
    expect(shown).toHaveLength(2);
    expect(best?.quarter).toBe('2024-Q1');
    expect(lastYear?.quarter).toBe('2024-Q4');
    expect(lastYear?.comparison.published.difference).toBeCloseTo(0.25, 9);
    expect(trendOf(audits.slice(3), 2).lastYear).toBeNull();
  });
});

describe('another scope', () => {
  it('is marked like a changed checklist', () => {
    const core = trendAudit('2026-Q2', small, { a: answered(2), b: answered(60) }, 'core');
    const { slots } = trendOf([minutes('2026-Q1', 60), core], 2);
    expect(slots[1]).toMatchObject({
      broke: { checklist: null, scope: { from: 'full', to: 'core' } },
    });
  });

  it('and another version alone is not', () => {
    const next = { ...small, version: 2 };
    const { slots } = trendOf([minutes('2026-Q1', 60), minutes('2026-Q2', 60, 2, next)], 2);
    expect(slots[1]).toMatchObject({ broke: null });
  });
});

describe('what stays short', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => makeItem('rating', id));
  const four = makeChecklist([makeStep('one', items)]);
  const audit = (quarter: string, ...levels: readonly (number | null)[]): TrendAudit =>
    trendAudit(
      quarter,
      four,
      Object.fromEntries(
        items.map(({ id }, i) => {
          const level = levels[i] ?? null;
          return [id, level === null ? NOT_CHECKED : answered(level)];
        }),
      ),
    );

  it('scored under 60 in half of the audits; what is short still comes first', () => {
    const audits = [
      audit('2025-Q4', 1, 2, 2, 3),
      audit('2026-Q1', 2, 2, 2, 3),
      audit('2026-Q2', 0, 3, null, 2),
      audit('2026-Q3', 3, 2, 1, 3),
    ];
    const { persistent } = trendOf(audits, 8);
    expect(persistent).toMatchObject({ least: 2, of: 4 });
    expect(
      persistent.items.map(({ last, times, scored }) => [last.item.id, times, scored]),
    ).toEqual([
      ['c', 3, 3],
      ['b', 3, 4],
      ['a', 3, 4],
    ]);
  });

  it('doesn’t count 60 itself, however it came about', () => {
    const sample = makeChecklist([makeStep('one', [makeItem('sample', 'a')])]);
    const one = (quarter: string): TrendAudit =>
      trendAudit(quarter, sample, { a: answered({ passed: 6, of: 10 }) });
    expect(trendOf([one('2026-Q2'), one('2026-Q3')], 2).persistent.items).toEqual([]);
  });
});

describe('what fell short', () => {
  const yes = answered('yes');
  const no = answered('no');
  const three = makeChecklist([
    makeStep(
      'one',
      ['often', 'half', 'once'].map((id) => makeItem('yes-no', id)),
    ),
  ]);
  const audit = (quarter: string, often: Answer, half: Answer, once: Answer): TrendAudit =>
    trendAudit(quarter, three, { often, half, once });

  it('in half of the audits, rounded up, is named, the most often first', () => {
    const audits = [
      audit('2025-Q1', no, yes, yes),
      audit('2025-Q2', no, no, yes),
      audit('2025-Q3', no, NOT_CHECKED, no),
      audit('2025-Q4', no, no, yes),
      audit('2026-Q1', yes, no, yes),
    ];
    const { oftenShort } = trendOf(audits, 8);
    expect(oftenShort).toMatchObject({ least: 3, of: 5 });
    expect(
      oftenShort.items.map(({ last, times, scored }) => [last.item.id, times, scored]),
    ).toEqual([
      ['often', 4, 5],
      ['half', 3, 4],
    ]);
  });

  it('needs two audits at least', () => {
    const { oftenShort } = trendOf(
      [audit('2025-Q1', no, yes, no), audit('2025-Q2', no, no, yes)],
      8,
    );
    expect(oftenShort.least).toBe(2);
    expect(oftenShort.items.map(({ last }) => last.item.id)).toEqual(['often']);
  });
});
