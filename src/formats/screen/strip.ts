import type { Strip } from '../../documents/tree.js';
import { directionOf } from '../signs.js';
import type { Scale } from './scale.js';
import { columnOf, fill, put, scaleOf } from './scale.js';

/** Columns, the last one too. */
interface Columns {
  readonly from: number;
  readonly to: number;
}

/** Where ring and dot stand: on one column only where the change is not clear. */
function ends({ ring, dot, sign }: Strip, width: number): [number | null, number | null] {
  const [before, now] = [ring, dot].map((at) => (at === null ? null : columnOf(at, width)));
  if (before === undefined || now === undefined) return [null, null];
  if (before === null || now === null) return [before, now];
  const step = directionOf(sign);
  const isAtEnd = before === 0 || before === width - 1;
  // No column is left between them, nor beyond the ring, for shading that touches it.
  if (step === 0 && isAtEnd && Math.abs(before - now) === 1) return [before, before];
  if (before !== now) return [before, now];
  const moved = now + step;
  return moved < 0 || moved >= width ? [before - step, now] : [before, moved];
}

/**
 * The columns of the bar. Columns are coarse, the verdict is not: shading touches the ring exactly
 * when the change is not clear.
 */
function barOf({ bar, sign }: Strip, ring: number | null, width: number): Columns | null {
  if (bar === null) return null;
  const [from, to] = [columnOf(bar.lower, width), columnOf(bar.upper, width)];
  if (ring === null) return { from, to };
  if (directionOf(sign) > 0) return { from: Math.max(from, ring + 2), to };
  if (directionOf(sign) < 0) return { from, to: Math.min(to, ring - 2) };
  return { from: Math.min(from, ring - 1), to: Math.max(to, ring + 1) };
}

/** Ring and dot, the line between them, and the bar where the later one may lie. */
export function drawStrip(strip: Strip, width: number): Scale {
  const scale = scaleOf(strip.bands, width);
  const tone = strip.sign ?? 'plain';
  const [ring, dot] = ends(strip, width);
  if (ring !== null && dot !== null) {
    fill(scale, Math.min(ring, dot), Math.max(ring, dot), '─', tone);
  }
  const bar = barOf(strip, ring, width);
  if (bar !== null) fill(scale, Math.max(0, bar.from), bar.to, '░', tone);
  if (ring !== null) put(scale, ring, '○', tone);
  if (dot !== null) put(scale, dot, ring === dot ? '◉' : '●', tone);
  return scale;
}
