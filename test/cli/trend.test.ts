import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Filled } from '../golden/fixture/audits.js';
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
import { FIXTURE, changed, filesIn, tempFolder, writeFiles } from '../support/folders.js';

const JSON_OUT = ['--format', 'json', '--out', '-'];

/** Three quarters with a gap, from answers files; from the second on, a measure is redefined. */
async function threeQuarters(): Promise<string> {
  const folder = tempFolder();
  const read = (name: string): string => readFileSync(join(FIXTURE, name), 'utf8');
  const first = read('small-checkup.yaml');
  const second = changed(changed(first, 'zero: 60', 'zero: 90'), 'version: 1', 'version: 2');
  const answers = (quarter: string, file: string): string =>
    changed(read(file), `quarter: ${file.slice(0, 7)}`, `quarter: ${quarter}`);
  writeFiles(folder, {
    '1.yaml': first,
    '2.yaml': second,
    '2025-Q3.yaml': answers('2025-Q3', '2026-Q2.yaml'),
    '2026-Q1.yaml': answers('2026-Q1', '2026-Q2.yaml'),
    '2026-Q3.yaml': read('2026-Q3.yaml'),
  });
  for (const [quarter, checklist] of [
    ['2025-Q3', '1.yaml'],
    ['2026-Q1', '2.yaml'],
    ['2026-Q3', '2.yaml'],
  ] as const) {
    const flags = ['--answers', `${quarter}.yaml`, '--checklist', checklist, '--seal'];
    expectDone(await runCheckup(['audit', '--past', ...flags, '--no-input'], { home: folder }));
  }
  return folder;
}

