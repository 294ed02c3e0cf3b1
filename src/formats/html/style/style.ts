import type { Paper } from '../../format.js';
import { cssString } from '../text.js';
import { COLOURS } from './colours.js';
import { MARKS } from './marks.js';
import { NARROW } from './narrow.js';
import { PRINT } from './print.js';
import { TABLES } from './tables.js';
import { TEXT } from './text.js';

const SHEET = [COLOURS, TEXT, TABLES, MARKS, NARROW, PRINT].join('').replace(/\n\s*/g, '\n').trim();

const FOOT = 'font: 8pt -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; color: #55595e';

/**
 * The style of a page: the same for all but for what runs at the foot of each sheet of paper.
 *
 * @param paper the size of the sheets; without it the printer's own, which every browser offers.
 */
export function style(running: string, paper?: Paper): string {
  const size = paper === undefined ? '' : `size: ${paper}; `;
  return `${SHEET}
@page { ${size}margin: 11mm 14mm 13mm; @bottom-left { content: ${cssString(running)}; ${FOOT} } @bottom-right { content: counter(page) " / " counter(pages); ${FOOT} } }
`;
}
