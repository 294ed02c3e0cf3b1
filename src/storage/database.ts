import type { Stats } from 'node:fs';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { visibleLine } from '../core/text.js';
import { connectToRead } from './read-only.js';
import { foldName } from '../core/names.js';
import { UserError } from '../core/errors.js';
import { migrations } from './migrations.js';
import { markOf } from './marks.js';
import type { HashText } from './store-tools.js';
import type { Tables } from './tables.js';

// Everything that only SQLite has lives in this file, and in peek.ts what it takes to look only.

export type Queries = Kysely<Tables>;

/** An open database. */
export interface OpenDatabase {
  readonly queries: Queries;
  readonly close: () => void;
  /** Whether nothing can be written to it, so that nothing that is derived is kept. */
  readonly isReadOnly: boolean;
  /** All that SQLite itself finds wrong with the file, a line each; it reads the whole file. */
  readonly damage: () => string[];
  /** The names of tables, indexes and guards that are not, or no longer, as this version makes them. */
  readonly changedSchema: () => string[];
}

/** How a database is opened. */
export interface Opening {
  /** Whether damage is looked for, as usual; who wants to tell what is damaged does it later. */
  readonly look?: boolean | undefined;
  /** Whether one that can't be written to will do. */
  readonly isReadOnly?: boolean;
}

/** "CKUP" in the header tells our databases from anybody else's. */
const APPLICATION_ID = 0x434b5550;

/** How long to wait for another program that is writing, in milliseconds. */
const PATIENCE = 2000;

/** No SQLite database has fewer bytes; SQLite itself would take such a file for a new one. */
const SMALLEST = 512;

/**
 * A database up to so many bytes is looked through whole whenever it is opened, which takes some 2 ms
 * a megabyte; of a larger one the tables that lead to figures, which are small. Answers are vouched for
 * by their seals and marks.
 */
const LOOKED_THROUGH = 16 * 2 ** 20;
const LEADING = [
  'dealership',
  'checklist',
  'audit',
  'draw',
  'seal',
  'seal_register',
  'void',
  'draw_withdrawal',
];

/** For how long a database may be an empty file while it is being made, in milliseconds. */
const STARTING = 10_000;

/**
 * Opens the database, makes it when it isn't there (its folder must be), and brings it up to date: WAL, every commit on
 * disk before it returns, foreign keys on.
 *
 * @throws UserError for a file that is no checkup database, is damaged, read-only unless that will do,
 *   in use, or from a newer version; the file is then untouched.
 */
