import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import { at, expectDone, expectNoStack, expectRefused, listAt, parseJson } from '../support/cli.js';
import { runCheckup, runProcess } from '../support/cli.js';
import { AS_NOBODY, FIXTURE, fingerprint, fingerprints, tempFolder } from '../support/folders.js';

const AUDIT = [
  'audit',
  '--checklist',
  join(FIXTURE, 'small-checkup.yaml'),
  '--answers',
  join(FIXTURE, '2026-Q3.yaml'),
];

/** Reading and writing are refused in the same words, and the file stays as it is. */
async function refusedBoth(db: string, says: RegExp): Promise<void> {
  const before = fingerprint(db);
  for (const args of [['list'], AUDIT]) {
    expectRefused(await runCheckup(['--db', db, ...args]), says);
    expect(fingerprint(db)).toBe(before);
  }
}

describe('a database that is read-only', () => {
  test('can be listed, reported, compared and verified, and nothing is written beside it', async () => {
    const { folder, db } = await filledFolder();
    const shown = ['list', 'report', 'compare', 'brief', 'answers', 'verify'];
    const args = (name: string): string[] => [
      ...[name, '--db', db],
      ...(['report', 'compare', 'brief'].includes(name) ? ['--out', '-', '--format', 'md'] : []),
      ...(name === 'brief' ? ['--checklist', 'small-checkup'] : []),
    ];
    const before = new Map<string, string>();
    for (const name of shown) before.set(name, expectDone(await runCheckup(args(name))).stdout);
    const sqlite = new Sqlite(db);
    sqlite.exec('delete from score');
    sqlite.close();
    const kept = fingerprints(folder);
    chmodSync(db, 0o444);
    for (const name of shown.filter((one) => one !== 'verify')) {
      expect(expectDone(await runCheckup(args(name))).stdout, name).toBe(before.get(name));
    }
    expectDone(await runCheckup(args('verify')));
    expect(fingerprints(folder)).toEqual(kept);
  });

  test('of an older format has to be made writable once', async () => {
    const { db } = await filledFolder();
    const sqlite = new Sqlite(db);
    sqlite.pragma('user_version = 4');
    sqlite.close();
    chmodSync(db, 0o444);
    expectRefused(await runCheckup(['list', '--db', db]), /is read-only\.\nMake the file/);
  });
});

test('an empty CHECKUP_DB is none', async () => {
  const home = tempFolder();
  const ran = expectDone(await runCheckup(['list'], { home, cwd: home, env: { CHECKUP_DB: '' } }));
  expect(ran.stderr).toContain('No audit yet.');
});

