import type { Squares } from '../../../documents/tree.js';
import type { Html } from '../text.js';
import { markup } from '../text.js';

const PITCH = 17;
const SIDE = 14;
/** So many beside each other have room on a phone. */
const PER_ROW = 10;

/** A square a case, row by row. */
export function squares({ squares, double }: Squares): Html {
  const rows = Math.max(1, Math.ceil(squares.length / PER_ROW));
  const perRow = Math.min(squares.length, PER_ROW);
  const missed = double ? 'missed double' : 'missed';
  const drawn = squares.map((each, index) => {
    const x = (index % PER_ROW) * PITCH + 1;
    const y = Math.floor(index / PER_ROW) * PITCH + 2;
    return markup`<rect class="${each === 'kept' ? 'kept' : missed}" x="${x}" y="${y}" width="${SIDE}" height="${SIDE}" rx="2"/>`;
  });
  return markup`<svg class="m" width="${perRow * PITCH}" height="${rows * PITCH + 1}" aria-hidden="true">${drawn}</svg>`;
}