export function openDatabase(file: string, hash: HashText, how: Opening = {}): OpenDatabase {
  const isReadOnly = how.isReadOnly === true && !isWritable(file);
  const sqlite = isReadOnly ? explained(file, () => connectToRead(file)) : connect(file);
  try {
    explained(file, () => {
      refuseForeign(file, sqlite);
      if (how.look !== false && isDamaged(sqlite)) throw damaged(file);
      if (isReadOnly) {
        if (versionOf(sqlite) < migrations.length) throw readOnly(file);
        return;
      }
      sqlite.pragma('journal_mode = WAL');
      sqlite.pragma('synchronous = FULL');
      migrate(sqlite, hash);
      sqlite.pragma('foreign_keys = ON');
    });
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return {
    queries: new Kysely<Tables>({
      dialect: new SqliteDialect({ database: explaining(file, sqlite) }),
    }),
    // Kysely closes only what it has used.
    close: () => {
      sqlite.close();
    },
    isReadOnly,
    ...inspecting(file, sqlite, hash),
  };
}

/** Whether the file, and the log that SQLite keeps beside it, can be written. */
function isWritable(file: string): boolean {
  if (file === ':memory:') return true;
  try {
    // The attribute is respected even where the system would let an administrator write.
    if ((statSync(file).mode & 0o222) === 0) return false;
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch (error) {
    // What else is in the way is said by whoever connects.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

/** How a database is looked through. */
export function inspecting(
  file: string,
  sqlite: Sqlite.Database,
  hash: HashText,
): Pick<OpenDatabase, 'damage' | 'changedSchema'> {
  return {
    damage: () =>
      explained(file, () => [
        ...foundBy(sqlite, 'integrity_check'),
        ...[...LEADING, 'answer'].filter((table) => isLost(sqlite, table)).map(lostWords),
      ]),
    changedSchema: () => explained(file, () => changedSchema(sqlite, hash)),
  };
}

/** What a check of SQLite finds; nothing where all is well. */
function foundBy(sqlite: Sqlite.Database, check: string): string[] {
  const rows = sqlite.pragma(check) as readonly Readonly<Record<string, unknown>>[];
  const lines = rows.map((row) => String(Object.values(row)[0]));
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
}

function isDamaged(sqlite: Sqlite.Database): boolean {
  const [pages, size] = ['page_count', 'page_size'].map((name) =>
    Number(sqlite.pragma(name, { simple: true })),
  );
  const isSmall = (pages ?? 0) * (size ?? 0) <= LOOKED_THROUGH;
  if (isSmall && foundBy(sqlite, 'integrity_check').length > 0) return true;
  const tables = sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck();
  const there = new Set(tables.all());
  const looked = [...LEADING, ...(isSmall ? ['answer'] : [])].filter((table) => there.has(table));
  return looked.some(
    (table) =>
      isLost(sqlite, table) ||
      (!isSmall && foundBy(sqlite, `integrity_check(${table})`).length > 0),
  );
}

/** Whether a row of a table belongs to one that isn't there: then no list would show it. */
function isLost(sqlite: Sqlite.Database, table: string): boolean {
  try {
    return (sqlite.pragma(`foreign_key_check(${table})`) as readonly unknown[]).length > 0;
  } catch (error) {
    // What it refers to is no table of ours any more.
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_ERROR') return true;
    throw error;
  }
}

function lostWords(table: string): string {
  return `rows of ${table} belong to something that isn't there`;
}

/** Held against a new database of this version. */
function changedSchema(sqlite: Sqlite.Database, hash: HashText): string[] {
  const fresh = new Sqlite(':memory:');
  try {
    migrate(fresh, hash);
    const [made, there] = [schemaOf(fresh), schemaOf(sqlite)];
    return [...new Set([...made.keys(), ...there.keys()])].filter(
      (name) => made.get(name) !== there.get(name),
    );
  } finally {
    fresh.close();
  }
}

/** Its tables, indexes and guards by name, but for what SQLite keeps for itself. */
function schemaOf(sqlite: Sqlite.Database): Map<string, string> {
  const rows = sqlite
    .prepare("select name, sql from sqlite_schema where name not like 'sqlite%'")
    .all() as readonly { readonly name: string; readonly sql: string }[];
  return new Map(rows.map(({ name, sql: text }) => [name, text]));
}

/** Runs some work as one transaction that holds the write lock from its start: all or nothing. */
export async function exclusively<T>(
  queries: Queries,
  work: (transaction: Queries) => Promise<T>,
): Promise<T> {
  return queries.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      // After some errors, a full disk among them, SQLite has rolled back by itself.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

function connect(file: string): Sqlite.Database {
  if (file !== ':memory:') {
    const found = look(file);
    if (found?.isDirectory() === true) {
      throw new UserError(`${file} is a folder, not a database.`, 'Give a file with --db.');
    }
    if (found !== undefined && !found.isFile()) {
      throw new UserError(`${file} is not a plain file.`, 'Give another file with --db.');
    }
    // SQLite makes an empty file first: a young one may be another program's that is just starting.
    if (found?.size === 0 && Date.now() - found.mtimeMs > STARTING) {
      throw new UserError(
        `${file} is empty: it is no database, or no longer one.`,
        'Put a copy from your backup in its place, or take it away to start a new one.',
      );
    }
    if (found !== undefined && found.size > 0 && found.size < SMALLEST) throw damaged(file);
    // The attribute is respected even where the system would let an administrator write.
    if (found !== undefined && (found.mode & 0o222) === 0) throw readOnly(file);
  }
  return explained(file, () => new Sqlite(file, { timeout: PATIENCE }));
}

/** What is at a path; undefined where nothing is. */
function look(file: string): Stats | undefined {
  return explained(file, () => statSync(file, { throwIfNoEntry: false }));
}

function unreachable(file: string, code: string): UserError {
  return new UserError(
    `The database ${visibleLine(file)} cannot be reached: ${UNREACHABLE[code] ?? code}.`,
    'Check its path and permissions, or give another file with --db.',
  );
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it, or not enter its folder',
  EPERM: 'you may not read it, or not enter its folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a file stands where a folder is needed',
};

function versionOf(sqlite: Sqlite.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

function refuseForeign(file: string, sqlite: Sqlite.Database): void {
  // One transaction: another program may be making this very database.
  const { version, application, tables } = sqlite.transaction(() => ({
    version: versionOf(sqlite),
    application: Number(sqlite.pragma('application_id', { simple: true })),
    tables: Number(sqlite.prepare('select count(*) from sqlite_schema').pluck().get()),
  }))();
  if (application !== APPLICATION_ID && (tables > 0 || application !== 0)) {
    throw new UserError(
      `${file} is a database of another program.`,
      'Give another file with --db; this one was left as it is.',
    );
  }
  const newest = migrations.length;
  if (version > newest) {
    throw new UserError(
      `${file} was written by a newer version of checkup (its format is ${String(version)}, this version knows ${String(newest)}).`,
      'Install the newer version; the file was left as it is.',
    );
  }
}

function migrate(sqlite: Sqlite.Database, hash: HashText): void {
  sqlite.function('fold_name', { deterministic: true }, (name) => foldName(String(name)));
  sqlite.function('mark_of', { varargs: true, deterministic: true }, (...fields) =>
    markOf(hash, ...(fields as (string | number | null)[])),
  );
  // A table that others refer to is made anew only where nobody holds them to it meanwhile.
  sqlite.pragma('foreign_keys = OFF');
  for (const migration of migrations) {
    // Reading must not wait for somebody who writes, so the lock is taken only where it is needed.
    if (versionOf(sqlite) >= migration.version) continue;
    sqlite
      .transaction(() => {
        // Another program may have been quicker.
        if (versionOf(sqlite) >= migration.version) return;
        sqlite.exec(
          'create table if not exists migration (version integer primary key, name text not null, applied_at text not null) strict',
        );
        sqlite.exec(migration.sql);
        sqlite
          .prepare("insert into migration values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")
          .run(migration.version, migration.name);
        sqlite.pragma(`user_version = ${String(migration.version)}`);
        sqlite.pragma(`application_id = ${String(APPLICATION_ID)}`);
      })
      .immediate();
  }
}

function readOnly(file: string): UserError {
  return new UserError(
    `The database ${file} is read-only.`,
    'Make the file and its folder writable, or give another file with --db.',
  );
}

function damaged(file: string): UserError {
  return new UserError(
    `${file} is not a database, or is damaged.`,
    'Put a copy from your backup in its place, or give another file with --db; this one was left as it is.',
  );
}

/** The same error in the user's words where it is the user's to mend; else the error itself. */
function explain(file: string, error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) {
    const isOfSystem = error instanceof Error && 'syscall' in error && 'code' in error;
    return isOfSystem ? unreachable(file, String(error.code)) : error;
  }
  // A table or a column that every version has had is gone: its name was changed in the file.
  if (/^no such (?:table|column)/.test(error.message)) return damaged(file);
  const code = error.code.split('_').slice(0, 2).join('_');
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new UserError(
        `The database ${file} is in use by another program.`,
        'Close the other program, then run the same command again.',
      );
    case 'SQLITE_READONLY':
      return readOnly(file);
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return damaged(file);
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
      return new UserError(
        `The database ${file} could not be written (${error.message}).`,
        'Make room on the disk, then run the same command again: everything confirmed before is there.',
      );
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
      return new UserError(
        `The database ${file} cannot be opened.`,
        'Check its path and permissions, or give another file with --db.',
      );
    default:
      return error;
  }
}

function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explain(file, error);
  }
}

/** The database as kysely needs it, with every error in the user's words. */
function explaining(
  file: string,
  sqlite: Sqlite.Database,
): ConstructorParameters<typeof SqliteDialect>[0]['database'] & object {
  return {
    close: () => {
      sqlite.close();
    },
    prepare: (text: string) => {
      const statement = explained(file, () => sqlite.prepare(text));
      return {
        reader: statement.reader,
        all: (parameters) => explained(file, () => statement.all(...parameters)),
        run: (parameters) => explained(file, () => statement.run(...parameters)),
        iterate: (parameters) => explainingEach(file, () => statement.iterate(...parameters)),
      };
    },
  };
}

/** The rows one by one; what goes wrong on the way is in the user's words, too. */
function* explainingEach(file: string, start: () => Iterator<unknown>): Generator {
  const rows = explained(file, start);
  try {
    for (;;) {
      const row = explained(file, () => rows.next());
      if (row.done === true) return;
      yield row.value;
    }
  } finally {
    rows.return?.();
  }
}
