// Planning asks what nobody said and writes nothing.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isQuarter } from '../../src/core/quarter.js';
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
    yearStart: say('year start', 4),
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
    ...answers,
  };
}

function place(): { folder: string; store: Store } {
  const folder = tempFolder();
  return { folder, store: testStore(join(folder, 'checkup.db')) };
}

const places = { checklists: CHECKLISTS, resolve: (path: string): string => path };

describe('a plan', () => {
  test('of a first audit asks all that nobody said, and writes nothing', async () => {
    const { folder, store } = place();
    const asked: string[] = [];
    await store.dealerships.list();
    const before = fingerprints(folder);
    const plan = await planAudit({ store, places, unsaid: someone(asked) }, {});
    expect(asked).toEqual(['dealership', 'year start', 'quarter', 'checklist', 'scope', 'auditor']);
    expect(plan).toMatchObject({
      kind: 'start',
      dealership: { isNew: true, name: 'New Motors', yearStarts: 4 },
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
    const plan = await planAudit({ store, places, unsaid: someone(asked) }, said);
    expect(asked).toEqual([]);
    expect(plan).toMatchObject({ kind: 'start', quarter: '2026-Q3', auditor: 'b. auditor' });
    expect(plan.answers).toEqual(await fixtureAnswers('2026-Q3'));
  });

  test('goes on with the open audit, unless another is meant', async () => {
    const { store } = place();
    const asked: string[] = [];
    const open = await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q2'));
    const context = { store, places, unsaid: someone(asked) };
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
    await store.dealerships.add('Example Motors', 1, new Date());
    const meant: (string | null)[] = [];
    const unsaid = someone([], {
      isNew: (_name, one) => {
        meant.push(one);
        return Promise.resolve(false);
      },
    });
    for (const dealership of ['Exmaple Motors', 'Something Else']) {
      const done = planAudit({ store, places, unsaid }, { dealership });
      await expect(done).rejects.toThrow('No dealership was added.');
    }
    expect(meant).toEqual(['Example Motors', null]);
  });

  test('of a seal without an audit is refused', async () => {
    const { store } = place();
    const sealed = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'));
    await sealAudit(store, sealed, 'A', new Date('2026-05-01T09:00:00Z'));
    const done = planAudit(
      { store, places, unsaid: someone([]) },
      { quarter: '2026-Q3', seal: true },
    );
    await expect(done).rejects.toThrow('There is no audit in 2026-Q3 to seal.');
  });
});
