import type { Answer } from '../../core/audit/answer.js';
import type { Item } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import type { ItemResult } from '../../core/score/score.js';

/** An item's answer in its own unit: `86 %`, `9 of 20`; or why there is none. */
export function answerWords({ item, answer, state }: ItemResult): string {
  if (answer?.state !== 'answered') return state.replaceAll('-', ' ');
  return kindOf(item).short(item, answer.value);
}

/** The same with all that belongs to it: `9 of 20 (from 63)`. */
export function wholeAnswerWords({ item, answer, state }: ItemResult): string {
  if (answer?.state !== 'answered') return state.replaceAll('-', ' ');
  return kindOf(item).words(item, answer.value);
}

/** The answer and what it should be: `86 %; aim: 95 or more`. */
export function answerWithAim(one: ItemResult): string {
  const aim = aimWords(one.item);
  return aim === '' ? answerWords(one) : `${answerWords(one)}; aim: ${aim}`;
}

/** What earns the full score, in the answer's own words. */
export function aimWords(item: Item): string {
  return kindOf(item).aim(item);
}

/** Two answers to one item, the unit once: `44 → 24 minutes`, `17 of 20 → 9 of 20`. */
export function answersWords(from: ItemResult, to: ItemResult): string {
  const [then, now] = [answerWords(from), answerWords(to)];
  const widget = kindOf(to.item).widget(to.item);
  const unit = widget.widget === 'number' ? ` ${widget.unit}` : '';
  const isShared = unit !== '' && then.endsWith(unit) && now.endsWith(unit);
  return `${isShared ? then.slice(0, -unit.length) : then} → ${now}`;
}

/** An answer with why there is none, for lists of what was recorded: `not checked: no list`. */
export function recordedWords(item: Item, answer: Answer | undefined): string {
  switch (answer?.state) {
    case 'answered':
      return kindOf(item).words(item, answer.value);
    case 'not-applicable':
      return `not applicable: ${answer.reason}`;
    case 'not-checked':
      return `not checked: ${answer.reason}`;
    default:
      return 'no answer yet';
  }
}