test('goes on like for like where the checklist changed, and shows gaps', async () => {
  const home = await threeQuarters();
  const ran = expectDone(
    await runCheckup(['compare', '--last', '8', '--format', 'md,json'], { home }),
  );
  expect(ran.stderr).toContain('Only 3 quarters are sealed by this checklist.');
  expect(ran.stderr).toMatch(/^ +Q3 25 +Q4 25 +Q1 26 +Q2 26 +Q3 26\nOverall +42 +– +44 +– +66$/m);
  const screen = ran.stderr.replace(/\s+/g, ' ');
  expect(screen).toContain('Up 24 points in a year. Example Motors, Q3 2025 to Q3 2026.');
  expect(screen).toContain('No sealed audit in Q4 2025, Q2 2026: there the lines break off');
  expect(screen).toContain(
    'Q1 2026: the checklist changed (version 1 → 2). Scored by another scale: How long does the first reply…. 8 of 9 items stay comparable.',
  );
  const name = '2025-Q3-to-2026-Q3-small-checkup-trend';
  expect(filesIn(join(home, 'reports'))).toEqual([
    `example-motors/${name}.json`,
    `example-motors/${name}.md`,
  ]);
  const trend = parseJson(
    readFileSync(join(home, 'reports', 'example-motors', `${name}.json`), 'utf8'),
  );
  expect(listAt(trend, 'quarters').map((each) => at(each, 'audit') === null)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(at(trend, 'quarters', 2, 'audit', 'changed')).toMatchObject({
    scope: null,
    checklist: { from: 1, to: 2, items: [{ id: 'first-reply', change: 'redefined' }] },
  });
  // The same answers by an easier scale: published rises, what was done stays.
  const [first, , second] = listAt(trend, 'overall');
  expect(Number(at(second, 'score'))).toBeGreaterThan(Number(at(first, 'score')) + 1);
  expect(at(second, 'likeForLike', 'value')).toBeCloseTo(
    Number(at(first, 'likeForLike', 'value')),
    9,
  );
  expect(at(second, 'likeForLike', 'change', 'verdict')).toBe('same');
  const text = readFileSync(join(home, 'reports', 'example-motors', `${name}.md`), 'utf8');
  expect(text).toContain('Scored by another scale: How long does the first reply…');
  expect(text).toMatch(/\nQ3 2025: 42, Q4 2025: –, Q1 2026: 44, Q2 2026: –, Q3 2026: 66\n/);
});

test('is the same as the comparison where both are of two quarters', async () => {
  const { at: where } = await filledFolder();
  const json = async (...args: string[]): Promise<unknown> =>
    parseJson(expectDone(await runCheckup(['compare', ...args, ...JSON_OUT], where)).stdout);
  const [trend, compared] = [await json('--last', '2'), await json()];
  for (const [point, pair] of [
    [at(trend, 'overall', 1), at(compared, 'overall')],
    [at(trend, 'steps', 0, 'points', 1), at(compared, 'steps', 0)],
  ]) {
    expect(at(point, 'score')).toBe(at(pair, 'published', 'to'));
    for (const key of ['difference', 'verdict', 'interval']) {
      expect(at(point, 'likeForLike', 'change', key)).toEqual(at(pair, 'likeForLike', key));
    }
    expect(at(point, 'change')).toBe(at(pair, 'published', 'difference'));
  }
});

test('has every interval of the reports', async () => {
  const { at: where } = await filledFolder();
  const json = async (...args: string[]): Promise<unknown> =>
    parseJson(expectDone(await runCheckup([...args, ...JSON_OUT], where)).stdout);
  const [trend, report] = [await json('compare', '--last', '2'), await json('report')];
  expect(at(trend, 'overall', 1, 'interval')).toEqual(at(report, 'interval'));
  const intervals = (entries: readonly unknown[]): unknown =>
    Object.fromEntries(entries.map((one) => [String(at(one, 'id')), at(one, 'interval')]));
  const points = (name: string): unknown =>
    Object.fromEntries(
      listAt(trend, name).map((one) => [String(at(one, 'id')), at(one, 'points', 1, 'interval')]),
    );
  expect(points('steps')).toEqual(intervals(listAt(report, 'steps')));
  const scored = listAt(report, 'items').filter((one) => at(one, 'kind') !== 'remark');
  expect(points('items')).toEqual(intervals(scored));
});

test('takes a number from 2 on, and more than there are means all there are', async () => {
  const { at: where } = await filledFolder();
  for (const wrong of ['1', '0', '-2', '2.5', 'all', '']) {
    const ran = await runCheckup(['compare', `--last=${wrong}`], where);
    expectWrongUsage(ran, /It must be a number from 2 on\./);
  }
  const [all, more] = await Promise.all(
    ['2', '99'].map(async (last) =>
      expectDone(
        await runCheckup(['compare', '--last', last, '--out', '-', '--format', 'json'], where),
      ),
    ),
  );
  expect(more?.stdout).toBe(all?.stdout);
  expect(more?.stderr).toContain('Only 2 quarters are sealed by this checklist.');
});

test('needs two sealed audits by one checklist', async () => {
  const { at: where } = await filledFolder(['2026-Q2']);
  expectRefused(
    await runCheckup(['compare', '--last', '8'], where),
    /only one sealed audit by the checklist small-checkup: 2026-Q2\.\nA trend needs two/,
  );
  expectRefused(
    await runCheckup(['compare', '--last', '8', '--checklist', 'other'], where),
    /There is no sealed audit yet by the checklist other\./,
  );
});

/** Changes an answer of a quarter, its guard taken off first. */
function tamper({ db }: Filled, quarter: string): void {
  const sqlite = new Sqlite(db);
  sqlite.exec('drop trigger answer_is_never_changed');
  sqlite
    .prepare(
      `update answer set content = '{"state":"answered","value":"yes"}' where item = 'owner'
       and audit_id = (select id from audit where quarter = ?)`,
    )
    .run(quarter);
  sqlite.close();
}

test('says of every audit that a figure is from when its seal is broken', async () => {
  // The same quarter last year lies before the last two, and is looked at too.
  const filled = await filledFolder(['2025-Q3', '2026-Q2', '2026-Q3']);
  tamper(filled, '2025-Q3');
  const ran = expectDone(
    await runCheckup(['compare', '--last', '2', '--out', 'out', '--format', 'md,json'], filled.at),
  );
  expect(ran.stderr).toContain('The seal of Q3 2025 is broken');
  const name = '2026-Q2-to-2026-Q3-small-checkup-trend-broken-seal';
  expect(filesIn(join(filled.folder, 'out'))).toEqual([`${name}.json`, `${name}.md`]);
  const text = readFileSync(join(filled.folder, 'out', `${name}.md`), 'utf8');
  expect(text).toContain('> **The seal of Q3 2025 is broken:**');
});
