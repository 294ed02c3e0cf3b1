import { utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { draftIn, sweepDrafts } from '../../src/files/drafts.js';
import { writeWhole } from '../../src/files/report-files.js';
import { filesIn, tempFolder } from '../support/folders.js';

test('what a killed program left is gone with a file that is written there later', async () => {
  const folder = tempFolder();
  const [left, running] = [draftIn(folder), draftIn(folder)];
  const others = ['report.html', 'report.html.tmp', '.checkup.tmp', `x${basename(left)}`];
  const eleven = new Date(Date.now() - 11 * 60 * 1000);
  for (const name of [basename(left), basename(running), ...others]) {
    writeFileSync(join(folder, name), 'x');
    if (name !== basename(running)) utimesSync(join(folder, name), eleven, eleven);
  }
  await writeWhole(join(folder, 'page.html'), 'whole');
  expect(filesIn(folder).sort()).toEqual([basename(running), 'page.html', ...others].sort());
});

test('a draft is hidden, and has the name of no report', () => {
  expect(basename(draftIn('reports'))).toMatch(/^\.checkup-[0-9a-f-]{36}\.tmp$/);
});

test('a folder that cannot be looked through is said', async () => {
  await expect(sweepDrafts(join(tempFolder(), 'missing'))).rejects.toThrow('ENOENT');
});
