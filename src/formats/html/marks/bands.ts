import type { BandMark } from '../../../documents/tree.js';
import type { Html } from '../text.js';
import { markup } from '../text.js';
import { length, percent } from './scale.js';

/** From the darkest, for the lowest band, to the lightest. */
const SHADES = 4;
/** The narrowest page that has to do, and how wide a letter of a name is there, in pixels. */
const NARROW = 328;
const LETTER = 6.2;

/** The bands of a scale, drawn once and used by every mark that stands on them. */
export function bandsSymbol(id: string, bands: readonly BandMark[]): Html {
  const drawn = bands.map(({ from }, index) => {
    const to = bands[index + 1]?.from ?? 1;
    const shade = bands.length < 2 ? SHADES - 1 : (index * (SHADES - 1)) / (bands.length - 1);
    return markup`<rect class="z${Math.round(shade)}" x="${percent(from)}" width="${length(from, to)}" height="100%"/>`;
  });
  return markup`<symbol id="${id}" width="100%" height="100%">${drawn}</symbol>`;
}

/** The names of the bands with where they start, below a strip. */
export function bandNames(bands: readonly BandMark[]): Html {
  const crowded = bands.some(({ from, name }, index) => {
    const room = ((bands[index + 1]?.from ?? 1) - from) * NARROW;
    return name.length * LETTER + 6 > room;
  });
  const names = bands.map(({ from, name }, index) => {
    const lower = crowded && index % 2 === 1 ? ' lower' : '';
    const start = Math.round(from * 100);
    const x = percent(from);
    return markup`<g class="band${lower}"><line x1="${x}" x2="${x}" y2="17"/><text x="${x}" dx="5" y="13">${name}<tspan class="from" dx="5">${start}+</tspan></text></g>`;
  });
  const height = crowded ? ' crowded' : '';
  return markup`<svg class="m bands${height}" width="100%" height="18" aria-hidden="true">${names}</svg>`;
}
