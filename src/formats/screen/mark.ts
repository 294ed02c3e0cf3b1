import type { Axis, BandMark, Dots, Fall, Line, Mark, Squares } from '../../documents/tree.js';
import type { Canvas } from './canvas.js';
import type { Scale } from './scale.js';
import { columnOf, fill, painted, put, scaleOf } from './scale.js';
import { drawStrip } from './strip.js';

const LEVELS = '▁▂▃▄▅▆▇█';

function drawFall({ from, to, sign }: Fall, width: number): Scale {
  const scale = scaleOf([], width);
  const [start, end] = [columnOf(from, width), columnOf(to, width)];
  if (sign === 'total') put(scale, end, '│', 'plain');
  else fill(scale, Math.min(start, end), Math.max(start, end), '█', sign);
  return scale;
}

/** From what stands behind to what stands in front. */
const TONES = ['other', 'plain', 'worse', 'own'] as const;

function drawDots({ bands, dots, span }: Dots, width: number): Scale {
  const scale = scaleOf(bands, width);
  if (span !== null) {
    fill(scale, columnOf(span.lower, width), columnOf(span.upper, width), '░', 'scale');
  }
  for (const tone of TONES) {
    for (const dot of dots.filter((one) => one.tone === tone)) {
      const column = columnOf(dot.at, width);
      if (tone === 'worse') put(scale, column, '▼', 'worse');
      else put(scale, column, tone === 'own' ? '●' : '○', tone === 'own' ? 'plain' : 'scale');
    }
  }
  return scale;
}

/** A square a case; those of a standard that counts double say so. */
function squares({ squares: all, double }: Squares, { style }: Canvas): string {
  const shown = all.map((one) => (one === 'kept' ? '□' : style.bad('■'))).join('');
  return double ? `${shown} ×2` : shown;
}

/** A bar a figure. */
function line({ points }: Line): string {
  return points
    .map((point) => {
      if (point === null) return '·';
      return LEVELS[columnOf(point.at, LEVELS.length)] ?? '';
    })
    .join('');
}

/** A drawing in one line of text, `width` columns wide where it has a scale. */
export function drawMark(mark: Mark, width: number, canvas: Canvas): string {
  switch (mark.mark) {
    case 'strip':
      return painted(drawStrip(mark, width), canvas);
    case 'fall':
      return painted(drawFall(mark, width), canvas);
    case 'dots':
      return painted(drawDots(mark, width), canvas);
    case 'squares':
      return squares(mark, canvas);
    case 'line':
      return line(mark);
  }
}

/** Texts on one line where they belong on the scale, as far as they don't run into each other. */
function placed(texts: readonly { readonly column: number; readonly text: string }[]): string {
  let out = '';
  for (const { column, text } of texts) {
    if (column > out.length || out === '') out = `${out.padEnd(column)}${text}`;
  }
  return out;
}

/** The figures above a column of drawings. */
export function axisText({ ticks }: Axis, width: number): string {
  return placed(
    ticks.map(({ at, text }) => {
      const column = columnOf(at, width);
      // The last one ends where the scale ends.
      return { column: Math.min(column, width - text.length), text };
    }),
  );
}

/** The names of bands, each where its band starts; '' where one has no room. */
export function bandNames(bands: readonly BandMark[], width: number): string {
  const starts = bands.map(({ from }) => columnOf(from, width));
  const fits = bands.every(({ name }, index) => {
    return (starts[index] ?? 0) + name.length < (starts[index + 1] ?? width + 1);
  });
  if (!fits) return '';
  return placed(bands.map(({ name }, index) => ({ column: starts[index] ?? 0, text: name })));
}
