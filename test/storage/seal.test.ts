import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Audit } from '../../src/core/audit/audit.js';
import type { Checklist } from '../../src/core/checklist/checklist.js';
import { sealedContent } from '../../src/core/audit/seal.js';
import { sealHolds } from '../../src/usecases/seal-holds.js';
import type { Store } from '../../src/storage/store.js';
import {
  fixtureAnswers,
  recordAudit,
  sealAudit,
  smallChecklist,
  testStore,
} from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Everything that is kept of each audit, in order of quarter. */
async function kept(store: Store): Promise<Audit[]> {
  return Promise.all((await store.audits.list()).map((one) => store.audits.load(one)));
}

/** Two sealed quarters of one dealership in a file. */
async function twoQuarters(): Promise<{ file: string; store: Store }> {
  const file = join(tempFolder(), 'checkup.db');
  const store = testStore(file);
  for (const quarter of ['2026-Q2', '2026-Q3']) {
    const open = await recordAudit(store, quarter, await fixtureAnswers(quarter));
    await sealAudit(
      store,
      open,
      'A. Auditor',
      new Date(`${open.startedAt.slice(0, 10)}T17:00:00Z`),
    );
  }
  return { file, store };
}

/** Changes what is kept behind the program's back, the guards taken off first. */
function tamper(file: string, text: string): void {
  const sqlite = new Sqlite(file);
  for (const name of sqlite
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all())
    sqlite.exec(`drop trigger "${String(name)}"`);
  sqlite.pragma('foreign_keys = OFF');
  expect(sqlite.prepare(text).run().changes, text).toBeGreaterThan(0);
  sqlite.close();
}

