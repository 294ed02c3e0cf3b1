import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { at, expectDone, listAt, parseJson, runCheckup } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { FIXTURE, filesIn, tempFolder, writeFiles } from '../support/folders.js';

const ACTING =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

const NASTY = [
  'a | b || c \\| d | --- |',
  '`code` ``` fence',
  '<script>alert(1)</script> <img src=x onerror=alert(2)> &lt;b&gt; &#60;',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J \u0000 \u007f \u0085',
  '\u202eright to left\u202c \u2066isolated\u2069 \u200f \u061c \u2028 \u2029 \ufeff',
  '🚗 👩‍🔧 e\u0301 \u{1F468}\u200D\u{1F469} 漢字 \u0627\u0644\u0639\u0631\u0628\u064a\u0629',
  'x'.repeat(5000) + ' | '.repeat(1000) + 'y'.repeat(2000),
  'one\ntwo\r\nthree\rfour\n\n\n# five\n- six\n1. seven\n| a | b |\n| - | - |\n> eight\n---\n    nine\n\tten',
  '=cmd|"/c calc"!A1 +1 -1 @SUM(1)',
  ' leading and trailing ',
] as const;

/** Every item of the fixture that the core scope asks, with an answer. */
const ITEMS = [
  'owner',
  'leaders',
  'callback',
  'first-reply',
  'visits',
  'welcome',
  'call-after',
  'satisfied',
  'remarks',
];
const VALUES: Readonly<Record<string, unknown>> = {
  owner: 'no',
  leaders: 1,
  callback: { passed: 0, of: 3 },
  'first-reply': 50,
  welcome: { checks: [] },
  satisfied: 61,
};

const DEALERSHIP = 'Bad | `Motors` <script>alert(3)</script> *x* \u202egnp 🚗';
const AUDITOR = 'A. <b>Auditor</b> | \u202e & `co` _x_';

const OUT = ['--out', 'out', '--format', 'html,md,json,csv'];

interface Reported {
  readonly folder: string;
  readonly db: string;
  readonly runs: readonly Ran[];
}

/** Two quarters full of it, sealed, with all reports written. */
async function reported(): Promise<Reported> {
  const folder = tempFolder();
  const db = join(folder, 'checkup.db');
  const checkup = (...args: string[]): Promise<Ran> =>
    runCheckup(['--db', db, ...args], { home: folder, cwd: folder });
  const runs: Ran[] = [];
  for (const quarter of ['2026-Q2', '2026-Q3']) {
    const answers: Record<string, unknown> = Object.fromEntries(
      ITEMS.map((id, index): [string, unknown] => {
        const note = NASTY[index % NASTY.length] ?? '';
        if (id === 'visits')
          return [
            id,
            {
              cases: [...NASTY.slice(0, 6), 'RO 1'].map((ref) => ({
                ref,
                lapses: ['clean', 'on-time'],
              })),
              note,
            },
          ];
        if (id === 'call-after') return [id, { 'not-checked': NASTY[8], note }];
        if (id === 'remarks') return [id, { value: NASTY[9], note }];
        return [id, { value: VALUES[id], note }];
      }),
    );
    writeFiles(folder, {
      [`${quarter}.json`]: JSON.stringify({
        dealership: DEALERSHIP,
        quarter,
        auditor: AUDITOR,
        answers,
      }),
    });
    runs.push(
      expectDone(
        await checkup(
          'audit',
          '--checklist',
          join(FIXTURE, 'small-checkup.yaml'),
          '--answers',
          `${quarter}.json`,
          '--seal',
        ),
      ),
    );
  }
  for (const args of [['report', ...OUT], ['compare', ...OUT], ['list'], []]) {
    runs.push(expectDone(await checkup(...args)));
  }
  return { folder, db, runs };
}

/** Rows of every table in a Markdown text, by table: the cells that unescaped pipes part. */
function tables(text: string): number[][] {
  const found: number[][] = [];
  let open: number[] | null = null;
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      if (open === null) found.push((open = []));
      open.push(line.replace(/\\./g, '').split('|').length - 1);
    } else open = null;
  }
  return found;
}

