import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UserError } from '../core/errors.js';
import { systemCode } from './read-text.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder of that name is in the way',
};

/**
 * Writes a text to a file, whole or not at all: the old file stands until the new one is complete.
 * Folders on the way are made.
 *
 * @throws UserError when it can't be written; then the old file is still there, whole.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, text, { encoding: 'utf8' });
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    throw new UserError(
      `${file} was not written: ${REASONS[code] ?? code}. What was there before is still there.`,
      'Make room or choose another folder with --out, then run the same command again.',
    );
  }
}
