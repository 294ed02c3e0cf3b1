// How few keys the walk takes from somebody who finds all in order.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, createDesk, readyAfter } from '../support/terminal.js';

/** The most keys for the whole of quick-checkup, beyond texts, numbers and references. */
const MOST = 60;

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

/** Answers one item; gives how many keys that took beyond texts, numbers and references. */
async function answerItem(session: Session, item: Item): Promise<number> {
  const widget = kindOf(item).widget(item);
  switch (widget.widget) {
    case 'keys':
      await session.answer(widget.keys[0]?.key ?? '', '✓ saved');
      return 1;
    case 'number':
      await session.answer(`24${KEY.enter}`, '✓ saved');
      return 1;
    case 'count':
      await session.answer(`4/5${KEY.enter}`, '✓ saved');
      return 1;
    case 'ticks':
      await session.answer('Y', 'All are marked');
      await session.answer(KEY.enter, '✓ saved');
      return 2;
    case 'cases':
      await session.answer(KEY.enter, 'Case 1 of 3');
      for (let number = 1; number <= widget.draw; number++) {
        await session.answer(`RO ${String(number)}${KEY.enter}`, 'all the rest');
        await session.answer('Y', 'All are marked');
        await session.answer(KEY.enter, number < widget.draw ? 'Case' : 'One more?');
      }
      await session.answer(KEY.enter, 'in all?');
      await session.answer(KEY.enter, '✓ saved');
      return 1 + 3 * widget.draw + 2;
    case 'text':
      await session.answer(`All is well${KEY.enter}${KEY.enter}`, '✓ saved');
      return 2;
  }
}

test('quick-checkup takes at most 60 keys beyond texts, numbers and references', async () => {
  const items = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
  const session = desk.start([
    ...['audit', '--dealership', 'One', '--auditor', 'A', '--past', '--quarter', '2026-Q3'],
    ...['--checklist', 'quick-checkup', '--full'],
  ]);
  let keys = 0;
  for (const item of items) {
    await session.until(readyAfter(item.id));
    keys += await answerItem(session, item);
  }
  await session.until('What next?');
  expect(items).toHaveLength(31);
  expect(keys).toBeLessThanOrEqual(MOST);
  expect(keys).toBeGreaterThan(items.length);
});
