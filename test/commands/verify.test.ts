import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { once } from '../../src/core/once.js';
import type { Filled } from '../golden/fixture/audits.js';
import { filledFolder } from '../golden/fixture/audits.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import { FIXTURE, tempFolder } from '../support/folders.js';

const QUARTERS = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

function filled(): Promise<Filled> {
  return filledFolder(QUARTERS, ['One', 'Two']);
}

/** What every command shows of a database that nobody touched, and copies of it to touch. */
const untouched = once(async () => {
  const { folder, db, at: where } = await filled();
  const before = new Map<string, string>();
  for (const args of SHOWING) {
    before.set(args.join(' '), figuresOf(expectDone(await runCheckup(args, where)).stdout));
  }
  const sqlite = new Sqlite(db);
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
  const whole = readFileSync(join(folder, 'checkup.db'));
  return {
    before,
    copy: () => {
      const home = tempFolder();
      const file = join(home, 'checkup.db');
      writeFileSync(file, whole);
      return { db: file, at: { home, cwd: home, env: { CHECKUP_DB: file } } };
    },
  };
});

/** Writes into the file as somebody with a tool would, who takes the guards away first. */
function tamper(db: string, text: string): void {
  const sqlite = new Sqlite(db);
  const guards = sqlite
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all() as readonly { name: string; sql: string }[];
  for (const { name } of guards) sqlite.exec(`drop trigger "${name}"`);
  sqlite.pragma('foreign_keys = OFF');
  const changes = sqlite.prepare('select total_changes()').pluck();
  const before = Number(changes.get());
  sqlite.exec(text);
  expect(Number(changes.get()), text).toBeGreaterThan(before);
  for (const { sql } of guards) sqlite.exec(sql);
  sqlite.close();
}

/** Every command that shows figures, with what it shows as data. */
const SHOWING: readonly (readonly string[])[] = [
  ['list', '--json'],
  ['home', '--no-input'],
  ['report', '--dealership', 'one', '--out', '-', '--format', 'json'],
  ['compare', '--dealership', 'one', '--out', '-', '--format', 'json'],
  ['compare', '--dealership', 'one', '--last', '4', '--out', '-', '--format', 'json'],
  ['compare', '--all', '--out', '-', '--format', 'json'],
  [
    'brief',
    '--dealership',
    'one',
    '--checklist',
    'small-checkup',
    '--out',
    '-',
    '--format',
    'json',
  ],
  ['answers', '--dealership', 'one', '--json'],
];

/** How a broken seal, a gap or damage is said. */
const NAMED =
  /broken|is gone|Sealed and gone|gap in the chain|Out of place|Not in the register|damaged/;

/** The figures in what was shown: nothing that only says what is wrong. */
function figuresOf(stdout: string): string {
  return stdout
    .replace(/"sealHolds": (?:true|false|null)/g, '')
    .replace(/"chain": \[[^\]]*\]/g, '')
    .replace(/"brokenSeals": \[[^\]]*\]/g, '')
    .replace(/"ownHolds": \w+|"othersHold": \w+|"broken": \[[^\]]*\]/g, '');
}

const LAST =
  "audit_id = (select id from audit where dealership_name = 'One' and quarter = '2026-Q3')";
const MIDDLE = LAST.replace('Q3', 'Q1');
const FIRST = LAST.replace('2026-Q3', '2025-Q4');
const without = (which: string): string =>
  ['answer', 'draw', 'score', 'seal']
    .map((table) => `delete from ${table} where ${which};`)
    .join(' ') + ` delete from audit where ${which.replace('audit_id', 'id')}`;

