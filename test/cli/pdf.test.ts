// PDFs by a browser that prints the page into the file as it is.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import { expectDone, expectWrongUsage, runCheckup, runProcess } from '../support/cli.js';
import { writeFiles } from '../support/folders.js';

const BROWSER = `#!/bin/sh
for each; do
  case "$each" in
    --print-to-pdf=*) pdf="\${each#*=}" ;;
    file://*) page="\${each#file://}" ;;
  esac
done
{ printf '%%PDF-1.4\\n'; cat "$page"; printf '%%%%EOF\\n'; } > "$pdf"
`;

test.each([
  ['report', [], 'A4'],
  ['report', ['--paper', 'A4'], 'A4'],
  ['report', ['--paper', 'Letter'], 'Letter'],
  ['brief', ['--paper', 'Letter'], 'Letter'],
  ['form', ['--paper', 'Letter'], 'Letter'],
])('%s %j is printed on %s', async (command, flags, paper) => {
  const { folder, db, at: where } = await filledFolder();
  writeFiles(folder, { browser: BROWSER });
  const browser = join(folder, 'browser');
  chmodSync(browser, 0o755);
  const env = { CHECKUP_DB: db, CHECKUP_BROWSER: browser };
  const ran = await runProcess([command, '--format', 'pdf', ...flags], { ...where, env });
  const printed = readFileSync(join(folder, expectDone(ran).stdout.trim()), 'utf8');
  expect(/@page *\{[^}]*?size: (\w+);/.exec(printed)?.[1]).toBe(paper);
});

test('on a paper that nobody knows is wrong usage', async () => {
  const ran = await runCheckup(['report', '--format', 'pdf', '--paper', 'A5']);
  expectWrongUsage(ran, /A4, Letter/);
});
