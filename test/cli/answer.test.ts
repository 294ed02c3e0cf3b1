import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixtureAnswers, recordAudit, sealAudit } from '../golden/fixture/audits.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { FIXTURE, fingerprint, tempFolder, writeFiles } from '../support/folders.js';
import { createDesk } from '../support/terminal.js';
import { openStore } from '../support/stores.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');

/** A folder with an open audit in the core scope, started by A. Auditor, and `checkup` run in it. */
async function place(): Promise<{
  folder: string;
  db: string;
  checkup: (...args: string[]) => Promise<Ran>;
  history: (item: string) => Promise<unknown[]>;
}> {
  const folder = tempFolder();
  const db = join(folder, 'checkup.db');
  const checkup = (...args: string[]): Promise<Ran> =>
    runCheckup(['--db', db, ...args], { home: folder, cwd: folder });
  writeFiles(folder, {
    'a.yaml':
      'dealership: Example Motors\nquarter: 2026-Q2\nauditor: A. Auditor\nanswers: { owner: no, leaders: { value: 2, note: Seen twice } }\n',
  });
  expectDone(await checkup('audit', '--checklist', SMALL, '--answers', 'a.yaml'));
  return {
    folder,
    db,
    checkup,
    history: async (item) =>
      listAt(
        parseJson(
          expectDone(await checkup('answers', '--history', '--item', item, '--json')).stdout,
        ),
        'answers',
      ),
  };
}

