import type { BandMark, Sign } from '../../documents/tree.js';
import type { Canvas } from './canvas.js';
import { paintOf } from './canvas.js';

/** How something on a scale is painted: by what it says, as a part of the scale, or not at all. */
export type Tone = Sign | 'scale' | 'plain';

/** A scale from 0 to 1 as columns of text, drawn upon in layers. */
export interface Scale {
  readonly signs: string[];
  readonly tones: Tone[];
}

/** The column of a place from 0 to 1. */
export function columnOf(at: number, width: number): number {
  return Math.round(Math.min(1, Math.max(0, at)) * (width - 1));
}

/** A scale with a dot where each band starts. */
export function scaleOf(bands: readonly BandMark[], width: number): Scale {
  const scale: Scale = {
    signs: Array.from({ length: width }, () => ' '),
    tones: Array.from({ length: width }, () => 'scale'),
  };
  for (const { from } of bands) if (from > 0) put(scale, columnOf(from, width), '·', 'scale');
  return scale;
}

/** Draws one column. */
export function put(scale: Scale, column: number, sign: string, tone: Tone): void {
  if (column < 0 || column >= scale.signs.length) return;
  scale.signs[column] = sign;
  scale.tones[column] = tone;
}

/** Draws columns, the last one too. */
export function fill(scale: Scale, from: number, to: number, sign: string, tone: Tone): void {
  for (let column = from; column <= to; column++) put(scale, column, sign, tone);
}

/** A scale as text, each run of one tone painted once. */
export function painted({ signs, tones }: Scale, canvas: Canvas): string {
  let [out, run] = ['', ''];
  for (const [column, sign] of signs.entries()) {
    run += sign;
    const tone = tones[column] ?? 'plain';
    if (tones[column + 1] === tone) continue;
    const isBare = tone === 'plain' || run.trim() === '';
    out += isBare ? run : paintOf(tone === 'scale' ? null : tone, canvas)(run);
    run = '';
  }
  return out;
}
