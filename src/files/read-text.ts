import { readFile, stat } from 'node:fs/promises';
import { ProblemsError } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';

const MEBIBYTE = 1024 * 1024;

/** No checklist or answers file that people write comes near this. */
export const MAX_BYTES = MEBIBYTE;

/** The code of a failed system call, such as ENOENT; '' for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has a name that is too long',
};

/** The message for a file or folder that can't be read, whatever the system says about it. */
export function cannotRead(file: string, error: unknown): UserError {
  const code = systemCode(error);
  if (code === '') throw error;
  return new UserError(
    `${file} ${REASONS[code] ?? `cannot be read (${code})`}.`,
    code === 'ENOENT' ? 'Check the path.' : 'Choose another file, or change its permissions.',
  );
}

/**
 * A text file as one string, decoded as UTF-8 with any byte order mark taken off.
 *
 * @param file how it is named in messages, and where it is.
 * @throws UserError when it can't be read or isn't a plain file; ProblemsError when it is larger
 *   than a mebibyte or not UTF-8, with the place of the first wrong byte.
 */
export async function readText(file: string): Promise<string> {
  return decodeText(file, await readBytes(file));
}

/**
 * Bytes as text, decoded as UTF-8 with any byte order mark taken off.
 *
 * @throws ProblemsError when they aren't UTF-8, with the place of the first wrong byte.
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const good = goodPrefix(bytes);
    const lines = good.split('\n');
    throw new ProblemsError(`${file} is not UTF-8 text.`, [
      {
        file,
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
        path: [],
        message: 'holds a byte that is not UTF-8 (save the file as UTF-8)',
      },
    ]);
  }
}

/**
 * The bytes of a plain file.
 *
 * @param most how many bytes it may have: whole mebibytes.
 * @throws UserError when it can't be read or isn't a plain file; ProblemsError when it is larger.
 */
export async function readBytes(file: string, most = MAX_BYTES): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (found.isFile() && found.size > most) {
      throw new ProblemsError(`${file} is too large.`, [
        {
          file,
          line: 1,
          column: 1,
          path: [],
          message: `is ${(found.size / MEBIBYTE).toFixed(1)} MiB (at most ${String(most / MEBIBYTE)} MiB: is it the right file?)`,
        },
      ]);
    }
    // A pipe or a device could go on for ever.
    if (!found.isFile() && !found.isDirectory()) {
      throw new UserError(`${file} is not a plain file.`, 'Save it as a file first.');
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw cannotRead(file, error);
  }
}

/** What decodes before the first wrong byte, found by halving. */
function goodPrefix(bytes: Uint8Array): string {
  const decodes = (length: number): boolean => {
    try {
      // `stream` lets a character that is only cut off at the end pass.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder('utf-8').decode(bytes.subarray(0, low), { stream: true });
}
