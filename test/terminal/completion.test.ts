// The scripts of `checkup completion` in the shells they are for: a person types, presses Tab, and
// the shell hands to checkup what it made of the line.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixtureAnswers, recordAudit, testStore } from '../golden/fixture/audits.js';
import { writeFiles } from '../support/folders.js';
import type { ShellName } from '../support/shells.js';
import { SHELLS, isInstalled, startShell } from '../support/shells.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, createDesk } from '../support/terminal.js';

const TAB = '\t';
const HARMFUL = 'O’Neil\'s $(touch pwned) `touch pwned` "x"; touch pwned & !! \\ *';

/** A desk with a database in a folder whose name has a space, and some files. */
async function filledDesk(): Promise<Desk> {
  const desk = createDesk();
  onTestFinished(() => {
    desk.clear();
  });
  mkdirSync(join(desk.home, 'my data'));
  const store = testStore(join(desk.home, 'my data', 'c.db'));
  const answers = await fixtureAnswers('2026-Q2');
  await recordAudit(store, '2026-Q2', answers, { dealership: 'Example Motors', auditor: HARMFUL });
  await recordAudit(store, '2026-Q3', answers, { dealership: '東京モーターズ', auditor: 'Dr: X' });
  await recordAudit(store, '2026-Q4', answers, { dealership: `Zed \u001b[31m ${HARMFUL}` });
  writeFiles(desk.home, { 'some answers.yaml': '', 'out here/file.txt': '' });
  return desk;
}

/** Types a line with Tabs in it, runs it, and sees what checkup was given. */
async function expectGiven(shell: Session, keys: string, args: readonly string[]): Promise<void> {
  await shell.answer(`${keys}${KEY.enter}`, /got \[.*\]\s[^]*ready> /);
  const given = [...shell.screen().matchAll(/^got (\[.*(?:\n(?!ready>).*)*\])/gm)].at(-1)?.[1];
  expect(given?.replaceAll('\n', '')).toBe(JSON.stringify(args));
}

// Each shell is a program of its own: where it is missing, its tests are left out, and named so;
// where all of them are promised, that is a failure.
const ARE_PROMISED = (process.env['CI'] ?? '') !== '';
for (const name of Object.keys(SHELLS) as ShellName[]) {
  if (ARE_PROMISED)
    test(`${name} is on this machine, so that its completion is tried`, () => {
      expect(isInstalled(name), 'install it, as .ci/run does').toBe(true);
    });
  if (isInstalled(name))
    describe(`in ${name}, Tab`, () => {
      completes(name);
    });
}

function completes(name: ShellName): void {
  test('completes commands, flags and values, also behind =', async () => {
    const shell = await startShell(await filledDesk(), name);
    await expectGiven(shell, `checkup rep${TAB}--fo${TAB}j${TAB}`, ['report', '--format', 'json']);
    await expectGiven(shell, `checkup report --format=md,j${TAB}`, ['report', '--format=md,json']);
    await expectGiven(shell, `checkup checklist sh${TAB}quic${TAB}--co${TAB}`, [
      'checklist',
      'show',
      'quick-checkup',
      '--core',
    ]);
  });

  test('reads the database that the line names, quoted or from the home folder', async () => {
    const shell = await startShell(await filledDesk(), name);
    for (const db of [`'my data/c.db'`, 'my\\ data/c.db', '"my data/c.db"']) {
      const want = ['--db', 'my data/c.db', 'list', '--dealership', 'example-motors'];
      await expectGiven(shell, `checkup --db ${db} list --dealership exa${TAB}`, want);
    }
    const desk = await filledDesk();
    const home = await startShell(desk, name);
    const want = ['list', '--db', `${desk.home}/my data/c.db`, '--dealership', '東京モーターズ'];
    await expectGiven(home, `checkup list --db ~/my\\ data/c.db --dealership 東${TAB}`, want);
    // Without it there is no database, and so no words.
    await expectGiven(home, `checkup list --dealership exa${TAB}`, ['list', '--dealership', 'exa']);
    expect(existsSync(desk.database)).toBe(false);
  });

  test('takes words with quotes, $, backticks and colons for what they are', async () => {
    const desk = await filledDesk();
    const shell = await startShell(desk, name, { CHECKUP_DB: join(desk.home, 'my data/c.db') });
    await expectGiven(shell, `checkup audit --auditor O${TAB}`, ['audit', '--auditor', HARMFUL]);
    await expectGiven(shell, `checkup audit --auditor Dr:${TAB}`, ['audit', '--auditor', 'Dr: X']);
    await expectGiven(shell, `checkup audit --auditor=Dr${TAB}`, ['audit', '--auditor=Dr: X']);
    await shell.answer(`checkup list --dealership z${TAB}${KEY.enter}`, /got .*ready> /s);
    expect(shell.screen()).toMatch(/got \["list","--dealership","zed-31m-o-neils-touch-/);
    // In the middle of a quoted word, whatever comes, nothing is run.
    for (const word of ['"O', "'O", '`touch pwned', '$(touch pwned) ', '"$(touch pwned)" --']) {
      await expectGiven(shell, `checkup audit --auditor ${word}${TAB}${KEY.ctrlU}checkup ok`, [
        'ok',
      ]);
    }
    expect(existsSync(join(desk.home, 'pwned'))).toBe(false);
  });

  test('leaves files and folders to the shell', async () => {
    const desk = await filledDesk();
    const shell = await startShell(desk, name);
    await expectGiven(shell, `checkup audit --answers som${TAB}`, [
      'audit',
      '--answers',
      'some answers.yaml',
    ]);
    await expectGiven(shell, `checkup audit --answers=som${TAB}`, [
      'audit',
      '--answers=some answers.yaml',
    ]);
    await expectGiven(shell, `checkup audit --checklist som${TAB}`, [
      'audit',
      '--checklist',
      'some answers.yaml',
    ]);
    // A folder may end with a stroke, as the shell has it.
    await shell.answer(`checkup report --out ou${TAB}${KEY.enter}`, /got .*ready> /s);
    expect(shell.screen()).toMatch(/got \["report","--out","out here\/?"\]/);
    // But no files where none is meant.
    writeFileSync(join(desk.home, 'zzz.txt'), '');
    await expectGiven(shell, `checkup list --dealership zz${TAB}`, ['list', '--dealership', 'zz']);
    await expectGiven(shell, `checkup frobnicate zz${TAB}`, ['frobnicate', 'zz']);
  });

  test('shows what there is', async () => {
    const desk = await filledDesk();
    const shell = await startShell(desk, name, { CHECKUP_DB: join(desk.home, 'my data/c.db') });
    await shell.answer(`checkup list --dealership ${TAB}${TAB}`, '東京モーターズ');
    await shell.until(name === 'bash' ? 'example-motors' : 'Example Motors');
    await shell.until('zed-31m-o-neils-touch-');
    if (name !== 'bash') expect(shell.screen()).toContain('[U+001B]');
  });
}

test('bash without compopt, as macOS has it, completes too', async () => {
  const shell = await startShell(await filledDesk(), 'bash');
  await shell.answer(`enable -n compopt${KEY.enter}`, /ready> $/);
  await expectGiven(shell, `checkup rep${TAB}--fo${TAB}j${TAB}`, ['report', '--format', 'json']);
  await expectGiven(shell, `checkup audit --checklist som${TAB}`, [
    'audit',
    '--checklist',
    'some answers.yaml',
  ]);
  await expectGiven(shell, `checkup report --out=ou${TAB}`, ['report', '--out=out here/']);
});
