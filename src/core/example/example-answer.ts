import type { Json } from '../canonical.js';
import type { Item } from '../checklist/checklist.js';
import { kindOf } from '../checklist/kinds/index.js';
import { stray, whole } from '../random.js';
import { randomFrom } from './random.js';
import { isCounted, recordsOf, referenceOf } from './records.js';

/** Where an answer of the example is given. */
export interface Place {
  /** Name of the dealership. */
  readonly at: string;
  readonly quarter: string;
  readonly size: number;
}

/** How many new records are filed between two quarters, at most. */
const FILED = 400;

/**
 * What an auditor would have found of an item that is done as well as `level` says, 0 to 1, in the
 * form that answers files hold. Where only some records are looked at, chance has its say.
 */
export function exampleAnswer(item: Item, level: number, { at, quarter, size }: Place): Json {
  const random = randomFrom('answer', at, quarter, item.id);
  const kind = kindOf(item);
  const asked = kind.asksFor(item)?.number ?? 0;
  const records =
    asked > 0 || isCounted(item.id)
      ? recordsOf(item.id, size * (1 + stray(random, 0.15)))
      : undefined;
  // Numbers rise from quarter to quarter, as they do in the books.
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const first = whole(randomFrom('references', at, item.id), 3000, 9000);
  let filed = first + ((year - 2024) * 4 + number) * FILED;
  return kind.invent(item, {
    level,
    random,
    habit: randomFrom('checks', at, item.id),
    records,
    nextRef: () => {
      filed += whole(random, 1, Math.max(1, Math.floor(FILED / asked) - 1));
      return `${referenceOf(item.id)} ${String(filed)}`;
    },
  });
}
