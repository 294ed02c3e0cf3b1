import { visibleLine } from '../../core/text.js';
import type { Block, Figure, Row, Table, Text } from '../../documents/tree.js';
import { strong } from '../../documents/blocks.js';
import { IN_HEADING, ON_LINE, inParagraph, line, wholeLine } from './inline.js';
import { nameIn, pieces } from '../signs.js';
import { tableLines } from './table.js';
import { quoted, typedLines } from './text.js';

const DEEPEST = 6;

/** Where a block stands: under a heading of which level, and what that adds to headings below it. */
interface Under {
  readonly level: number;
  readonly shift: number;
}

function paragraph(text: Text): string {
  return wholeLine(text, inParagraph());
}

function bold(text: Text): string {
  return wholeLine(strong(...pieces(text)), inParagraph());
}

/** A heading; its text is Markdown already. */
export function heading(level: number, text: string): string {
  // Signs of it at its end would only close it.
  return `${'#'.repeat(Math.min(DEEPEST, level))} ${text.replace(/(?<!\\)#$/, '\\#')}`;
}

type List = Extract<Block, { readonly block: 'list' }>;

function listLines({ items, ordered, ticks = false }: List, isOther: boolean): string {
  return items
    .map((item, index) => {
      const bullet = `${isOther ? '*' : '-'}${ticks ? ' ☐' : ''}`;
      const lead = ordered ? `${String(index + 1)}${isOther ? ')' : '.'} ` : `${bullet} `;
      return lead + wholeLine(item, inParagraph(' '.repeat(lead.length)));
    })
    .join('\n');
}

/** What belongs to a row, in one quotation that is named by it. */
function notesOf(row: Row): string {
  const name = pieces(nameIn(row.cells[0] ?? ''));
  const named = line(name, ON_LINE).trim() === '' ? '' : bold([...name, ':']);
  const lines = (row.notes ?? []).flatMap((note, index) => {
    if (note.block !== 'quote') {
      const parts = blockParts([note], { level: 3, shift: 2 }).join('\n\n').split('\n');
      return index === 0 ? [named, '', ...parts] : ['', ...parts];
    }
    const [first = '', ...more] = typedLines(note.text);
    return index === 0 ? [`${named} ${first}`.trim(), ...more] : ['', first, ...more];
  });
  return quoted(lines);
}

function tableParts(table: Table): string[] {
  return [
    ...(table.captioned ? [paragraph(table.caption)] : []),
    tableLines(table),
    ...table.rows.map(notesOf),
  ];
}

function figureParts({ caption, mark, words }: Figure): string[] {
  // The figures of a strip without words stand in the text around it; those of others, above them.
  if (words === '') return mark.mark === 'strip' ? [] : [bold(caption)];
  const title = bold(caption);
  return [title === '' ? paragraph(words) : `${title}  \n${paragraph(words)}`];
}

function foldParts(fold: Extract<Block, { block: 'fold' }>, under: Under): string[] {
  const level = under.level + 1;
  const summary = line(fold.summary, IN_HEADING).trim();
  const figure = line(fold.figure, IN_HEADING).trim();
  const title = [summary, figure].filter((part) => part !== '').join(' · ');
  return [
    heading(level, title),
    ...blockParts(fold.plain ?? fold.blocks, { level, shift: Math.min(DEEPEST, level) - 2 }),
  ];
}

/** One block as the parts that stand apart from each other. */
function partsOf(block: Block, under: Under, isOther: boolean): string[] {
  switch (block.block) {
    case 'heading':
      return [heading(block.level + under.shift, wholeLine(block.text, IN_HEADING))];
    case 'paragraph':
      // Nothing is drawn here whose key could be read.
      return block.tone === 'key' ? [] : [paragraph(block.text)];
    case 'list':
      return [listLines(block, isOther)];
    case 'quote':
      return [quoted(typedLines(block.text))];
    case 'alarm': {
      const note = visibleLine(block.note) === '' ? [] : ['', ...typedLines(block.note)];
      return [quoted([...paragraph(block.text).split('\n'), ...note])];
    }
    case 'score': {
      const figure = [strong(block.figure), ` ${block.of}`];
      const first = block.band === '' ? figure : [...figure, ' · ', strong(block.band)];
      return [paragraph(first), ...block.says.map(paragraph)];
    }
    case 'table':
      return tableParts(block);
    case 'figure':
      return figureParts(block);
    case 'grid':
      return block.cells.flatMap((cell) => blockParts(cell, under));
    case 'fold':
      return foldParts(block, under);
    case 'page-break':
      return [];
  }
}

/** Blocks as the parts that stand apart from each other by an empty line. */
export function blockParts(blocks: readonly Block[], under: Under): string[] {
  let { level } = under;
  let wasOther = false;
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    // A list right after a list would go on with it, but for other marks.
    const goesOn = block.block === 'list' && before?.block === 'list';
    wasOther = goesOn && before.ordered === block.ordered ? !wasOther : false;
    const parts = partsOf(block, { ...under, level }, wasOther);
    if (block.block === 'heading') level = Math.min(DEEPEST, block.level + under.shift);
    return parts.filter((part) => part !== '');
  });
}
