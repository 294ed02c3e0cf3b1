import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Nothing is written to a file for so long before it is whole, not even with the clock of another
 * machine: an older draft was left behind by a kill or a power cut. In ms.
 */
const STALE = 10 * 60 * 1000;

const DRAFT = /^\.checkup-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** A passing path in a folder for a file that isn't finished: hidden, and nobody else's. */
export function draftIn(folder: string): string {
  return join(folder, `.checkup-${crypto.randomUUID()}.tmp`);
}

const swept = new Set<string>();

/**
 * Removes what killed programs left behind in a folder, as far as that can be done. Each folder is
 * looked through once, whatever is written into it.
 *
 * @throws an error of the system where the folder can't be looked through.
 */
export async function sweepDrafts(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of await readdir(folder)) {
    if (!DRAFT.test(name)) continue;
    const file = join(folder, name);
    const found = await lstat(file).catch(() => null);
    if (found === null || Date.now() - found.mtimeMs < STALE) continue;
    await rm(file, { force: true }).catch(() => undefined);
  }
}