describe('checkup answer', () => {
  test('takes the notation of answers files and the short forms of the walk', async () => {
    const { checkup } = await place();
    for (const [item, value, says] of [
      ['callback', '9/12', 'callback: 9 of 12 → 75'],
      ['callback', '9/12/40', 'callback: 9 of 12 (from 40) → 75'],
      ['callback', '{ passed: 6, of: 12 }', 'callback: 6 of 12 → 50'],
      ['first-reply', '22 minutes', 'first-reply: 22 minutes → 84'],
      ['first-reply', '22,5', 'first-reply: 22.5 minutes → 83'],
      ['owner', 'y', 'owner: Yes → 100'],
      ['owner', 'no', 'owner: No → 0'],
      ['leaders', '3', 'leaders: Level 3 of 4 → 75'],
      ['welcome', '{ checks: [coffee, seats] }', 'welcome: 2 of 4 checks → 50'],
      [
        'visits',
        '{cases: [{ref: RO 1, lapses: [clean]}]}',
        'visits: 1 case, 1 lapse (3 are asked for) → 100',
      ],
      ['call-after', '{ not-checked: "no list" }', 'call-after: not checked: no list'],
      ['satisfied', '{ not-applicable: no survey }', 'satisfied: not applicable: no survey'],
      // A remark is what was typed, whatever YAML would make of it.
      ['remarks', 'Parking: tight', 'remarks: Parking: tight'],
      ['remarks', '12', 'remarks: 12'],
      ['remarks', '{ not-checked: no time }', 'remarks: not checked: no time'],
    ] as const) {
      expect(expectDone(await checkup('answer', item, value)).stdout).toBe(`${says}\n`);
    }
  });

  test('adds a revision with who and why, and keeps the note', async () => {
    const { checkup, history } = await place();
    const flags = ['--why', 'Miscounted', '--auditor', 'B. Auditor'];
    expectDone(await checkup('answer', 'leaders', '3', ...flags));
    // Nobody is named: then it is who recorded last.
    expectDone(await checkup('answer', 'owner', 'yes'));
    expect(await history('leaders')).toMatchObject([
      { revision: 1, answer: 2, auditor: 'A. Auditor', why: null, note: 'Seen twice', score: 50 },
      { revision: 2, answer: 3, auditor: 'B. Auditor', why: 'Miscounted', note: 'Seen twice' },
    ]);
    expect(await history('owner')).toMatchObject([
      { revision: 1, auditor: 'A. Auditor' },
      { revision: 2, auditor: 'B. Auditor', why: null },
    ]);
  });

  test('keeps the name of the auditor without the blanks around it', async () => {
    const { folder, checkup, history } = await place();
    expectDone(await checkup('answer', 'owner', 'yes', '--auditor', '  B. Auditor  '));
    expect(await history('owner')).toMatchObject([{}, { auditor: 'B. Auditor' }]);
    const form = ['form', '--format', 'yaml', '--auditor', '  C  ', '--out', '-'];
    expect(expectDone(await checkup(...form)).stdout).toContain('\nauditor: "C"\n');
    writeFiles(folder, { 'b.yaml': 'auditor: "  D  "\nanswers: { owner: no }\n' });
    expectDone(await checkup('audit', '--answers', 'b.yaml', '--auditor', 'D '));
    expect((await history('owner')).at(-1)).toMatchObject({ auditor: 'D' });
  });

  test('gives, changes and takes off a note alone', async () => {
    const { checkup, history } = await place();
    expectDone(await checkup('answer', 'leaders', '--note', 'Seen once'));
    expectDone(await checkup('answer', 'leaders', '--note', ''));
    expectDone(await checkup('answer', 'callback', '--note', 'Ask for the log'));
    expectDone(await checkup('answer', 'callback', '{ passed: 1, of: 2 }'));
    expect(await history('leaders')).toMatchObject([
      { answer: 2, note: 'Seen twice' },
      { answer: 2, note: 'Seen once' },
      { answer: 2, note: null },
    ]);
    expect(await history('callback')).toMatchObject([
      { state: 'unanswered', note: 'Ask for the log' },
      { state: 'answered', note: 'Ask for the log' },
    ]);
    expectRefused(
      await checkup('answer', 'callback', '{ passed: 1, of: 2, note: one }', '--note', 'two'),
      /There are two notes to callback/,
    );
  });

  test('records nothing when it says the same again', async () => {
    const { db, checkup } = await place();
    const before = fingerprint(db);
    for (const args of [
      ['owner', 'no'],
      ['leaders', '2', '--note', 'Seen twice'],
      ['owner', 'n', '--why', 'x'],
    ]) {
      const ran = expectDone(await checkup('answer', ...args));
      expect(ran.stderr).toContain('That was there already; nothing new was recorded.');
    }
    expect(fingerprint(db)).toBe(before);
  });

  test.each<[string[], RegExp]>([
    [
      ['callback', '13/12'],
      /^error: callback: passed is more than `of`.*\n.*\(calls\)\.\nWrite it as 12\/12 or "\{ passed: 12/,
    ],
    [['callback', 'nine'], /^error: callback: the value has to be written with keys/],
    [['callback', '[1'], /^error: callback: the value is not YAML here/],
    [['callback', ''], /^error: callback: the value/],
    [
      ['first-reply', '1,500'],
      /^error: first-reply: .*\nIt takes a number with a unit.* \(minutes\)\.\nWrite it as 22\.5, "22\.5 minutes" or 22\.5\/140/,
    ],
    [['owner', 'maybe'], /^error: owner: .*\n.*\nWrite it as yes, no;/],
    [['leaders', '9'], /^error: leaders: .*\n.*\nWrite it as 0, 1, 2, 3, 4;/],
    [
      ['welcome', '{ checks: [cofee] }'],
      /did you mean coffee\?.*\n.*\nWrite it as "\{ checks: \[coffee\]/,
    ],
    [['visits', 'x'], /Write it as "\{ cases: \[\{ ref: RO 10234, lapses: \[promise\] \}\] \}"/],
    [['owner', '{ not-checked: "" }'], /^error: owner: not-checked is empty \(say why\)/],
    [['owner', '\u001b[31m'], /^error: owner: the value is not possible/],
    [
      ['callbak', '1/2'],
      /^error: callbak is not an item of small-checkup\.\nDid you mean callback\?/,
    ],
    [
      ['anniversary', 'yes'],
      /^error: anniversary is not a core item\.\nOnly an audit of the full scope asks it\./,
    ],
    [['owner'], /^error: No answer to owner was given\./],
    [
      ['callback', '1/2', '--why', 'x'],
      /^error: --why says why an answer is corrected, and callback has none yet\./,
    ],
    [['owner', 'yes', '--auditor', 'a\nb'], /^error: --auditor has control characters/],
    [['owner', 'yes', '--quarter', '2020-Q1'], /^error: There is no such audit\./],
    [['owner', 'yes', '--dealership', 'Exampel Motors'], /Did you mean Example Motors\?/],
  ])('refuses %j in one message, with nothing recorded', async (args, says) => {
    const { db, checkup } = await place();
    const before = fingerprint(db);
    expectRefused(await checkup('answer', ...args), says);
    expect(fingerprint(db)).toBe(before);
  });

  test('needs to know which audit, and takes none that is sealed', async () => {
    const folder = tempFolder();
    const db = join(folder, 'checkup.db');
    const store = openStore(db);
    for (const dealership of ['Example Motors', 'Other Motors']) {
      await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q3'), { dealership });
    }
    const old = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'));
    await sealAudit(store, old, 'A. Auditor', new Date('2026-07-01T09:00:00Z'));
    store.close();
    const answer = (...flags: string[]): Promise<Ran> =>
      runCheckup(['--db', db, 'answer', 'owner', 'no', ...flags], { home: folder, cwd: folder });
    expectRefused(
      await answer(),
      /Several audits are open: Example Motors for 2026-Q3 \(small-checkup\); Other Motors for 2026-Q3 \(small-checkup\)\.\nSay which with --dealership NAME, --quarter QUARTER or --checklist ID\./,
    );
    expect(expectDone(await answer('--dealership', 'other-motors')).stdout).toBe('owner: No → 0\n');
    expectRefused(
      await answer('--quarter', '2026-Q2'),
      /The audit of Example Motors for 2026-Q2 is sealed and takes nothing more\./,
    );
  });

  test('without any audit says how to start, and makes no database', async () => {
    const home = tempFolder();
    expectRefused(
      await runCheckup(['answer', 'owner', 'yes'], { home }),
      /There is no dealership yet\./,
    );
    expectRefused(await runCheckup(['answers'], { home }), /There is no dealership yet\./);
  });
});

