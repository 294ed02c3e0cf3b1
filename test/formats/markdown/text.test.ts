import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from '../../../src/core/text.js';
import { alignedTable } from '../../../src/formats/markdown/table.js';
import { codeSpan, inline, quoted, typedLines } from '../../../src/formats/markdown/text.js';
import { nasty } from '../hostile.js';

// What a whole document does with typed text is held beside this file, by a reader of Markdown; here
// stands how each piece is written.

/** Everything that acts on a terminal, or turns the order of a line round. */
const ACTING =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/**
 * The cells of a table row as GitHub parts them: at every pipe that isn't escaped, before anything
 * else is read; then the backslash before a pipe is gone.
 */
function cellsOf(row: string): string[] {
  const parts = row.match(/(?:\\[!-/:-@[-`{-~]|[^|])*\|/g) ?? [];
  return parts.slice(1).map((part) => part.slice(0, -1).replace(/\\\|/g, '|').trim());
}

describe('a text on one line', () => {
  test('stays on it, and nothing in it acts', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = inline(text);
        expect(shown).not.toMatch(/[\n\r\t]/);
        expect(shown).not.toMatch(ACTING);
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
  const quotation = (text: string): string => quoted(typedLines(text));

  test('keeps every line, behind its mark', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const lines = quotation(text).split('\n');
        const typed = visible(text).replace(/\t/g, '    ').trim().split('\n');
        expect(lines).toHaveLength(typed.length);
        for (const [index, line] of lines.entries()) {
          expect(line.startsWith('>')).toBe(true);
          expect(line).not.toMatch(ACTING);
          expect(line === '>').toBe(typed[index]?.trim() === '');
          expect(line.slice(1)).not.toMatch(/^ (?:[#>+=:|-]|\d+[.)](?:\s|$))/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('breaks its lines where they were typed so', () => {
    expect(quotation('one\ntwo\n\nthree')).toBe('> one  \n> two\n>\n> three');
  });

  test('a note of ten thousand characters keeps them all', () => {
    const long = 'word '.repeat(2000).trim();
    expect(quotation(long)).toBe(`> ${long}`);
  });
});

describe('a table', () => {
  test('has as many cells in every row as in its head', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty, nasty), { maxLength: 5 }), (rows) => {
        const text = alignedTable(
          [{ title: 'One' }, { title: 'Two', align: 'r' }, { title: 'Three' }],
          rows.map((row) => row.map(inline)),
        );
        const lines = text.split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(cellsOf(line), line).toHaveLength(3);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['|', '| a', 'a |', '\\|', '\\\\|', '| | |', '|\\'])(
    'takes %j for a cell like any other',
    (text) => {
      const [, , row = ''] = alignedTable([{ title: 'One' }], [[inline(text)]]).split('\n');
      const [cell = '', ...more] = cellsOf(row);
      expect(more).toEqual([]);
      expect(cell.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text);
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
