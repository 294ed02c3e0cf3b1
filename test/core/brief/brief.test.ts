import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import type { Ahead, Past } from '../../../src/core/brief/brief.js';
import { briefOf } from '../../../src/core/brief/brief.js';
import { repeatedShortfalls } from '../../../src/core/brief/shortfall.js';
import { scoreAudit } from '../../../src/core/score/score.js';
import type { Standing } from '../../../src/core/compare/ranking.js';
import { standingOf } from '../../../src/core/compare/group-member.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';

const checklist = makeChecklist([
  makeStep('one', [
    makeItem('yes-no', 'asked', { verify: 'Ask five people in the corridor.' }),
    makeItem('yes-no', 'looked-up', { verify: 'Phone log of the week.', departments: ['service'] }),
    makeItem('sample', 'counted', { departments: ['service', 'sales'], critical: true }),
  ]),
  makeStep('two', [
    makeItem('trace', 'followed', { core: false }),
    makeItem('rating', 'watched', { verify: 'Watch two arrivals.' }),
  ]),
]);

const ahead: Ahead = { checklist, scope: 'full', audit: null, by: 'step' };

function past(answers: Readonly<Record<string, Answer>>): Past {
  const audit = makeAudit(checklist, answers, { quarter: '2026-Q2' });
  return { audit, result: scoreAudit(audit) };
}

/** Enough answers for a place. */
const WELL = {
  asked: answered('yes'),
  'looked-up': answered('yes'),
  counted: answered({ passed: 10, of: 10 }),
  watched: answered(4),
};

/** A score without an error. */
const sure = (share: number): Standing => ({ share, variance: 0 });

const idsOf = (given: Ahead): (string | readonly string[])[][] =>
  briefOf(given, [], []).doors.map((door) => [
    door.title,
    door.records.map(({ item }) => item.id),
    door.onTheSpot.map(({ id }) => id),
  ]);

describe('the records to ask for', () => {
  it('are those of counted items, and of items whose guidance names one', () => {
    expect(idsOf(ahead)).toEqual([
      ['Step one', ['looked-up', 'counted'], ['asked']],
      ['Step two', ['followed'], ['watched']],
    ]);
    const [, second] = briefOf(ahead, [], []).doors[0]?.records ?? [];
    expect(second?.wanted).toEqual({ number: 10, unit: 'calls' });
  });

  it('follow the walk by department, each item where it is asked', () => {
    expect(idsOf({ ...ahead, by: 'department' })).toEqual([
      ['sales', ['followed'], ['asked', 'watched']],
      ['service', ['looked-up', 'counted'], []],
    ]);
  });

  it('are only of what the scope asks', () => {
    expect(idsOf({ ...ahead, scope: 'core' })).toEqual([
      ['Step one', ['looked-up', 'counted'], ['asked']],
      ['Step two', [], ['watched']],
    ]);
  });

  it('leave out what is answered, and what was drawn stands with its item', () => {
    const audit = makeAudit(
      checklist,
      { 'looked-up': answered('yes'), counted: { state: 'unanswered', note: 'begun' } },
      {
        draws: [
          makeDraw({ item: 'counted', refs: ['RO 8', 'RO 9'], seed: 'earlier' }),
          makeDraw({ item: 'counted', refs: ['RO 1', 'RO 2'] }),
          makeDraw({ item: 'watched', refs: ['V 1'] }),
          makeDraw({ refs: ['RO 9'] }),
        ],
      },
    );
    const brief = briefOf({ ...ahead, audit }, [], []);
    expect(brief.doors.map(({ records }) => records.map(({ item }) => item.id))).toEqual([
      ['counted'],
      ['followed', 'watched'],
    ]);
    expect(brief.doors[0]?.records[0]?.draw?.refs).toEqual(['RO 1', 'RO 2']);
    expect(brief.draws.map(({ refs }) => refs)).toEqual([['RO 9']]);
    expect(briefOf(ahead, [], []).draws).toEqual([]);
    expect(brief.all.items).toBe(5);
    expect(brief.left.items).toBe(4);
    expect(brief.left.minutes).toBeLessThan(brief.all.minutes);
  });
});

describe('the last check-up', () => {
  it('is null before the first', () => {
    expect(briefOf(ahead, [], [sure(0.5)]).last).toBeNull();
  });

  it('tells what failed, what was left out, and where the dealership stands', () => {
    const { last } = briefOf(
      ahead,
      [
        past({}),
        past({
          asked: NOT_APPLICABLE,
          'looked-up': NOT_CHECKED,
          counted: answered({ passed: 4, of: 10 }),
          watched: answered(4),
        }),
      ],
      [sure(0.9), sure(0.1), null],
    );
    expect(last?.failedCritical.map(({ item }) => item.id)).toEqual(['counted']);
    expect(last?.notChecked.map(({ item }) => item.id)).toEqual(['looked-up']);
    expect(last?.unanswered.map(({ item }) => item.id)).toEqual(['followed']);
    // Under 60 % was scored: it stands apart.
    expect(last?.place).toBeNull();
  });

  it('gives no place of their own to those whom chance may have mixed up', () => {
    const counted = past({ ...WELL, counted: answered({ passed: 9, of: 10 }) });
    const near = standingOf(past(WELL).result);
    expect(briefOf(ahead, [counted], [near, sure(0.01)]).last?.place).toEqual({
      position: 2,
      place: 1,
      last: 2,
      of: 3,
    });
  });

  it('gives no place to the only one, nor to one without a score', () => {
    const some = past({ watched: answered(4) });
    expect(briefOf(ahead, [some], [null]).last?.place).toBeNull();
    expect(briefOf(ahead, [past({})], [sure(0.5), sure(0.6)]).last?.place).toBeNull();
    const alone = past(WELL);
    expect(briefOf(ahead, [alone], []).last?.place).toBeNull();
    expect(briefOf(ahead, [alone], [null]).last?.place).toBeNull();
    // Of two there is one.
    expect(briefOf(ahead, [alone], [sure(0.01)]).last?.place).toMatchObject({ place: 1, of: 2 });
  });

  it('names what fell short more than once', () => {
    const short = past({ ...WELL, counted: answered({ passed: 2, of: 10 }) });
    const { last } = briefOf(ahead, [short, short], []);
    expect(last?.shortfalls).toEqual(repeatedShortfalls([short.result, short.result]));
    expect(last?.shortfalls).not.toEqual([]);
  });
});

describe('how long earlier audits took', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 4, 1, 9, minute)).toISOString();
  const base = makeAudit(checklist, { asked: answered('yes'), watched: answered(4) });
  const audit = {
    ...base,
    revisions: base.revisions.map((one, index) => ({ ...one, at: at(index * 20) })),
  };
  const timed: Past = { audit, result: scoreAudit(audit) };

  it('is said of those of the same scope', () => {
    expect(briefOf(ahead, [timed, past({})], []).took).toEqual([
      { quarter: '2026-Q3', minutes: 20 },
    ]);
    expect(briefOf({ ...ahead, scope: 'core' }, [timed], []).took).toEqual([]);
  });
});
