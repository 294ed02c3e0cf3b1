import type * as z from 'zod';
import type { Json } from '../../canonical.js';
import { checks } from './checks.js';
import type { ErrorExample, KindFacets } from './kind.js';
import { measure } from './measure.js';
import { rating } from './rating.js';
import { remark } from './remark.js';
import { sample } from './sample.js';
import { trace } from './trace.js';
import { yesNo } from './yes-no.js';

/** THE LIST of kinds. A kind that isn't here doesn't exist; nothing else lists them. */
export const kinds = [yesNo, rating, sample, measure, checks, trace, remark] as const;

/** One item of a checklist, of whichever kind. */
export type Item = z.output<ReturnType<(typeof kinds)[number]['schema']>>;

/** The facets of a kind as the rest of the program uses them: any item, any checked value. */
type AnyKind = KindFacets<Item['kind'], z.ZodType<Item>, Json>;

/**
 * The kind of an item. The cast is honest as long as an item is only given values that its own
 * kind's `value` schema has let through: `readAnswer` and the database hold nothing else.
 */
export function kindOf(item: Item): AnyKind {
  const found = kinds.find((kind) => kind.name === item.kind);
  if (found === undefined) throw new TypeError(`no kind ${item.kind}`);
  return found as unknown as AnyKind;
}

/**
 * An item in place of one that can't be read: it breaks no rule, and says nothing but its question.
 */
export function standInItem(id: string, ask: string): Item {
  return {
    kind: yesNo.name,
    id,
    ask,
    departments: [],
    core: true,
    critical: false,
    weight: 1,
    source: [],
  };
}

/** A worked example of a kind with its item completed, so that it can be scored. */
export interface WorkedExample {
  readonly item: Item;
  readonly answer: Json;
  readonly share: number | null;
  readonly because: string;
  readonly error?: ErrorExample;
}

/** What an item of an example says besides its own keys, and what one that says no more is given. */
const UNSAID = { id: 'example', ask: 'Example?', departments: ['any'], core: false, source: [] };
const UNSAID_SCORED = { ...UNSAID, weight: 1, critical: false };

/**
 * The worked examples of all kinds: the tests compute them, and reports print them. The cast is
 * honest because a test holds each item to the schema of its kind; a report need not.
 */
export function workedExamples(): WorkedExample[] {
  return kinds.flatMap((kind) =>
    kind.examples.map(({ item, ...example }) => ({
      item: {
        kind: kind.name,
        ...(kind.scored ? UNSAID_SCORED : UNSAID),
        ...item,
      } as unknown as Item,
      ...example,
    })),
  );
}
