// Which audit a command takes where nobody says which: all of them go by one rule.
import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixtureAnswers, filledFolder, recordAudit, testStore } from '../golden/fixture/audits.js';
import type { Filled } from '../golden/fixture/audits.js';
import { at, expectDone, expectRefused, parseJson, runCheckup } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { tempFolder, writeFiles } from '../support/folders.js';
import { KEY, createDesk } from '../support/terminal.js';

const CSV = 'RO,Advisor\nRO 1,Ann\nRO 2,Ben\n';

/** A folder with sealed audits of Q2, and open ones of Q3 for some of its dealerships. */
async function place(
  dealerships: readonly string[],
  open: readonly string[],
): Promise<Filled & { readonly checkup: (...args: string[]) => Promise<Ran> }> {
  const filled = await filledFolder(['2026-Q2'], dealerships);
  const store = testStore(filled.db);
  for (const dealership of open) {
    await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q2'), { dealership });
  }
  writeFiles(filled.folder, { 'ros.csv': CSV });
  return { ...filled, checkup: (...args) => runCheckup(args, filled.at) };
}

describe('the open audit', () => {
  test('is the one whose answers are shown, after a sealed quarter too', async () => {
    const { checkup } = await place(['One'], ['One']);
    expectDone(await checkup('answer', 'leaders', '4', '--why', 'Miscounted'));
    const ran = expectDone(await checkup('answers', '--item', 'leaders', '--history'));
    expect(ran.stderr).toMatch(/^One for 2026-Q3, open: 2 revisions/);
    expect(ran.stdout).toContain('Miscounted');
    const sealed = expectDone(await checkup('answers', '--quarter', '2026q2', '--json'));
    expect(parseJson(sealed.stdout)).toMatchObject({ quarter: '2026-Q2', state: 'sealed' });
  });

  test('gives way to the latest sealed one where none is open', async () => {
    const { checkup } = await place(['One'], []);
    const ran = expectDone(await checkup('answers', '--json'));
    expect(parseJson(ran.stdout)).toMatchObject({ quarter: '2026-Q2', state: 'sealed' });
  });

  test('is taken by every command where it is the only one, whosever it is', async () => {
    const { checkup } = await place(['One', 'Two'], ['Two']);
    expectDone(await checkup('answer', 'owner', 'yes'));
    const listed = parseJson(expectDone(await checkup('answers', '--json')).stdout);
    expect(at(listed, 'dealership')).toBe('Two');
    expect(at(listed, 'answers', 0, 'answer')).toBe('yes');
    expect(expectDone(await checkup('draw', 'ros.csv', '--count', '1')).stderr).toContain(
      'kept with the audit of Two for 2026-Q3',
    );
    expect(expectDone(await checkup('brief')).stdout).toMatch(/Two/);
    expect(expectDone(await checkup('form', '--format', 'md')).stderr).toContain(
      'The form of the open audit of Two for 2026-Q3.',
    );
  });

  const ANSWER = ['answer', 'owner', 'yes'];
  const DRAW = ['draw', 'ros.csv', '--count', '1'];
  const ALL = [ANSWER, ['answers'], DRAW];

  test.each(ALL)('is asked for by its flags where there are several: %s', async (...args) => {
    const { checkup } = await place(['One', 'Two'], ['One', 'Two']);
    expectRefused(
      await checkup(...args),
      /^error: Several audits are open: One for 2026-Q3 \(small-checkup\); Two for 2026-Q3 \(small-checkup\)\.\nSay which with --dealership NAME, --quarter QUARTER or --checklist ID\.$/m,
    );
    expectDone(await checkup(...args, '--dealership', 'two'));
    expectRefused(await checkup(...args, '--dealership', 'Twoo'), /no dealership Twoo\.\nDid you/);
    expectRefused(await checkup(...args, '--quarter', 'soon'), /--quarter soon is not a quarter/);
  });

  test('is asked for in a terminal where there are several', async () => {
    const { db, checkup } = await place(['One', 'Two'], ['One', 'Two']);
    const desk = createDesk();
    onTestFinished(() => {
      desk.clear();
    });
    const session = desk.start(['--db', db, 'answer', 'owner', 'yes']);
    await session.until('Two for 2026-Q3');
    await session.answer(`${KEY.down}${KEY.enter}`, 'owner: Yes → 100');
    expect(await session.ended).toBe(0);
    for (const [dealership, answer] of [
      ['one', 'no'],
      ['two', 'yes'],
    ] as const) {
      const ran = await checkup('answers', '--dealership', dealership, '--item', 'owner', '--json');
      expect(at(parseJson(expectDone(ran).stdout), 'answers', 0, 'answer')).toBe(answer);
    }
  });

  test.each(ALL)('is missed in the same words without any: %s', async (...args) => {
    const home = tempFolder();
    writeFiles(home, { 'ros.csv': CSV });
    expectRefused(
      await runCheckup([...args], { home, cwd: home }),
      /^error: There is no dealership yet\.\nStart the first audit with/,
    );
  });

  test.each([ANSWER, DRAW])(
    'is missed in the same words where all are sealed: %s',
    async (...args) => {
      const one = await place(['One'], []);
      expectRefused(
        await one.checkup(...args),
        /^error: The audit of One for 2026-Q2 is sealed and takes nothing more\.\n/,
      );
      const two = await place(['One', 'Two'], []);
      expectRefused(await two.checkup(...args), /^error: No audit is open: all 2 are sealed\.\n/);
      expectRefused(
        await two.checkup(...args, '--quarter', '2020-Q1'),
        /^error: There is no such audit\.\nSee .* list for/,
      );
    },
  );
});

test('who was overtaken is told how to see the very answer', async () => {
  const { db, folder, at: where } = await place(['One'], ['One']);
  const evidence = join(dirname(db), 'evidence');
  writeFileSync(join(folder, 'large'), '');
  truncateSync(join(folder, 'large'), 90 * 1024 * 1024);
  const slow = runCheckup(['answer', 'owner', 'yes', '--evidence', 'large'], where);
  // The answer was read before the file is copied.
  while (!existsSync(evidence) || readdirSync(evidence).length === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const store = testStore(db);
  const [open] = (await store.audits.list()).filter(({ seal }) => seal === null);
  if (open === undefined) throw new Error('no audit');
  const answers = new Map([['owner', { state: 'answered', value: 'no' } as const]]);
  await store.audits.record(open, answers, 'B', new Date());
  expectRefused(
    await slow,
    /just recorded owner; your answer was not\.\nSee it with .* answers --dealership one --quarter 2026-Q3 --checklist small-checkup --item owner --history, then/,
  );
});
