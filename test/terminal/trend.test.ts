// The trend on screens of several widths, and for those who listen.
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import stringWidth from 'fast-string-width';
import { filledFolder } from '../golden/fixture/audits.js';
import { createDesk } from '../support/terminal.js';

const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];

/** What eight sealed quarters look like, without the files that were written. */
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
  await session.until('-trend.md');
  // As written: on the screen itself the terminal has broken whatever was too wide.
  const written = stripVTControlCharacters(session.raw()).replaceAll('\r', '');
  const screen = written.slice(0, written.indexOf(folder));
  for (const line of screen.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  return screen;
}

/** The quarters as they stand one below the other, with what is behind each; overall. */
const BELOW = [
  'Overall',
  '  Q4 24: 42',
  '  Q1 25: ▲ 65',
  '  Q2 25: ▼ 42',
  '  Q3 25: ▲ 65',
  '  Q4 25: ▼ 42',
  '  Q1 26: ▲ 65',
  '  Q2 26: ▼ 42',
  '  Q3 26: ▲ 65',
  '',
].join('\n');

test('80 columns hold eight quarters, each step on one line', async () => {
  const lines = (await screenOf(80)).split('\n');
  expect(lines[0]).toBe('The same score as in Q3 2025. Example Motors, Q4 2024 to Q3 2026.');
  const head = lines.findIndex((line) => line.includes('Q4 24'));
  expect(lines[head]).toMatch(/^ +Q4 24 +Q1 25 +Q2 25 +Q3 25 +Q4 25 +Q1 26 +Q2 26 +Q3 26$/);
  expect(lines[head + 1]).toMatch(/^Overall +42 +▲ 65( +▼ 42 +▲ 65){3}$/);
  // Overall, the same like for like, six steps.
  const rows = lines.slice(head + 1, head + 9);
  expect(rows.filter((line) => /^\S.*?( +([▲▼] )?(\d+|–)){8}$/.test(line))).toHaveLength(8);
  expect(lines[head + 9]).toBe('');
});

test('40 columns hold the latest quarters, and all that came before', async () => {
  const screen = await screenOf(40);
  expect(screen).toContain(BELOW);
  expect(screen.match(/^ {2}Q3 26: ([▲▼] )?\d+$/gm)).toHaveLength(8);
});

test('20 columns hold one figure below the other', async () => {
  const screen = await screenOf(20);
  expect(screen).toContain(BELOW);
  expect(screen.match(/^ {2}Q[1-4] 2[456]: ([▲▼] )?(\d+|–)$/gm)).toHaveLength(8 * 8);
});

test('in plain, verdicts are words', async () => {
  const screen = await screenOf(80, ['--plain']);
  expect(screen).toContain(
    'Overall\n  Q4 24: 42\n  Q1 25: 65, clearly better\n  Q2 25: 42, clearly worse\n',
  );
  expect(screen.replace(/\s+/g, ' ')).toContain('than the audit before, like for like');
  expect(screen).not.toMatch(/[▁▂▃▄▅▆▇█▲▼△▽≈○●▬]/);
});

test('without a Unicode font, signs are ASCII', async () => {
  const screen = await screenOf(80, [], { TERM: 'linux' });
  expect(screen).toMatch(/^Overall +42 +\^ 65( +v 42 +\^ 65){3}$/m);
  expect(screen).toContain('^ clearly better, v clearly worse');
  // eslint-disable-next-line no-control-regex -- whatever is not ASCII is what is looked for
  expect(screen).not.toMatch(/[^\u0000-\u007f]/);
});
