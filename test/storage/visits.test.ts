import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { visitOf } from '../../src/core/audit/visit.js';
import type { AuditSummary } from '../../src/storage/audit-summary.js';
import type { Store } from '../../src/storage/store.js';
import { sealHolds } from '../../src/usecases/seal-holds.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

const NOW = new Date('2026-07-11T09:00:00Z');

async function visited(
  ...said: readonly (readonly string[])[]
): Promise<{ store: Store; summary: AuditSummary; sqlite: Sqlite.Database }> {
  const file = join(tempFolder(), 'checkup.db');
  const store = testStore(file);
  const summary = await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q3'));
  for (const days of said) await store.visits.set(summary, days, 'A', NOW);
  const sqlite = new Sqlite(file);
  onTestFinished(() => {
    sqlite.close();
  });
  return { store, summary, sqlite };
}

describe('the days of a visit', () => {
  test('are kept as they were said, the latest counting, the same not twice', async () => {
    const first = ['2026-07-01'];
    const second = ['2026-07-01', '2026-07-02'];
    const { store, summary } = await visited(first, first, second);
    const { visits } = await store.audits.load(summary);
    expect(visits).toEqual([
      { days: first, by: 'A', at: NOW.toISOString() },
      { days: second, by: 'A', at: NOW.toISOString() },
    ]);
    expect(visitOf({ visits })?.days).toEqual(second);
  });

  test('cannot be changed, deleted, replaced, or said of a closed audit', async () => {
    const { store, summary, sqlite } = await visited(['2026-07-01']);
    expect(() => sqlite.exec("update visit set content = '{}'")).toThrow('never changed');
    expect(() => sqlite.exec('delete from visit')).toThrow('a visit is never deleted');
    for (const id of ['id', "'other'"]) {
      const replace = `insert or replace into visit select ${id}, audit_id, number, '{}', mark from visit`;
      expect(() => sqlite.exec(replace)).toThrow('a visit is never replaced');
    }
    const sealed = await sealAudit(store, summary, 'A', NOW);
    await expect(store.visits.set(summary, ['2026-07-03'], 'A', NOW)).rejects.toThrow(
      'is sealed and takes no more days of its visit.',
    );
    expect(() =>
      sqlite.exec("insert into visit select 'other', audit_id, 2, content, mark from visit"),
    ).toThrow('the audit is closed');
    await store.voids.set(sealed, { by: 'A', why: 'a mistake' }, NOW);
    await expect(store.visits.set(summary, ['2026-07-03'], 'A', NOW)).rejects.toThrow('is void');
  });

  test('go with an audit in which nothing else was recorded', async () => {
    const { store, sqlite } = await visited();
    const bare = await recordAudit(store, '2026-Q2', new Map());
    await store.visits.set(bare, ['2026-05-01'], 'A', NOW);
    expect(await store.voids.discard(bare)).toBe(true);
    expect(sqlite.prepare('select count(*) as many from visit').get()).toEqual({ many: 0 });
  });

  test.each([
    ['changed', `update visit set content = replace(content, '07-01', '07-02')`],
    ['taken away', 'delete from visit'],
    ['added', `insert into visit select 'x', audit_id, 2, content, mark from visit`],
  ])('are covered by the seal, which breaks when one is %s', async (_what, text) => {
    const { store, summary, sqlite } = await visited(['2026-07-01']);
    const sealed = await sealAudit(store, summary, 'A', NOW);
    expect(sealHolds(await store.audits.load(sealed))).toBe(true);
    for (const name of ['visit_is_never_changed', 'visit_is_never_deleted']) {
      sqlite.exec(`drop trigger ${name}`);
    }
    sqlite.exec('drop trigger closed_audit_takes_no_visit');
    expect(sqlite.prepare(text).run().changes).toBe(1);
    expect(sealHolds(await store.audits.load(sealed))).toBe(false);
  });

  test('that are not what was written are refused and named', async () => {
    const { store, summary, sqlite } = await visited(['2026-07-01']);
    sqlite.exec('drop trigger visit_is_never_changed');
    sqlite.exec(`update visit set content = replace(content, '07-01', '07-02')`);
    await expect(store.audits.load(summary)).rejects.toThrow('the visit of the audit');
    expect(await store.soundness.spoiledRows()).toEqual([
      'the visit of Example Motors for 2026-Q3',
    ]);
  });
});
