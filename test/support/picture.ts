import type { IBufferCell, Terminal } from '@xterm/headless';
import { KEY, createDesk, readyAfter } from './terminal.js';

const CELL = { width: 8.4, height: 18 };
const MARGIN = 14;
const COLOURS = [
  '#1b1f24',
  '#e5534b',
  '#57ab5a',
  '#c69026',
  '#539bf5',
  '#b083f0',
  '#39c5cf',
  '#adbac7',
];
const PAPER = '#1b1f24';
const INK = '#d7dde3';

function styleOf(cell: IBufferCell): string {
  const colour = cell.isFgPalette() ? (COLOURS[cell.getFgColor() % 8] ?? INK) : INK;
  return `fill="${colour}"${cell.isBold() !== 0 ? ' font-weight="bold"' : ''}${cell.isDim() !== 0 ? ' opacity="0.65"' : ''}`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One line of the screen as runs of characters that look the same. */
function drawLine(terminal: Terminal, y: number, top: number): string {
  const line = terminal.buffer.active.getLine(y);
  if (line === undefined) return '';
  const runs: { x: number; style: string; text: string }[] = [];
  for (let x = 0; x < terminal.cols; x++) {
    const cell = line.getCell(x);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const style = styleOf(cell);
    const last = runs.at(-1);
    const text = cell.getChars() === '' ? ' ' : cell.getChars();
    if (last?.style === style) last.text += text;
    else runs.push({ x, style, text });
  }
  return runs
    .filter((run) => run.text.trim() !== '')
    .map((run) => {
      const text = run.text.trimEnd();
      const x = (MARGIN + run.x * CELL.width).toFixed(1);
      const baseline = String(MARGIN + (y - top) * CELL.height + 13);
      const width = (text.length * CELL.width).toFixed(1);
      return `<text x="${x}" y="${baseline}" textLength="${width}" ${run.style} xml:space="preserve">${escapeXml(text)}</text>`;
    })
    .join('\n');
}

/** The screen of a terminal, as far down as anything stands on it, as an SVG picture. */
function draw(terminal: Terminal): string {
  const isEmpty = (y: number): boolean =>
    (terminal.buffer.active.getLine(y)?.translateToString(true) ?? '') === '';
  const top = terminal.buffer.active.baseY;
  let last = terminal.buffer.active.length - 1;
  while (isEmpty(last)) last -= 1;
  const width = (terminal.cols * CELL.width + 2 * MARGIN).toFixed(0);
  const height = String((last - top + 1) * CELL.height + 2 * MARGIN);
  const drawn = Array.from({ length: last - top + 1 }, (_, index) =>
    drawLine(terminal, top + index, top),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">`,
    `<title>An item of a check-up in the terminal</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
    ...drawn.filter((line) => line !== ''),
    '</svg>',
    '',
  ].join('\n');
}

/** What is drawn once the terminal has stopped changing. */
async function settled(look: () => string): Promise<string> {
  for (let before = ''; ;) {
    const now = look();
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** The picture in the README: a walk in a real terminal, as it looks today. */
export async function drawWalk(): Promise<string> {
  const desk = createDesk();
  try {
    const flags = [
      '--quarter',
      '2026-Q4',
      '--auditor',
      'A. Auditor',
      '--checklist',
      'quarterly-checkup',
    ];
    const session = desk.start(['audit', '--dealership', 'Example Motors', ...flags, '--full']);
    await session.until(readyAfter('item 1 of 84'));
    // What was saved last stands above the item that is asked.
    await session.answer('g', 'Go to');
    await session.answer(`comm-change-rules${KEY.enter}`, readyAfter('comm-change-rules'));
    await session.answer(KEY.enter, 'all the rest');
    await session.answer('y', '[y]');
    await session.answer('n', '[n]');
    await session.answer('Y', 'All are marked');
    await session.answer(KEY.enter, readyAfter('comm-honest-reason'));
    return await settled(() => draw(session.terminal));
  } finally {
    desk.clear();
  }
}
