// The trend on screens of several widths, and for those who listen.
import { expect, onTestFinished, test } from 'vitest';
import stringWidth from 'fast-string-width';
import { filledFolder } from '../golden/fixture/audits.js';
import { createDesk } from '../support/terminal.js';

const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];

/** What eight sealed quarters look like. */
async function screenOf(
  columns: number,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { db, folder } = await filledFolder([...QUARTERS, '2026-Q3']);
  const desk = createDesk();
  onTestFinished(() => {
    desk.clear();
  });
  const session = desk.start(['compare', '--last', '8', '--out', folder, ...args], {
    columns,
    rows: 200,
    env: { CHECKUP_DB: db, ...env },
  });
  expect(await session.ended).toBe(0);
  await session.until('.json');
  const screen = session.screen();
  const table = screen.slice(0, screen.indexOf('The same quarter'));
  for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  return table;
}

test('80 columns hold eight quarters, each step on one line', async () => {
  const lines = (await screenOf(80)).split('\n');
  expect(lines[0]).toMatch(/^Example Motors\s+2024\s+2025\s+2026$/);
  expect(lines[1]).toMatch(/^\s+Q4\s+Q1\s+Q2\s+Q3\s+Q4\s+Q1\s+Q2\s+Q3$/);
  expect(lines[2]).toMatch(/^Overall\s+42\s+65▲.*[▁▂▃▄▅▆▇█]{8}$/);
  expect(lines.slice(2, 10).filter((line) => /[▁▂▃▄▅▆▇█–]{8}$/.test(line))).toHaveLength(8);
});

test('40 columns hold the latest quarters and every bar', async () => {
  const screen = await screenOf(40);
  expect(screen).toMatch(/^Example Motors {2}2026\n {16}Q1 +Q2 +Q3\n/);
  expect(screen).toMatch(/^Overall .*65▲ {2}[▁▂▃▄▅▆▇█]{8}$/m);
  expect(screen).toMatch(/The latest \d of 8 quarters fit here/);
});

test('20 columns hold one figure below the other', async () => {
  expect(await screenOf(20)).toMatch(/^Example Motors:\n? ?Overall\n {2}2024-Q4: 42\n/);
});

test('in plain, verdicts are words', async () => {
  const screen = await screenOf(80, ['--plain']);
  expect(screen).toMatch(/^Example Motors: Overall\n {2}2024-Q4: 42\n {2}2025-Q1: 65, rose\n/);
  expect(screen).toContain('What rose and what fell is said like for like');
  expect(screen).not.toMatch(/[▁▂▃▄▅▆▇█▲▼≈]/);
});

test('without a Unicode font, bars and signs are ASCII', async () => {
  const screen = await screenOf(80, [], { TERM: 'linux' });
  expect(screen).toMatch(/^Overall +42 +65\^.* {2}[_.:;=+*#]{8}$/m);
  // eslint-disable-next-line no-control-regex -- whatever is not ASCII is what is looked for
  expect(screen).not.toMatch(/[^\u0000-\u007f]/);
});
