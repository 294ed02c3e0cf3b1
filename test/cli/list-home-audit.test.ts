import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filledFolder, fixtureAnswers, recordAudit } from '../golden/fixture/audits.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import { FIXTURE, filesIn, tempFolder, writeFiles } from '../support/folders.js';
import { openStore } from '../support/stores.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');

describe('checkup list', () => {
  test('shows every audit with its state, coverage and score, as a table and as JSON', async () => {
    const { db, at: where } = await filledFolder(['2026-Q2', '2026-Q3'], ['One', 'Two Motors']);
    const store = openStore(db);
    const answers = await fixtureAnswers('2026-Q2');
    answers.delete('owner');
    await recordAudit(store, '2026-Q4', answers, { dealership: 'One' });
    store.close();

    const table = expectDone(await runCheckup(['list'], where));
    const lines = table.stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Dealership +Quarter +Checklist +State +Coverage +Score$/);
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/^One +2026-Q2 +small-checkup full +sealed 2026-04-10 +88 % +42$/);
    expect(lines[3]).toMatch(/^One +2026-Q4 +small-checkup full +open, 2 to answer/);
    expect(table.stderr).toBe('5 audits\n');

    const json = parseJson(expectDone(await runCheckup(['list', '--json'], where)).stdout);
    expect(json).toMatchObject({ format: 'checkup-list', formatVersion: 1 });
    expect(listAt(json, 'audits')).toHaveLength(5);
    expect(at(json, 'audits', 0)).toMatchObject({
      dealership: 'One',
      quarter: '2026-Q2',
      checklist: { id: 'small-checkup', version: 1 },
      state: 'sealed',
      unanswered: null,
    });
    expect(at(json, 'audits', 0, 'coverage')).toBeCloseTo(16 / 18, 10);
    expect(at(json, 'audits', 0, 'score')).toBeCloseTo(41.6666666667, 8);
    expect(at(json, 'audits', 2)).toMatchObject({ state: 'open', unanswered: 2, seal: null });

    const one = parseJson(
      expectDone(await runCheckup(['list', '--json', '--dealership', 'two-motors'], where)).stdout,
    );
    expect(listAt(one, 'audits').map((each) => at(each, 'dealership'))).toEqual([
      'Two Motors',
      'Two Motors',
    ]);
  });

  test('of nothing is an empty list, and says how to begin', async () => {
    const home = tempFolder();
    const table = expectDone(await runCheckup(['list'], { home }));
    expect(table.stdout).toBe('');
    expect(table.stderr).toMatch(/^No audit yet\. Start one with \S.* audit/);
    const json = expectDone(await runCheckup(['list', '--json'], { home })).stdout;
    expect(listAt(parseJson(json), 'audits')).toEqual([]);
  });
});

describe('checkup alone, without a terminal', () => {
  test('names the dealership in what to do next where another is known, audited or not', async () => {
    const { at: where } = await filledFolder(['2026-Q2', '2026-Q3'], ['One']);
    const next = async (): Promise<string> => expectDone(await runCheckup([], where)).stderr;
    expect(await next()).toMatch(/checkup(?:\.js)? compare\)/);
    expectDone(await runCheckup(['dealership', 'add', 'Two Motors'], where));
    expect(await next()).toMatch(/checkup(?:\.js)? compare --dealership one\)/);
  });

  test('says where things stand and what to do next', async () => {
    const home = tempFolder();
    const empty = expectDone(await runCheckup([], { home, cwd: home }));
    expect(empty.stdout).toContain('Nothing is recorded yet.');
    expect(empty.stderr).toMatch(/^Next: .*\((?:checkup|node .*checkup\.js) demo\)\n$/);
    const { at: where } = await filledFolder();
    const { stdout, stderr } = expectDone(await runCheckup([], where));
    expect(stdout).toMatch(/2 audits of 1 dealership[^]*\nExample Motors +2026-Q3 +\d/);
    expect(stderr).toMatch(/^Next: .*\((?:checkup|node .*checkup\.js) compare\)\n$/);
    expect(expectDone(await runCheckup(['home'], where)).stdout).toBe(stdout);
  });
});

