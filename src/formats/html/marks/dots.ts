import type { Dot, Dots } from '../../../documents/tree.js';
import type { PageParts } from '../parts.js';
import type { Html } from '../text.js';
import { NO_HTML, markup } from '../text.js';
import { length, percent } from './scale.js';

const HEIGHT = 26;
const RADIUS: Readonly<Record<Dot['tone'], number>> = { plain: 4, other: 4, worse: 4.5, own: 6 };
/** What stands out is drawn last. */
const ORDER: readonly Dot['tone'][] = ['plain', 'other', 'worse', 'own'];

/** Many on one scale, each with its name for a pointer or a screen reader. */
export function dots({ bands, dots, span }: Dots, parts: PageParts): Html {
  const y = HEIGHT / 2;
  const drawn = ORDER.flatMap((tone) => dots.filter((dot) => dot.tone === tone)).map(
    ({ at, name, tone }) => {
      const title = name === '' ? NO_HTML : markup`<title>${name}</title>`;
      return markup`<circle class="${tone}" cx="${percent(at)}" cy="${y}" r="${RADIUS[tone]}">${title}</circle>`;
    },
  );
  const ground = bands.length === 0 ? NO_HTML : markup`<use href="#${parts.bands(bands)}"/>`;
  const range =
    span === null
      ? NO_HTML
      : markup`<rect class="bar" x="${percent(span.lower)}" y="${y - 7}" width="${length(span.lower, span.upper)}" height="14" rx="2"/>`;
  return markup`<svg class="m dots" width="100%" height="${HEIGHT}"${spoken(dots)}>${ground}${range}${drawn}</svg>`;
}

function spoken(dots: readonly Dot[]): Html {
  const names = dots
    .filter(({ name }) => name !== '')
    .map(({ name, at }) => `${name} ${String(Math.round(at * 100))}`);
  return names.length === 0
    ? markup` aria-hidden="true"`
    : markup` role="img" aria-label="${names.join('; ')}"`;
}
