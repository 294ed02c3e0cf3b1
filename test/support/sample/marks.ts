import type { Axis, BandMark, Line, Span, Strip } from '../../../src/documents/tree.js';

export const BANDS: readonly BandMark[] = [
  { from: 0, name: 'At risk' },
  { from: 0.4, name: 'Uneven' },
  { from: 0.6, name: 'Sound' },
  { from: 0.8, name: 'Strong' },
];
export const AXIS: Axis = {
  ticks: [0, 0.4, 0.6, 0.8, 1].map((at) => ({ at, text: String(at * 100) })),
};

/** A strip with what matters; the rest is none. */
export function makeStrip(own: Partial<Strip>): Strip {
  const none = { ring: null, dot: null, bar: null, sign: null, held: null, labels: null };
  return { mark: 'strip', bands: BANDS, ...none, named: false, ...own };
}

/** A range. */
export const span = (lower: number, upper: number): Span => ({ lower, upper });

/** Eight quarters as a line. */
export function makeLine(size: Line['size'], figures: readonly (number | null)[], wide = 5): Line {
  return {
    mark: 'line',
    size,
    points: figures.map((figure, index) =>
      figure === null
        ? null
        : {
            at: figure / 100,
            span: span((figure - wide) / 100, (figure + wide) / 100),
            sign:
              index === 1
                ? 'better'
                : index === 7 && figure < 60
                  ? 'worse'
                  : index === 0
                    ? null
                    : 'unclear',
            figure: String(figure),
          },
    ),
    names: ['Q4 2024', 'Q1 2025', 'Q2', 'Q3', 'Q4', 'Q1 2026', 'Q2', 'Q3'].map((name) =>
      name.split(' '),
    ),
    changes: [4],
    grid: [0.4, 0.6, 0.8],
  };
}
