import type {
  Block,
  Cell,
  Inline,
  Mark,
  Row,
  Table,
  Text,
  Tree,
} from '../../src/documents/tree.js';

// What a tree says, as plain lines: what tests look for, whatever the format.

/** A line of a tree as plain text, without signs. */
export function textOf(text: Text): string {
  return isMany(text) ? text.map(pieceText).join('') : pieceText(text);
}

function isMany(text: Text): text is readonly Inline[] {
  return Array.isArray(text);
}

const SIGNS = {
  better: '▲ ',
  worse: '▼ ',
  'probably-better': '△ ',
  'probably-worse': '▽ ',
  unclear: '≈ ',
  same: '= ',
};

function pieceText(piece: Inline): string {
  if (typeof piece === 'string') return piece;
  switch (piece.inline) {
    case 'break':
      return ' · ';
    case 'blank':
      return '____';
    case 'code':
    case 'tag':
      return piece.text;
    case 'signed':
      return `${SIGNS[piece.sign]}${textOf(piece.text)}`;
    default:
      return textOf(piece.text);
  }
}

/** A cell as plain text; of a drawing the names of what is drawn. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'object' && 'drawn' in cell) {
    return cell.drawn.mark === 'dots' ? cell.drawn.dots.map(({ name }) => name).join(' ') : '';
  }
  return textOf(cell);
}

/** Every line that some blocks say. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.block) {
      case 'heading':
      case 'paragraph':
        return [textOf(block.text)];
      case 'list':
        return block.items.map(textOf);
      case 'quote':
        return [block.text];
      case 'alarm':
        return [textOf(block.text), block.note];
      case 'score':
        return [`${block.figure} ${block.of} ${block.band}`, ...block.says.map(textOf)];
      case 'table':
        return [
          textOf(block.caption),
          block.columns.map(({ title }) => title).join(' | '),
          ...block.rows.flatMap((row) => [
            row.cells.map(cellText).join(' | '),
            ...linesOf(row.notes ?? []),
          ]),
        ];
      case 'figure':
        return [textOf(block.caption), block.words];
      case 'grid':
        return block.cells.flatMap(linesOf);
      case 'fold':
        return [textOf(block.summary), block.figure, ...linesOf(block.blocks)];
      case 'blanks':
        return block.entries.map(({ title, value }) => `${title}: ${value ?? '____'}`);
      case 'entry':
        return [
          `${String(block.number)}. ${textOf(block.question)}`,
          block.marks.map(textOf).join(' · '),
          ...block.guidance.map(({ title, text }) => `${title}: ${text}`),
          block.words,
          ...block.exceptions,
        ];
      case 'page-break':
        return [];
    }
  });
}

/** Every line that a document says. */
export function treeText(tree: Tree): string {
  return [
    tree.kind,
    textOf(tree.subject),
    tree.title,
    textOf(tree.headline),
    ...linesOf(tree.blocks),
    ...tree.foot.map(textOf),
    tree.running,
  ].join('\n');
}

/** Every block, those inside others included. */
export function blocksIn(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.block === 'fold') return [block, ...blocksIn(block.blocks)];
    if (block.block === 'grid') return [block, ...block.cells.flatMap(blocksIn)];
    return [block];
  });
}

/** The table that a caption begins. */
export function tableOf(blocks: readonly Block[], caption: string): Table {
  const found = blocksIn(blocks).find(
    (block): block is Table => block.block === 'table' && textOf(block.caption).startsWith(caption),
  );
  if (found === undefined) throw new Error(`there is no table ${caption}`);
  return found;
}

/** The cells of rows as plain text. */
export function rowsOf({ rows }: { readonly rows: readonly Row[] }): string[][] {
  return rows.map(({ cells }) => cells.map(cellText));
}

/** Every mark that is drawn, in figures and in cells. */
export function marksIn(blocks: readonly Block[]): Mark[] {
  return blocksIn(blocks).flatMap((block): Mark[] => {
    if (block.block === 'figure') return [block.mark];
    if (block.block !== 'table') return [];
    return block.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (typeof cell === 'object' && 'drawn' in cell ? [cell.drawn] : [])),
    );
  });
}

/** Counts that don't agree with what they count, such as `1 items` and `2 item`. */
export function wrongPlurals(text: string): string[] {
  const things = 'item|quarter|step|audit|dealership|point|house|time';
  return [
    ...(text.match(new RegExp(`(?<![\\d.,−+-])\\b(?:1|[Oo]ne) (?:${things})s\\b`, 'g')) ?? []),
    ...(text.match(
      new RegExp(`\\b(?:0|[2-9]|\\d\\d+|two|three|four) (?:${things})\\b(?!s)`, 'g'),
    ) ?? []),
  ];
}
