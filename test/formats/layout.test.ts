import stringWidth from 'fast-string-width';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrap } from '../../src/formats/layout.js';

const THUMB = '👍🏽';
const FAMILY = '👨‍👩‍👧‍👦';

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '東京',
        THUMB,
        FAMILY,
        'e\u0301',
        'q\u0323',
        '🇩🇪',
        '❤️',
        'a',
        'word',
        ' ',
        '\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** What is read, in whichever way it is broken and composed. */
function letters(text: string): string {
  return text.normalize().replace(/\s+/g, '');
}

describe('a wrapped text', () => {
  test('keeps to its width and loses nothing but white space', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 60 }), (text, width) => {
        const shown = wrap(text, width);
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(letters(shown)).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['wide letters', '東京'.repeat(10)],
    ['skin tones', THUMB.repeat(12)],
    ['families', FAMILY.repeat(12)],
    ['flags', '🇩🇪'.repeat(12)],
    ['marks that combine', 'q\u0323'.repeat(25)],
  ])('breaks no character of %s', (_name, text) => {
    const whole = new Set(Array.from(new Intl.Segmenter().segment(text), (one) => one.segment));
    const lines = wrap(text, 11).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(stringWidth(line)).toBeLessThanOrEqual(11);
      for (const { segment } of new Intl.Segmenter().segment(line))
        expect(whole).toContain(segment);
    }
  });

  test('keeps its colours on every line, also inside a word that is too long', () => {
    expect(wrap('\u001b[31mhello there my red friend\u001b[39m yes', 10).split('\n')).toEqual([
      '\u001b[31mhello\u001b[39m',
      '\u001b[31mthere my\u001b[39m',
      '\u001b[31mred friend\u001b[39m',
      'yes',
    ]);
    const long = wrap(`\u001b[31m${'x'.repeat(25)}\u001b[39m`, 10);
    // eslint-disable-next-line no-control-regex -- codes of colour are what is looked for
    expect(long.replace(/\u001b\[\d+m/g, '')).toBe(
      ['x'.repeat(10), 'x'.repeat(10), 'xxxxx'].join('\n'),
    );
    for (const line of long.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(10);
  });

  test('stands behind its lead', () => {
    expect(wrap('one two three four', 12, '- ')).toBe('- one two\n  three four');
  });
});
