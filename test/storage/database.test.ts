import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/core/errors.js';
import type { OpenDatabase, Queries } from '../../src/storage/database.js';
import { sha256 } from '../../src/files/sha256.js';
import { openDatabase } from '../../src/storage/database.js';
import { migrations } from '../../src/storage/migrations.js';
import { fingerprint, fingerprints, tempFolder } from '../support/folders.js';

/** Opens a database until the test is over. */
function open(file: string): Queries {
  const { queries, close: end } = openDatabase(file, sha256);
  onTestFinished(end);
  return queries;
}

/** Another program's connection, until the test is over. */
function connect(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file);
  onTestFinished(() => {
    sqlite.close();
  });
  return sqlite;
}

/** A fresh database of ours, closed. */
async function fresh(): Promise<{ folder: string; file: string }> {
  const folder = tempFolder();
  const file = join(folder, 'checkup.db');
  await close(openDatabase(file, sha256));
  return { folder, file };
}

/** Closes a database after a first question, as every command does. */
async function close({ queries, close: end }: OpenDatabase): Promise<void> {
  await queries.selectFrom('dealership').selectAll().execute();
  end();
}

async function pragma(queries: Queries, name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(queries);
  return Object.values(rows[0] ?? {})[0];
}

/** What opening a file is refused with; the file must be as it was. */
function refusal(file: string): string {
  const before = fingerprint(file);
  let message = '';
  try {
    openDatabase(file, sha256).close();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    message = error instanceof UserError ? `${error.message} ${error.hint ?? ''}` : '';
  }
  expect(message, 'it was opened').not.toBe('');
  expect(fingerprint(file)).toBe(before);
  return message;
}

describe('a database of our own', () => {
  test('is made with its version and a record of every migration', async () => {
    const file = join(tempFolder(), 'checkup.db');
    const queries = open(file);
    expect(await pragma(queries, 'user_version')).toBe(migrations.length);
    expect(await pragma(queries, 'application_id')).toBe(0x434b5550);
    const { rows } = await sql<{
      version: number;
      name: string;
      applied_at: string;
    }>`select * from migration order by version`.execute(queries);
    expect(rows.map(({ version, name }) => ({ version, name }))).toEqual(
      migrations.map(({ version, name }) => ({ version, name })),
    );
    for (const { applied_at } of rows) expect(applied_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    );
  });

  test('waits for the disk at every commit, keeps references whole and writes ahead', async () => {
    const queries = open(join(tempFolder(), 'checkup.db'));
    expect(await pragma(queries, 'journal_mode')).toBe('wal');
    expect(await pragma(queries, 'synchronous')).toBe(2);
    expect(await pragma(queries, 'foreign_keys')).toBe(1);
  });

  test('has strict tables only', async () => {
    const queries = open(join(tempFolder(), 'checkup.db'));
    const { rows } = await sql<{ name: string; strict: number }>`
      select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite_%'
    `.execute(queries);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => row.strict !== 1)).toEqual([]);
  });

  test('is opened a second time as it is, also while the first is open', async () => {
    const { file } = await fresh();
    const before = fingerprint(file);
    await close(openDatabase(file, sha256));
    expect(fingerprint(file)).toBe(before);
    const [one, two] = [open(file), open(file)];
    expect(await pragma(one, 'user_version')).toBe(await pragma(two, 'user_version'));
  });

  test('leaves no other file behind when it is closed', async () => {
    const { folder } = await fresh();
    expect(Object.keys(fingerprints(folder))).toEqual(['checkup.db']);
  });

  test('is closed too when nothing was ever asked of it', () => {
    const folder = tempFolder();
    openDatabase(join(folder, 'checkup.db'), sha256).close();
    expect(Object.keys(fingerprints(folder))).toEqual(['checkup.db']);
  });

  test('refuses an answer without an audit, and an audit without a dealership', async () => {
    const queries = open(join(tempFolder(), 'checkup.db'));
    const answer = queries.insertInto('answer').values({
      id: 'a',
      audit_id: 'none',
      item: 'i',
      revision: 1,
      content: '{}',
      auditor: 'A',
      recorded_at: '2026-01-01T00:00:00.000Z',
    });
    await expect(answer.execute()).rejects.toThrow('FOREIGN KEY');
  });
});

