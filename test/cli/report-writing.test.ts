import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/index.js';
import { filledFolder, fixtureAnswers, recordAudit, sealAudit } from '../golden/fixture/audits.js';
import type { Filled } from '../golden/fixture/audits.js';
import {
  BIN,
  expectDone,
  expectRefused,
  expectWrongUsage,
  parseJson,
  run,
  runCheckup,
  runProcess,
} from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import {
  AS_NOBODY,
  filesIn,
  canMount,
  fingerprints,
  mountTinyDisk,
  tempFolder,
} from '../support/folders.js';
import { openStore } from '../support/stores.js';

const NAMES = formats.map((format) => format.name);
/** Those that are one text, and take no browser. */
const TEXTS = NAMES.filter((name) => name !== 'pdf' && name !== 'csv');
const OLD = 'an old report, whole\n'.repeat(500);

/** A folder `out` in which an old report of every format stands. */
function withOldReports(filled: Filled): string {
  const out = join(filled.folder, 'out');
  mkdirSync(out);
  for (const name of NAMES) writeFileSync(join(out, `2026-Q3-small-checkup.${name}`), OLD);
  return out;
}

describe('a report is written whole or not at all', () => {
  test('a file where the folder should be is one message, and stays', async () => {
    const { folder, at: where } = await filledFolder();
    writeFileSync(join(folder, 'reports'), 'mine');
    for (const out of ['reports', join('reports', 'x')]) {
      expectRefused(
        await runCheckup(['report', '--out', out], where),
        /was not written: a file stands where a folder is needed\. What was there before is still there\./,
      );
    }
    // The same without --out, where reports/ is the folder for all.
    expectRefused(await runCheckup(['report'], where), /a file stands where a folder is needed/);
    expect(readFileSync(join(folder, 'reports'), 'utf8')).toBe('mine');
  });

  test('a folder that may not be written keeps its old reports', async () => {
    const filled = await filledFolder();
    const out = withOldReports(filled);
    const before = fingerprints(out);
    chmodSync(out, 0o555);
    for (const name of [filled.db]) chmodSync(name, 0o666);
    expectRefused(
      await runProcess(['report', '--out', 'out'], { ...filled.at, ...AS_NOBODY }),
      /was not written: you may not write there\. What was there before is still there\.\n.*--out/,
    );
    expect(fingerprints(out)).toEqual(before);
  });

  /** A folder with one sealed quarter whose Markdown report has more than 80 kB. */
  async function withLongNote(): Promise<Filled> {
    const folder = tempFolder();
    const db = join(folder, 'checkup.db');
    const store = openStore(db);
    const answers = await fixtureAnswers('2026-Q3');
    answers.set('owner', { state: 'answered', value: 'yes', note: 'long '.repeat(16_000) });
    const open = await recordAudit(store, '2026-Q3', answers);
    await sealAudit(store, open, 'A. Auditor', new Date('2026-07-10T17:00:00Z'));
    store.close();
    return { folder, db, at: { home: folder, cwd: folder, env: { CHECKUP_DB: db } } };
  }

  const REPORT = ['report', '--out', 'out', '--format', 'md'];
  // The shell's limit on the size of files breaks a write off in its middle wherever the tests
  // run; a disk that is really full takes a user who may mount one.
  const ways: readonly (readonly [string, RegExp, (filled: Filled) => Promise<Ran>])[] = [
    [
      'a limit on the size of files',
      /was not written: it is larger than you may write/,
      (filled) =>
        run(
          'bash',
          ['-c', `trap '' XFSZ; ulimit -f 64; exec "$@"`, 'bash', process.execPath, BIN, ...REPORT],
          filled.at,
        ),
    ],
    ...(canMount()
      ? ([
          [
            'a full disk',
            /was not written: the disk is full/,
            async (filled: Filled) => {
              const out = join(filled.folder, 'out');
              const old = readFileSync(join(out, '2026-Q3-small-checkup.md'));
              mountTinyDisk(out, 64);
              writeFileSync(join(out, '2026-Q3-small-checkup.md'), old);
              return runCheckup(REPORT, filled.at);
            },
          ],
        ] as const)
      : []),
  ];
  test.each(ways)('%s keeps the old report, whole', async (_what, says, report) => {
    const filled = await withLongNote();
    const file = join(filled.folder, 'out', '2026-Q3-small-checkup.md');
    mkdirSync(join(filled.folder, 'out'));
    writeFileSync(file, OLD);
    const ran = expectRefused(await report(filled), says);
    expect(ran.stderr).toContain(`${file} `);
    expect(ran.stderr).toContain('What was there before is still there.');
    expect(readFileSync(file, 'utf8')).toBe(OLD);
    expect(filesIn(join(filled.folder, 'out'))).toEqual(['2026-Q3-small-checkup.md']);
  });

  test('the second format that fails leaves the first, and says so', async () => {
    const { folder, at: where } = await filledFolder();
    mkdirSync(join(folder, 'out', '2026-Q3-small-checkup.json'), { recursive: true });
    const ran = await runCheckup(['report', '--out', 'out', '--format', 'md,json'], where);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('out/2026-Q3-small-checkup.md\n');
    expect(ran.stderr).toMatch(
      /2026-Q3-small-checkup\.json was not written: a folder of that name is in the way/,
    );
    expect(filesIn(join(folder, 'out'))).toEqual(['2026-Q3-small-checkup.md']);
  });
});

