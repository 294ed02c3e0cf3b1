import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Draw } from '../../src/core/draw/draw.js';
import { drawFor } from '../../src/core/draw/draw.js';
import { canonicalJson } from '../../src/core/canonical.js';
import type { Json } from '../../src/core/canonical.js';
import { migrations } from '../../src/storage/migrations.js';
import { sealHolds } from '../../src/usecases/seal-holds.js';
import type { AuditSummary } from '../../src/storage/audit-summary.js';
import type { Store } from '../../src/storage/store.js';
import {
  fixtureAnswers,
  recordAudit,
  sealAudit,
  smallChecklist,
  testStore,
} from '../golden/fixture/audits.js';
import { makeDraw } from '../support/draws.js';
import { tempFolder } from '../support/folders.js';

const SEALED_AT = new Date('2026-07-11T09:00:00Z');

const HOSTILE = makeDraw({
  file: '| <b> `x` \u202e.csv',
  seed: '漢 "字"',
  refs: ['=cmd|"/c calc"!A1', '🚗', '\u0000'],
  item: 'visits',
});

/** An open audit in a file, with answers and some draws. */
async function drawn(
  draws: readonly Draw[],
): Promise<{ file: string; store: Store; summary: AuditSummary }> {
  const file = join(tempFolder(), 'checkup.db');
  const store = testStore(file);
  const summary = await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q3'));
  for (const draw of draws) await store.draws.add(summary, draw);
  return { file, store, summary };
}

function connect(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file);
  onTestFinished(() => {
    sqlite.close();
  });
  return sqlite;
}

describe('draws', () => {
  const first = makeDraw({ at: '2026-07-12T08:00:00.000Z' });
  const earlierByClock = makeDraw({ seed: 'x', at: '2026-07-01T08:00:00.000Z' });

  test('are kept exactly, in the order in which they were made, with the audit of their own', async () => {
    const { file, store, summary } = await drawn([first, earlierByClock, HOSTILE]);
    const other = await recordAudit(store, '2026-Q2', new Map());
    await store.draws.add(other, first);
    const again = testStore(file);
    expect((await again.audits.load(summary)).draws).toEqual([first, earlierByClock, HOSTILE]);
    expect(await again.draws.list(summary)).toEqual([first, earlierByClock, HOSTILE]);
    expect((await again.audits.load(other)).draws).toEqual([first]);
  });

  test('are kept once: the same again gives back the one that is there', async () => {
    const { store, summary } = await drawn([first]);
    const again = { ...first, by: 'B', at: '2026-08-01T08:00:00.000Z' };
    expect(await store.draws.add(summary, again)).toEqual(first);
    expect(await store.draws.add(summary, earlierByClock)).toEqual(earlierByClock);
    expect(await store.draws.list(summary)).toEqual([first, earlierByClock]);
  });

  test('are kept again where another was made for the same item since, so that the last counts', async () => {
    const own = { ...first, item: 'visits' };
    const second = { ...own, seed: 'x' };
    const { store, summary } = await drawn([own, second, makeDraw({ item: 'callback' })]);
    const again = { ...own, by: 'B', at: '2026-08-01T08:00:00.000Z' };
    expect(await store.draws.add(summary, again)).toEqual(again);
    expect(drawFor(await store.draws.list(summary), 'visits')).toEqual(again);
    expect(await store.draws.add(summary, own)).toEqual(again);
    expect(await store.draws.list(summary)).toHaveLength(4);
  });

  test('cannot be changed, deleted, replaced, or added to a sealed audit', async () => {
    const { file, store, summary } = await drawn([first]);
    const sqlite = connect(file);
    expect(() => sqlite.exec("update draw set content = '{}'")).toThrow('a draw is never changed');
    expect(() => sqlite.exec('delete from draw')).toThrow('a draw is never deleted');
    for (const id of ['id', "'other'"]) {
      const replace = `insert or replace into draw select ${id}, audit_id, number, '{}', mark from draw`;
      expect(() => sqlite.exec(replace)).toThrow('a draw is never replaced');
    }
    await sealAudit(store, summary, 'A', SEALED_AT);
    await expect(store.draws.add(summary, earlierByClock)).rejects.toThrow(
      'is sealed and takes no more draws.',
    );
    expect(() =>
      sqlite.exec("insert into draw select 'other', audit_id, 2, content, mark from draw"),
    ).toThrow('the audit is sealed');
    expect(await store.draws.list(summary)).toEqual([first]);
  });

  test('that were spoiled from outside are the user’s to mend', async () => {
    const { file, store, summary } = await drawn([first]);
    const sqlite = connect(file);
    sqlite.exec('drop trigger draw_is_never_changed');
    for (const content of ['{', '{}', JSON.stringify({ ...first, refs: 'RO 1' })]) {
      sqlite.prepare('update draw set content = ?').run(content);
      await expect(store.audits.load(summary)).rejects.toThrow('The database is damaged');
    }
  });
});

