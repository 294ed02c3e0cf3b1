// Planning asks what nobody said and writes nothing.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isQuarter } from '../../src/core/quarter.js';
import { auditQuestions } from '../../src/interview/audit-questions.js';
import type { Store } from '../../src/storage/store.js';
import type { SaidOfAudit, Unsaid } from '../../src/usecases/audit-plan.js';
import { planAudit } from '../../src/usecases/plan-audit.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { CHECKLISTS, FIXTURE, fingerprints, tempFolder } from '../support/folders.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');

/** Somebody who answers everything alike, and what they were asked. */
function someone(asked: string[], answers: Partial<Unsaid> = {}): Unsaid {
  const say =
    <T>(what: string, value: T) =>
    (): Promise<T> => {
      asked.push(what);
      return Promise.resolve(value);
    };
  const quarter = '2026-Q4';
  if (!isQuarter(quarter)) throw new TypeError('no quarter');
  return {
    canAsk: true,
    dealership: say('dealership', 'New Motors'),
    isNew: say('is new', true),
    whom: (name) => Promise.resolve(name),
    year: say('year start', { yearStarts: 4 }),
    quarter: say('quarter', quarter),
    checklist: (all) => {
      asked.push('checklist');
      const quick = all.find(({ id }) => id === 'quick-checkup');
      return quick === undefined
        ? Promise.reject(new Error('no quick one'))
        : Promise.resolve(quick);
    },
    scope: say('scope', 'full'),
    auditor: say('auditor', ' B. Auditor '),
    isMeant: say('is meant', true),
    isThatQuarter: say('is ahead', true),
    ...answers,
  };
}

function place(): { folder: string; store: Store } {
  const folder = tempFolder();
  return { folder, store: testStore(join(folder, 'checkup.db')) };
}

/** A day in the quarter that is audited. */
const now = new Date('2026-11-20T09:00:00Z');

/** Nobody who can be asked. */
const nobody = { ask: null, now: () => now, user: '', wrap: (text: string) => text };

const places = { checklists: CHECKLISTS, resolve: (path: string): string => path };

describe('a plan', () => {
  test('of a first audit asks all that nobody said, and writes nothing', async () => {
    const { folder, store } = place();
    const asked: string[] = [];
    await store.dealerships.list();
    const before = fingerprints(folder);
    const plan = await planAudit({ store, places, unsaid: someone(asked), now }, {});
    expect(asked).toEqual(['dealership', 'year start', 'quarter', 'checklist', 'scope', 'auditor']);
    expect(plan).toMatchObject({
      kind: 'start',
      dealership: { isNew: true, name: 'New Motors', year: { yearStarts: 4 } },
      quarter: '2026-Q4',
      scope: 'full',
      checklist: { id: 'quick-checkup' },
      auditor: 'B. Auditor',
    });
    expect(fingerprints(folder)).toEqual(before);
    expect(await store.dealerships.list()).toEqual([]);
  });

  test('of which all is said asks nothing', async () => {
    const { store } = place();
    const asked: string[] = [];
    const said: SaidOfAudit = {
      dealership: 'Example Motors',
      quarter: 'Q3 2026',
      checklist: SMALL,
      auditor: 'b. auditor',
      answers: join(FIXTURE, '2026-Q3.yaml'),
      full: true,
    };
    const plan = await planAudit({ store, places, unsaid: someone(asked), now }, said);
    expect(asked).toEqual([]);
    expect(plan).toMatchObject({ kind: 'start', quarter: '2026-Q3', auditor: 'b. auditor' });
    expect(plan.answers).toEqual(await fixtureAnswers('2026-Q3'));
  });

  test('goes on with the open audit, unless another is meant', async () => {
    const { store } = place();
    const asked: string[] = [];
    const open = await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q2'));
    const context = { store, places, unsaid: someone(asked), now };
    const plan = await planAudit(context, {});
    expect(plan).toMatchObject({ kind: 'go-on', audit: { id: open.id }, auditor: 'A. Auditor' });
    expect(plan).not.toHaveProperty('remark');
    expect(asked).toEqual([]);
    const other = await planAudit(context, { another: true });
    expect(other).toMatchObject({ kind: 'start', dealership: { name: 'New Motors' } });
    expect(asked).toContain('quarter');
  });

  test('asks about a name that is close to a known one, and stops at a no', async () => {
    const { store } = place();
    await store.dealerships.add('Example Motors', { yearStarts: 1 }, new Date());
    const meant: (string | null)[] = [];
    const unsaid = someone([], {
      isNew: (_name, one) => {
        meant.push(one);
        return Promise.resolve(false);
      },
    });
    for (const dealership of ['Exmaple Motors', 'Something Else']) {
      const done = planAudit({ store, places, unsaid, now }, { dealership });
      await expect(done).rejects.toThrow('No dealership was added.');
    }
    expect(meant).toEqual(['Example Motors', null]);
  });

  test('of a seal without an audit is refused', async () => {
    const { store } = place();
    const sealed = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'));
    await sealAudit(store, sealed, 'A', new Date('2026-05-01T09:00:00Z'));
    const done = planAudit(
      { store, places, unsaid: someone([]), now },
      { quarter: '2026-Q3', seal: true },
    );
    await expect(done).rejects.toThrow('There is no audit in 2026-Q3 to seal.');
  });

  test('of a quarter that has not begun is refused where nobody can be asked, unless it is meant', async () => {
    const { folder, store } = place();
    const context = { store, places, unsaid: auditQuestions(nobody), now };
    const said = { dealership: 'One', quarter: '2062-Q4', auditor: 'A', checklist: SMALL };
    await store.dealerships.list();
    const before = fingerprints(folder);
    await expect(planAudit(context, said)).rejects.toThrow(
      '2062-Q4, October to December 2062, has not begun.',
    );
    await expect(planAudit(context, { ...said, quarter: '2027-Q1' })).rejects.toThrow('2027-Q1');
    expect(await planAudit(context, { ...said, ahead: true })).toMatchObject({
      quarter: '2062-Q4',
    });
    expect(await planAudit(context, { ...said, quarter: '2026-Q4' })).toMatchObject({
      kind: 'start',
    });
    expect(fingerprints(folder)).toEqual(before);
  });

  test('that differs from last time and is not meant is given up where a file said it', async () => {
    const { store } = place();
    const sealed = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'));
    await sealAudit(store, sealed, 'A', new Date('2026-05-01T09:00:00Z'));
    const unsaid = someone([], { isMeant: () => Promise.resolve(false) });
    for (const said of [{ answers: join(FIXTURE, '2026-Q3.yaml') }, {}]) {
      const done = planAudit(
        { store, places, unsaid, now },
        { quarter: '2026-Q3', checklist: SMALL, full: true, ...said },
      );
      await expect(done).rejects.toThrow('No audit was started.');
    }
  });
});