describe('checkup audit, where nobody can be asked', () => {
  test('names the flag for everything that is missing, and records nothing', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.yaml': 'answers: { owner: yes }\n' });
    const where = { home: folder, cwd: folder };
    const base = ['audit', '--checklist', SMALL, '--answers', 'a.yaml'];
    const missing: readonly (readonly [readonly string[], RegExp])[] = [
      [['audit'], /no terminal to ask in\.\nGive the answers with --answers FILE/],
      [base, /No dealership is known yet.*\nGive --dealership NAME\./],
      [[...base, '--dealership', 'D'], /No audit is open.*\nGive --quarter/],
      [
        [...base, '--dealership', 'D', '--quarter', '2026-Q1'],
        /Nobody is named as auditor.*\nGive --auditor NAME\./,
      ],
    ];
    for (const [args, says] of missing) {
      expectRefused(await runCheckup(args, where), says);
      expectRefused(await runCheckup([...args, '--no-input'], where), says);
    }
    expect(expectDone(await runCheckup(['list'], where)).stderr).toMatch(/^No audit yet/);
    const ran = expectDone(
      await runCheckup(
        [...base, '--dealership', 'D', '--quarter', '2026-Q1', '--auditor', 'A'],
        where,
      ),
    );
    expect(ran.stderr).toContain('Added the dealership D.');
    // From now on dealership and quarter are known: the one that is open.
    expect(expectDone(await runCheckup(['audit', '--seal'], where)).stdout).toMatch(
      /^Culture is the only step that was scored\nD, Q1 2026 · only 5 %[^]*\nOverall 100\./,
    );
    expectRefused(
      await runCheckup(['audit', '--answers', 'a.yaml'], where),
      /No audit is open.*\nGive --quarter/,
    );
  });

  test('refuses what can be nothing: a quarter, a year, a checklist with problems', async () => {
    const folder = tempFolder();
    writeFiles(folder, {
      'a.yaml': 'answers: {}\n',
      'bad.yaml': 'id: x\n',
      'sub/b.yaml': 'answers: {}\n',
    });
    const where = { home: folder, cwd: folder };
    const base = ['audit', '--answers', 'a.yaml', '--dealership', 'D', '--auditor', 'A'];
    expectRefused(
      await runCheckup([...base, '--quarter', '2026-13'], where),
      /--quarter 2026-13 is not a quarter/,
    );
    const bad = await runCheckup(
      [...base, '--quarter', '2026-Q1', '--checklist', './bad.yaml'],
      where,
    );
    expect(bad).toMatchObject({ code: 1, stdout: '' });
    expect(bad.stderr).toMatch(
      /bad\.yaml:1:1 version: is missing[^]*error: The checklist .*bad\.yaml has \d+ problems\./,
    );
    expectRefused(
      await runCheckup([...base, '--quarter', '2026-Q1', '--checklist', 'quaterly-checkup'], where),
      /There is no checklist quaterly-checkup\.\nDid you mean quarterly-checkup\?/,
    );
    expect(expectDone(await runCheckup(['list'], where)).stderr).toMatch(/^No audit yet/);
  });

  test('a business year that starts in another month is kept with the dealership', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.yaml': 'answers: {}\n' });
    const where = { home: folder, cwd: folder };
    const args = [
      'audit',
      '--answers',
      'a.yaml',
      '--dealership',
      'D',
      '--auditor',
      'A',
      '--past',
      '--quarter',
      '2026-Q1',
      '--year-starts',
    ];
    expectDone(await runCheckup([...args, '4'], where));
    expectDone(await runCheckup([...args, '4'], where));
    expectRefused(
      await runCheckup([...args, '5'], where),
      /The business year of D starts in April\.\nLeave --year-starts and --year-named out/,
    );
    expect(filesIn(folder).some((name) => name.startsWith('reports'))).toBe(false);
  });
});
