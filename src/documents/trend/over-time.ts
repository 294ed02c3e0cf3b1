import type { Band } from '../../core/checklist/checklist.js';
import { stepName } from '../../core/checklist/naming.js';
import type { Trend } from '../../core/compare/trend.js';
import type { TrendLine, TrendPoint } from '../../core/compare/trend-line.js';
import { quarterName } from '../../core/quarter.js';
import { printPoints } from '../../core/score/print.js';
import { fold, key, signed, strong, subheading, table } from '../blocks.js';
import type { Block, Inline, Sign } from '../tree.js';
import { NONE, rangeWords, scoreOr } from '../words/scores.js';
import { lineOf } from '../words/lines.js';
import { signOf } from '../words/signs.js';
import { shownQuarters } from './headline.js';
import { bandsOf, chainScore, slotName } from './slots.js';

/** The overall score and each step over time, every figure folded below. */
export function overTime(trend: Trend): Block[] {
  return [...lineFigures(trend), everyFigure(trend)];
}

/** The overall score as a line, each step as a small one, and what their signs mean. */
export function lineFigures(trend: Trend): Block[] {
  const { overall, steps } = trend;
  const small = steps.map(({ step, ...line }): Block[] => [
    {
      block: 'figure',
      caption: [strong(stepName(step)), ` ${endsOf(line, trend)}`],
      mark: lineOf(line, trend, 'small'),
      words: wordsOf(line, trend),
    },
  ]);
  return [
    {
      block: 'figure',
      caption: [
        strong('Overall'),
        `, ${shownQuarters(trend)}, with the range in which each score may lie`,
      ],
      mark: lineOf(overall, trend, 'large'),
      words: wordsOf(overall, trend),
    },
    { block: 'grid', columns: 3, cells: small },
    legend(trend),
  ];
}

/** `32 → 66`: the first and the last score. */
function endsOf({ points }: TrendLine, { slots, last }: Trend): string {
  const scored = points.flatMap((point, i) => {
    const slot = slots[i];
    const share = point?.share ?? null;
    return share === null || slot === undefined ? [] : [scoreOr(share, bandsOf(slot, last))];
  });
  const [first] = scored;
  if (first === undefined) return 'not scored';
  return scored.length === 1 ? first : `${first} → ${scored.at(-1) ?? first}`;
}

/** What a point says since the audit before, like for like. */
function clearly({ likeForLike }: TrendPoint): Sign | null {
  return signOf(likeForLike?.verdict ?? null);
}

const SAID: Readonly<Record<Sign, string>> = {
  better: ' (clearly up)',
  worse: ' (clearly down)',
  'probably-better': ' (probably up)',
  'probably-worse': ' (probably down)',
  unclear: '',
  same: '',
};

/** The figures of a line, one after the other. */
function wordsOf({ points }: TrendLine, { slots, last }: Trend): string {
  return slots
    .map((slot, i) => {
      const point = points[i] ?? null;
      const figure = scoreOr(point?.share ?? null, bandsOf(slot, last));
      const sign = point === null ? null : clearly(point);
      return `${slotName(slot)}: ${figure}${sign === null ? '' : SAID[sign]}`;
    })
    .join(', ');
}

function legend({ slots, last }: Trend): Block {
  const levels = last.result.checklist.bands.map(({ from }) => from).filter((from) => from > 0);
  const changed = slots.some((slot) => slot.kind === 'audit' && slot.broke !== null);
  const lines = levels.length === 0 ? '' : ` Lines across at ${levels.map(String).join(', ')}.`;
  return key(
    signed('better', 'clearly up on the audit before'),
    ' ',
    signed('worse', 'clearly down'),
    ' ',
    signed('probably-better', 'probably up'),
    ' ',
    signed('probably-worse', 'probably down'),
    ` ● may be chance, or the same.${changed ? ' ┊ the checklist or the scope changed.' : ''}${lines}`,
  );
}

/** Every line with every figure: a row for each quarter. */
function everyFigure(trend: Trend): Block {
  const lines = [
    { name: 'Overall', line: trend.overall },
    ...trend.steps.map((line) => ({ name: stepName(line.step), line })),
  ];
  return fold(
    'Every figure, quarter by quarter',
    lines.flatMap(({ name, line }) => [subheading(name), ...figures(name, line, trend)]),
    { figure: shownQuarters(trend) },
  );
}

function figures(name: string, line: TrendLine, { slots, last }: Trend): Block[] {
  return table(
    `${name}, a row for each quarter`,
    [
      { title: 'Quarter', role: 'name' },
      { title: 'Score', role: 'number' },
      { title: 'Where it may lie', role: 'number' },
      { title: 'Change', role: 'number' },
      { title: 'Like for like', role: 'number' },
      { title: 'Its change', role: 'number' },
    ],
    slots.map((slot, i) => {
      const point = line.points[i] ?? null;
      const bands: readonly Band[] = bandsOf(slot, last);
      return {
        cells: [
          slotName(slot),
          scoreOr(point?.share ?? null, bands),
          rangeWords(point?.interval ?? null, bands),
          point?.change == null ? NONE : printPoints(point.change),
          chainScore(line, i),
          changeOf(point?.likeForLike ?? null),
        ],
      };
    }),
  );
}

function changeOf(like: TrendPoint['likeForLike']): Inline {
  if (like?.change == null) return NONE;
  const sign = signOf(like.verdict);
  const points = printPoints(like.change.difference);
  return sign === null ? points : signed(sign, points);
}

/** The quarters without a sealed audit, in words; null where there is none. */
export function gapWords({ slots }: Trend): string | null {
  const gaps = slots.flatMap((slot) => (slot.kind === 'gap' ? [slotName(slot)] : []));
  return gaps.length === 0
    ? null
    : `No sealed audit in ${gaps.join(', ')}: there the lines break off, and changes reach across.`;
}

/** The name of the first quarter that is shown. */
export function firstQuarter({ audits, last }: Trend): string {
  return quarterName((audits[0] ?? last).quarter);
}