describe('a database that cannot be used is one message, exit code 1, and left as it is', () => {
  test('no database', async () => {
    const db = join(tempFolder(), 'text.db');
    writeFileSync(db, 'dear diary\n'.repeat(300));
    await refusedBoth(db, /text\.db is not a database, or is damaged\.\nPut a copy/);
  });

  test('a database that was cut off', async () => {
    const { db } = await filledFolder();
    const { size } = statSync(db);
    for (const part of [0.6, 0.2, 0.001]) {
      truncateSync(db, Math.floor(size * part));
      await refusedBoth(db, /is not a database, or is damaged/);
    }
  });

  test('the database of another program', async () => {
    const folder = tempFolder();
    const db = join(folder, 'songs.db');
    const sqlite = new Sqlite(db);
    sqlite.exec('create table song (title text)');
    sqlite.close();
    await refusedBoth(
      db,
      /songs\.db is a database of another program\.\nGive another file with --db/,
    );
    expect(Object.keys(fingerprints(folder))).toEqual(['songs.db']);
  });

  test('a database of a newer version', async () => {
    const { folder, db } = await filledFolder();
    const sqlite = new Sqlite(db);
    sqlite.pragma('user_version = 99');
    sqlite.close();
    await refusedBoth(db, /was written by a newer version of checkup \(its format is 99,/);
    expect(Object.keys(fingerprints(folder))).toEqual(['checkup.db']);
  });

  test('a folder, a device and a path through a file', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'database'));
    writeFileSync(join(folder, 'file'), 'mine');
    expectRefused(
      await runCheckup(['list', '--db', join(folder, 'database')]),
      /is a folder, not a database\.\nGive a file with --db\./,
    );
    expectRefused(
      await runCheckup(AUDIT, { env: { CHECKUP_DB: join(folder, 'file', 'x', 'checkup.db') } }),
      /cannot be made/,
    );
    expect(fingerprints(folder)).toEqual({ file: fingerprint(join(folder, 'file')) });
  });

  test('one that is held by another program', async () => {
    const { db } = await filledFolder();
    const before = fingerprint(db);
    const other = new Sqlite(db);
    onTestFinished(() => {
      other.close();
    });
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('begin exclusive');
    // To read the file here would let go of our locks: POSIX drops them when any handle is closed.
    for (const args of [['list'], AUDIT]) {
      expectRefused(
        await runProcess(['--db', db, ...args]),
        /is in use by another program\.\nClose the other program/,
      );
    }
    other.exec('rollback');
    other.close();
    expect(fingerprint(db)).toBe(before);
  });

  test('one that is read-only, or in a folder of somebody else', async () => {
    const { folder, db } = await filledFolder();
    const copy = join(folder, 'copy.db');
    copyFileSync(db, copy);
    chmodSync(copy, 0o444);
    const kept = fingerprints(folder);
    expectRefused(
      await runCheckup(['--db', copy, ...AUDIT]),
      /The database .*copy\.db is read-only\.\nMake the file and its folder writable/,
    );
    expect(fingerprints(folder)).toEqual(kept);
    const before = fingerprints(folder);
    chmodSync(folder, 0o555);
    for (const file of ['checkup.db', 'new.db', join('new', 'checkup.db')]) {
      const ran = await runProcess(['--db', join(folder, file), ...AUDIT], AS_NOBODY);
      expectRefused(ran, /cannot be (opened|made)|is read-only/);
    }
    expect(fingerprints(folder)).toEqual(before);
  });

  test('one behind a link that leads back to itself, or with a name that is too long', async () => {
    const folder = tempFolder();
    const loop = join(folder, 'loop');
    symlinkSync(loop, loop);
    for (const args of [['list'], AUDIT]) {
      expectRefused(
        await runCheckup(['--db', loop, ...args]),
        /cannot be reached: it is a link that leads back to itself\./,
      );
      expectRefused(
        await runCheckup(['--db', join(folder, 'x'.repeat(300)), ...args]),
        /cannot be reached: its name is too long\./,
      );
    }
  });

  test('one in a folder that may not be entered', async () => {
    const { folder, db } = await filledFolder();
    chmodSync(folder, 0o700);
    for (const args of [['list'], AUDIT]) {
      expectRefused(
        await runProcess(['--db', db, ...args], AS_NOBODY),
        /cannot be (?:reached: you may not|made)/,
      );
    }
  });

  test('one whose content was spoiled by hand', async () => {
    const { folder, db, at: where } = await filledFolder();
    const sqlite = new Sqlite(db);
    sqlite.exec(
      "drop trigger answer_is_never_changed; update answer set content = '{oops' where item = 'owner'",
    );
    sqlite.close();
    const ran = await runCheckup(['report', '--quarter', '2026-Q2'], where);
    expectNoStack(ran);
    expect(ran.code).toBe(1);
    expect(Object.keys(fingerprints(folder))).toEqual(['checkup.db']);
  });
});

describe('a database that is shared', () => {
  test('several processes that start at once on a new one all find it sound', async () => {
    // Rarely do they meet at the one moment that matters.
    for (let round = 0; round < 8; round++) {
      const db = join(tempFolder(), 'new', 'checkup.db');
      const all = await Promise.all(
        Array.from({ length: 4 }, () =>
          runProcess(['audit', '--dealership', 'D', '--quarter', '2026-Q1', '--seal', '--db', db]),
        ),
      );
      for (const ran of all) {
        expectRefused(ran, /There is no audit in 2026-Q1 to seal/);
      }
    }
  });

  test('processes that record the same audit at once lose nothing and show no stack', async () => {
    for (let round = 0; round < 3; round++) {
      const db = join(tempFolder(), 'checkup.db');
      const all = await Promise.all(
        Array.from({ length: 3 }, () => runProcess(['--db', db, ...AUDIT])),
      );
      for (const ran of all) expectNoStack(ran);
      expect(all.map((ran) => ran.code)).toContain(0);
      const { stdout } = expectDone(await runCheckup(['list', '--json', '--db', db]));
      expect(listAt(parseJson(stdout), 'audits')).toHaveLength(1);
      expect(at(parseJson(stdout), 'audits', 0, 'unanswered')).toBe(0);
    }
  });
});

test('a database lands in the home folder unless a flag or the environment says otherwise', async () => {
  const home = tempFolder();
  // Who only reads makes none.
  expectDone(await runProcess(['list'], { home, cwd: home }));
  expect(Object.keys(fingerprints(home))).toEqual([]);
  expectDone(await runProcess(AUDIT, { home, cwd: home }));
  const files = Object.keys(fingerprints(home));
  expect(files).toEqual([expect.stringMatching(/checkup\.db$/)]);
  const [byEnv, byFlag] = [join(home, 'env.db'), join(home, 'flag.db')];
  expectDone(await runProcess([...AUDIT, '--db', byFlag], { home, env: { CHECKUP_DB: byEnv } }));
  expect(Object.keys(fingerprints(home))).toContain('flag.db');
  expect(Object.keys(fingerprints(home))).not.toContain('env.db');
  expect(readFileSync(byFlag).subarray(0, 15).toString()).toBe('SQLite format 3');
});
