// The walk for those who listen to the screen: one line after the other.
import { expect, onTestFinished, test } from 'vitest';
import type { Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { join } from 'node:path';
import { CHECKLISTS } from '../support/folders.js';
import type { Session } from '../support/terminal.js';
import { KEY, createDesk } from '../support/terminal.js';

const FLAGS = [
  '--past',
  '--quarter',
  '2026-Q3',
  '--checklist',
  'quick-checkup',
  '--auditor',
  'B',
  '--full',
];

async function answerItem(session: Session, item: Item): Promise<void> {
  const widget = kindOf(item).widget(item);
  const type = (line: string, until: string | RegExp = 'saved:'): Promise<void> =>
    session.answer(`${line}${KEY.enter}`, until);
  switch (widget.widget) {
    case 'keys':
      await type(widget.keys[0]?.key ?? '');
      break;
    case 'count':
      await type('1/2');
      break;
    case 'number':
      await type('12');
      break;
    case 'ticks':
      await type('', '1 of');
      await type('maybe', 'Type y passes');
      await type('n', '2 of');
      await type('Y');
      break;
    case 'cases':
      await type('', 'Case 1 of');
      await type('RO 1', '1 of');
      await type('Y', 'Case 2 of');
      await type('', 'in all?');
      await type('');
      break;
    case 'text':
      await type('', 'Your remark');
      session.type(`no remark${KEY.enter}in two lines${KEY.enter}`);
      await type('');
  }
}

test.each([
  ['--plain', ['--plain'], {}],
  ['CHECKUP_PLAIN=1', [], { CHECKUP_PLAIN: '1' }],
])('with %s the whole walk moves no cursor and redraws nothing', async (_name, flags, env) => {
  const items = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
  const desk = createDesk();
  try {
    const session = desk.start(['audit', ...flags, '--dealership', '日本自動車 🚗', ...FLAGS], {
      env,
    });
    for (const [index, item] of items.entries()) {
      await session.until(new RegExp(`${item.id} ·[^]*\n> $`));
      if (index === 1) {
        // Who listens hears the question first, and the keys in full once.
        const heard = session.screen().replace(/\s+/g, ' ');
        expect(heard.indexOf(item.ask)).toBeLessThan(heard.indexOf(`${item.id} ·`));
        expect(heard.split('x not applicable, u not checked').length).toBe(3);
      }
      if (index === 0) {
        await session.answer(`?${KEY.enter}`, /How to verify[^]*\n> $/);
        await session.answer(`N${KEY.enter}`, 'Note');
        await session.answer(
          `first line\rsecond line${KEY.enter}${KEY.enter}`,
          /Note: first line\nsecond line/,
        );
        await session.until(/\n> $/);
        await session.answer(`g${KEY.enter}`, 'Go to');
        await session.answer(`no such thing${KEY.enter}`, 'Nothing is called that');
        await session.answer(`step 2${KEY.enter}`, /Step 2:[^]*\n> $/);
        await session.answer(`b${KEY.enter}`, new RegExp(`${item.id} ·[^]*\n> $`));
        await session.answer(`l${KEY.enter}`, /nothing was answered the last time\n[^]*\n> $/);
      }
      await answerItem(session, item);
    }
    await session.until('Everything is answered');
    await session.answer(`2${KEY.enter}`, 'On which day or days did you look?');
    await session.answer(`Monday${KEY.enter}`, 'Monday is no day');
    await session.answer(KEY.enter, 'Seal it?');
    await session.answer(`y${KEY.enter}`, 'Write the report now?');
    await session.answer(`y${KEY.enter}`, '.md');
    expect(await session.ended).toBe(0);
    expect(session.raw()).not.toContain('\u001b');
    expect(session.raw().replaceAll('\r\n', '')).not.toContain('\r');
  } finally {
    desk.clear();
  }
});

test('--plain behind -- is no flag, and leaves the colours', async () => {
  const desk = createDesk();
  onTestFinished(() => {
    desk.clear();
  });
  for (const [args, isColoured] of [
    [['report', '--quarter', 'x', '--plain'], false],
    [['checklist', 'check', '--', '--plain'], true],
  ] as const) {
    const session = desk.start(args);
    expect(await session.ended).toBe(1);
    expect(session.raw().includes('\u001b[')).toBe(isColoured);
  }
});