describe('a file that is refused, with one message, and left as it is', () => {
  test('plain text, a picture and a file cut off in its first page', async () => {
    const folder = tempFolder();
    const text = join(folder, 'text');
    writeFileSync(text, 'dear diary\n'.repeat(200));
    expect(refusal(text)).toMatch(/is not a database, or is damaged\. .*left as it is/);
    const picture = join(folder, 'picture.png');
    writeFileSync(
      picture,
      Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(900)]),
    );
    expect(refusal(picture)).toMatch(/is not a database, or is damaged/);
    const { file } = await fresh();
    truncateSync(file, 60);
    expect(refusal(file)).toMatch(/is not a database, or is damaged/);
  });

  test('a file cut off in the middle', async () => {
    const { file } = await fresh();
    const { size } = statSync(file);
    for (const part of [0.75, 0.5, 0.25]) {
      truncateSync(file, Math.floor((size * part) / 4096) * 4096 + 100);
      expect(refusal(file), String(part)).toMatch(/is not a database, or is damaged/);
    }
  });

  test('a database of another program, with tables or with a mark of its own', () => {
    const folder = tempFolder();
    const tables = join(folder, 'tables.db');
    const sqlite = new Sqlite(tables);
    sqlite.exec('create table song (title text); insert into song values (1)');
    sqlite.close();
    expect(refusal(tables)).toMatch(/is a database of another program\. .*left as it is/);
    const mark = join(folder, 'mark.db');
    const other = new Sqlite(mark);
    other.pragma('application_id = 7');
    other.close();
    expect(refusal(mark)).toMatch(/another program/);
    expect(Object.keys(fingerprints(folder))).toEqual(['mark.db', 'tables.db']);
  });

  test('a database of a newer version, naming both versions', async () => {
    const { file, folder } = await fresh();
    const sqlite = new Sqlite(file);
    sqlite.pragma('user_version = 99');
    sqlite.close();
    expect(refusal(file)).toContain(
      `was written by a newer version of checkup (its format is 99, this version knows ${String(migrations.length)}).`,
    );
    expect(Object.keys(fingerprints(folder))).toEqual(['checkup.db']);
  });

  test('a folder, and a path that leads through a file', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'database'));
    expect(() => openDatabase(join(folder, 'database'), sha256)).toThrow(
      'is a folder, not a database.',
    );
    writeFileSync(join(folder, 'file'), 'mine');
    expect(() => openDatabase(join(folder, 'file', 'checkup.db'), sha256)).toThrow(UserError);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
  });

  test('a database that another program holds alone, once patience is over', async () => {
    const { file } = await fresh();
    const other = connect(file);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('begin exclusive');
    const started = performance.now();
    expect(refusal(file)).toMatch(/is in use by another program\. Close the other program/);
    expect(performance.now() - started).toBeGreaterThan(1500);
    other.exec('rollback');
  });
});

test('a database that another program is writing can still be read', async () => {
  const { file } = await fresh();
  const other = connect(file);
  other.exec('begin immediate');
  expect(await open(file).selectFrom('dealership').selectAll().execute()).toEqual([]);
  other.exec('rollback');
});

test('a database that was cut to less than a header is refused, not made anew', async () => {
  for (const bytes of [1, 100, 511]) {
    const { file } = await fresh();
    truncateSync(file, bytes);
    expect(refusal(file)).toMatch(/is not a database, or is damaged/);
  }
});

describe('what was recorded', () => {
  /** A sealed audit with one answer, put there by hand. */
  function filled(): Sqlite.Database {
    const file = join(tempFolder(), 'checkup.db');
    open(file);
    const sqlite = connect(file);
    sqlite.exec(`
      insert into dealership values ('d', 'd', 'D', 1, '2026-01-01T00:00:00.000Z', null, null, null, null);
      insert into checklist values ('h', 'c', 1, '{}');
      insert into audit values ('a', 'd', 'D', '2026-Q1', 'core', 'h', 'c', 1, 'A', '2026-01-01T00:00:00.000Z', null, null);
      insert into answer values ('r', 'a', 'item', 1, '{}', null, 'A', '2026-01-01T00:00:00.000Z', null);
      insert into seal values ('s', 'a', 'd', '2026-01-01T00:00:00.000Z', 'A', 'hash', null);
    `);
    return sqlite;
  }

  test('cannot be updated or deleted, and a sealed audit takes no more', () => {
    const sqlite = filled();
    const says = (text: string): string => {
      try {
        sqlite.exec(text);
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(says("update answer set content = '{1}'")).toBe('an answer is never changed in place');
    expect(says('delete from answer')).toBe('an answer is never deleted');
    expect(says("update seal set hash = 'other'")).toBe('a seal is never changed');
    expect(says('delete from seal')).toBe('a seal is never deleted');
    expect(
      says("insert into answer values ('r2', 'a', 'item', 2, '{}', null, 'A', '2026-01-02', null)"),
    ).toBe('the audit is sealed');
    expect(says('delete from audit')).toBe('FOREIGN KEY constraint failed');
    expect(sqlite.prepare('select content from answer').pluck().all()).toEqual(['{}']);
    expect(sqlite.prepare('select hash from seal').pluck().all()).toEqual(['hash']);
  });

  test('cannot be replaced by writing over it either', () => {
    const sqlite = filled();
    expect(() =>
      sqlite.exec("insert or replace into seal values ('s2', 'a', 'd', '2026', 'B', 'new', null)"),
    ).toThrow();
    expect(sqlite.prepare('select hash from seal').pluck().all()).toEqual(['hash']);
  });
});