describe('what was written into the file by others', () => {
  test.each([
    ['an answer', `update answer set content = replace(content, '1', '2') where ${LAST}`],
    [
      'one answer of the quarter before',
      `update answer set content = replace(content, '1', '2') where ${LAST.replace('Q3', 'Q2')}`,
    ],
    ['who answered', `update answer set auditor = 'X' where ${LAST}`],
    [
      'when it was answered',
      `update answer set recorded_at = '2026-01-01T00:00:00.000Z' where ${LAST}`,
    ],
    ['an answer that is gone', `delete from answer where ${LAST} and item = 'owner'`],
    [
      'a revision that is new',
      `insert into answer select 'x', audit_id, item, 2, content, null, auditor, recorded_at, mark from answer where ${LAST} and item = 'owner'`,
    ],
    ['all answers', `delete from answer where ${LAST}`],
    [
      'the quarter',
      `update audit set quarter = '2027-Q1' where dealership_name = 'One' and quarter = '2026-Q3'`,
    ],
    [
      'the quarter of an earlier one',
      `update audit set quarter = '2024-Q1' where dealership_name = 'One' and quarter = '2026-Q1'`,
    ],
    [
      'the scope',
      `update audit set scope = 'core' where dealership_name = 'One' and quarter = '2026-Q3'`,
    ],
    ['who started', `update audit set auditor = 'X' where dealership_name = 'One'`],
    [
      'the year',
      `update audit set year_starts = 7 where dealership_name = 'One' and quarter = '2026-Q3'`,
    ],
    [
      'the dealership of the audit',
      `update audit set dealership_name = 'Three' where dealership_name = 'One' and quarter = '2026-Q3'`,
    ],
    [
      'the checklist',
      `update checklist set content = replace(content, '"weight":1', '"weight":9')`,
    ],
    ['the name of a dealership', `update dealership set name = 'Uno' where name = 'One'`],
    ['the group of a dealership', `update dealership set group_name = 'North' where name = 'One'`],
    ['who sealed', `update seal set sealed_by = 'X' where ${LAST}`],
    ['the day of sealing', `update seal set sealed_at = '2026-01-01T00:00:00.000Z' where ${LAST}`],
    ['the seal', `update seal set hash = 'ab' || substr(hash, 3) where ${LAST}`],
    ['the seal before', `update seal set previous = 'ab' || substr(previous, 3) where ${LAST}`],
    ['the seal itself, so that it is open again', `delete from seal where ${LAST}`],
    ['the latest audit', without(LAST)],
    ['a middle audit', without(MIDDLE)],
    ['the first audit', without(FIRST)],
    [
      'all audits of a dealership',
      without("audit_id in (select id from audit where dealership_name = 'One')"),
    ],
    [
      'a dealership with all it has',
      `${without("audit_id in (select id from audit where dealership_name = 'One')")}; delete from dealership where name = 'One'`,
    ],
    ['the register of seals', `delete from seal_register where ${MIDDLE}`],
  ])('is named where it changes a figure, and by verify: %s', async (_what, text) => {
    const { before, copy } = await untouched();
    const { db, at: where } = copy();
    tamper(db, text);
    for (const args of SHOWING) {
      const ran = await runCheckup(args, where);
      expect([0, 1]).toContain(ran.code);
      const isSame = ran.code === 0 && figuresOf(ran.stdout) === before.get(args.join(' '));
      // Who is gone altogether can't be asked for any more.
      const isRefused = ran.code === 1 && ran.stdout === '';
      if (!isSame && !isRefused) expect(`${args.join(' ')}: ${ran.stderr}`).toMatch(NAMED);
    }
    const verified = await runCheckup(['verify'], where);
    expect(verified.code, verified.stdout).toBe(1);
    expect(verified.stderr).toMatch(/things? do(es)? not match\./);
  });

  test('is not looked at by limits: they fail first', async () => {
    const { db, at: where } = await filled();
    tamper(db, `update answer set auditor = 'X' where ${LAST}`);
    for (const limit of [['--fail-under', '1'], ['--fail-on-fall'], ['--min-coverage', '1']]) {
      for (const command of ['report', 'compare']) {
        const ran = await runCheckup([command, '--dealership', 'one', ...limit], where);
        expect(ran.code).toBe(1);
        expect(ran.stderr).toContain('No limit was looked at');
      }
    }
    expect((await runCheckup(['report', '--dealership', 'one'], where)).code).toBe(0);
  });

  test('and a gap is said before anything is sealed on top of it', async () => {
    const { db, at: where } = await filled();
    tamper(db, without(MIDDLE));
    const ran = await runCheckup(['verify', '--dealership', 'one', '--json'], where);
    expect(ran.code).toBe(1);
    const chain = listAt(parseJson(ran.stdout), 'checks').find(
      (one) => at(one, 'what') === 'Chain',
    );
    expect(at(chain, 'wrong')).toEqual([
      expect.stringMatching(/^Sealed and gone: the audit of One for Q1 2026 by small-checkup/),
    ]);
    expect((await runCheckup(['verify', '--dealership', 'two'], where)).code).toBe(0);
    const answers = join(where.home, 'answers.yaml');
    writeFileSync(answers, 'dealership: One\nquarter: 2026-Q4\nanswers:\n  owner: yes\n');
    const checklist = join(FIXTURE, 'small-checkup.yaml');
    const call = ['audit', '--answers', answers, '--checklist', checklist, '--auditor', 'A'];
    const sealed = await runCheckup([...call, '--seal'], where);
    expect(sealed.code, sealed.stderr).toBe(0);
    expect(sealed.stderr).toMatch(/Sealed and gone: the audit of One for Q1 2026/);
  });
});