describe('whatever an auditor types', () => {
  test('is kept exactly, in the database and in the JSON report', async () => {
    const { folder, db } = await reported();
    const sqlite = new Sqlite(db, { readonly: true });
    const rows = sqlite.prepare('select item, content from answer').all();
    const names = sqlite.prepare('select name from dealership').pluck().all();
    const auditors = sqlite.prepare('select distinct auditor from answer').pluck().all();
    sqlite.close();
    expect(names).toEqual([DEALERSHIP]);
    expect(auditors).toEqual([AUDITOR]);
    expect(rows).toHaveLength(2 * ITEMS.length);
    for (const row of rows) {
      const index = ITEMS.indexOf(String(at(row, 'item')));
      expect(at(parseJson(String(at(row, 'content'))), 'note')).toBe(NASTY[index % NASTY.length]);
    }
    const report = parseJson(
      readFileSync(join(folder, 'out', '2026-Q3-small-checkup.json'), 'utf8'),
    );
    expect(at(report, 'audit')).toMatchObject({
      dealership: DEALERSHIP,
      auditors: [AUDITOR],
      sealHolds: true,
    });
    for (const item of listAt(report, 'items')) {
      const id = String(at(item, 'id'));
      expect(at(item, 'note'), id).toBe(NASTY[ITEMS.indexOf(id) % NASTY.length]);
      if (id === 'call-after') expect(at(item, 'answer')).toEqual({ 'not-checked': NASTY[8] });
      if (id === 'remarks') expect(at(item, 'answer')).toBe(NASTY[9]);
      if (id === 'visits') expect(at(item, 'answer', 'cases', 3, 'ref')).toBe(NASTY[3]);
    }

    // What is shown of it does no harm, in any format and for every file.
    const files = filesIn(join(folder, 'out'));
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const name of files) {
      const text = readFileSync(join(folder, 'out', name), 'utf8');
      // A spreadsheet takes the mark at the start for the sign of UTF-8.
      expect(ACTING.exec(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')), name).toBeNull();
      if (/\.(?:html|md)$/.test(name)) {
        expect(text.replaceAll('\\<', ''), name).not.toMatch(
          /<(?:script>alert|img src=x|b>Auditor)/i,
        );
      }
    }
    const markdown = files.filter((name) => name.endsWith('.md'));
    expect(markdown).toHaveLength(2);
    for (const name of markdown) {
      const found = tables(readFileSync(join(folder, 'out', name), 'utf8'));
      expect(found.length).toBeGreaterThan(2);
      for (const rowsOf of found) {
        expect(new Set(rowsOf).size, `${name}: ${rowsOf.join()}`).toBe(1);
      }
    }
    // Long texts are not cut where they are kept for reading.
    const text = readFileSync(join(folder, 'out', '2026-Q3-small-checkup.md'), 'utf8');
    expect(text).toContain('x'.repeat(5000));
    expect(text).toContain('y'.repeat(2000));
    expect(text).toContain('👩‍🔧');
  });

  test('never acts on the terminal, on either stream of any command', async () => {
    const { runs } = await reported();
    for (const { stdout, stderr } of runs) {
      expect(ACTING.exec(stdout), JSON.stringify(stdout)).toBeNull();
      expect(ACTING.exec(stderr), JSON.stringify(stderr)).toBeNull();
    }
  });

  test('is refused as a name when it is none, in a file and in a flag alike', async () => {
    const folder = tempFolder();
    const checklist = join(FIXTURE, 'small-checkup.yaml');
    writeFiles(folder, { 'a.yaml': 'answers: { owner: yes }\n' });
    const base = ['audit', '--checklist', checklist, '--answers', 'a.yaml', '--quarter', '2026-Q1'];
    for (const bad of ['', '  ', 'a\nb', '\u001b[31mred', 'x'.repeat(5000)]) {
      for (const [dealership, auditor] of [
        [bad, 'A'],
        ['D', bad],
      ] as const) {
        const ran = await runCheckup([...base, '--dealership', dealership, '--auditor', auditor], {
          home: folder,
          cwd: folder,
        });
        expect({ dealership, auditor, code: ran.code }).toEqual({ dealership, auditor, code: 1 });
        expect(ran.stderr).toMatch(/^error: /m);
      }
    }
  });
});
