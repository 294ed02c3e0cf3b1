import type { Trend } from '../../core/compare/trend.js';
import { isYearBefore } from '../../core/compare/trend.js';
import { quarterName } from '../../core/quarter.js';
import { printChange } from '../../core/score/print.js';
import { heading } from '../blocks.js';
import type { Block } from '../tree.js';
import { lineFigures } from '../trend/over-time.js';
import type { AuditView } from './view.js';

/** The quarters up to this one, overall and step by step; nothing with fewer than three of them. */
export function yearSection({ trend }: AuditView): Block[] {
  if (trend === null || trend.audits.length < 3) return [];
  return [heading(yearTitle(trend), 'trend', 'Trend'), ...lineFigures(trend)];
}

/** `Up 16 points in a year`; since the first quarter where there is none a year before. */
function yearTitle({ audits, last }: Trend): string {
  const then = audits.find(({ quarter }) => isYearBefore(quarter, last.quarter)) ?? audits[0];
  const { difference } = printChange(
    then?.result.share ?? null,
    last.result.share,
    last.result.checklist.bands,
  );
  const isYear = then !== undefined && isYearBefore(then.quarter, last.quarter);
  const since = isYear ? 'in a year' : `since ${quarterName(then?.quarter ?? last.quarter)}`;
  const points = difference.replace(/^[+−]/u, '');
  if (difference === '–') return `The quarters ${since}`;
  if (Number(points) === 0)
    return `The same score as ${isYear ? 'a year ago' : quarterName(then?.quarter ?? last.quarter)}`;
  return `${difference.startsWith('+') ? 'Up' : 'Down'} ${points} ${points === '1' ? 'point' : 'points'} ${since}`;
}