describe('a seal', () => {
  test('is the SHA-256 of what is kept, and carries the seal before it', async () => {
    const { file } = await twoQuarters();
    // Everything is read again from the disk.
    const [first, second] = await kept(testStore(file));
    expect(first?.seal?.previous).toBeNull();
    expect(second?.seal?.previous).toBe(first?.seal?.hash);
    for (const audit of [first, second]) {
      if (audit?.seal == null) throw new Error('not sealed');
      expect(sha256(sealedContent(audit, audit.seal))).toBe(audit.seal.hash);
      expect(sealHolds(audit)).toBe(true);
    }
  });

  test('covers the dealership, the checklist, every revision and who sealed it when', async () => {
    const { store } = await twoQuarters();
    const [audit] = await kept(store);
    if (audit?.seal == null) throw new Error('not sealed');
    const content: unknown = JSON.parse(sealedContent(audit, audit.seal));
    expect(content).toMatchObject({
      dealership: 'Example Motors',
      quarter: '2026-Q2',
      scope: 'full',
      startedBy: 'A. Auditor',
      sealedBy: 'A. Auditor',
      sealedAt: audit.seal.at,
      previous: null,
      checklist: { id: 'small-checkup', version: 1 },
    });
    expect(content).toHaveProperty('answers.length', audit.revisions.length);
  });

  test.each([
    [
      'an answer',
      `update answer set content = '{"state":"answered","value":"yes"}' where item = 'owner'`,
    ],
    ['a note', `update answer set content = replace(content, 'Seven were', 'Two were')`],
    ['an auditor', `update answer set auditor = 'Somebody' where item = 'owner'`],
    ['a time', `update answer set recorded_at = '2026-04-11T09:00:00.000Z' where item = 'owner'`],
    ['a deleted answer', `delete from answer where item = 'owner'`],
    [
      'an added revision',
      `insert into answer select 'x', audit_id, item, 2, content, null, auditor, recorded_at, mark from answer where item = 'owner' limit 1`,
    ],
    [
      'the checklist',
      `update checklist set content = replace(content, '"weight":3', '"weight":9')`,
    ],
    ['the quarter', `update audit set quarter = '2025-Q4' where quarter = '2026-Q2'`],
    ['the dealership', `update audit set dealership_name = 'Other Motors'`],
    [
      'the day of sealing',
      `update seal set sealed_at = '2026-04-12T09:00:00.000Z' where previous is null`,
    ],
    ['who sealed', `update seal set sealed_by = 'Somebody' where previous is null`],
    ['the seal before', `update seal set previous = 'another' where previous is not null`],
    ['the seal itself', `update seal set hash = 'x' || substr(hash, 2) where previous is null`],
  ])('is broken by a change of %s', async (_what, text) => {
    const { file, store } = await twoQuarters();
    tamper(file, text);
    expect((await kept(store)).map(sealHolds)).toContain(false);
  });

  test('is set once, and takes no more answers', async () => {
    const { store } = await twoQuarters();
    const [sealed] = await store.audits.list();
    if (sealed === undefined) throw new Error('no audit');
    const answers = await fixtureAnswers('2026-Q3');
    const now = new Date('2026-12-01T09:00:00Z');
    await expect(store.seals.set(sealed, 'B', now)).rejects.toThrow('is sealed already');
    await expect(store.audits.record(sealed, answers, 'B', now)).rejects.toThrow(
      'takes no more answers',
    );
    expect((await kept(store)).map(sealHolds)).toEqual([true, true]);
  });

  test('of another dealership is no part of the chain', async () => {
    const store = testStore(join(tempFolder(), 'checkup.db'));
    const answers = await fixtureAnswers('2026-Q2');
    for (const dealership of ['One', 'Two']) {
      const open = await recordAudit(store, '2026-Q2', answers, { dealership });
      await sealAudit(store, open, 'A', new Date('2026-07-01T09:00:00Z'));
    }
    expect((await kept(store)).map((audit) => audit.seal?.previous)).toEqual([null, null]);
  });

  test('follows the seal set before it, whatever a clock said', async () => {
    const store = testStore(join(tempFolder(), 'checkup.db'));
    const answers = await fixtureAnswers('2026-Q2');
    const hashes: (string | undefined)[] = [];
    // The clock of the second was set back by a day.
    for (const [quarter, at] of [
      ['2026-Q1', '2026-07-02T09:00:00Z'],
      ['2026-Q2', '2026-07-01T09:00:00Z'],
      ['2026-Q3', '2026-07-03T09:00:00Z'],
    ] as const) {
      const open = await recordAudit(store, quarter, answers);
      hashes.push((await sealAudit(store, open, 'A', new Date(at))).seal?.hash);
    }
    expect((await kept(store)).map((audit) => audit.seal?.previous)).toEqual([
      null,
      hashes[0],
      hashes[1],
    ]);
  });
});

describe('a checklist that is kept', () => {
  test('loads and its seal holds, with names and phrases and as it was before there were any', async () => {
    const named: Checklist = {
      ...smallChecklist,
      steps: smallChecklist.steps.map((step, s) => ({
        ...step,
        name: `Step ${String(s)}`,
        better: 'it is better',
        worse: 'it is worse',
        items: step.items.map((item) => ({ ...item, name: `Name of ${item.id}` })),
      })),
    };
    for (const checklist of [smallChecklist, named]) {
      const file = join(tempFolder(), 'checkup.db');
      const store = testStore(file);
      const at = new Date('2026-08-01T09:00:00Z');
      const dealership = await store.dealerships.add('Example Motors', { yearStarts: 1 }, at);
      const open = await store.audits.start(
        { dealership, quarter: '2026-Q3', scope: 'full', checklist, auditor: 'A' },
        at,
      );
      await store.audits.record(open, await fixtureAnswers('2026-Q3'), 'A', at);
      await sealAudit(store, open, 'A', at);
      const [audit] = await kept(testStore(file));
      if (audit === undefined) throw new Error('nothing was kept');
      expect(audit.checklist).toEqual(checklist);
      expect(sealHolds(audit)).toBe(true);
    }
    // Nothing is made up for the earlier one.
    expect(JSON.stringify(smallChecklist.steps)).not.toContain('"name"');
  });
});