describe('a seal covers draws', () => {
  test.each([
    ['changed', `update draw set content = replace(content, 'RO 1', 'RO 3')`],
    ['taken away', 'delete from draw'],
    ['added', `insert into draw select 'x', audit_id, 2, content, mark from draw`],
  ])('and breaks when one is %s', async (_what, text) => {
    const { file, store, summary } = await drawn([makeDraw({})]);
    const sealed = await sealAudit(store, summary, 'A', SEALED_AT);
    expect(sealHolds(await store.audits.load(sealed))).toBe(true);
    const sqlite = connect(file);
    for (const name of ['changed', 'deleted']) sqlite.exec(`drop trigger draw_is_never_${name}`);
    sqlite.exec('drop trigger sealed_audit_takes_no_draw');
    expect(sqlite.prepare(text).run().changes).toBe(1);
    expect(sealHolds(await store.audits.load(sealed))).toBe(false);
  });
});

describe('a database of the first version', () => {
  /** One with a sealed audit, written down by hand as the first version did. */
  function old(file: string): void {
    const sqlite = new Sqlite(file);
    const [first] = migrations;
    sqlite.pragma('journal_mode = WAL');
    sqlite.exec(`${first?.sql ?? ''};
      create table migration (version integer primary key, name text not null, applied_at text not null) strict;
      insert into migration values (1, 'first', '2026-01-01T00:00:00.000Z');
      insert into dealership values ('d', 'd', 'D', 1, '2026-01-01T00:00:00.000Z');
    `);
    const at = '2026-01-01T00:00:00.000Z';
    const content = canonicalJson(smallChecklist);
    const { id, version } = smallChecklist;
    sqlite.prepare('insert into checklist values (?, ?, ?, ?)').run('h', id, version, content);
    sqlite
      .prepare("insert into audit values ('a', 'd', 'D', '2026-Q1', 'core', 'h', ?, 1, 'A', ?)")
      .run(id, at);
    sqlite
      .prepare("insert into answer values ('r', 'a', 'owner', 1, ?, null, 'A', ?)")
      .run('{"state":"answered","value":"yes"}', at);
    const sealed: Json = {
      format: 1,
      dealership: 'D',
      yearStarts: 1,
      quarter: '2026-Q1',
      scope: 'core',
      startedAt: at,
      startedBy: 'A',
      checklist: smallChecklist,
      answers: [
        {
          item: 'owner',
          revision: 1,
          auditor: 'A',
          at,
          why: null,
          answer: { state: 'answered', value: 'yes' },
        },
      ],
      sealedAt: at,
      sealedBy: 'A',
      previous: null,
    };
    const hash = createHash('sha256').update(canonicalJson(sealed)).digest('hex');
    sqlite.prepare("insert into seal values ('s', 'a', 'd', ?, 'A', ?, null)").run(at, hash);
    sqlite.pragma('user_version = 1');
    sqlite.pragma(`application_id = ${String(0x434b5550)}`);
    sqlite.close();
  }

  test('is brought up to date, its seals still hold, and it takes draws', async () => {
    const file = join(tempFolder(), 'checkup.db');
    old(file);
    const store = testStore(file);
    const [summary] = await store.audits.list();
    if (summary === undefined) throw new Error('no audit');
    const audit = await store.audits.load(summary);
    expect(audit.draws).toEqual([]);
    expect(sealHolds(audit)).toBe(true);
    const sqlite = connect(file);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(sqlite.prepare('select version from migration order by version').pluck().all()).toEqual(
      migrations.map(({ version }) => version),
    );
    const open = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'), {
      dealership: 'D',
    });
    await store.draws.add(open, makeDraw({}));
    expect(sealHolds(await store.audits.load(await sealAudit(store, open, 'A', SEALED_AT)))).toBe(
      true,
    );
  });
});
