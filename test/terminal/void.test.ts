import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { at, listAt, parseJson } from '../support/cli.js';
import { CHECKLISTS } from '../support/folders.js';
import type { Desk } from '../support/terminal.js';
import { KEY, createDesk } from '../support/terminal.js';

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

const BEGIN = [
  '--dealership',
  'One',
  '--past',
  '--quarter',
  '2026-Q2',
  '--checklist',
  'quick-checkup',
];

async function states(): Promise<unknown[]> {
  const listed = desk.start(['list', '--json']);
  await listed.ended;
  const text = listed.screen();
  return listAt(parseJson(text.slice(text.indexOf('{'))), 'audits').map((one) => at(one, 'state'));
}

test('an audit started by mistake is gone again in three keys', async () => {
  const session = desk.start(['audit', ...BEGIN, '--full', '--auditor', 'A']);
  await session.until('item 1 of 31');
  await session.answer('q', 'Nothing is recorded in One for 2026-Q2');
  await session.answer(KEY.down, '❯ Take it away');
  await session.answer(KEY.enter, 'away');
  expect(await session.ended).toBe(0);
  expect(await states()).toEqual([]);
});

test('an audit with answers is void from the start screen once who and why are said, and not by Escape', async () => {
  const [first] = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
  const head = { dealership: 'One', quarter: '2026-Q2', checklist: 'quick-checkup', scope: 'full' };
  const answers = { [first?.id ?? '']: { 'not-checked': 'the binder was away' } };
  writeFileSync(join(desk.home, 'q2.json'), JSON.stringify({ ...head, answers }));
  const before = desk.start([
    'audit',
    '--past',
    '--auditor',
    'M. Okafor',
    '--answers',
    'q2.json',
    '--seal',
  ]);
  expect(await before.ended).toBe(0);

  const kept = desk.start(['void']);
  await kept.until('Why does it no longer count?');
  await kept.answer('wrong shop\r', 'Who says so? (M. Okafor)');
  await kept.answer('\r', 'for good?');
  await kept.answer('\r', 'Nothing was changed.');
  expect(await states()).toEqual(['sealed']);

  const session = desk.start([]);
  await session.until('What next?');
  await session.answer(`${KEY.down}${KEY.down}`, '❯ Take a wrong audit back');
  await session.answer(KEY.enter, 'Why does it no longer count?');
  await session.answer('wrong shop\r', 'Who says so? (M. Okafor)');
  await session.answer('\r', 'for good?');
  // What the start screen offers leads back to it.
  await session.answer('y\r', /is void[^]*What next\?/);
  await session.answer(KEY.down.repeat(3), '❯ Leave');
  await session.answer(KEY.enter, /Come back with node .*checkup\.js/);
  expect(await session.ended).toBe(0);
  expect(await states()).toEqual(['void']);
});
