import { stepName } from '../../core/checklist/naming.js';
import type { Trend } from '../../core/compare/trend.js';
import type { TrendLine } from '../../core/compare/trend-line.js';
import { isYearBefore } from '../../core/compare/trend.js';
import { quarterName } from '../../core/quarter.js';
import { printChange, printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { fine, heading, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { lineOf, lineWords } from '../words/lines.js';
import type { AuditView } from './view.js';

/** The quarters up to this one, overall and step by step; nothing with fewer than three of them. */
export function yearSection({ trend }: AuditView): Block[] {
  if (trend === null || trend.audits.length < 3) return [];
  const isChanged = trend.slots.some((slot) => slot.kind === 'audit' && slot.broke !== null);
  return [
    heading(yearTitle(trend), 'trend', 'Trend'),
    {
      block: 'figure',
      caption: [
        strong('Overall'),
        `, ${count(trend.audits.length, 'quarter')}, with the range in which each score may lie`,
      ],
      mark: lineOf(trend.overall, trend, 'large'),
      words: lineWords(trend.overall, trend),
    },
    {
      block: 'grid',
      columns: 3,
      cells: trend.steps.map((line): Block[] => [
        {
          block: 'figure',
          caption: [strong(stepName(line.step)), ` ${endsWords(line, trend)}`],
          mark: lineOf(line, trend, 'small'),
          words: lineWords(line, trend),
        },
      ]),
    },
    fine(
      `▲ clearly up on the quarter before  ▼ clearly down  ● may be chance${isChanged ? '  ┆ the checklist or the scope changed: signs count what stayed comparable' : ''}.`,
    ),
  ];
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

/** `32 → 66`: the first and the last figure of a line. */
function endsWords({ points }: TrendLine, { last }: Trend): string {
  const shares = points.flatMap((point) => point?.share ?? []);
  const { bands } = last.result.checklist;
  return `${printScore(shares[0] ?? null, bands)} → ${printScore(shares.at(-1) ?? null, bands)}`;
}
