import type { Item } from '../checklist/checklist.js';
import { definitionOf, isSameDefinition } from '../checklist/definition.js';

/** How alike two questions must be, 0 to 1, for one to be the other reworded. */
const ALIKE = 0.8;

/** Where more are new and gone than this makes pairs, only questions word for word are looked for. */
const MOST_PAIRS = 40_000;

/** Two ids of what is probably one item. */
export interface Rename {
  readonly from: Item;
  readonly to: Item;
}

/**
 * Items that are probably there still, under another id: the same definition, a department in
 * common and nearly the same question. Each item is in one rename at most, with what is most like it.
 */
export function renamesAmong(gone: readonly Item[], added: readonly Item[]): Rename[] {
  const sure = sameQuestions(gone, added);
  const taken = new Set(sure.flatMap(({ from, to }) => [from, to]));
  const isFree = (item: Item): boolean => !taken.has(item);
  return [...sure, ...likeQuestions(gone.filter(isFree), added.filter(isFree))];
}

function sameQuestions(gone: readonly Item[], added: readonly Item[]): Rename[] {
  const byText = Map.groupBy(gone, (item) => `${definitionOf(item)} ${item.ask}`);
  return added.flatMap((to) => {
    const alike = byText.get(`${definitionOf(to)} ${to.ask}`) ?? [];
    const index = alike.findIndex((from) => shareDepartment(from, to));
    return index < 0 ? [] : alike.splice(index, 1).map((from) => ({ from, to }));
  });
}

interface Worded {
  readonly item: Item;
  readonly words: ReadonlySet<string>;
}

function likeQuestions(gone: readonly Item[], added: readonly Item[]): Rename[] {
  if (gone.length * added.length > MOST_PAIRS) return [];
  const before = gone.map(worded);
  const pairs = added.map(worded).flatMap((to) =>
    before.flatMap((from) => {
      const alike = likeness(from, to);
      const isOne = alike >= ALIKE && shareDepartment(from.item, to.item);
      return isOne && isSameDefinition(from.item, to.item) ? [{ from, to, alike }] : [];
    }),
  );
  const taken = new Set<Worded>();
  return pairs
    .sort((a, b) => b.alike - a.alike)
    .flatMap(({ from, to }) => {
      if (taken.has(from) || taken.has(to)) return [];
      taken.add(from).add(to);
      return [{ from: from.item, to: to.item }];
    });
}

function shareDepartment(from: Item, to: Item): boolean {
  return from.departments.some((id) => to.departments.includes(id));
}

function worded(item: Item): Worded {
  return { item, words: new Set(item.ask.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) };
}

/** How many of the words of two questions are in both: 1 for all, 0 for none. */
function likeness(from: Worded, to: Worded): number {
  const all = from.words.size + to.words.size;
  if (all === 0) return 0;
  let shared = 0;
  for (const word of to.words) if (from.words.has(word)) shared++;
  return (2 * shared) / all;
}
