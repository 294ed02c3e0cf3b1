import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from '../../src/core/text.js';
import { codeSpan, inline, mdTable, quotation } from '../../src/reports/markdown-text.js';

/** Everything that acts on a terminal, or turns the order of a line round. */
const ACTING =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Text made of what means something in Markdown, in HTML and to a terminal. */
const nasty = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...'\\`*_[]<>|~$&#+-=!(){}.:"\'/1aZ \t\n\r'.split(/(?:)/)),
      },
      fc.constantFrom(
        '<script>',
        '</td>',
        '&lt;',
        '&#60;',
        '&amp;',
        '```',
        '---',
        '| a |',
        '1. ',
        '[a](javascript:x)',
      ),
      fc.constantFrom(
        '\u001b[31m',
        '\u009b',
        '\u0007',
        '\u202e',
        '\u2066',
        '\u200f',
        '\u2028',
        '\u0000',
        '\ufeff',
        '\r\n',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** What a reader of CommonMark sees of text in which every markup is escaped. */
function rendered(text: string): string {
  return text
    .split(/(\\[!-/:-@[-`{-~]|&amp;)/)
    .map((part) => (part === '&amp;' ? '&' : part.startsWith('\\') ? part.slice(1) : part))
    .join('');
}

/** The characters that no backslash stands before. */
function bare(text: string): string {
  return text.replace(/\\[!-/:-@[-`{-~]/g, '');
}

/**
 * The cells of a table row as GitHub parts them: at every pipe that isn't escaped, before anything
 * else is read; then the backslash before a pipe is gone.
 */
function cellsOf(row: string): string[] {
  const parts = row.match(/(?:\\[!-/:-@[-`{-~]|[^|])*\|/g) ?? [];
  return parts.slice(1).map((part) => part.slice(0, -1).replace(/\\\|/g, '|').trim());
}

describe('a text on one line', () => {
  test('shows every character that was typed, and nothing that acts', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = inline(text);
        expect(shown).not.toMatch(/[\n\r\t]/);
        expect(shown).not.toMatch(ACTING);
        expect(rendered(shown)).toBe(visibleLine(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('is no markup, no HTML and no entity', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = inline(text);
        expect(bare(shown)).not.toMatch(/[`*[\]<~\\]/);
        // Two dollar signs can make a formula, one never does.
        expect(bare(shown)).not.toMatch(/\$[^]*\$/);
        expect(bare(shown)).not.toMatch(/&(?!amp;)(?:#\d|#x|[A-Za-z][A-Za-z0-9]*;)/i);
        expect(shown).not.toMatch(/^(?:[#>+=|-]|\d+[.)](?:\s|$))/);
        // An underscore alone marks emphasis only at the edge of a word.
        expect(bare(shown)).not.toMatch(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['# heading', '\\# heading'],
    ['1. list', '1\\. list'],
    ['- list', '\\- list'],
    ['> quote', '\\> quote'],
    ['a | b', 'a | b'],
    ['| a', '\\| a'],
    ['US$ 5', 'US$ 5'],
    ['$a$', '\\$a\\$'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['&lt;b&gt; & co', '&amp;lt;b&amp;gt; & co'],
    ['snake_case _word_', 'snake_case \\_word\\_'],
    ['\u001b[31mred\u001b[0m', '\\[U+001B\\]\\[31mred\\[U+001B\\]\\[0m'],
    ['a\u202eb', 'a\\[U+202E\\]b'],
    ['one\n\n two', 'one two'],
  ])('%j is written as %j', (text, shown) => {
    expect(inline(text)).toBe(shown);
  });
});

describe('a quotation', () => {
  test('keeps every line, behind its mark, and nothing in it is markup', () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom('', '  '), (text, indent) => {
        const lines = quotation(text, indent).split('\n');
        const typed = visible(text).replace(/\t/g, '    ').trim().split('\n');
        expect(lines).toHaveLength(typed.length);
        for (const [index, line] of lines.entries()) {
          expect(line.startsWith(`${indent}>`)).toBe(true);
          expect(line).not.toMatch(ACTING);
          const content = line.slice(indent.length + 1).trimStart();
          expect(bare(content)).not.toMatch(/[`*[\]<~\\]|\$[^]*\$/);
          expect(content).not.toMatch(/^(?:[#>+=|-]|\d+[.)](?:\s|$))/);
          // Two spaces at the end break the line.
          expect(rendered(content.replace(/ {2}$/, ''))).toBe(typed[index]?.trim());
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a note of ten thousand characters keeps them all', () => {
    const long = 'word '.repeat(2000).trim();
    expect(quotation(long)).toBe(`> ${long}`);
  });
});

describe('a table', () => {
  test('has as many cells in every row as in its head, and each says what was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty, nasty), { maxLength: 5 }), (rows) => {
        const text = mdTable(
          [{ title: 'One' }, { title: 'Two', align: 'r' }, { title: 'Three' }],
          rows.map((row) => row.map(inline)),
        );
        const lines = text.split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(cellsOf(line), line).toHaveLength(3);
        for (const [index, row] of rows.entries()) {
          const shown = cellsOf(lines[index + 2] ?? '').map(rendered);
          expect(shown).toEqual(row.map(visibleLine));
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(['|', '| a', 'a |', '\\|', '\\\\|', '| | |', '|\\'])(
    'takes %j for a cell like any other',
    (text) => {
      const [, , row = ''] = mdTable([{ title: 'One' }], [[inline(text)]]).split('\n');
      expect(cellsOf(row).map(rendered)).toEqual([text]);
    },
  );
});

describe('a code span', () => {
  /** What CommonMark shows of a line that is one code span; null where it isn't. */
  function shown(span: string): string | null {
    const fence = /^`+/.exec(span)?.[0] ?? '';
    const inner = span.slice(fence.length, -fence.length);
    const ends = inner.match(/`+/g)?.some((run) => run.length === fence.length) ?? false;
    if (fence === '' || ends || !span.endsWith(fence) || /^`|`$/.test(inner)) return null;
    return /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
  }

  test('shows exactly the text, whatever backticks are in it', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        fc.pre(visibleLine(text) !== '');
        expect(shown(codeSpan(text))).toBe(visibleLine(text));
        expect(codeSpan(text)).not.toMatch(ACTING);
      }),
    );
    expect(codeSpan('RO $1 `x` <b>')).toBe('``RO $1 `x` <b>``');
    expect(codeSpan('`x``')).toBe('``` `x`` ```');
  });
});
