import type { AnswerState } from '../../core/audit/answer.js';
import { printPercent } from '../../core/score/print.js';
import { detectableFrom } from '../../core/score/uncertainty.js';
import { widthOf } from '../../core/score/widest.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { ItemResult } from '../../core/score/score.js';
import { count, inSentence } from '../../core/words/numbers.js';
import { andList } from '../../core/words/lists.js';
import { heading, list, strong } from '../blocks.js';
import type { Block, Text } from '../tree.js';
import type { AuditView, ItemView, StepView } from './view.js';
import { itemsOf } from './view.js';

/** A step whose range is wider than this to each side is named. In shares. */
const WIDE = 0.1;

/** Two check-ups that find only changes larger than this can't tell one quarter from the next. In shares. */
const TOO_WIDE = 0.15;

/** The change that a reader asks for, in shares. */
const GOAL = 0.05;

/** What was left out, and how wide the range of each figure is because of what. */
export function limitsSection(view: AuditView): Block[] {
  const { result, steps } = view;
  const items = itemsOf(view);
  const of = (state: AnswerState): ItemView[] => items.filter((one) => one.result.state === state);
  return [
    heading('What this check-up cannot tell', 'limits', 'Limits'),
    ...list([
      `${String(of('answered').length)} of ${count(items.length, 'item')} ${items.length === 1 ? 'was' : 'were'} answered; ${printPercent(result.coverage)} of what applies was scored.`,
      ...reasons(of('not-checked'), 'not checked'),
      ...reasons(of('not-applicable'), 'not applicable'),
      ...unanswered(of('unanswered')),
      ...small(items),
      ...steps.flatMap(wide),
      ...detectable(view),
    ]),
  ];
}

function reasons(items: readonly ItemView[], what: string): Text[] {
  return items.map(({ name, result: { answer } }) => {
    const why = answer !== undefined && 'reason' in answer ? `: ${answer.reason}` : '';
    return [strong(name), ` was ${what}${why}`];
  });
}

function unanswered(items: readonly ItemView[]): Text[] {
  if (items.length === 0) return [];
  return [[strong('Not answered:'), ` ${andList(items.map(({ name }) => name))}.`]];
}

/** Items that looked at fewer records than the checklist asks for. */
function small(items: readonly ItemView[]): Text[] {
  const found = items.flatMap(({ name, smallSample }) =>
    smallSample === null
      ? []
      : [`${name} (${String(smallSample.looked)} of ${String(smallSample.asked)})`],
  );
  if (found.length === 0) return [];
  return [
    `Fewer records were looked at than the checklist asks for: ${andList(found)}. The ranges say what that costs.`,
  ];
}

/** Steps that are known only roughly, and the one item that makes them so. */
function wide({ name, result }: StepView): Text[] {
  const width = widthOf(result);
  if (width === null || width.half < WIDE) return [];
  const points = `±${String(Math.round(width.half * 100))} points`;
  if (width.because === null) return [[strong(name), ` is known only within ${points}.`]];
  return [
    [
      strong(name),
      ` is known only within ${points}, mostly because of one item: ${lookedAt(width.because)}. Look at more of it next time.`,
    ],
  ];
}

/** `extra work approved first (15 looked at)`. */
function lookedAt({ item, answer }: ItemResult): string {
  const spread = answer?.state === 'answered' ? kindOf(item).spread(item, answer.value) : null;
  const counted = spread?.counted ?? null;
  const looked = counted === null ? '' : ` (${String(counted.of)} looked at)`;
  return `${inSentence(nameOf(item))}${looked}`;
}

/** What a change would have had to be to show. */
function detectable({ result, previous }: AuditView): Text[] {
  const [then, now] = [previous?.result.estimate ?? null, result.estimate];
  if (then === null || now === null) return [];
  const { change, factor } = detectableFrom(then, now, GOAL);
  if (change === 0) return [];
  const more =
    factor <= 1
      ? ''
      : ` For one of five points it would take ${factor.toFixed(1)} times the records, both times.`;
  const words =
    change > TOO_WIDE
      ? ' They cannot carry verdicts from quarter to quarter: use them to find what to do.'
      : more;
  return [
    `A true change of the overall score of ${(change * 100).toFixed(1)} points would be found between these two check-ups in four cases of five; a smaller one may be there and not show.${words}`,
  ];
}
