import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import {
  at,
  expectDone,
  expectRefused,
  expectWrongUsage,
  listAt,
  parseJson,
  runCheckup,
} from '../support/cli.js';
import { FIXTURE, changed, fingerprints, tempFolder, writeFiles } from '../support/folders.js';
import { createDesk } from '../support/terminal.js';

const SMALL = readFileSync(join(FIXTURE, 'small-checkup.yaml'), 'utf8');

/** The small checklist with some pieces of its text replaced. */
function edited(...pieces: readonly (readonly [from: string, to: string])[]): string {
  return pieces.reduce((text, [from, to]) => changed(text, from, to), SMALL);
}

/** A folder with the small checklist as `old.yaml` and a changed one as `new.yaml`. */
function twoFiles(text: string): string {
  const folder = tempFolder();
  writeFiles(folder, { 'old.yaml': SMALL, 'new.yaml': text });
  return folder;
}

const BROKEN = edited(
  ['full: 15', 'full: 20'],
  ['id: call-after,', 'id: buyer-called,'],
  ['weight: 3', 'weight: 4'],
  ['title: Response', 'title: Answering'],
);

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('checkup checklist diff', () => {
  test('tells what breaks first, then what keeps, and how many items stay', async () => {
    const cwd = twoFiles(BROKEN);
    const ran = expectDone(
      await runCheckup(['checklist', 'diff', './old.yaml', './new.yaml'], { cwd }),
    );
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe(
      `From small-checkup, version 1 (./old.yaml)
To small-checkup, version 1 (./new.yaml)

Breaks comparability
1 item redefined. What decides the score has changed: kind, limits, unit,
levels, checks or standards. A rise or fall could come from that alone.
- first-reply
  full: 15 → 20
1 item probably renamed. An id renamed is a new item and one gone. These have
the same definition and nearly the same question: keep the id.
- call-after → buyer-called

Keeps comparability
1 step reworded. Names, titles and texts of steps decide no score.
- response
  title: “Response” → “Answering”
5 steps are the same.
1 item reweighted. Like for like, both scores are taken under the later weights
and cap. The published step and overall scores each have their own.
- leaders
  weight: 3 → 4
7 items are the same.
Raise the version: something has changed, and it is still 1.
7 of 9 items stay comparable, 6 of 8 in the core.
`,
    );
  });

  test('of one and the same breaks nothing and asks for nothing', async () => {
    const cwd = twoFiles(SMALL);
    const { stdout } = expectDone(
      await runCheckup(['checklist', 'diff', './old.yaml', './new.yaml'], { cwd }),
    );
    expect(stdout).not.toContain('Breaks');
    expect(stdout).not.toMatch(/Raise|Keep version/);
    expect(stdout).toMatch(/10 items are the same\.\n9 of 9 items stay comparable/);
  });

  test('gives programs the whole of it', async () => {
    const cwd = twoFiles(BROKEN);
    const { stdout } = expectDone(
      await runCheckup(['checklist', 'diff', './old.yaml', './new.yaml', '--json'], { cwd }),
    );
    const found = parseJson(stdout);
    expect(found).toMatchObject({
      format: 'checkup-diff',
      formatVersion: 1,
      from: { id: 'small-checkup', version: 1, source: './old.yaml' },
      to: { id: 'small-checkup', version: 1, source: './new.yaml' },
      isChanged: true,
      versionShould: 'rise',
      comparable: { full: { items: 7, of: 9 }, core: { items: 6, of: 8 } },
      head: [],
    });
    expect(listAt(found, 'items')).toHaveLength(10);
    expect(listAt(found, 'items')).toContainEqual(
      expect.objectContaining({
        tag: 'redefined',
        id: 'first-reply',
        breaks: true,
        defining: [{ key: 'full', from: 15, to: 20 }],
      }),
    );
    expect(at(found, 'steps', 1)).toMatchObject({ tag: 'reworded', breaks: false });
  });

  test('takes the version that an audit has kept, by quarter and by dealership, and changes nothing', async () => {
    const { folder, db, at: here } = await filledFolder(['2026-Q2'], ['One', 'Two Motors']);
    writeFiles(folder, { 'new.yaml': BROKEN });
    await runCheckup(['list'], here);
    const before = fingerprints(folder);
    const diff = (...args: readonly string[]) => runCheckup(['checklist', 'diff', ...args], here);
    const one = expectDone(await diff('2026-Q2', './new.yaml', '--dealership', 'One'));
    expect(one.stdout).toContain('From small-checkup, version 1 (as audited by One for 2026-Q2)');
    expect(one.stdout).toContain('7 of 9 items stay comparable');
    const both = expectDone(await diff('one@2026-Q2', 'two-motors@Q2 2026'));
    expect(both.stdout).toContain('9 of 9 items stay comparable');
    expectRefused(await diff('2026-Q2', './new.yaml'), /Several dealerships.*\nGive --dealership/);
    expectRefused(
      await diff('one@2026-Q1', './new.yaml'),
      /no audit of One in 2026-Q1\.\nThere are: 2026-Q2/,
    );
    expectRefused(await diff('three@2026-Q2', './new.yaml'), /There is no dealership three/);
    expectRefused(
      await diff('one@2026-Q2', './new.yaml', '--checklist', 'other'),
      /no such audit of One in 2026-Q2/,
    );
    expectRefused(await diff('one@2026-Q9', './new.yaml'), /2026-Q9 is not a quarter/);
    expectRefused(
      await diff('one@2026-Q2', './new.yaml', '--db', `${db}.none`),
      /There is no database/,
    );
    expect(fingerprints(folder)).toEqual(before);
  });

  test('takes a file that is called like a quarter for a file when it is a path', async () => {
    const cwd = twoFiles(BROKEN);
    writeFiles(cwd, { '2026-Q2': SMALL });
    expectDone(await runCheckup(['checklist', 'diff', './2026-Q2', 'quick-checkup'], { cwd }));
    expectRefused(
      await runCheckup(['checklist', 'diff', '2026-Q2', 'quick-checkup'], { cwd }),
      /There is no dealership yet/,
    );
  });

  test('refuses what is no checklist, or one with problems', async () => {
    const cwd = twoFiles(edited(['kind: rating', 'kind: ratign']));
    const diff = (...args: readonly string[]) =>
      runCheckup(['checklist', 'diff', ...args], { cwd });
    expectRefused(await diff('./old.yaml', './none'), /There is no checklist at/);
    expectRefused(await diff('./old.yaml', 'quik-checkup'), /Did you mean quick-checkup\?/);
    expectRefused(await diff('./new.yaml', './old.yaml'), /new\.yaml has 1 problem/);
    expect(await diff('./old.yaml')).toMatchObject({ code: 2, stdout: '' });
  });

  test('of the two that come along says that they are two series', async () => {
    const { stdout } = expectDone(
      await runCheckup(['checklist', 'diff', 'quick-checkup', 'quarterly-checkup']),
    );
    expect(stdout).toContain('- id: “quick-checkup” → “quarterly-checkup”');
    expect(stdout).toContain('1 item gone. A remark is never scored, so no comparison uses it.');
    expect(stdout).not.toContain('Raise the version');
    expect(stdout).toMatch(/\n0 of 30 items stay comparable, 0 of 18 in the core\.\n$/);
  });

  test('fits 80 and 40 columns, and lets no text act on the terminal', async () => {
    const evil = '\\e[2J\\e]0;title\\a\\u202e\\nX: 1 of 1 | \\e[31m';
    const text = edited(
      ['ask: Does somebody own it?', `ask: "${evil}${'long '.repeat(200)}"`],
      ['title: Culture', `title: "${evil}"`],
      ['levels: [Never,', `levels: ["${evil}${'x'.repeat(300)}",`],
      ['text: Coffee', `text: "${evil}"`],
      ['name: Strong', `name: "${evil}"`],
      ['title: Sales', `title: "${evil}"`],
      ['unit: minutes', `unit: "${evil}"`],
    );
    const folder = twoFiles(text);
    const args = ['checklist', 'diff', join(folder, 'old.yaml'), join(folder, 'new.yaml')];
    const { stdout } = expectDone(await runCheckup(args));
    expect(stdout).not.toMatch(ACTING);
    expect(stdout).toContain('[U+001B][2J');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    const against = ['checklist', 'check', args[3] ?? '', '--against', args[2] ?? ''];
    const warned = expectDone(await runCheckup(against));
    expect(warned.stderr).not.toMatch(ACTING);
    expect(warned.stderr).toContain('[U+001B][2J');
    const desk = createDesk();
    onTestFinished(() => {
      desk.clear();
    });
    for (const line of [args, against]) {
      const session = desk.start(line, { columns: 40, rows: 200, env: { NO_COLOR: '1' } });
      expect(await session.ended).toBe(0);
      const shown = stripVTControlCharacters(session.raw()).split(/\r?\n/);
      expect(shown.length).toBeGreaterThan(20);
      // What was checked is one line for programs, with the path as it was given.
      const ours = shown.filter((each) => !each.includes('no problems'));
      for (const each of ours) expect(each.length, each).toBeLessThanOrEqual(40);
    }
    const { stdout: json } = expectDone(await runCheckup([...args, '--json']));
    expect(json).not.toMatch(ACTING);
  });
});

