import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open } from 'node:fs/promises';
import { platform } from 'node:os';
import { MOST_EVIDENCE } from '../core/audit/evidence.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { cannotRead } from './read-text.js';

// Never through a link, and never waiting for the other end of a pipe. Windows has neither flag.
export const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A file that was found to be evidence, and how large it then was. */
export interface OpenedFile {
  readonly handle: FileHandle;
  readonly size: number;
}

/** A path as it is. */
export function asNamed(path: string): string {
  return path;
}

/**
 * Opens a file to be evidence.
 *
 * @param path as it was named; messages name it so.
 * @throws UserError for what is no plain file of 1 byte to 100 MiB, or can't be read.
 */
export async function openEvidence(
  path: string,
  resolve: (path: string) => string = asNamed,
): Promise<OpenedFile> {
  const shown = visibleLine(path);
  const parts = path.split(platform() === 'win32' ? /[\\/]/ : '/');
  if (parts.includes('..')) {
    throw new UserError(`${shown} has .. in it.`, 'Give the path straight, without going back.');
  }
  const file = resolve(path);
  let handle: FileHandle | null = null;
  try {
    const named = await lstat(file);
    if (named.isSymbolicLink()) {
      throw new UserError(`${shown} is a link, not a file.`, 'Give the file that it points to.');
    }
    // A pipe or device isn't even opened: that alone can act on what is behind it.
    if (!named.isFile() && !named.isDirectory()) throw notPlain(shown);
    handle = await open(file, READ_ONLY);
    const found = await handle.stat();
    if (found.isDirectory()) {
      throw new UserError(`${shown} is a folder, not a file.`, 'Give one file; repeat for more.');
    }
    if (!found.isFile()) throw notPlain(shown);
    if (found.size === 0) throw new UserError(`${shown} is empty.`, 'Check that it was saved.');
    if (found.size > MOST_EVIDENCE) {
      throw new UserError(
        `${shown} is too large: ${mebibytes(found.size)}, and evidence has at most ${mebibytes(MOST_EVIDENCE)}.`,
        'Attach a part of it, such as a few pages or a picture of the place that counts.',
      );
    }
    return { handle, size: found.size };
  } catch (error) {
    await handle?.close();
    throw error instanceof UserError ? error : cannotRead(shown, error);
  }
}

/** Throws what `openEvidence` would throw about a file, and leaves it closed. */
export async function requireEvidence(
  path: string,
  resolve: (path: string) => string = asNamed,
): Promise<void> {
  await (await openEvidence(path, resolve)).handle.close();
}

function mebibytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1024 / 1024))} MiB`;
}

function notPlain(shown: string): UserError {
  return new UserError(`${shown} is not a plain file.`, 'Save it as a file first.');
}