describe('checkup verify', () => {
  test('finds all in order, and says what it looked at', async () => {
    const { at: where } = await filled();
    for (const args of [[], ['--all'], ['--dealership', 'one']]) {
      const ran = expectDone(await runCheckup(['verify', ...args], where));
      expect(ran.stdout).toMatch(/Seals +\d seals hold +none/);
      expect(ran.stderr).toContain('All of it is what was recorded and sealed.');
    }
    const json = parseJson(expectDone(await runCheckup(['verify', '--json'], where)).stdout);
    expect(json).toMatchObject({ format: 'checkup-verification', formatVersion: 1, holds: true });
  });

  test('names guards that were taken away', async () => {
    const { db, at: where } = await filled();
    const sqlite = new Sqlite(db);
    sqlite.exec('drop trigger seal_is_never_changed');
    sqlite.close();
    const ran = await runCheckup(['verify'], where);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('seal_is_never_changed is not as checkup makes it.');
    expect(ran.stderr).toMatch(/A copy from before is looked at with\n {2}.*verify --db FILE/);
  });

  test('names kept scores that are not what was written', async () => {
    const { db, at: where } = await filled();
    const sqlite = new Sqlite(db);
    sqlite.exec(`update score set share = 0.99 where ${LAST}`);
    sqlite.close();
    const ran = await runCheckup(['verify'], where);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/The score kept of One for 2026-Q3 is not what was written/);
  });

  test('tells whether a seal that was handed out is here, however it is typed', async () => {
    const { db, at: where } = await filled();
    const list = parseJson(expectDone(await runCheckup(['list', '--json'], where)).stdout);
    const seal = String(at(listAt(list, 'audits').at(3), 'seal'));
    const spoken = (seal.slice(0, 16).match(/..../g) ?? []).join(' ').toUpperCase();
    for (const given of [seal, seal.slice(0, 8), spoken]) {
      const ran = expectDone(await runCheckup(['verify', given], where));
      expect(ran.stdout).toContain('One for 2026-Q3');
    }
    tamper(db, without(LAST));
    const gone = await runCheckup(['verify', seal], where);
    expect(gone.code).toBe(1);
    expect(gone.stdout).toMatch(/Sealed and gone: the audit of One for Q3 2026/);
    const unknown = await runCheckup(['verify', 'ab'.repeat(32)], where);
    expect(unknown.code).toBe(1);
    expect(unknown.stdout).toContain('No audit here has that seal.');
  });

  test('holds a report that was handed out against what is kept', async () => {
    const { folder, at: where } = await filled();
    for (const command of ['report', 'compare']) {
      const json = expectDone(
        await runCheckup([command, '--dealership', 'one', '--out', '-', '--format', 'json'], where),
      ).stdout;
      const file = join(folder, `${command}.json`);
      writeFileSync(file, json);
      const ran = expectDone(await runCheckup(['verify', file], where));
      expect(ran.stdout).toContain('all as the kept answers give them');
      // As an earlier version wrote it, which knew no visits.
      const older = json.replace(/^\s*"visited": null,\n/gm, '');
      expect(older).not.toBe(json);
      writeFileSync(file, older);
      expectDone(await runCheckup(['verify', file], where));
      const short = json.replace(/\{\s*"id": "(?:[^{}]|\{[^{}]*\})*\},/, '');
      expect(short).not.toBe(json);
      writeFileSync(file, short);
      expect((await runCheckup(['verify', file], where)).code).toBe(1);
      const better = json.replace(/"score": (\d)/, '"score": 9$1');
      expect(better).not.toBe(json);
      writeFileSync(file, better);
      const found = await runCheckup(['verify', file], where);
      expect(found.code).toBe(1);
      expect(found.stdout).toMatch(/score is 9\S* there, and \S+ by what is kept\./);
    }
  });

  test('refuses what is no report, and what isn’t there', async () => {
    const { folder, at: where } = await filled();
    const file = join(folder, 'other.json');
    writeFileSync(file, '{"score": 3}');
    expectRefused(await runCheckup(['verify', file], where), /is no report of checkup with a seal/);
    writeFileSync(file, `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expectRefused(await runCheckup(['verify', file], where), /is no report of checkup with a seal/);
    writeFileSync(file, '{"score": ');
    expectRefused(await runCheckup(['verify', file], where), /is not JSON/);
    expectRefused(await runCheckup(['verify', 'missing.json'], where), /does not exist/);
    expect(readFileSync(file, 'utf8')).toBe('{"score": ');
  });
});
