import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../core/errors.js';
import { systemCode } from './read-text.js';

/** A folder that only its owner may look into. */
const OWNER_ONLY = 0o700;

/**
 * Makes a folder and those above it. Not `mkdir` with `recursive`: below a folder where nothing can
 * be made, such as /proc, that never returns.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && (await isFolder(path))) return;
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path || (await isFolder(parent))) throw error;
    await makeFolder(parent, mode);
    await makeFolder(path, mode);
  }
}

/**
 * Makes the folder that the database belongs in.
 *
 * @throws UserError when it can't be made.
 */
export async function makeFolderFor(database: string): Promise<void> {
  const folder = dirname(database);
  try {
    // It names customers: nobody else on the computer needs to read it.
    await makeFolder(folder, OWNER_ONLY);
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    throw new UserError(
      `The folder for the database, ${folder}, cannot be made (${code}).`,
      'Choose another place with --db FILE.',
    );
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