describe('where a report goes', () => {
  test('with --out - to standard output, and nothing else with it', async () => {
    const { folder, at: where } = await filledFolder();
    const before = filesIn(folder);
    for (const name of TEXTS) {
      const printed = expectDone(
        await runCheckup(['report', '--out', '-', '--format', name], where),
      );
      expectDone(await runCheckup(['report', '--out', 'out', '--format', name], where));
      expect(printed.stdout).toBe(
        readFileSync(join(folder, 'out', `2026-Q3-small-checkup.${name}`), 'utf8'),
      );
      expect(printed.stderr).toMatch(
        /^“Response” got better, but “Measurement” got worse\nExample Motors, Q3 2026[^]*Overall 65/,
      );
    }
    const compared = expectDone(
      await runCheckup(['compare', '--out', '-', '--format', 'json', '--quiet'], where),
    );
    expect(parseJson(compared.stdout)).toMatchObject({ format: 'checkup-comparison' });
    expect(compared.stderr).toBe('');
    expect(filesIn(folder).filter((name) => !name.startsWith('out'))).toEqual(before);
  });

  test('by default to reports/ and the dealership, each file named on standard output', async () => {
    const { folder, at: where } = await filledFolder();
    const written = [
      ...expectDone(await runCheckup(['report'], where))
        .stdout.trimEnd()
        .split('\n'),
      ...expectDone(await runCheckup(['compare'], where))
        .stdout.trimEnd()
        .split('\n'),
    ];
    expect(written.length).toBeGreaterThanOrEqual(4);
    expect([...written].sort()).toEqual(
      filesIn(join(folder, 'reports')).map((name) => join('reports', name)),
    );
    for (const name of written) {
      expect(name).toMatch(/^reports[\\/]example-motors[\\/]2026-Q[23][\w-]*\.\w+$/);
    }
    // Written again, the same, byte for byte.
    const before = fingerprints(join(folder, 'reports'));
    expectDone(await runCheckup(['report'], where));
    expectDone(await runCheckup(['compare'], where));
    expect(fingerprints(join(folder, 'reports'))).toEqual(before);
  });

  test('to a folder of any name, also outside', async () => {
    const { at: where } = await filledFolder();
    const out = join(tempFolder(), 'über dir', 'a b');
    expectDone(await runCheckup(['report', '--out', out], where));
    expect(filesIn(out).length).toBeGreaterThan(0);
  });
});

describe('--format', () => {
  test('takes one or several of those there are', async () => {
    const { folder, at: where } = await filledFolder();
    expectDone(await runCheckup(['report', '--out', 'one', '--format', 'json'], where));
    expect(filesIn(join(folder, 'one'))).toEqual(['2026-Q3-small-checkup.json']);
    expectDone(await runCheckup(['report', '--out', 'all', '--format', TEXTS.join(', ')], where));
    expect(filesIn(join(folder, 'all'))).toHaveLength(TEXTS.length);
    expectDone(await runCheckup(['report', '--out', 'sheets', '--format', 'csv'], where));
    expect(filesIn(join(folder, 'sheets'))).toEqual([
      '2026-Q3-small-checkup-items.csv',
      '2026-Q3-small-checkup-steps.csv',
    ]);
  });

  test('refuses what is no format, before anything is written, and names those there are', async () => {
    const { folder, at: where } = await filledFolder();
    for (const [command, format] of [
      ['report', 'docx'],
      ['report', 'md,docx'],
      ['report', ''],
      ['compare', 'docx'],
    ] as const) {
      const ran = expectWrongUsage(
        await runCheckup([command, '--out', 'out', '--format', format], where),
        /is not a format; use one or more of /,
      );
      for (const name of NAMES) expect(ran.stderr).toContain(name);
    }
    expectWrongUsage(
      await runCheckup(['report', '--out', '-', '--format', 'md,json'], where),
      /only one format fits on standard output/,
    );
    expect(filesIn(folder)).toEqual(['checkup.db']);
  });
});