describe('checkup answers', () => {
  test('shows a row for each answer, with who and when', async () => {
    const { checkup } = await place();
    const ran = expectDone(await checkup('answers'));
    const [head = '', ...rows] = ran.stdout.trimEnd().split('\n');
    expect(head).toMatch(/^Item +Answer +Score +Who +When$/);
    expect(
      rows.map((row) => row.replace(/ {2,}/g, ' | ').replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, 'TIME')),
    ).toEqual([
      'Does somebody own it? owner | No | 0 | A. Auditor | TIME',
      'Do leaders take part? leaders | Level 2 of 4 | 50 | A. Auditor | TIME',
    ]);
    expect(ran.stderr).toBe('Example Motors for 2026-Q2, open: 2 answers, 7 items unanswered\n');
    expectRefused(await checkup('answers', '--item', 'ownr'), /Did you mean owner\?/);
    expectRefused(await checkup('answers', '--item', 'aniversary'), /Did you mean anniversary\?/);
  });

  test('shows every revision of an item, oldest first', async () => {
    const { checkup } = await place();
    expectDone(await checkup('answer', 'owner', 'yes', '--why', 'Asked \u001b[31m again'));
    const ran = expectDone(await checkup('answers', '--history', '--item', 'owner'));
    const [head = '', ...rows] = ran.stdout.trimEnd().split('\n');
    expect(head).toMatch(/^Item +No\. +Answer +Score +Who +When +Why$/);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^Does somebody own it\? owner +1 +No +0 +A\. Auditor/);
    expect(rows[1]).toMatch(
      /^Does somebody own it\? owner +2 +Yes +100 +A\. Auditor .*Asked \[U\+001B\]\[31m again$/,
    );
  });

  test('is of the same audit as the report, with its scores unrounded in JSON', async () => {
    const { checkup } = await place();
    const listed = parseJson(expectDone(await checkup('answers', '--json')).stdout);
    expect(listed).toMatchObject({
      dealership: 'Example Motors',
      quarter: '2026-Q2',
      state: 'open',
    });
    expect(listAt(listed, 'answers').map((one) => [at(one, 'item'), at(one, 'score')])).toEqual([
      ['owner', 0],
      ['leaders', 50],
    ]);
  });

  test.each([40, 80])('fits a terminal of %i columns', async (columns) => {
    const desk = createDesk();
    onTestFinished(() => {
      desk.clear();
    });
    const { db, checkup } = await place();
    expectDone(await checkup('answer', 'remarks', 'A long remark '.repeat(20)));
    expectDone(
      await checkup('answer', 'callback', '{ not-checked: "The list was not to be had" }'),
    );
    for (const args of [['answers'], ['answers', '--history']]) {
      const session = desk.start(['--db', db, ...args], { columns });
      expect(await session.ended).toBe(0);
      const lines = stripVTControlCharacters(session.raw()).split(/\r?\n/);
      expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
      expect(lines.join(' ')).toMatch(/list[^]*was[^]*not[^]*to[^]*be[^]*had/);
    }
  });
});
