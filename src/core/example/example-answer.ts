import type { Json } from '../canonical.js';
import type { Item } from '../checklist/checklist.js';
import type { Random } from './random.js';
import { randomFrom, shuffled, stray, whole } from './random.js';
import { recordsOf, referenceOf } from './records.js';

/** Where an answer of the example is given. */
export interface Occasion {
  /** Name of the dealership. */
  readonly at: string;
  readonly quarter: string;
  readonly size: number;
}

/** What a case earns where it isn't good, on average: see the lapses below. */
const BAD_CASE = 0.3;

/** How many new records are filed between two quarters, at most. */
const FILED = 400;

/**
 * What an auditor would have found of an item that is done as well as `level` says, 0 to 1, in the
 * form that answers files hold. Where only some records are looked at, chance has its say.
 */
export function exampleAnswer(item: Item, level: number, occasion: Occasion): Json {
  const { at, quarter, size } = occasion;
  const random = randomFrom('answer', at, quarter, item.id);
  switch (item.kind) {
    case 'yes-no':
      return level < 0.5 ? 'no' : 'yes';
    case 'rating':
      return Math.round(level * 4);
    case 'sample':
      return sampleOf(random, item, level, size);
    case 'measure':
      return Math.round(item.zero + level * (item.full - item.zero));
    case 'checks': {
      // The same checks fail from quarter to quarter: the order is the dealership's own.
      const order = shuffled(
        randomFrom('checks', at, item.id),
        item.checks.map(({ id }) => id),
      );
      const passed = new Set(order.slice(0, Math.round(level * order.length)));
      return { checks: item.checks.map(({ id }) => id).filter((id) => passed.has(id)) };
    }
    case 'trace':
      return traceOf(random, item, level, occasion);
    case 'remark':
      return 'Nothing out of the ordinary.';
  }
}

function sampleOf(
  random: Random,
  item: Extract<Item, { kind: 'sample' }>,
  level: number,
  size: number,
): Json {
  const zero = (item.zero ?? 0) / 100;
  const from = recordsOf(item.id, size * (1 + stray(random, 0.15)));
  const of = Math.min(item.draw, from ?? item.draw);
  const chance = zero + level * (1 - zero);
  const passed = Array.from({ length: of }, random).filter((each) => each < chance).length;
  return { passed, of, ...(from === undefined ? {} : { from }) };
}

function traceOf(
  random: Random,
  item: Extract<Item, { kind: 'trace' }>,
  level: number,
  { at, quarter, size }: Occasion,
): Json {
  const from = recordsOf(item.id, size * (1 + stray(random, 0.15)));
  const good = (level - BAD_CASE) / (1 - BAD_CASE);
  // Numbers rise from quarter to quarter, as they do in the books.
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const first = whole(randomFrom('references', at, item.id), 3000, 9000);
  let filed = first + ((year - 2024) * 4 + number) * FILED;
  const cases = Array.from({ length: Math.min(item.draw, from ?? item.draw) }, () => {
    filed += whole(random, 1, Math.max(1, Math.floor(FILED / item.draw) - 1));
    const isGood = random() < good;
    const lapses = isGood ? whole(random, 0, 1) : whole(random, 2, 4);
    const standards = item.standards.filter(({ respect }) => !isGood || !respect);
    const missed = shuffled(random, standards).slice(0, lapses);
    return {
      ref: `${referenceOf(item.id)} ${String(filed)}`,
      lapses: item.standards.filter((one) => missed.includes(one)).map(({ id }) => id),
    };
  });
  return { cases, ...(from === undefined ? {} : { from }) };
}
