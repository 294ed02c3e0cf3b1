import type { Fall } from '../../../documents/tree.js';
import type { Html } from '../text.js';
import { markup } from '../text.js';
import { length, percent } from './scale.js';

/** One step of a waterfall: a bar, or a line where it starts, ends or goes nowhere. */
export function fall({ from, to, sign }: Fall): Html {
  const [lower, upper] = from <= to ? [from, to] : [to, from];
  const nowhere = percent(lower) === percent(upper);
  const drawn =
    sign === 'total' || nowhere
      ? markup`<line class="end" x1="${percent(to)}" x2="${percent(to)}" y1="3" y2="21"/>`
      : markup`<rect class="step" x="${percent(lower)}" y="5" width="${length(lower, upper)}" height="14"/>`;
  return markup`<svg class="m" width="100%" height="24" aria-hidden="true"><g class="${sign}">${drawn}</g></svg>`;
}
