import { open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../core/errors.js';
import { draftIn, sweepDrafts } from './drafts.js';
import { makeFolder } from './folders.js';
import { cannotRead, systemCode } from './read-text.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'it is larger than you may write',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder of that name is in the way',
  ELOOP: 'a link leads back to itself',
  ENAMETOOLONG: 'a name is too long',
};

/** Why a file couldn't be written, in words; what isn't the system's doing is thrown on. */
export function whyNotWritten(error: unknown): string {
  const code = systemCode(error);
  if (code === '') throw error;
  return REASONS[code] ?? code;
}

/**
 * Writes a text, or bytes, to a file, whole or not at all: the old file stands until the new one is complete
 * and on disk. Folders on the way are made.
 *
 * Our own lines, because write-file-atomic 7 takes a short write, as a full disk makes it, for a
 * whole one and renames it over the old file.
 *
 * @throws UserError when it can't be written; then the old file is still there, whole.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  let draft = '';
  try {
    await makeFolder(dirname(file));
    // A link stays a link: what it points to is replaced.
    const target = await realpath(file).catch(() => file);
    await sweepDrafts(dirname(target));
    draft = draftIn(dirname(target));
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    if (draft !== '') await rm(draft, { force: true }).catch(() => undefined);
    throw new UserError(
      `${file} was not written: ${whyNotWritten(error)}. What was there before is still there.`,
      'Make room or choose another folder with --out, then run the same command again.',
    );
  }
}

/**
 * Whether a file is there and holds anything but this text.
 *
 * @throws UserError when it is there and can't be read.
 */
export async function holdsOther(file: string, content: string | Uint8Array): Promise<boolean> {
  try {
    return !(await readFile(file)).equals(Buffer.from(content));
  } catch (error) {
    const code = systemCode(error);
    // What else is in the way, writing will say.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return false;
    throw cannotRead(file, error);
  }
}