describe('checkup checklist check --against', () => {
  const check = (cwd: string, ...more: readonly string[]) =>
    runCheckup(['checklist', 'check', './new.yaml', '--against', './old.yaml', ...more], { cwd });

  test('warns of what breaks, and says how to avoid it; quietly too', async () => {
    const cwd = twoFiles(BROKEN);
    const ran = expectDone(await check(cwd));
    expect(ran.stdout).toBe('./new.yaml: 10 items (9 core) in 6 steps, no problems\n');
    expect(ran.stderr).toBe(
      `Breaks comparability with small-checkup, version 1 (./old.yaml):
1 item redefined. What decides the score has changed: kind, limits, unit,
levels, checks or standards. A rise or fall could come from that alone.
- first-reply
  full: 15 → 20
→ Put back what was there; or, where it is to measure something else, give it a
new id on purpose.
1 item probably renamed. An id renamed is a new item and one gone. These have
the same definition and nearly the same question: keep the id.
- call-after → buyer-called
Raise the version: something has changed, and it is still 1.
7 of 9 items stay comparable, 6 of 8 in the core.
`,
    );
    const { stderr } = expectDone(await check(cwd, '--quiet'));
    expect(stderr).toContain('Breaks comparability');
    expect(stderr).toContain('Raise the version');
    expect(stderr).not.toContain('stay comparable');
  });

  test.each<[string, readonly (readonly [string, string])[], RegExp]>([
    ['nothing', [], /^9 of 9 items stay/],
    [
      'only the version',
      [['version: 1', 'version: 2']],
      /^Keep version 1: nothing has changed, and it is 2 now\./,
    ],
    [
      'only a title',
      [['title: Culture', 'title: Care']],
      /^Raise the version: something has changed, and it is still 1\./,
    ],
    [
      'a title and the version',
      [
        ['title: Culture', 'title: Care'],
        ['version: 1', 'version: 2'],
      ],
      /^9 of 9 items stay/,
    ],
    ['the id', [['id: small-checkup', 'id: mine']], /→ Keep the id for as long as/],
  ])('when %s changed, says just that', async (_name, pieces, says) => {
    const { stderr } = expectDone(await check(twoFiles(edited(...pieces))));
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/9 of 9 items stay comparable, 8 of 8 in the core\.\n$/);
  });

  test('holds it against what an audit has kept', async () => {
    const { folder, at: here } = await filledFolder();
    writeFiles(folder, { 'new.yaml': BROKEN });
    const { stderr } = expectDone(
      await runCheckup(['checklist', 'check', './new.yaml', '--against', '2026-Q3'], here),
    );
    expect(stderr).toMatch(/version 1 \(as audited by Example Motors\sfor 2026-Q3\):/);
  });

  test('says the problems first, and needs a path', async () => {
    const cwd = twoFiles(edited(['kind: rating', 'kind: ratign']));
    const ran = await check(cwd);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('1 problem found.');
    expect(ran.stderr).not.toContain('comparab');
    expectWrongUsage(
      await runCheckup(['checklist', 'check', '--against', './old.yaml'], { cwd }),
      /--against needs the checklist/,
    );
    expectRefused(
      await runCheckup(['checklist', 'check', './old.yaml', '--against', './new.yaml'], { cwd }),
      /new\.yaml has 1 problem/,
    );
  });
});
