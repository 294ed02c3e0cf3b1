import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemsError, printProblem } from '../../src/core/schema/problem.js';
import { UserError } from '../../src/core/errors.js';
import { MAX_BYTES, readText } from '../../src/files/read-text.js';
import { makePipe, tempFolder } from '../support/folders.js';

async function refusal(file: string): Promise<unknown> {
  return readText(file).then(
    () => null,
    (error: unknown) => error,
  );
}

async function problemOf(file: string): Promise<string> {
  const error = await refusal(file);
  return error instanceof ProblemsError ? error.problems.map(printProblem).join('\n') : '';
}

describe('readText', () => {
  test('takes a byte order mark off and keeps everything else', async () => {
    const file = join(tempFolder(), 'a.yaml');
    writeFileSync(file, '\uFEFFa: "\u2028 é 🚗"\r\n');
    expect(await readText(file)).toBe('a: "\u2028 é 🚗"\r\n');
  });

  test('names line and column of the first byte that is not UTF-8', async () => {
    const file = join(tempFolder(), 'a.yaml');
    writeFileSync(file, Buffer.concat([Buffer.from('one: é\ntwo: 🚗'), Buffer.from([0xe9, 0x0a])]));
    expect(await problemOf(file)).toBe(
      `${file}:2:8: holds a byte that is not UTF-8 (save the file as UTF-8)`,
    );
  });

  test('names the place of a character that is cut off at the end', async () => {
    const file = join(tempFolder(), 'a.yaml');
    writeFileSync(file, Buffer.from([0x61, 0x0a, 0xe2, 0x82]));
    expect(await problemOf(file)).toContain(`${file}:2:1: holds a byte`);
  });

  test('takes a file of exactly a mebibyte and refuses one byte more', async () => {
    const file = join(tempFolder(), 'a.yaml');
    writeFileSync(file, Buffer.alloc(MAX_BYTES, 'x'));
    expect(await readText(file)).toHaveLength(MAX_BYTES);
    writeFileSync(file, Buffer.alloc(MAX_BYTES + 1, 'x'));
    expect(await problemOf(file)).toMatch(/:1:1: is 1\.0 MiB \(at most 1 MiB/);
  });

  test('refuses a folder, nothing, a loop of links and a pipe with one message each', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'folder'));
    symlinkSync('loop', join(folder, 'loop'));
    makePipe(join(folder, 'pipe'));
    const messages = await Promise.all(
      ['folder', 'none', 'loop', 'pipe'].map(async (name) => {
        const error = await refusal(join(folder, name));
        expect(error, name).toBeInstanceOf(UserError);
        return error instanceof UserError ? error.message.slice(folder.length + 1) : '';
      }),
    );
    expect(messages).toEqual([
      'folder is a folder, not a file.',
      'none does not exist.',
      'loop is a link that leads back to itself.',
      'pipe is not a plain file.',
    ]);
  });
});
