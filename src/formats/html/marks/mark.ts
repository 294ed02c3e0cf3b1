import type { Axis, Mark } from '../../../documents/tree.js';
import type { PageParts } from '../parts.js';
import type { Html } from '../text.js';
import { markup } from '../text.js';
import { dots } from './dots.js';
import { fall } from './fall.js';
import { line } from './line.js';
import { percent } from './scale.js';
import { squares } from './squares.js';
import { strip } from './strip.js';

/** A mark as SVG: from left to right in hundredths of its room, from top to bottom in pixels. */
export function drawn(mark: Mark, parts: PageParts): Html {
  switch (mark.mark) {
    case 'strip':
      return strip(mark, parts);
    case 'fall':
      return fall(mark);
    case 'line':
      return line(mark);
    case 'squares':
      return squares(mark);
    case 'dots':
      return dots(mark, parts);
  }
}

/** The figures of a scale, above the marks that stand on it. */
export function axis({ ticks }: Axis): Html {
  const texts = ticks.map(({ at, text }) => {
    const anchor = at < 0.03 ? 'start' : at > 0.97 ? 'end' : 'middle';
    return markup`<text x="${percent(at)}" y="10" text-anchor="${anchor}">${text}</text>`;
  });
  return markup`<svg class="m axis" width="100%" height="14" aria-hidden="true">${texts}</svg>`;
}
