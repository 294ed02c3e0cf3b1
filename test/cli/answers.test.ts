import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { at, expectDone, expectNoStack, expectRefused, listAt, parseJson } from '../support/cli.js';
import { runCheckup } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { FIXTURE, tempFolder, writeFiles } from '../support/folders.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');
const HEAD = 'dealership: Example Motors\nquarter: 2026-Q2\nauditor: A. Auditor\n';

/** A folder as home and current folder, and `checkup audit --answers` run in it. */
function place(): {
  folder: string;
  db: string;
  take: (text: string, ...flags: string[]) => Promise<Ran>;
  checkup: (...args: string[]) => Promise<Ran>;
} {
  const folder = tempFolder();
  const db = join(folder, 'checkup.db');
  const checkup = (...args: string[]): Promise<Ran> =>
    runCheckup(['--db', db, ...args], { home: folder, cwd: folder });
  return {
    folder,
    db,
    checkup,
    take: (text, ...flags) => {
      writeFiles(folder, { 'answers.yaml': text });
      return checkup('audit', '--checklist', SMALL, '--answers', 'answers.yaml', ...flags);
    },
  };
}

/** The rows of a query, with a connection of its own. */
function query(db: string, text: string): unknown[] {
  const sqlite = new Sqlite(db, { readonly: true });
  try {
    return sqlite.prepare(text).all();
  } finally {
    sqlite.close();
  }
}

const counts = (db: string): unknown =>
  query(
    db,
    'select (select count(*) from dealership) as dealerships, (select count(*) from audit) as audits, (select count(*) from answer) as answers',
  )[0];

