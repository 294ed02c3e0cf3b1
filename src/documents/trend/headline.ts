import { stepName } from '../../core/checklist/naming.js';
import type { StepComparison } from '../../core/compare/compare.js';
import type { LastYear, Trend } from '../../core/compare/trend.js';
import { isYearBefore } from '../../core/compare/trend.js';
import { quarterName } from '../../core/quarter.js';
import { printChange, printPoints, printScore, scoreWords } from '../../core/score/print.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { andList } from '../../core/words/lists.js';
import { sentence, count, countWord, numberWord } from '../../core/words/numbers.js';
import { signed, strong } from '../blocks.js';
import type { Block, Text } from '../tree.js';
import { differenceRangeWords, pointsOf } from '../words/scores.js';
import { signOf } from '../words/signs.js';
import { usualWords } from '../words/usual.js';

/** `in a year`, or `since Q4 2024`. */
export function period({ last }: Trend, { quarter }: LastYear): string {
  return isYearBefore(quarter, last.quarter) ? 'in a year' : `since ${quarterName(quarter)}`;
}

/** What happened, in one sentence made from the figures. */
export function headline(trend: Trend): string {
  const { last, since } = trend;
  const now = quarterName(last.quarter);
  const { bands } = last.result.checklist;
  if (last.result.share === null) return `${now} is not scored`;
  if (since === null) return `${sentence(scoreWords(last.result.share, bands))} in ${now}`;
  const { published, likeForLike } = since.comparison;
  const { difference } = published;
  if (difference === null) {
    return `${sentence(scoreWords(last.result.share, bands))} in ${now}; ${quarterName(since.quarter)} is not scored`;
  }
  if (Math.abs(difference) < SAME_SHARE)
    return `The same score as in ${quarterName(since.quarter)}`;
  const isUp = difference > 0;
  const points = pointsOf(printChange(published.from, published.to, bands).difference);
  const moved = `${isUp ? 'Up' : 'Down'} ${points} ${period(trend, since)}`;
  switch (likeForLike.verdict) {
    case null:
      return likeForLike.change === null
        ? `${moved}, with nothing to compare like for like`
        : `${moved}, but too little was scored for a verdict`;
    case 'rose':
    case 'probably-rose':
      return isUp ? moved : `${moved}, yet clearly up like for like`;
    case 'fell':
    case 'probably-fell':
      return isUp ? `${moved}, yet clearly down like for like` : moved;
    case 'no-clear-change':
      return `${moved}, which may be chance`;
    case 'same':
      return `${moved}, but the same like for like`;
  }
}

/** The score with what it says. */
export function scoreBlock(trend: Trend): Block {
  const { last, since } = trend;
  const { share, band, checklist } = last.result;
  return {
    block: 'score',
    figure: printScore(share, checklist.bands),
    of: share === null ? '' : 'of 100',
    band: band?.name ?? '',
    says: since === null ? [] : saysOf(trend, since),
  };
}

function saysOf(trend: Trend, since: LastYear): Text[] {
  const moved = clearSteps(since);
  const { bands } = trend.last.result.checklist;
  const stepsOf = (all: readonly StepComparison[]): string =>
    andList(
      all.map(({ step, published }) => {
        const { from, to } = printChange(published.from, published.to, bands);
        return `${stepName(step)} (${from} → ${to})`;
      }),
    );
  return [
    overallSays(trend, since),
    ...(moved.better.length === 0
      ? []
      : [[signed('better', strong('Clearly better:')), ` ${stepsOf(moved.better)}.`]]),
    ...(moved.worse.length === 0
      ? []
      : [[signed('worse', strong('Clearly worse:')), ` ${stepsOf(moved.worse)}.`]]),
    ...(moved.better.length + moved.worse.length === 0 ? ['No step has clearly moved.'] : []),
    ...usualSays(trend),
  ];
}

function overallSays(trend: Trend, { quarter, comparison }: LastYear): Text {
  const { last } = trend;
  const { published, likeForLike } = comparison;
  const { from, to } = printChange(published.from, published.to, last.result.checklist.bands);
  const scores = `Overall ${to} in ${quarterName(last.quarter)}, ${from} in ${quarterName(quarter)}.`;
  const { change } = likeForLike;
  if (change === null) return [strong(scores), bestWords(trend)];
  const range = differenceRangeWords(change);
  const where = range === '' ? '' : ` (where it may lie: ${range})`;
  return [
    strong(scores),
    ` Like for like ${printPoints(change.difference)}${where}.${bestWords(trend)}`,
  ];
}

/** What its own history lets expect: of the whole, and of steps that are unusual. */
function usualSays({ overall, steps, last }: Trend): Text[] {
  const { bands } = last.result.checklist;
  const whole = usualWords(overall.usual, bands);
  const unusual = steps.flatMap(({ step, usual }): Text[] => {
    if (usual === null || usual.isUsual) return [];
    return [[strong(`${stepName(step)}:`), ` ${usualWords(usual, bands) ?? ''}`]];
  });
  return [...(whole === null ? [] : [whole]), ...unusual];
}

/** That it is the best ever, or when that was. */
function bestWords({ best, last }: Trend): string {
  if (best === null) return '';
  if (best === last) return ' The best so far.';
  const { share, checklist } = best.result;
  return ` The best was ${printScore(share, checklist.bands)}, in ${quarterName(best.quarter)}.`;
}

/** The steps that clearly moved, like for like, the largest first. */
function clearSteps({ comparison }: LastYear): {
  readonly better: readonly StepComparison[];
  readonly worse: readonly StepComparison[];
} {
  const by = (sign: 'better' | 'worse'): StepComparison[] =>
    comparison.steps
      .filter(({ likeForLike }) => signOf(likeForLike.verdict) === sign)
      .sort((a, b) => size(b) - size(a));
  return { better: by('better'), worse: by('worse') };
}

function size({ likeForLike }: StepComparison): number {
  return Math.abs(likeForLike.change?.difference ?? 0);
}

/** `Two of six steps are clearly better than in Q3 2025, one is clearly worse`. */
export function stepsHeading(since: LastYear): string {
  const { better, worse } = clearSteps(since);
  const then = quarterName(since.quarter);
  const all = since.comparison.steps.length;
  if (better.length + worse.length === 0) return `No step has clearly moved since ${then}`;
  const of = (some: number): string => `${numberWord(some)} of ${countWord(all, 'step')}`;
  const is = (some: number): string => (some === 1 ? 'is' : 'are');
  if (worse.length === 0) {
    return sentence(
      `${of(better.length)} ${is(better.length)} clearly better than in ${then}, none is clearly worse`,
    );
  }
  if (better.length === 0) {
    return sentence(
      `${of(worse.length)} ${is(worse.length)} clearly worse than in ${then}, none is clearly better`,
    );
  }
  return sentence(
    `${of(better.length)} ${is(better.length)} clearly better than in ${then}, ${numberWord(worse.length)} ${is(worse.length)} clearly worse`,
  );
}

/** `8 quarters`: how many are shown that have an audit. */
export function shownQuarters({ audits }: Trend): string {
  return count(audits.length, 'quarter');
}
