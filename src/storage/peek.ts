import { statSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import type { OpenDatabase } from './database.js';
import { inspecting } from './database.js';
import { connectToRead } from './read-only.js';
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
  const sqlite = connectToRead(file);
  return {
    queries: new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }),
    // Kysely closes only what it has used.
    close: () => {
      sqlite.close();
    },
    isReadOnly: true,
    ...inspecting(file, sqlite, hash),
  };
}
