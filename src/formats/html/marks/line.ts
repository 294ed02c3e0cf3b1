import { directionOf } from '../../signs.js';
import type { Line, LinePoint } from '../../../documents/tree.js';
import type { Html } from '../text.js';
import { NO_HTML, markup } from '../text.js';
import { percent, place } from './scale.js';

/** What is left free at both ends, so that first and last names have room. */
const MARGIN = 0.04;
/** So many names have room beside each other, on a phone and everywhere. */
const NAMES_ON_PHONES = 9;
const NAMES = 18;
const LINE_HEIGHT = 16;

/** A figure with its place from the left. */
interface Placed extends LinePoint {
  readonly x: number;
}

/** A line over time with a ribbon around it. */
export function line(mark: Line): Html {
  const { points, size, grid } = mark;
  const placed = points.map((point, index) =>
    point === null ? null : { ...point, x: across(index, points.length) },
  );
  const figures = placed.filter((point) => point !== null);
  const pieces = runs(placed);
  const changes = mark.changes.map((index) => {
    const x = percent((across(index - 1, points.length) + across(index, points.length)) / 2);
    return markup`<line class="change" x1="${x}" x2="${x}" y2="100%"/>`;
  });
  const lines = grid.map((at) => {
    const y = percent(1 - at);
    return markup`<line class="across" x2="100%" y1="${y}" y2="${y}"/>`;
  });
  const numbers = grid.map(
    (at) =>
      markup`<text class="level" x="100%" y="${percent(1 - at)}" dy="-4" text-anchor="end">${Math.round(at * 100)}</text>`,
  );
  return markup`<svg class="m line ${size}" width="100%" height="${size === 'large' ? 170 : 92}" aria-hidden="true">${lines}${changes}<svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">${pieces.map(ribbon)}${pieces.map(path)}</svg>${figures.map(symbol)}${size === 'large' ? numbers : NO_HTML}</svg>${size === 'large' ? names(mark) : NO_HTML}`;
}

function across(index: number, of: number): number {
  return of < 2 ? 0.5 : MARGIN + (index * (1 - 2 * MARGIN)) / (of - 1);
}

/** Neighbours that the line joins: where a figure is missing, it breaks off. */
function runs(points: readonly (Placed | null)[]): Placed[][] {
  const found: Placed[][] = [[]];
  for (const point of points) {
    if (point === null) found.push([]);
    else found.at(-1)?.push(point);
  }
  return found.filter(({ length }) => length > 0);
}

function corner(x: number, at: number): string {
  return `${String(place(x))},${String(place(1 - at))}`;
}

/** As wide as each figure's range; a figure without one is as wide as itself. */
function ribbon(points: readonly Placed[]): Html {
  if (points.length < 2 || points.every(({ span }) => span === null)) return NO_HTML;
  const upper = points.map(({ x, at, span }) => corner(x, span?.upper ?? at));
  const lower = points.map(({ x, at, span }) => corner(x, span?.lower ?? at));
  return markup`<polygon class="ribbon" points="${[...upper, ...lower.reverse()].join(' ')}"/>`;
}

function path(points: readonly Placed[]): Html {
  if (points.length < 2) return NO_HTML;
  const corners = points.map(({ x, at }) => corner(x, at)).join(' ');
  return markup`<polyline class="path" points="${corners}" vector-effect="non-scaling-stroke"/>`;
}

/** A triangle where it clearly moved, a dot elsewhere. */
function symbol({ x, at, sign }: Placed): Html {
  const [left, top] = [percent(x), percent(1 - at)];
  const direction = directionOf(sign);
  if (direction === 0) {
    return markup`<circle class="point" cx="${left}" cy="${top}" r="3.2"/>`;
  }
  const shape = direction > 0 ? 'M0-6 6 5H-6z' : 'M0 6 6-5H-6z';
  return markup`<svg class="${sign ?? ''}" x="${left}" y="${top}" overflow="visible"><path class="point" d="${shape}"/></svg>`;
}

/** The figure of each point and what it is called, below the line; where they are many, some. */
function names({ points, names }: Line): Html {
  const number = points.length;
  const every = Math.ceil(number / NAMES);
  const height = Math.max(0, ...names.map((each) => each.length)) * LINE_HEIGHT + 22;
  const drawn = points.map((point, index) => {
    // Counted from the last: it is the one that matters.
    const back = number - 1 - index;
    if (back % every !== 0) return NO_HTML;
    const x = percent(across(index, number));
    const spare = number > NAMES_ON_PHONES && (back / every) % 2 === 1;
    const figure = markup`<tspan class="figure">${point?.figure ?? '–'}</tspan>`;
    const below = (names[index] ?? []).map(
      (text) => markup`<tspan x="${x}" dy="${LINE_HEIGHT}">${text}</tspan>`,
    );
    return markup`<g${spare ? SPARE : NO_HTML}><text x="${x}" y="14" text-anchor="middle">${figure}${below}</text></g>`;
  });
  return markup`<svg class="m names" width="100%" height="${height}" aria-hidden="true">${drawn}</svg>`;
}

const SPARE = markup` class="spare"`;
