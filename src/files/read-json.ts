import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { cannotRead } from './read-text.js';

/**
 * The value of a JSON file.
 *
 * @param path where it is.
 * @param named how it is named in messages.
 * @throws UserError when it can't be read, or isn't JSON.
 */
export async function readJson(path: string, named: string): Promise<unknown> {
  const file = visibleLine(named);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw cannotRead(file, error);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UserError(
      `${file} is not JSON${error instanceof SyntaxError ? `: ${visibleLine(error.message)}` : ''}.`,
      'Name a file that was written with --format json.',
    );
  }
}
