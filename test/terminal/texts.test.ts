// Texts of several lines, notes that are changed, references that are pasted, and Escape.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Json } from '../../src/core/canonical.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';

let desk: Desk;
let session: Session;
beforeEach(async () => {
  desk = createDesk();
  const flags = ['--past', '--quarter', '2026-Q3', '--checklist', 'quick-checkup', '--full'];
  session = desk.start(['audit', '--dealership', 'One', '--auditor', 'A', ...flags]);
  await session.until(READY);
});
afterEach(() => {
  desk.clear();
});

/** What is on disk of each item, as it was recorded last. */
function kept(): Map<string, Json> {
  const sqlite = new Sqlite(desk.database, { readonly: true });
  try {
    const rows = sqlite.prepare('select item, content from answer order by revision').all() as {
      item: string;
      content: string;
    }[];
    return new Map(rows.map(({ item, content }) => [item, JSON.parse(content) as Json]));
  } finally {
    sqlite.close();
  }
}

test('a note has several typed lines, is changed line by line, and taken off', async () => {
  await session.answer('N', 'Note (Enter: none)');
  await session.answer(`first line${KEY.enter}`, 'goes back to the line above');
  await session.answer(`second line${KEY.enter}${KEY.enter}`, readyAfter('✓ note saved'));
  expect([...kept().values()]).toEqual([{ state: 'unanswered', note: 'first line\nsecond line' }]);
  await session.answer('N', 'emptied it is taken off');
  await session.answer(KEY.backspace, '> second line');
  await session.answer(`, changed${KEY.enter}${KEY.enter}`, readyAfter('✓ note saved'));
  expect([...kept().values()]).toEqual([
    { state: 'unanswered', note: 'first line\nsecond line, changed' },
  ]);
  await session.answer('N', 'emptied it is taken off');
  const all = 'second line, changed'.length + 'first line'.length + 2;
  await session.answer(KEY.backspace.repeat(all), 'Enter in an empty line ends it');
  await session.answer(KEY.enter, readyAfter('✓ note taken off'));
  expect([...kept().values()]).toEqual([{ state: 'unanswered' }]);
});

test('Escape drops what is typed only at its second press', async () => {
  await session.answer('u', 'was it not checked');
  await session.answer('the manager was', 'the manager was');
  await session.answer(KEY.escape, 'Escape once more drops what is typed.');
  await session.answer(
    ` away${KEY.enter}${KEY.enter}`,
    '✓ saved: not checked: the manager was away',
  );
  await session.until(readyAfter('item 2 of 31'));
  await session.answer('u', 'was it not checked');
  await session.answer('no', 'no');
  await session.answer(KEY.escape, 'Escape once more drops');
  await session.answer(KEY.escape, readyAfter('item 2 of 31'));
  expect(kept().size).toBe(1);
});

test('pasted references are as many cases, and Escape in one leads to the reference', async () => {
  const items = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
  const trace = items.find(({ kind }) => kind === 'trace');
  if (trace === undefined) throw new Error('quick-checkup has no trace');
  await session.answer('g', 'Go to');
  await session.answer(`${String(items.indexOf(trace) + 1)}${KEY.enter}`, readyAfter(trace.id));
  await session.answer(KEY.enter, 'Case 1 of');
  session.type('\u001b[200~RO 1\rRO 2\rRO 3\u001b[201~');
  await session.answer(KEY.enter, 'RO 1: each standard');
  for (const next of ['RO 2: each standard', 'RO 3: each standard', /Case 4 of|One more/]) {
    await session.answer('Y', 'All are marked');
    await session.answer(KEY.enter, next);
  }
  await session.answer(`RO 4${KEY.enter}`, 'RO 4: each standard');
  await session.answer(KEY.escape, /Case 4 of|One more/);
  await session.answer(KEY.enter, 'in all?');
  await session.answer(KEY.escape, /Case 4 of|One more/);
  const draft = { cases: ['RO 1', 'RO 2', 'RO 3'].map((ref) => ({ ref, lapses: [] })) };
  expect(kept().get(trace.id)).toEqual({ state: 'unanswered', draft });
});
