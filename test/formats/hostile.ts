// Trees in which every text is whatever somebody may have typed.
import fc from 'fast-check';
import {
  BLANK,
  BREAK,
  code,
  link,
  list,
  quote,
  signed,
  soft,
  strong,
  tag,
} from '../../src/documents/blocks.js';
import type { Block, Inline, Strip, Text, Tree } from '../../src/documents/tree.js';

/** Text made of what means something in Markdown, in HTML, to a terminal or to a spreadsheet. */
export const nasty = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...Array.from('\\`*_[]<>|~$&#+-=!(){}.:"\'/@1aZ \t\n\r')),
      },
      fc.constantFrom(
        '<script>',
        '</td>',
        '<!--',
        '&lt;',
        '&#60;',
        '&amp;',
        '```',
        '~~~',
        '---',
        '===',
        '| a |',
        '|-|',
        '1. ',
        '[a](javascript:x)',
        '![a](b)',
        '[^1]',
        '[x]: y',
        '- [ ] ',
        '**a**',
        '__a__',
        '~~a~~',
        '    a',
        'http://a.example',
        'HTTPS://b.example/?q=1&copy;',
        'ftp://c.example',
        'www.d.example',
        'e@f.example',
        'mailto:g@h.example',
        'xmpp:i@j.example',
        '<k@l.example>',
        '<http://m.example>',
        'https:',
        '://',
        'www.',
        '=1+1',
        '@SUM(A1)',
        '+1',
        '-1',
      ),
      fc.constantFrom(
        '\u001b[31m',
        '\u001b]8;;http://x\u0007',
        '\u009b',
        '\u0007',
        '\u202e',
        '\u2066',
        '\u200f',
        '\u2028',
        '\u0000',
        '\ufeff',
        '\r\n',
        '東京',
        '👍🏽',
        'e\u0301',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

export const strip: Strip = {
  mark: 'strip',
  bands: [
    { from: 0, name: 'At risk' },
    { from: 0.4, name: 'Weak' },
    { from: 0.6, name: 'Sound' },
    { from: 0.8, name: 'Strong' },
  ],
  ring: 0.62,
  dot: 0.4,
  bar: { lower: 0.2, upper: 0.5 },
  sign: 'worse',
  held: null,
  labels: null,
  named: false,
};

/** One line with a typed text in every kind of piece. */
function everyPiece(say: () => string): Text {
  const all: Inline[] = [
    strong(say()),
    soft(say()),
    code(say()),
    link(`evidence/${say()}`, say()),
    signed('better', say()),
    tag(say()),
    tag(say(), true),
    BLANK,
    strong(code(say()), ' and ', link('a file.pdf', say()), ' and ', signed('worse', say())),
  ];
  return [say(), BREAK, say(), ...all.flatMap((piece) => [' and ', piece])];
}

function tableOf(say: () => string): Block {
  return {
    block: 'table',
    caption: say(),
    captioned: true,
    whole: false,
    columns: [
      { title: say(), role: 'name' },
      { title: say(), role: 'mark' },
      { title: say(), role: 'text' },
      { title: say(), role: 'number' },
    ],
    rows: [
      {
        cells: [say(), { drawn: strip }, everyPiece(say), say()],
        notes: [...quote(say()), ...quote(say()), ...list([say()])],
      },
      { cells: [say(), { drawn: strip }, say(), say()], notes: list([say()]), total: true },
    ],
  };
}

/** A document in which every text is typed. */
export function typedTree(say: () => string): Tree {
  return {
    kind: say(),
    subject: say(),
    title: say(),
    headline: [say(), BREAK, say()],
    blocks: [
      { block: 'heading', level: 2, text: [say(), ' and ', code(say())], id: say(), short: say() },
      { block: 'paragraph', text: everyPiece(say), tone: 'plain' },
      { block: 'paragraph', text: say(), tone: 'fine' },
      ...list([[say(), BREAK, say()], say()]),
      ...list([say()]),
      ...list([[say(), BREAK, say()], say()], true),
      ...quote(say()),
      { block: 'alarm', text: [say(), BREAK, say()], note: say() },
      { block: 'score', figure: say(), of: say(), band: say(), says: [say(), strong(say())] },
      tableOf(say),
      { block: 'figure', caption: say(), mark: strip, words: say() },
      { block: 'grid', columns: 2, cells: [[{ block: 'paragraph', text: say(), tone: 'plain' }]] },
      { block: 'page-break' },
      {
        block: 'fold',
        summary: [say(), ' and ', strong(say())],
        figure: say(),
        blocks: [{ block: 'heading', level: 3, text: say() }, ...list([say()]), ...quote(say())],
      },
    ],
    foot: [[say(), BREAK, say()]],
    running: say(),
  };
}
