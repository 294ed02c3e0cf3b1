import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/errors.js';
import { advice } from '../core/closest.js';

/** The checklist that an audit uses unless another is asked for. */
export const DEFAULT_CHECKLIST = 'quarterly-checkup';

/** Ids of the checklists that come with the program, the default first. */
export async function builtInChecklists(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort((a, b) => Number(b === DEFAULT_CHECKLIST) - Number(a === DEFAULT_CHECKLIST));
}

/**
 * Where a checklist is: one that comes with the program by its id, any other by its path.
 *
 * @param folder the program's own `checklists/`.
 * @param cwd what a relative path starts from.
 */
export async function findChecklist(
  wanted: string,
  folder: string,
  resolve: (path: string) => string,
): Promise<string> {
  const known = await builtInChecklists(folder);
  if (known.includes(wanted)) return join(folder, wanted);
  if (/[\\/.]/.test(wanted)) return resolve(wanted);
  throw new UserError(
    `There is no checklist ${wanted}.`,
    `${advice(wanted, known).replace(/^./, (letter) => letter.toUpperCase())} A checklist of your own is given as a path, such as ./${wanted}.`,
  );
}
