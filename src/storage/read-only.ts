import { existsSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/**
 * Connects to a database without writing anything, not even beside it.
 *
 * SQLite makes the two files of the log where they aren't there, and one who only reads leaves them
 * behind, or can't make them. But without them the file alone holds everything, and can be read as it is.
 */
export function connectToRead(file: string): Sqlite.Database {
  return existsSync(`${file}-wal`)
    ? new Sqlite(file, { readonly: true, fileMustExist: true })
    : new Sqlite(withoutLog(readFileSync(file)), { readonly: true });
}

/** The bytes of a database for use in memory, where there is no log: bytes 18 and 19 say so. */
function withoutLog(bytes: Buffer): Buffer {
  return bytes.fill(1, 18, 20);
}
