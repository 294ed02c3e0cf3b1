import * as z from 'zod';
import type { Json } from '../canonical.js';
import type { Item } from '../checklist/checklist.js';
import { definingFacts, isSameDefinition } from '../checklist/definition.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { Detail } from './detail.js';
import { detailsOf } from './detail.js';
import { once } from '../once.js';

/** What became of an item, what breaks its comparability first. */
export const ITEM_TAGS = [
  'redefined',
  'probably-renamed',
  'gone',
  'new',
  'rescoped',
  'moved',
  'reweighted',
  'reassigned',
  'reworded',
  'same',
] as const;
export type ItemTag = (typeof ITEM_TAGS)[number];

/** One item of two checklists. */
export interface ItemDiff {
  readonly tag: ItemTag;
  /** Its id; the later one where it was probably renamed. */
  readonly id: string;
  /** The earlier id where it was probably renamed, else null. */
  readonly was: string | null;
  /** Whether its scores by the one checklist can't be compared with those by the other. */
  readonly breaks: boolean;
  /** Why, in a sentence or two. */
  readonly rule: string;
  /** What differs in its definition: this breaks comparability. */
  readonly defining: readonly Detail[];
  /** What differs besides: this keeps it. */
  readonly other: readonly Detail[];
}

/** An item and the id of the step it stands in, as the later checklist calls that. */
export interface PlacedItem {
  readonly item: Item;
  readonly step: string;
}

const RULES: Readonly<Record<ItemTag, string>> = {
  redefined:
    'What decides the score has changed: kind, limits, unit, levels, checks or standards. A rise or fall could come from that alone.',
  'probably-renamed':
    'An id renamed is a new item and one gone. These have the same definition and nearly the same question: keep the id.',
  gone: 'No later score to compare with.',
  new: 'No earlier score to compare with.',
  rescoped:
    'Joined or left the core. Audits of the full scope compare it as before; between audits of the core scope it is new or gone.',
  moved:
    'The item is compared as before. Like for like, both scores go into the step where it is now.',
  reweighted:
    'Like for like, both scores are taken under the later weights and cap. The published step and overall scores each have their own.',
  reassigned:
    'Whose it is, how many to look at and how far an answer may be off decide no score; what is called a change may turn out otherwise.',
  reworded: 'Wording and guidance decide no score. What asks something else now needs a new id.',
  same: 'Nothing differs.',
};
const NOT_SCORED = 'A remark is never scored, so no comparison uses it.';

/** What a key that is no part of the definition is about; wording where it isn't listed. */
const TAG_OF_KEY: Readonly<Record<string, ItemTag>> = {
  step: 'moved',
  weight: 'reweighted',
  critical: 'reweighted',
  core: 'rescoped',
  departments: 'reassigned',
  draw: 'reassigned',
  noise: 'reassigned',
};

/** What became of an item that both checklists have under one id. */
export function diffItem(from: PlacedItem, to: PlacedItem): ItemDiff {
  const { id } = to.item;
  const breaks = !isSameDefinition(from.item, to.item);
  const all = detailsOf(definingFacts(from.item), definingFacts(to.item));
  const kind = all.filter((detail) => detail.key === 'kind');
  // Of another kind, it is another item through and through.
  if (kind.length > 0) return entry('redefined', id, { breaks, defining: kind });
  const other = otherDetails(from, to, all);
  const tags = other.map((detail) => TAG_OF_KEY[detail.key] ?? 'reworded');
  const tag = breaks ? 'redefined' : (ITEM_TAGS.find((each) => tags.includes(each)) ?? 'same');
  return entry(tag, id, { breaks, defining: all, other });
}

/** An item that only one of the checklists has. */
export function lonelyItem(tag: 'new' | 'gone', item: Item): ItemDiff {
  const breaks = kindOf(item).scored;
  return entry(tag, item.id, { breaks, ...(breaks ? {} : { rule: NOT_SCORED }) });
}

/** An item that both checklists probably have, under two ids. */
export function renamedItem(from: PlacedItem, to: PlacedItem): ItemDiff {
  const other = otherDetails(from, to, []);
  return entry('probably-renamed', to.item.id, { was: from.item.id, other });
}

function entry(tag: ItemTag, id: string, own: Partial<ItemDiff>): ItemDiff {
  return { tag, id, was: null, breaks: true, rule: RULES[tag], defining: [], other: [], ...own };
}

/** What differs besides the definition; of its options, how those that are in both are worded. */
function otherDetails(
  from: PlacedItem,
  to: PlacedItem,
  defining: readonly Detail[],
): readonly Detail[] {
  const decides = new Set(defining.map(({ key }) => key)).add('id');
  const details = detailsOf({ step: from.step, ...from.item }, { step: to.step, ...to.item });
  return details.flatMap((detail) => {
    const { key } = detail;
    const [then, now] = [optionTexts(detail.from), optionTexts(detail.to)];
    if (then === null || now === null) return decides.has(key) ? [] : [detail];
    return detailsOf({ [key]: textsIn(then, now) }, { [key]: textsIn(now, then) });
  });
}

const optionsSchema = once(() => z.array(z.object({ id: z.string(), text: z.string() })));
type Texts = ReadonlyMap<string, string>;

/** The texts of checks or standards by their ids; null for anything else. */
function optionTexts(value: Json): Texts | null {
  const read = optionsSchema().safeParse(value);
  return read.success ? new Map(read.data.map(({ id, text }) => [id, text])) : null;
}

function textsIn(some: Texts, both: Texts): string[] {
  return [...some].filter(([id]) => both.has(id)).map(([, text]) => text);
}