describe('an answers file', () => {
  test('may be JSON, and is sealed and reported with what it says', async () => {
    const { folder, checkup } = place();
    writeFiles(folder, {
      'a.json': JSON.stringify({
        dealership: 'Example Motors',
        quarter: '2026-Q2',
        auditor: 'A. Auditor',
        answers: { owner: true, leaders: 3, callback: { passed: 9, of: 12, note: 'two missed' } },
      }),
    });
    const ran = expectDone(
      await checkup('audit', '--checklist', SMALL, '--answers', 'a.json', '--seal'),
    );
    // Culture (1 × 100 + 3 × 75) ÷ 4 = 81.25 and response 75 make 78.1; weight 6 of 18 was scored.
    expect(ran.stdout).toMatch(
      /^Response is the weakest of two scored steps\nExample Motors, Q2 2026 · only 33 % of what applies was scored\n/,
    );
    expect(ran.stdout).toContain('\nOverall 78.');
    expect(ran.stderr).toContain('3 answers recorded.');
    expect(ran.stderr).toContain('6 items sealed unanswered; they lower the coverage.');
    const report = parseJson(
      expectDone(await checkup('report', '--format', 'json', '--out', '-')).stdout,
    );
    expect(at(report, 'score')).toBeCloseTo(78.125, 10);
    expect(at(report, 'items', 2)).toMatchObject({
      id: 'callback',
      state: 'answered',
      answer: { passed: 9, of: 12 },
      note: 'two missed',
    });
  });

  test('what a JSON report carries under answer can be given back as answers', async () => {
    const { folder, checkup, take } = place();
    expectDone(
      await take(
        `${HEAD}answers:\n  owner: yes\n  leaders: 1\n  callback: { passed: 1, of: 2, from: 9 }\n  first-reply: 20\n  visits: { cases: [{ ref: RO 1, lapses: [clean] }] }\n  welcome: { checks: [coffee], not-applicable-checks: [toys] }\n  call-after: { not-checked: no list }\n  satisfied: { not-applicable: no survey }\n  remarks: Fine\n`,
      ),
    );
    const report = parseJson(
      expectDone(await checkup('report', '--format', 'json', '--out', '-')).stdout,
    );
    const answers = Object.fromEntries(
      listAt(report, 'items').map((item) => [String(at(item, 'id')), at(item, 'answer')]),
    );
    expect(Object.keys(answers)).toHaveLength(9);
    writeFiles(folder, { 'back.json': JSON.stringify({ quarter: '2026-Q2', answers }) });
    const again = expectDone(await checkup('audit', '--answers', 'back.json'));
    expect(again.stderr).toContain('0 answers recorded, 9 already there.');
  });

  test('that is wrong is refused whole: every problem with its place, and nothing stored', async () => {
    const { db, folder, take } = place();
    const bad = `${HEAD}answers:\n  owner: yes\n  leaders: 7\n  callbak: { passed: 1, of: 2 }\n  anniversary: yes\n`;
    const ran = await take(bad, '--seal');
    const file = join(folder, 'answers.yaml');
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expectNoStack(ran);
    expect(ran.stderr.split('\n').slice(0, 3)).toEqual([
      expect.stringContaining(`${file}:6:3 answers.leaders: `),
      `${file}:7:3 answers.callbak: is not an item of small-checkup (did you mean callback?)`,
      `${file}:8:3 answers.anniversary: is not a core item (only an audit of the full scope asks it)`,
    ]);
    expect(ran.stderr).toContain('has 3 problems; nothing of it was stored.');
    expect(counts(db)).toEqual({ dealerships: 0, audits: 0, answers: 0 });
    // The same in an audit that is there already.
    expectDone(await take(`${HEAD}answers:\n  owner: yes\n`));
    expect((await take(bad)).code).toBe(1);
    expect(counts(db)).toEqual({ dealerships: 1, audits: 1, answers: 1 });
  });

  test('that says something else than a flag is refused, whatever the two are', async () => {
    const { db, take } = place();
    const text = `${HEAD}scope: core\nanswers:\n  owner: yes\n`;
    for (const [flag, value] of [
      ['--dealership', 'Other Motors'],
      ['--quarter', '2026-Q3'],
      ['--auditor', 'B. Auditor'],
    ] as const) {
      expectRefused(
        await take(text, flag, value),
        new RegExp(`${flag} says ${value}, but the answers file says .*\\.\nLeave ${flag} out`),
      );
    }
    expectRefused(await take(text, '--full'), /--full .* the answers file says core/);
    expect(counts(db)).toEqual({ dealerships: 0, audits: 0, answers: 0 });
    // Saying the same twice is no conflict.
    expectDone(await take(text, '--quarter', '2026q2', '--dealership', 'example motors'));
    expect(counts(db)).toEqual({ dealerships: 1, audits: 1, answers: 1 });
  });

  test('does not conflict with a flag that means the same by slug or by path', async () => {
    const { take } = place();
    expectDone(await take(`${HEAD}checklist: small-checkup\nanswers:\n  owner: yes\n`));
    expectDone(await take(`${HEAD}answers:\n  owner: yes\n`, '--dealership', 'example-motors'));
  });

  test('with every kind of answer, run twice, records nothing new', async () => {
    const { db, checkup } = place();
    const args = ['audit', '--checklist', SMALL, '--answers', join(FIXTURE, '2026-Q3.yaml')];
    expectDone(await checkup(...args));
    expect(expectDone(await checkup(...args)).stderr).toContain(
      '0 answers recorded, 10 already there.',
    );
    expect(counts(db)).toMatchObject({ answers: 10 });
  });

  test('run twice records nothing new; a correction is a second revision beside the first', async () => {
    const { db, take } = place();
    const first = `${HEAD}answers:\n  owner: yes\n  leaders: { value: 3, note: "seen at the counter" }\n`;
    expect(expectDone(await take(first)).stderr).toContain('2 answers recorded.');
    expect(expectDone(await take(first)).stderr).toContain('0 answers recorded, 2 already there.');
    expect(counts(db)).toMatchObject({ answers: 2 });
    // Without a note the note stays; with another auditor it is that auditor's revision.
    const later = `quarter: 2026-Q2\nauditor: B. Auditor\nanswers:\n  owner: true\n  leaders: 4\n`;
    expect(expectDone(await take(later)).stderr).toContain('1 answer recorded, 1 already there.');
    expect(
      query(
        db,
        "select revision, content, auditor from answer where item = 'leaders' order by revision",
      ),
    ).toEqual([
      {
        revision: 1,
        content: '{"note":"seen at the counter","state":"answered","value":3}',
        auditor: 'A. Auditor',
      },
      {
        revision: 2,
        content: '{"note":"seen at the counter","state":"answered","value":4}',
        auditor: 'B. Auditor',
      },
    ]);
  });

  test('is taken no more once the audit is sealed, and the seal stays what it was', async () => {
    const { db, take, checkup } = place();
    const text = `${HEAD}answers:\n  owner: yes\n`;
    expectDone(await take(text, '--seal'));
    const kept = query(db, 'select * from seal');
    expectRefused(
      await take(text.replace('yes', 'no')),
      /The audit of Example Motors for 2026-Q2 is sealed and takes no more answers\./,
    );
    // Saying or sealing the same again changes nothing, and says why.
    for (const again of [
      await take(text),
      await take(text, '--seal'),
      await checkup('audit', '--quarter', '2026-Q2', '--seal'),
    ]) {
      expect(again.stderr).toContain('The audit of Example Motors for 2026-Q2 is sealed');
      expectNoStack(again);
      expect(again.stdout).toBe('');
    }
    expect(query(db, 'select * from seal')).toEqual(kept);
    expect(counts(db)).toEqual({ dealerships: 1, audits: 1, answers: 1 });
    expect(kept).toHaveLength(1);
  });

  test('without any answer gives nothing to seal', async () => {
    const { db, take } = place();
    const nothing = /has no answer yet, so there is nothing to seal/;
    expectRefused(await take(`${HEAD}answers: {}\n`, '--seal'), nothing);
    expectRefused(
      await take(`${HEAD}answers:\n  owner: { note: only a note }\n`, '--seal'),
      nothing,
    );
    expect(query(db, 'select count(*) as seals from seal')).toEqual([{ seals: 0 }]);
  });

  test('keeps the scope of the audit it goes on with', async () => {
    const { take } = place();
    expectDone(await take(`${HEAD}scope: full\nanswers:\n  anniversary: yes\n`));
    expectDone(await take(`${HEAD}answers:\n  anniversary: no\n`));
    expectRefused(
      await take(`${HEAD}scope: core\nanswers:\n  owner: no\n`),
      /was started in scope full\.\nAn audit keeps its scope/,
    );
  });

  test('that cannot be read is one message', async () => {
    const { checkup } = place();
    expectRefused(
      await checkup('audit', '--answers', 'none.yaml'),
      /none\.yaml does not exist\.\nCheck the path\./,
    );
    expectRefused(await checkup('audit', '--answers', '.'), /is a folder, not a file\./);
  });
});

test('an audit goes on with the checklist it was started with, whatever became of the file', async () => {
  const { folder, checkup, take } = place();
  expectDone(await take(`${HEAD}answers:\n  owner: yes\n`));
  // No --checklist: the audit keeps its own, and the folder may be gone.
  writeFiles(folder, {
    'more.yaml': `quarter: 2026-Q2\nchecklist: small-checkup\nanswers:\n  leaders: 2\n`,
  });
  const ran = expectDone(await checkup('audit', '--answers', 'more.yaml'));
  expect(ran.stderr).toContain('1 answer recorded');
});
