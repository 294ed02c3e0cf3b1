import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';

/** The checklist that an audit uses unless another is asked for. */
export const DEFAULT_CHECKLIST = 'quarterly-checkup';

/** The checklist that is offered first where a dealership has no audit yet: the shortest. */
export const FIRST_CHECKLIST = 'quick-checkup';

/** Ids of the checklists that come with the program, the default first. */
export async function builtInChecklists(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort((a, b) => Number(b === DEFAULT_CHECKLIST) - Number(a === DEFAULT_CHECKLIST));
}

/** Whether a text names a place on the disk rather than a checklist's id. */
export async function isPath(
  wanted: string,
  folder: string,
  resolve: (path: string) => string,
): Promise<boolean> {
  if (/[\\/.]/.test(wanted)) return true;
  return !(await builtInChecklists(folder)).includes(wanted) && existsSync(resolve(wanted));
}

/**
 * Where a checklist is: one that comes with the program by its id, any other by its path.
 *
 * @param folder the program's own `checklists/`.
 * @param resolve makes a path that a user typed absolute.
 * @throws UserError for what is neither.
 */
export async function findChecklist(
  wanted: string,
  folder: string,
  resolve: (path: string) => string,
): Promise<string> {
  if (await isPath(wanted, folder, resolve)) return resolve(wanted);
  const known = await builtInChecklists(folder);
  if (known.includes(wanted)) return join(folder, wanted);
  const meant = closest(wanted, known);
  throw new UserError(
    `There is no checklist ${wanted}.`,
    `${meant === null ? `There are ${known.join(' and ')}.` : `Did you mean ${meant}?`} A checklist of your own is given as a path, such as ./${wanted}.`,
  );
}
