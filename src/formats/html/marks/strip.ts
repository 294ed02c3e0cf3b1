import type { Strip } from '../../../documents/tree.js';
import type { PageParts } from '../parts.js';
import type { Html } from '../text.js';
import { NO_HTML, markup } from '../text.js';
import { bandNames } from './bands.js';
import { length, percent } from './scale.js';

/** So close to an end, a figure has no room between it and its point. */
const EDGE = 0.06;

/** Ring, line, dot and bar on the bands of a scale. */
export function strip(mark: Strip, parts: PageParts): Html {
  const { ring, dot, bar, held } = mark;
  const height = mark.labels === null ? 26 : 28;
  const y = height / 2;
  const drawn = [
    bar === null
      ? NO_HTML
      : markup`<rect class="bar" x="${percent(bar.lower)}" y="${y - 5}" width="${length(bar.lower, bar.upper)}" height="10" rx="2"/>`,
    ring === null || dot === null
      ? NO_HTML
      : markup`<line class="link" x1="${percent(ring)}" x2="${percent(dot)}" y1="${y}" y2="${y}"/>`,
    ring === null
      ? NO_HTML
      : markup`<circle class="ring" cx="${percent(ring)}" cy="${y}" r="4.5"/>`,
    dot === null ? NO_HTML : markup`<circle class="dot" cx="${percent(dot)}" cy="${y}" r="5.5"/>`,
    held === null
      ? NO_HTML
      : markup`<line class="held" x1="${percent(held)}" x2="${percent(held)}" y1="2" y2="${height - 2}"/>`,
  ];
  return markup`<svg class="m" width="100%" height="${height}" aria-hidden="true">${ground(mark, parts)}<g class="${mark.sign ?? 'unclear'}">${drawn}</g>${labels(mark, y + 4.5)}</svg>${mark.named ? bandNames(mark.bands) : NO_HTML}`;
}

function ground({ bands }: Strip, parts: PageParts): Html {
  return bands.length === 0 ? NO_HTML : markup`<use href="#${parts.bands(bands)}"/>`;
}

/** The figures on the outer sides of their points; inside the strip, whatever the points. */
function labels({ ring, dot, labels }: Strip, y: number): Html {
  if (labels === null) return NO_HTML;
  const figures = [
    ...(ring === null ? [] : [{ at: ring, text: labels.ring, is: 'before' }]),
    ...(dot === null ? [] : [{ at: dot, text: labels.dot, is: 'now' }]),
  ].filter(({ text }) => text !== '');
  const [first, second] = figures;
  if (first === undefined) return NO_HTML;
  if (second === undefined) return label(first, first.at > 1 - EDGE, y);
  const [low, high] = first.at <= second.at ? [first, second] : [second, first];
  const apart = high.at - low.at > 2 * EDGE;
  const now = low.is === 'now' ? low : high;
  if (low.at < EDGE && !apart) return label({ ...now, at: high.at }, false, y);
  if (high.at > 1 - EDGE && !apart) return label({ ...now, at: low.at }, true, y);
  return markup`${[label(low, low.at >= EDGE, y), label(high, high.at > 1 - EDGE, y)]}`;
}

interface Label {
  readonly at: number;
  readonly text: string;
  readonly is: string;
}

function label({ at, text, is }: Label, left: boolean, y: number): Html {
  const [dx, side] = left ? [-11, 'end'] : [11, 'start'];
  return markup`<text class="${is}" x="${percent(at)}" y="${y}" dx="${dx}" text-anchor="${side}">${text}</text>`;
}
