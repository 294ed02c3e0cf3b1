import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';
import type { Desk } from '../support/terminal.js';
import { KEY, createDesk } from '../support/terminal.js';

let desk: Desk;
beforeEach(async () => {
  desk = createDesk();
  const [first] = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
  const answers = { [first?.id ?? '']: { 'not-checked': 'the binder was away' } };
  const head = { dealership: 'One', quarter: '2026-Q2', checklist: 'quick-checkup', scope: 'full' };
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
});
afterEach(() => {
  desk.clear();
});

test('the next quarter by Enter alone has the checklist, the scope and the auditor of the last', async () => {
  const session = desk.start(['audit']);
  await session.until('Which dealership?');
  await session.answer(KEY.enter, 'Which quarter?');
  await session.answer(KEY.enter, 'as in 2026-Q2');
  expect(session.screen()).toMatch(/❯ Quick.*, as in 2026-Q2/);
  await session.answer(KEY.enter, 'Which scope?');
  expect(session.screen()).toMatch(/❯ full: .*, as in 2026-Q2/);
  await session.answer(KEY.enter, 'Who is auditing? (M. Okafor)');
  await session.answer(KEY.enter, 'Everything at hand?');
  await session.answer(KEY.enter, 'item 1 of 31');
});

test('another checklist than last time is asked about before anything is started', async () => {
  const session = desk.start(['audit', '--past', '--quarter', '2026-Q3']);
  await session.until('Which checklist?');
  await session.answer(KEY.down, '❯ Quarterly');
  await session.answer(KEY.enter, 'Which scope?');
  await session.answer(KEY.enter, 'cannot be compared');
  expect(session.screen().replace(/\s+/g, ' ')).toContain(
    '2026-Q2 was quick-checkup, full. With quarterly-checkup, core this time',
  );
  await session.answer(KEY.enter, '❯ Quick');
  await session.answer(KEY.enter, 'Which scope?');
  await session.answer(KEY.down, '❯ core');
  await session.answer(KEY.enter, 'items asked in both can be compared');
  await session.answer(`y${KEY.enter}`, 'Who is auditing?');
  await session.answer(KEY.enter, 'Everything at hand?');
  // Left for now, it stays, and is gone on with.
  await session.answer(KEY.down, '❯ Leave it for now');
  await session.answer(KEY.enter, 'Go on with');
  expect(await session.ended).toBe(0);
  const again = desk.start(['audit']);
  await again.until('item 1 of');
});
