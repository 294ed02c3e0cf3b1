import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sign } from '../../../src/documents/tree.js';
import { drawStrip } from '../../../src/formats/screen/strip.js';
import { strip } from '../sample.js';

function drawn(changes: Parameters<typeof strip>[0], width = 21): string {
  return drawStrip(strip(changes), width).signs.join('');
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('the ring touches the shading exactly when the change is not clear', () => {
  const made = fc.record({
    ring: share,
    dot: share,
    spread: fc.tuple(share, share),
    width: fc.integer({ min: 12, max: 60 }),
  });
  fc.assert(
    fc.property(made, ({ ring, dot, spread: [below, above], width }) => {
      const bar = { lower: Math.max(0, dot - below / 2), upper: Math.min(1, dot + above / 2) };
      const sign: Sign = bar.lower > ring ? 'better' : bar.upper < ring ? 'worse' : 'unclear';
      const text = drawn({ ring, dot, bar, sign }, width);
      expect(text).toHaveLength(width);
      if (sign === 'unclear') expect(text).toMatch(/░[○◉]|[○◉]░|^○●░|░●○$/);
      else {
        expect(text).not.toMatch(/░○|○░|◉/);
        expect(text.indexOf('○') < text.indexOf('●')).toBe(sign === 'better');
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a clear rise', {}, '        · ○──░░●░░   '],
  [
    'a clear fall',
    { ring: 0.9, dot: 0.5, bar: { lower: 0.4, upper: 0.6 }, sign: 'worse' as const },
    '        ░░●░░─────○  ',
  ],
  [
    'what may be chance',
    { ring: 0.5, dot: 0.6, bar: { lower: 0.3, upper: 0.8 }, sign: 'unclear' as const },
    '      ░░░░○░●░░░░    ',
  ],
  [
    'no movement',
    { ring: 0.5, dot: 0.5, bar: null, sign: 'same' as const },
    '        · ◉ ·   ·    ',
  ],
  ['no earlier figure', { ring: null, dot: 0.5, bar: null, sign: null }, '        · ● ·   ·    '],
  ['no figure at all', { ring: null, dot: null, bar: null, sign: null }, '        ·   ·   ·    '],
])('%s', (_name, changes, text) => {
  expect(drawn(changes)).toBe(text);
});
