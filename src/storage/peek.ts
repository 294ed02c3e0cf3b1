import { existsSync, readFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { OpenDatabase } from './database.js';
import { inspecting } from './database.js';
import type { HashText } from './store-tools.js';
import type { Tables } from './tables.js';

/**
 * Opens a database to look into it: neither it nor anything beside it is made, changed or brought
 * up to date.
 *
 * @throws where there is none that can be read, at once or with the first query; what is thrown has
 *   no words for users.
 */
export function peekDatabase(file: string, hash: HashText): OpenDatabase {
  // A pipe would keep us waiting, and a device never ends.
  if (!statSync(file).isFile()) throw new Error(`${file} is not a plain file`);
  // SQLite makes the two files of the log where they aren't there, and one who only reads leaves
  // them behind. But without them the file alone holds everything, and can be read as it is.
  const sqlite = existsSync(`${file}-wal`)
    ? new Sqlite(file, { readonly: true, fileMustExist: true })
    : new Sqlite(withoutLog(readFileSync(file)), { readonly: true });
  return {
    queries: new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }),
    // Kysely closes only what it has used.
    close: () => {
      sqlite.close();
    },
    ...inspecting(file, sqlite, hash),
  };
}

/** The bytes of a database for use in memory, where there is no log: bytes 18 and 19 say so. */
function withoutLog(bytes: Buffer): Buffer {
  return bytes.fill(1, 18, 20);
}
