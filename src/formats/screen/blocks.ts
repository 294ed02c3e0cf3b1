import stringWidth from 'fast-string-width';
import type { Block, Figure, Mark, Row, Text } from '../../documents/tree.js';
import { wrap } from '../layout.js';
import type { Canvas } from './canvas.js';
import { isPlain } from './canvas.js';
import { blanksText, entryText } from './entry.js';
import { inline, oneLine, signText, typedLines } from './inline.js';
import { bandNames, drawMark } from './mark.js';
import { tableText } from './table.js';

/** Columns of a drawing that stands alone. */
const DRAWN = 40;
/** Fewer columns than this draw nothing that could be read. */
const FEWEST = 12;

function paragraph(text: Text, canvas: Canvas, lead = ''): string {
  return wrap(inline(text, canvas).trim(), canvas.width, lead);
}

/** What somebody typed: behind a line, or further in for those who listen. */
function quote(text: string, canvas: Canvas, indent = ''): string[] {
  const bar = isPlain(canvas) ? '  ' : `${canvas.style.faint('│')} `;
  const lines = typedLines(text).flatMap((line) =>
    wrap(line.trim(), canvas.width - indent.length - 2).split('\n'),
  );
  return lines.map((line) => `${indent}${bar}${line}`.trimEnd());
}

function listLines({ items, ordered, ticks }: Extract<Block, { block: 'list' }>, canvas: Canvas) {
  return items
    .map((item, index) => {
      const lead = ticks === true ? '[ ] ' : ordered ? `${String(index + 1)}. ` : '- ';
      return paragraph(item, canvas, lead);
    })
    .join('\n');
}

/** A drawing that stands alone, with its figures beside it. */
function drawing(mark: Mark, canvas: Canvas): string[] {
  const { ring = '', dot = '' } = (mark.mark === 'strip' ? mark.labels : null) ?? {};
  const sign = mark.mark === 'strip' && mark.sign !== null ? signText(mark.sign, canvas) : '';
  const lead = ring === '' ? '' : `${oneLine(ring, canvas)} `;
  // Colour alone would say nothing to many.
  const tail = [oneLine(dot, canvas), sign].filter((part) => part !== '').join(' ');
  const room = Math.min(DRAWN, canvas.width - stringWidth(`${lead} ${tail}`));
  if (room < FEWEST) return [];
  const names = mark.mark === 'strip' && mark.named ? bandNames(mark.bands, room) : '';
  return [
    `${lead}${drawMark(mark, room, canvas)} ${tail}`.trimEnd(),
    ...(names === '' ? [] : [canvas.style.faint(' '.repeat(stringWidth(lead)) + names)]),
  ];
}

function figure({ caption, mark, words }: Figure, canvas: Canvas): string {
  const lines = isPlain(canvas) ? [] : drawing(mark, canvas);
  // The figures of a strip without words stand in the text around it.
  if (lines.length === 0 && words === '' && mark.mark === 'strip') return '';
  const title = wrap(canvas.style.strong(oneLine(caption, canvas)), canvas.width);
  const said = wrap(oneLine(words, canvas), canvas.width);
  return [title, ...lines, said].filter((line) => line !== '').join('\n');
}

/** What belongs to a row, further in. */
function notesOf({ notes }: Row, canvas: Canvas): string[] {
  if (notes === undefined) return [];
  const inner = {
    ...canvas,
    width: canvas.width - 2,
    tableWidth: Math.max(0, canvas.tableWidth - 2),
  };
  return notes.flatMap((note) =>
    note.block === 'quote'
      ? quote(note.text, canvas, '  ')
      : blockText(note, inner)
          .split('\n')
          .map((line) => `  ${line}`.trimEnd()),
  );
}

/** One block as lines; '' where it says nothing on a screen. */
export function blockText(block: Block, canvas: Canvas): string {
  const { style, width } = canvas;
  const title = (text: Text): string => wrap(style.title(oneLine(text, canvas)), width);
  switch (block.block) {
    case 'heading':
      return title(block.text);
    case 'paragraph':
      if (block.tone !== 'key') return paragraph(block.text, canvas);
      // A bar is drawn with other signs here than on paper.
      return isPlain(canvas) ? '' : paragraph(block.text, canvas).replaceAll('▬', '░');
    case 'list':
      return listLines(block, canvas);
    case 'quote':
      return quote(block.text, canvas).join('\n');
    case 'alarm': {
      const text = wrap(style.bad(inline(block.text, canvas).trim()), width, '! ');
      const note = block.note.trim() === '' ? [] : quote(block.note, canvas, '  ');
      return [text, ...note].join('\n');
    }
    case 'score': {
      const figures = [style.strong(oneLine(block.figure, canvas)), oneLine(block.of, canvas)];
      const score = figures.filter((part) => part !== '').join(' ');
      const band = style.strong(oneLine(block.band, canvas));
      const first = [score, band].filter((part) => part !== '').join(' · ');
      return [wrap(first, width), ...block.says.map((text) => paragraph(text, canvas))].join('\n');
    }
    case 'table': {
      const caption = block.captioned || isPlain(canvas) ? paragraph(block.caption, canvas) : '';
      const rows = tableText(block, canvas, (row) => notesOf(row, canvas));
      return caption === '' ? rows : `${caption}\n${rows}`;
    }
    case 'figure':
      return figure(block, canvas);
    case 'grid':
      return block.cells.map((cell) => blocksText(cell, canvas)).join('\n\n');
    case 'fold': {
      const parts = [oneLine(block.summary, canvas), oneLine(block.figure, canvas)];
      const summary = title(parts.filter((part) => part !== '').join(' · '));
      return `${summary}\n${blocksText(block.plain ?? block.blocks, canvas)}`.trimEnd();
    }
    case 'blanks':
      return blanksText(block, canvas);
    case 'entry':
      return entryText(block, canvas);
    case 'page-break':
      return '';
  }
}

const CLOSE: ReadonlySet<Block['block']> = new Set([
  'paragraph',
  'list',
  'quote',
  'alarm',
  'score',
]);

/** Whether a block stands right below the one before it. */
function isClose(before: Block, block: Block): boolean {
  if (before.block === 'heading') return block.block !== 'heading';
  return CLOSE.has(before.block) && CLOSE.has(block.block);
}

/** Blocks one below the other: lines of text close, what has a shape of its own apart. */
export function blocksText(blocks: readonly Block[], canvas: Canvas): string {
  let out = '';
  let before: Block | null = null;
  for (const block of blocks) {
    const text = blockText(block, canvas);
    if (text === '') continue;
    const gap = before === null ? '' : isClose(before, block) ? '\n' : '\n\n';
    out += gap + text;
    before = block;
  }
  return out;
}
