import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.js';
import { writeWhole } from '../../src/files/report-files.js';
import { filesIn, tempFolder } from '../support/folders.js';

test('a report makes the folders on its way and replaces an older one whole', async () => {
  const folder = tempFolder();
  const file = join(folder, 'a', 'b', 'report.md');
  await writeWhole(file, 'a long old report');
  await writeWhole(file, 'new 🚗');
  expect(readFileSync(file, 'utf8')).toBe('new 🚗');
  expect(filesIn(folder)).toEqual([join('a', 'b', 'report.md')]);
});

test('a folder or a file in the way is one message, and nothing is left behind', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'report.md'));
  writeFileSync(join(folder, 'file'), 'mine');
  for (const path of ['report.md', join('file', 'report.md'), join('file', 'x', 'report.md')]) {
    const error: unknown = await writeWhole(join(folder, path), 'text').catch((e: unknown) => e);
    expect(error, path).toBeInstanceOf(UserError);
    expect(error instanceof UserError ? error.message : '', path).toMatch(
      /was not written: a (file stands|folder of that name)/,
    );
  }
  expect(filesIn(folder)).toEqual(['file']);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
});
