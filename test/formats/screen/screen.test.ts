import stringWidth from 'fast-string-width';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleLine } from '../../../src/core/text.js';
import { paragraph, signed, table } from '../../../src/documents/blocks.js';
import type { Block, Sign } from '../../../src/documents/tree.js';
import type { Canvas } from '../../../src/formats/screen/canvas.js';
import { printScreen } from '../../../src/formats/screen/screen.js';
import { toAscii } from '../../../src/terminal/ascii.js';
import { createStyle } from '../../../src/terminal/style.js';
import { nasty, strip, typedTree } from '../hostile.js';
import { sampleTree } from '../sample.js';

function canvas(width: number, changes: Partial<Canvas> = {}): Canvas {
  return { width, tableWidth: width, style: createStyle(false), ...changes };
}

/** Everything that acts on a terminal, or turns the order of a line round. */
const ACTING =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** A document in which the texts are said in turn. */
function printed(say: (index: number) => string, on: Canvas): string {
  let next = 0;
  return printScreen(typedTree(() => say(next++)).blocks, on);
}

function letters(text: string): string {
  // Bars before typed lines may stand in the middle of a text.
  return text.normalize().replace(/[\s│]+/g, '');
}

describe('on a screen of any width', () => {
  test('no line is wider, nothing acts, nothing is lost', () => {
    const typed = nasty.filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(typed, fc.integer({ min: 20, max: 200 }), fc.boolean(), (text, width, plain) => {
        const on = canvas(width, plain ? { tableWidth: 0 } : {});
        const shown = printed(() => text, on);
        expect(shown).not.toMatch(ACTING);
        for (const line of shown.split('\n')) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(width);
        }
        // A word that is parted between lines, with bars before them, is looked for on a wide screen.
        const wide = printed(() => text, canvas(100_000, { tableWidth: plain ? 0 : 100_000 }));
        const harmless = printed(
          (index) => `q${String(index)}q`,
          canvas(100_000, { tableWidth: plain ? 0 : 100_000 }),
        );
        const word = letters(visibleLine(text));
        expect(countOf(letters(wide), word)).toBeGreaterThanOrEqual(countOf(harmless, 'q') / 2);
      }),
      { numRuns: 500 },
    );
  });

  test('colours change no width, and are closed', () => {
    for (const width of [20, 33, 60, 80, 120]) {
      const bare = printScreen(sampleTree().blocks, canvas(width));
      const coloured = printScreen(
        sampleTree().blocks,
        canvas(width, { style: createStyle(true) }),
      );
      // eslint-disable-next-line no-control-regex -- codes of colour are what is looked for
      expect(coloured.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(bare);
      for (const line of coloured.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('without a Unicode font, every sign of ours is ASCII', () => {
    const text = toAscii(printScreen(sampleTree().blocks, canvas(100)));
    // eslint-disable-next-line no-control-regex -- everything beyond ASCII is looked for
    expect(text.replace(/[東京é]/g, '')).not.toMatch(/[^\u0000-\u007f]/);
  });
});

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('in plain', () => {
  test('there are no columns and no drawings, and signs are words', () => {
    const text = printScreen(sampleTree().blocks, canvas(80, { tableWidth: 0 }));
    expect(text).not.toMatch(/[○●◉─░│▲▼≈■□▁-█]/);
    expect(text).toContain('clearly better');
    expect(text).toContain('clearly worse');
    expect(text).toContain('may be chance');
  });

  test.each<[Sign, string]>([
    ['better', 'clearly better'],
    ['worse', 'clearly worse'],
    ['unclear', 'may be chance'],
    ['same', 'the same'],
  ])('%s is %s, also where only a drawing says it', (sign, words) => {
    const rows = [{ cells: ['Sales', { drawn: { ...strip, sign } }] }];
    const blocks: Block[] = [
      paragraph(signed(sign, '+1')),
      ...table(
        'x',
        [
          { title: '', role: 'name' },
          { title: '', role: 'mark' },
        ],
        rows,
      ),
    ];
    const on = canvas(80, { tableWidth: 0 });
    expect(printScreen(blocks, on)).toBe(`+1, ${words}\n\nx\nSales, ${words}\n`);
  });
});

describe('a document of every kind of block', () => {
  test.each<[string, Canvas]>([
    ['sample-screen-100', canvas(100)],
    ['sample-screen-40', canvas(40)],
    ['sample-screen-plain', canvas(80, { tableWidth: 0 })],
  ])('%s', async (name, on) => {
    await expect(printScreen(sampleTree().blocks, on)).toMatchFileSnapshot(
      `../../golden/${name}.txt`,
    );
  });

  test('of nothing is nothing', () => {
    expect(printScreen([], canvas(80))).toBe('');
  });
});

test('a figure of a line is the nearest of eight bars, and a gap is a dot', () => {
  const drawn = (shares: readonly (number | null)[]): string => {
    const points = shares.map((share) =>
      share === null ? null : { at: share, span: null, sign: null, figure: '' },
    );
    const cell = {
      drawn: { mark: 'line', size: 'small', points, names: [], changes: [], grid: [] },
    } as const;
    const columns = [
      { title: '', role: 'name' },
      { title: '', role: 'mark' },
    ] as const;
    return printScreen(table('x', columns, [{ cells: ['', cell] }]), canvas(80)).trim();
  };
  const sevenths = Array.from({ length: 8 }, (_, i) => i / 7);
  expect(drawn(sevenths)).toContain('▁▂▃▄▅▆▇█');
  expect(drawn(sevenths.map((share) => share + 0.06))).toContain('▁▂▃▄▅▆▇█');
  // Like-for-like lines may leave 0 to 1.
  expect(drawn([-0.4, null, 1.3])).toContain('▁·█');
});
