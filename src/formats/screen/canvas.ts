import type { Sign } from '../../documents/tree.js';
import { directionOf } from '../signs.js';

type Paint = (text: string) => string;

/** Colours by what they mean. Meaning never hangs on the colour alone. */
export interface ScreenStyle {
  readonly title: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly bad: Paint;
}

/** What blocks are printed on. */
export interface Canvas {
  /** Columns of the screen, 20 at least. */
  readonly width: number;
  /** The same for tables: without end where there is no screen, none where columns are not for the reader. */
  readonly tableWidth: number;
  readonly style: ScreenStyle;
}

/** Whether the reader listens rather than looks: no columns and no drawings, signs as words. */
export function isPlain({ tableWidth }: Canvas): boolean {
  return tableWidth === 0;
}

/** How something is painted that says what a sign says. */
export function paintOf(sign: Sign | null, { style }: Canvas): Paint {
  const direction = directionOf(sign);
  if (direction > 0) return style.good;
  return direction < 0 ? style.bad : style.faint;
}
