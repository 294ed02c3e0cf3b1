// What a window does to the walk: keys typed ahead, a size that changes, another order.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Desk } from '../support/terminal.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';

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

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

test('what is typed ahead of a question is no answer to it, and is told', async () => {
  const session = desk.start(['audit', '--dealership', 'Fast', ...FLAGS]);
  await session.until(READY);
  await session.answer(`9x${KEY.enter}`, 'That is no answer here.');
  await session.answer(KEY.escape, READY);
  await session.answer('u', 'was it not checked');
  await session.answer(`nobody there${KEY.enter}${KEY.enter}yes, again${KEY.enter}`, '✓ saved');
  await session.until('Typed ahead and not taken: yes, again');
  await session.until(readyAfter('item 2 of 31'));
  await session.answer('b', readyAfter('not checked: nobody there'));
});

test('a window that changes its size gets the whole screen anew, and the typed line stays', async () => {
  const session = desk.start(['audit', '--dealership', 'Resized', ...FLAGS], { columns: 100 });
  await session.until(READY);
  await session.answer('9x', '9x');
  session.resize(44, 40);
  await session.until(/item 1 of 31[^]*> 9x/);
  await session.until(READY);
  const lines = session.screen().split('\n');
  const start = lines.findLastIndex((line) => line.includes('item 1 of 31'));
  expect(lines.slice(start).filter((line) => line.includes('item 1 of 31'))).toHaveLength(1);
  expect(lines.slice(start).every((line) => line.length <= 44)).toBe(true);
  await session.answer(`${KEY.backspace}${KEY.backspace}`, READY);
  await session.answer('3', '✓ saved: Level 3 of 4');
});

test('--by department asks what belongs to one place together, every item once', async () => {
  const session = desk.start([
    'audit',
    '--dealership',
    'Places',
    ...FLAGS.slice(0, 3),
    '--checklist',
    'quarterly-checkup',
    '--auditor',
    'B',
    '--full',
    '--by',
    'department',
  ]);
  const item = (number: number): string => `item\\s+${String(number)}\\s+of\\s+84`;
  const seen: string[] = [];
  const places: string[] = [];
  await session.until(readyAfter(item(1)));
  for (let number = 1; number <= 84; number++) {
    const text = session.screen();
    const shown = text.slice(text.lastIndexOf('\n', text.lastIndexOf('· Step ')) + 1);
    places.push(shown.split(' · ')[0] ?? '');
    seen.push(/answered\n(\S+)/.exec(shown)?.[1] ?? '');
    await session.answer('s', number === 84 ? 'Still unanswered' : readyAfter(item(number + 1)));
  }
  expect(new Set(seen).size).toBe(84);
  // Once a place is left, the walk doesn't come back to it.
  expect(places.filter((place, index) => place !== places[index - 1])).toHaveLength(
    new Set(places).size,
  );
});

test('--only critical asks the critical items, and --all those that have an answer too', async () => {
  const flags = ['--dealership', 'Critical', ...FLAGS, '--only', 'critical'];
  const session = desk.start(['audit', ...flags]);
  await session.until(READY);
  const shown = (): string =>
    session
      .screen()
      .split('\n')
      .findLast((line) => line.includes('weight')) ?? '';
  for (;;) {
    expect(shown()).toContain('MUST NOT FAIL');
    await session.answer('u', 'was it not checked');
    await session.answer(`later${KEY.enter}${KEY.enter}`, /What next\?|or:\s+x\s+not/);
    if (session.screen().includes('What next?')) break;
  }
  session.type(KEY.ctrlC);
  await session.ended;
  const again = desk.start(['audit', '--all', '--only', 'critical']);
  await again.until(readyAfter('Answered so far: not checked: later'));
});

test('a window that is narrowed in a list, and widened, leaves no ghost of it, and no word is cut', async () => {
  const session = desk.start([], { columns: 80, rows: 40 });
  /** What stands on the screen, without what can be scrolled back to. */
  const shown = (): string[] => {
    const { active } = session.terminal.buffer;
    return Array.from({ length: 40 }, (_, row) =>
      (active.getLine(active.baseY + row)?.translateToString(true) ?? '').trimEnd(),
    );
  };
  const times = (text: string): number => shown().filter((line) => line.includes(text)).length;
  await session.until('What next?');
  await session.answer(KEY.down, '❯ Start the first audit');
  await session.answer(KEY.enter, 'Name of the dealership');
  await session.answer('Hartmann and daughters', 'daughters');
  session.resize(30, 40);
  await session.until(/ann and daughters/);
  expect(times('Name of the dealership')).toBe(1);
  await session.answer(` motor company${KEY.enter}`, 'in January?');
  expect(shown().join(' ').replace(/\s+/g, ' ')).toContain(
    '✔ Name of the dealership Hartmann and daughters motor company',
  );
  await session.answer(KEY.enter, 'Which quarter?');
  await session.answer(KEY.enter, 'Which checklist?');
  await session.answer(KEY.down, /❯ Quarterly/);
  for (const columns of [24, 50, 36]) {
    session.resize(columns, 40);
    await session.until(/❯ Quarterly[^]*select/);
    expect(times('Which checklist?')).toBe(1);
    expect(times('❯')).toBe(1);
    expect(shown().every((line) => line.length <= columns)).toBe(true);
    const words = new Set(shown().join('\n').split(/\s+/));
    for (const word of ['customer-service', 'check-up,', 'items,']) expect(words).toContain(word);
  }
  await session.answer(KEY.enter, 'Which scope?');
  await session.answer(KEY.enter, 'Who is auditing?');
  await session.answer(`A. B.${KEY.enter}`, 'Everything at hand?');
  await session.answer(KEY.enter, readyAfter('item 1 of'));
  // What was shown under an item stays there, too.
  await session.answer('?', readyAfter('How to verify'));
  session.resize(70, 40);
  await session.until(readyAfter('item 1 of[^]*How to verify'));
  expect(times('How to verify')).toBe(1);
  session.kill();
});
