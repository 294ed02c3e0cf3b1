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
import type { Block, Strip, Text, Tree } from '../../src/documents/tree.js';

/** Text made of what means something in Markdown, in HTML, to a terminal or to a spreadsheet. */
export const nasty = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'\\`*_[]<>|~$&#+-=!(){}.:"\'/@1aZ \t\n\r') },
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
    { maxLength: 30 },
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
  return [
    say(),
    BREAK,
    strong(say()),
    ' and ',
    soft(say()),
    ' and ',
    code(say()),
    ' and ',
    link(`evidence/${say()}`, say()),
    ' and ',
    signed('better', say()),
    ' and ',
    tag(say()),
    ' and ',
    tag(say(), true),
    ' and ',
    BLANK,
    ' and ',
    strong(code(say()), ' and ', link('a file.pdf', say()), ' and ', signed('worse', say())),
  ];
}

function everyBlock(say: () => string, text: () => Text): Block[] {
  return [
    { block: 'heading', level: 2, text: text(), id: say(), short: say() },
    { block: 'heading', level: 3, text: text() },
    { block: 'paragraph', text: text(), tone: 'plain' },
    { block: 'paragraph', text: text(), tone: 'fine' },
    ...list([text(), text()]),
    ...list([text(), text()]),
    ...list([text(), text()], true),
    ...quote(say()),
    { block: 'alarm', text: text(), note: say() },
    { block: 'score', figure: say(), of: say(), band: say(), says: [text(), text()] },
    {
      block: 'table',
      caption: text(),
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
          cells: [text(), { drawn: strip }, text(), text()],
          notes: [...quote(say()), ...quote(say())],
        },
        { cells: [say(), { drawn: strip }, say(), say()], notes: [...list([text()])], total: true },
      ],
    },
    { block: 'figure', caption: text(), mark: strip, words: say() },
    { block: 'grid', columns: 2, cells: [[{ block: 'paragraph', text: text(), tone: 'plain' }]] },
    { block: 'page-break' },
  ];
}

/** A document in which every text is typed. */
export function typedTree(say: () => string): Tree {
  const text = (): Text => everyPiece(say);
  return {
    kind: say(),
    subject: text(),
    title: say(),
    headline: text(),
    blocks: [
      ...everyBlock(say, text),
      { block: 'fold', summary: text(), figure: say(), blocks: everyBlock(say, text) },
    ],
    foot: [text()],
    running: say(),
  };
}
