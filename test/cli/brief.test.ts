import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filledFolder, fixtureAnswers, recordAudit, sealAudit } from '../golden/fixture/audits.js';
import { expectDone, expectRefused, parseJson, runCheckup } from '../support/cli.js';
import { FIXTURE, ROOT, fingerprints, tempFolder, writeFiles } from '../support/folders.js';
import { createDesk } from '../support/terminal.js';
import { openStore } from '../support/stores.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');

describe('checkup brief', () => {
  test('of the fixture is what was read and approved', async () => {
    const { at: where } = await filledFolder(
      ['2026-Q1', '2026-Q2', '2026-Q3'],
      ['Example Motors', 'Other Motors'],
    );
    const which = ['--dealership', 'example-motors', '--quarter', '2026-Q4'];
    const args = ['brief', ...which, '--out', '-'];
    const ran = expectDone(await runCheckup(args, where));
    expect(ran.stderr).toBe('');
    await expect(ran.stdout).toMatchFileSnapshot(join(ROOT, 'test', 'golden', 'brief.md'));
  });

  test('changes nothing in the database, and writes a file only where it is told to', async () => {
    const { folder, at: where } = await filledFolder();
    const before = fingerprints(folder);
    const args = ['brief', '--quarter', '2026-Q4'];
    expect(expectDone(await runCheckup(args, where)).stdout).toMatch(/^Before you go in: Example/);
    const { stdout } = expectDone(await runCheckup([...args, '--out', '-'], where));
    expect(fingerprints(folder)).toEqual(before);
    const written = expectDone(await runCheckup([...args, '--out', 'out'], where));
    const [page, text] = ['html', 'md'].map((ending) =>
      join('out', `2026-Q4-small-checkup-brief.${ending}`),
    );
    expect(written.stdout).toBe(`${page ?? ''}\n${text ?? ''}\n`);
    expect(readFileSync(join(folder, text ?? ''), 'utf8')).toBe(stdout);
    expect(readFileSync(join(folder, page ?? ''), 'utf8')).toContain('<h2 id="doors">');
  });

  test('is written in the formats that are asked for, with the other reports', async () => {
    const { folder, at: where } = await filledFolder();
    const args = ['brief', '--quarter', '2026-Q4', '--format'];
    const { stdout } = expectDone(await runCheckup([...args, 'json,csv,md'], where));
    const files = stdout.trim().split('\n');
    const name = join('reports', 'example-motors', '2026-Q4-small-checkup-brief');
    expect(files.slice(0, 2)).toEqual([`${name}.json`, `${name}.md`]);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files.slice(2)) {
      expect(file.startsWith(`${name}-`) && file.endsWith('.csv')).toBe(true);
    }
    for (const file of files) expect(existsSync(join(folder, file))).toBe(true);
    const json = expectDone(await runCheckup([...args, 'json', '--out', '-'], where)).stdout;
    expect(parseJson(json)).toMatchObject({ format: 'checkup-brief' });
    expect(readFileSync(join(folder, `${name}.json`), 'utf8')).toBe(json);
  });

  test('is of the open audit, with its own scope, and only of what is unanswered', async () => {
    const { db, at: where } = await filledFolder(['2026-Q2']);
    const store = openStore(db);
    const answers = await fixtureAnswers('2026-Q3');
    answers.delete('visits');
    await recordAudit(store, '2026-Q3', answers);
    store.close();
    const { stdout } = expectDone(await runCheckup(['brief'], where));
    expect(stdout).toMatch(/^Before you go in: Example Motors · Q3 2026\n/);
    expect(stdout).toMatch(/scope full; started\s2026-07-10\./);
    expect(stdout).toMatch(/1\sitem\sis\sleft:\sabout\s5\sminutes\./);
    expect(stdout).toContain('[ ] 3 visits · Does a service visit go as promised?');
    expect(stdout).not.toContain('12 calls');
  });

  test('without an open one, is of the next quarter by the checklist used last', async () => {
    const { at: where } = await filledFolder(['2998-Q3', '2998-Q4']);
    const { stdout } = expectDone(await runCheckup(['brief'], where));
    expect(stdout).toMatch(/^Before you go in: Example Motors · Q1 2999\n/);
    expect(stdout).toMatch(/Small check-up, version 1, scope full; not\sstarted\./);
    const past = expectDone(await runCheckup(['brief', '--quarter', '2998-Q2'], where));
    expect(past.stdout).toContain('This is the first: no sealed audit');
  });

  test('before the first audit ever says so, and still tells time and records', async () => {
    const { db, at: where } = await filledFolder([]);
    const store = openStore(db);
    await store.dealerships.add('New Motors', { yearStarts: 1 }, new Date());
    store.close();
    const core = expectDone(await runCheckup(['brief'], where)).stdout;
    expect(core).toContain('This is the first: no sealed audit');
    expect(core).toMatch(/Takes\sabout\s15\shours\s\(2\sdays\sof\s7\shours\)\sfor\s36\sitems/);
    expect(core).toMatch(
      /^\[ \] Send, or have under way: Three test enquiries from a private mailbox/m,
    );
    expect(core).toMatch(
      /^\[ \] 20 messages and missed calls · Calls returned as promised\n +Voicemail/m,
    );
    const full = expectDone(await runCheckup(['brief', '--full'], where)).stdout;
    expect(full).toMatch(/for\s84\sitems/);
    const small = expectDone(await runCheckup(['brief', '--checklist', SMALL], where)).stdout;
    expect(small).toMatch(/Small check-up, version 1, scope core; not\sstarted\./);
    const quick = ['brief', '--checklist', 'quick-checkup', '--by', 'department'];
    expect(expectDone(await runCheckup(quick, where)).stdout).toMatch(/\n(?:Management|Sales)\n/);
  });

  test('ranks only those audited alike, and the only one not at all', async () => {
    const { db, at: where } = await filledFolder(['2026-Q2', '2026-Q3'], ['One', 'Two']);
    const store = openStore(db);
    const worse = await fixtureAnswers('2026-Q2');
    const third = await recordAudit(store, '2026-Q3', worse, { dealership: 'Three' });
    const open = await recordAudit(store, '2026-Q3', worse, { dealership: 'Open' });
    await sealAudit(store, third, 'A. Auditor', new Date('2026-07-11T09:00:00Z'));
    await recordAudit(store, '2026-Q4', worse, { dealership: 'Two' });
    store.close();
    expect(open.seal).toBeNull();
    const of = async (name: string): Promise<string> =>
      expectDone(
        await runCheckup(
          ['brief', '--dealership', name, '--quarter', '2026-Q4', '--out', '-'],
          where,
        ),
      ).stdout;
    expect(await of('One')).toContain(
      'Place 1 or 2 of 3 dealerships audited in Q3 2026 by the same checklist and scope.',
    );
    expect(await of('Three')).toContain(
      'Place 3 of 3 dealerships audited in Q3 2026 by the same checklist and scope.',
    );
    expect(await of('Open')).not.toContain('dealerships audited');
    const alone = await filledFolder(['2026-Q2', '2026-Q3']);
    const only = await runCheckup(['brief', '--quarter', '2026-Q4'], alone.at);
    expect(expectDone(only).stdout).not.toContain('dealerships audited');
  });

  test('says when a seal that it stands on is broken', async () => {
    const { db, at: where } = await filledFolder();
    const sqlite = new Sqlite(db);
    sqlite.exec('drop trigger answer_is_never_changed');
    sqlite
      .prepare(
        `update answer set content = '{"state":"answered","value":"no"}' where item = 'owner'
         and audit_id = (select id from audit where quarter = '2026-Q3')`,
      )
      .run();
    sqlite.close();
    const ran = expectDone(await runCheckup(['brief', '--quarter', '2026-Q4'], where));
    expect(ran.stderr).toContain('The seal of Q3 2026 is broken');
    expect(ran.stdout).toContain('The seal of Q3 2026 is broken.');
  });

  test('refuses what it cannot be of, and makes no database', async () => {
    const { db, at: where } = await filledFolder(['9999-Q3', '9999-Q4'], ['Example Motors']);
    const refused = async (says: RegExp, ...args: string[]): Promise<void> => {
      expectRefused(await runCheckup(['brief', ...args], where), says);
    };
    await refused(/no dealership Exampel Motors\.\nDid you mean/, '--dealership', 'Exampel Motors');
    await refused(/for 9999-Q3 is sealed already\.\nWrite its report/, '--quarter', '9999-Q3');
    await refused(/--quarter soon is not a quarter/, '--quarter', 'soon');
    await refused(/No quarter comes after 9999-Q4\.\nSay which with --quarter/);
    await refused(/There is no checklist quik-checkup\./, '--checklist', 'quik-checkup');
    const wrong = await runCheckup(['brief', '--by', 'mood'], where);
    expect(wrong.code).toBe(2);
    const store = openStore(db);
    const answers = await fixtureAnswers('2026-Q2');
    await recordAudit(store, '2026-Q1', answers);
    await recordAudit(store, '2026-Q2', answers);
    store.close();
    await refused(
      /Several audits are open: .* for 2026-Q1 \(small-checkup\); .* for 2026-Q2 \(small-checkup\)\.\nSay/,
    );
    const home = tempFolder();
    const file = join(home, 'none.db');
    // A first check-up has no past, but it takes its time and wants its records.
    const { stdout } = expectDone(await runCheckup(['brief'], { home, cwd: home }));
    expect(stdout).toMatch(/This is the first[^]*Records to ask for/);
    expectRefused(await runCheckup(['brief', '--db', file], { home }), /There is no database at/);
    expect(existsSync(file)).toBe(false);
  });

  test('does not give an open audit another scope than its own', async () => {
    const { folder, at: where } = await filledFolder([]);
    writeFiles(folder, {
      'a.yaml': 'dealership: D\nquarter: 2026-Q1\nauditor: A\nanswers: { owner: yes }\n',
    });
    expectDone(await runCheckup(['audit', '--answers', 'a.yaml', '--checklist', SMALL], where));
    expect(expectDone(await runCheckup(['brief'], where)).stdout).toMatch(/scope\score;\sstarted/);
    expectRefused(
      await runCheckup(['brief', '--full'], where),
      /for 2026-Q1 was started in scope core\.\nAn audit keeps its scope/,
    );
  });
});

describe('on a screen', () => {
  const desk = createDesk();
  beforeAll(async () => {
    expectDone(await runCheckup(['demo', '--quiet'], { home: desk.home }));
  });
  afterAll(() => {
    desk.clear();
  });

  test.each([40, 80])('of %i columns no line is broken by the terminal', async (columns) => {
    const database = join(desk.home, '.local/share/checkup/example.db');
    const which = ['--dealership', 'example-motors', '--quarter', '2026-Q4'];
    const session = desk.start(['brief', '--db', database, ...which], { columns });
    expect(await session.ended).toBe(0);
    const lines = session.raw().replaceAll('\r', '').split('\n');
    expect(lines.length).toBeGreaterThan(80);
    const shown = lines.map((line) => stripVTControlCharacters(line));
    expect(shown.filter((line) => line.length > columns)).toEqual([]);
    // What belongs to a box stands below its text.
    expect(shown.find((_, i) => shown[i - 1]?.startsWith('[ ] 20 messages'))).toMatch(/^ {4}\S/);
  });
});
