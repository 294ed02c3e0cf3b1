import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../core/errors.js';
import { systemCode } from './read-text.js';

/**
 * Makes a folder and those above it. Not `mkdir` with `recursive`: below a folder where nothing can
 * be made, such as /proc, that never returns.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && (await isFolder(path))) return;
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path || (await isFolder(parent))) throw error;
    await makeFolder(parent);
    await makeFolder(path);
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
    await makeFolder(folder);
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
