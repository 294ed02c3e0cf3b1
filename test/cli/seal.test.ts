import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import { at, expectDone, expectNoStack, listAt, parseJson, runCheckup } from '../support/cli.js';

/** Changes an answer of the earlier quarter, its guard taken off first. */
function tamper(db: string): void {
  const sqlite = new Sqlite(db);
  sqlite.exec('drop trigger answer_is_never_changed');
  const { changes } = sqlite
    .prepare(
      `update answer set content = '{"state":"answered","value":"yes"}' where item = 'owner'
       and audit_id = (select id from audit where quarter = '2026-Q2')`,
    )
    .run();
  sqlite.close();
  expect(changes).toBe(1);
}

const OUT = ['--out', 'out', '--format', 'md,json'];
const BROKEN = /seal .*is broken/i;

test('a seal that holds is shown with the one before it, and nothing is called broken', async () => {
  const { folder, at: where } = await filledFolder();
  const ran = expectDone(await runCheckup(['report'], where));
  expect(ran.stderr).not.toMatch(BROKEN);
  const list = parseJson(expectDone(await runCheckup(['list', '--json'], where)).stdout);
  const [first, second] = listAt(list, 'audits').map((one) => String(at(one, 'seal')));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  const text = readFileSync(
    join(folder, 'reports', 'example-motors', '2026-Q3-small-checkup.md'),
    'utf8',
  );
  expect(text).toContain(`seal \`${String(second)}\``);
  expect(text).toContain(`Before it: \`${String(first)}\``);
  expect(text).not.toMatch(BROKEN);
});

test('an answer changed behind the program’s back breaks the seal, in every report of it', async () => {
  const { folder, db, at: where } = await filledFolder();
  // The report from before stands: it is what can still be trusted.
  expectDone(await runCheckup(['report', '--quarter', '2026-Q2', ...OUT], where));
  const before = readFileSync(join(folder, 'out', '2026-Q2-small-checkup.md'), 'utf8');
  tamper(db);
  const ran = expectDone(await runCheckup(['report', '--quarter', '2026-Q2', ...OUT], where));
  expectNoStack(ran);
  expect(ran.stderr).toMatch(BROKEN);
  const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
  expect(read('2026-Q2-small-checkup-broken-seal.md')).toMatch(BROKEN);
  expect(read('2026-Q2-small-checkup.md')).toBe(before);
  expect(at(parseJson(read('2026-Q2-small-checkup-broken-seal.json')), 'audit', 'sealHolds')).toBe(
    false,
  );

  expectDone(await runCheckup(['compare', ...OUT], where));
  expect(read('2026-Q2-to-2026-Q3-small-checkup-broken-seal.md')).toMatch(BROKEN);
  const compared = parseJson(read('2026-Q2-to-2026-Q3-small-checkup-broken-seal.json'));
  expect(at(compared, 'from', 'sealHolds')).toBe(false);
  expect(at(compared, 'to', 'sealHolds')).toBe(true);
});

test('a broken seal is said on the screen by compare too', async () => {
  const { db, at: where } = await filledFolder();
  tamper(db);
  const ran = expectDone(await runCheckup(['compare', ...OUT], where));
  expect(ran.stderr).toMatch(BROKEN);
});

test('a report that shows the change since a quarter says when that quarter’s seal is broken', async () => {
  const { folder, db, at: where } = await filledFolder();
  tamper(db);
  expectDone(await runCheckup(['report', '--quarter', '2026-Q3', '--out', 'out'], where));
  expect(readFileSync(join(folder, 'out', '2026-Q3-small-checkup.md'), 'utf8')).toMatch(BROKEN);
});
