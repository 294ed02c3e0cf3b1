// The whole core of quarterly-checkup, typed in a real terminal with every key there is.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, createDesk, readyAfter } from '../support/terminal.js';

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const AUDIT = [
  'audit',
  '--dealership',
  'Core Motors',
  '--checklist',
  'quarterly-checkup',
  '--auditor',
  'A. Auditor',
];

/** The answers that are on disk now, the latest of each item. */
function kept(desk: Desk): Map<string, Answer> {
  const sqlite = new Sqlite(desk.database, { readonly: true });
  try {
    const rows = sqlite
      .prepare(
        `select item, content from answer join audit on audit.id = answer.audit_id
         where audit.quarter = '2026-Q3' order by revision`,
      )
      .all() as { item: string; content: string }[];
    return new Map(rows.map(({ item, content }) => [item, JSON.parse(content) as Answer]));
  } finally {
    sqlite.close();
  }
}

/** Answers one item in the fewest keys; gives how many it took beyond the digits of its value. */
async function answerItem(session: Session, item: Item): Promise<number> {
  const widget = kindOf(item).widget(item);
  const type = async (keys: string, until: string | RegExp = '✓ saved'): Promise<void> => {
    await session.answer(keys, until);
  };
  switch (widget.widget) {
    case 'keys':
      await type(widget.keys.at(-1)?.key ?? '');
      return 1;
    case 'number':
      await type(`24${KEY.enter}`);
      return 1;
    case 'count':
      await type(`9${KEY.enter}`, 'of how many');
      await type(KEY.enter);
      return 2;
    case 'ticks':
      await type(KEY.enter, 'all the rest');
      await type('n', '[n]');
      await type('Y', 'All are marked');
      await type(KEY.enter);
      return 4;
    case 'cases':
      await type(KEY.enter, 'Case 1 of');
      await type(`RO 1${KEY.enter}`, 'all the rest');
      await type('n', '[n]');
      await type('Y', 'All are marked');
      await type(KEY.enter, 'Case 2 of');
      // A case that was typed wrongly is given another reference and other lapses, one is taken out.
      await type(`ro 1${KEY.enter}`, 'Its reference');
      await type(`7${KEY.enter}`, 'All are marked');
      await type('y', '[y]');
      await type(KEY.enter, 'Case 2 of');
      await type(`RO 2${KEY.enter}`, 'all the rest');
      await type('Y', 'All are marked');
      await type(KEY.enter, 'Case 3 of');
      await type(`-RO 2${KEY.enter}`, 'Case 2 of');
      await type(KEY.enter, 'in all?');
      await type(`40${KEY.enter}`);
      return 20;
    case 'text':
      await type(`fine${KEY.enter}${KEY.enter}`);
      return 1;
  }
}

/** A quarter before, so that there is something to be shown as last time's answer. */
async function recordQuarterBefore(desk: Desk, first: Item): Promise<void> {
  const answers = { [first.id]: { 'not-checked': 'the binder was away' } };
  const file = join(desk.home, 'before.json');
  writeFileSync(file, JSON.stringify({ quarter: '2026-Q2', answers }));
  const before = desk.start([...AUDIT, '--answers', 'before.json', '--seal']);
  expect(await before.ended).toBe(0);
}

test('an auditor answers the whole core with few keys, and every key does what it says', async () => {
  const items = askedItems(await requireChecklist(join(CHECKLISTS, 'quarterly-checkup')), 'core');
  const [first] = items;
  if (first === undefined) throw new Error('no items');
  const desk = createDesk();
  try {
    await recordQuarterBefore(desk, first);
    writeFileSync(join(desk.home, 'binder photo.png'), PIXEL);
    let session = desk.start([...AUDIT, '--past', '--quarter', '2026-Q3']);
    await session.until('Which scope?');
    session.type(KEY.enter);
    const extra: Partial<Record<Item['kind'], number[]>> = {};
    for (const [index, item] of items.entries()) {
      await session.until(readyAfter(item.id));
      switch (index) {
        case 0:
          await session.answer('l', readyAfter('Answer first'));
          await session.answer('?', readyAfter('How to verify'));
          await session.answer('N', 'Note');
          await session.answer(
            `seen with Ana${KEY.enter}${KEY.enter}`,
            readyAfter('Note: seen with Ana'),
          );
          await session.answer('e', 'File to attach');
          await session.answer(
            `'binder photo.png'${KEY.enter}`,
            readyAfter('Evidence: binder photo.png'),
          );
          break;
        case 1:
          await session.answer('l', readyAfter('not checked: the binder was away'));
          await session.answer('b', readyAfter('Answered so far'));
          await session.answer('l', readyAfter('2026-Q2: not checked'));
          await session.answer('s', readyAfter(item.id));
          await session.answer('g', 'Go to');
          await session.answer(`nothing like it${KEY.enter}`, 'Nothing is called that');
          await session.answer(KEY.escape, 'Escape once more drops');
          await session.answer(KEY.escape, readyAfter(item.id));
          break;
        case 2:
          await session.answer('x', 'does it not apply');
          await session.answer(`No parts counter${KEY.enter}${KEY.enter}`, '✓ saved');
          continue;
        case 3:
          await session.answer('u', 'was it not checked');
          await session.answer(`Manager away${KEY.enter}${KEY.enter}`, '✓ saved');
          continue;
        case 4: {
          // Left and gone on with; then there and back again.
          await session.answer('q', 'Everything is saved');
          expect(await session.ended).toBe(0);
          session = desk.start([...AUDIT, '--past', '--quarter', '2026-Q3']);
          await session.until(readyAfter(item.id));
          const later = items[20]?.id ?? '';
          await session.answer('g', 'Go to');
          await session.answer(`${later}${KEY.enter}`, readyAfter(later));
          await session.answer('b', readyAfter(item.id));
        }
      }
      const keys = await answerItem(session, item);
      (extra[item.kind] ??= []).push(keys);
    }
    await session.until('1 item not checked; coverage');
    const quick = [...(extra['yes-no'] ?? []), ...(extra.rating ?? []), ...(extra.measure ?? [])];
    expect(quick.length).toBeGreaterThan(5);
    expect(quick.reduce((sum, keys) => sum + keys, 0) / quick.length).toBeLessThanOrEqual(1.6);
    const answers = kept(desk);
    expect([...answers.keys()].sort()).toEqual(items.map(({ id }) => id).sort());
    expect(answers.get(first.id)).toMatchObject({
      note: 'seen with Ana',
      evidence: [{ name: 'binder photo.png', size: PIXEL.length, type: 'image/png' }],
    });
    expect(answers.get(items[2]?.id ?? '')).toEqual({
      state: 'not-applicable',
      reason: 'No parts counter',
    });
    const trace = items.find(({ kind }) => kind === 'trace');
    expect(answers.get(trace?.id ?? '')).toEqual({
      state: 'answered',
      value: { cases: [{ ref: '7', lapses: [] }], from: 40 },
    });
  } finally {
    desk.clear();
  }
});
