import { kindOf } from '../checklist/kinds/index.js';
import type { Item } from '../checklist/checklist.js';
import type { Json } from '../canonical.js';
import type { ItemResult } from './score.js';

/** How many records were looked at, and how many the checklist asks for. */
export interface SmallSample {
  readonly looked: number;
  readonly asked: number;
}

/** What an answer looked at, where that is fewer than the checklist asks for and there were more. */
export function smallSample(item: Item, value: Json): SmallSample | null {
  const kind = kindOf(item);
  const counted = kind.spread(item, value)?.counted ?? null;
  const asked = kind.asksFor(item)?.number ?? 0;
  if (counted === null || counted.of >= asked || counted.from === counted.of) return null;
  return { looked: counted.of, asked };
}

/** The same of a scored item. */
export function smallSampleOf({ item, answer }: ItemResult): SmallSample | null {
  return answer?.state === 'answered' ? smallSample(item, answer.value) : null;
}
