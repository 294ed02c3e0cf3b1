// What is typed at one question never lands in another, however fast it comes.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';
import type { Session } from '../support/terminal.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whole words and several lines, one key after the other, as fast as a program types them. */
async function typeFast(session: Session, text: string): Promise<void> {
  for (const key of text) {
    session.type(key);
    await pause(2);
  }
  await pause(450);
}

test('whole words and several lines, typed fast at every item, answer no other item', async () => {
  const items = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
  const desk = createDesk();
  try {
    const flags = ['--quarter', '2026-Q3', '--past', '--checklist', 'quick-checkup', '--full'];
    const session = desk.start(['audit', '--dealership', 'One', '--auditor', 'A', ...flags]);
    await session.until(READY);
    const recorded = (): string[] => {
      const sqlite = new Sqlite(desk.database, { readonly: true });
      try {
        return sqlite.prepare('select distinct item from answer').pluck().all().map(String);
      } finally {
        sqlite.close();
      }
    };
    for (const [index, item] of items.entries()) {
      const before = recorded();
      await typeFast(session, 'yes, next one\rno, not quite\ryes\r\ruseless\r');
      const others = recorded().filter((id) => id !== item.id && !before.includes(id));
      expect(others, `typed at ${item.id}:\n${session.screen()}`).toEqual([]);
      if (recorded().includes(item.id)) continue;
      session.type(KEY.escape);
      await pause(300);
      session.type(KEY.escape);
      await pause(300);
      const next = items[index + 1];
      if (next === undefined) break;
      await session.answer('s', readyAfter(next.id));
    }
    session.type(KEY.ctrlC);
    expect(await session.ended).toBe(130);
  } finally {
    desk.clear();
  }
});
