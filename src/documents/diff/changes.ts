import type { ChecklistDiff } from '../../core/compare/checklist-diff.js';
import type { Detail } from '../../core/compare/detail.js';
import { detailWords } from '../../core/compare/detail.js';
import { ITEM_TAGS } from '../../core/compare/item-diff.js';
import { STEP_TAGS } from '../../core/compare/step-diff.js';
import { count } from '../../core/words/numbers.js';
import { BREAK, code, list, paragraph, strong } from '../blocks.js';
import type { Block, Text } from '../tree.js';

/** What a list of differences says of one step or item. */
interface Entry {
  readonly tag: string;
  readonly breaks: boolean;
  readonly rule: string;
  readonly name: string;
  readonly details: readonly Detail[];
}

/** What an author can do who didn't mean it, by the tag; nothing can be done where it isn't listed. */
type Cures = Readonly<Record<string, string>>;

/** What breaks comparability, or what keeps it, by what became of it. */
export function changes(diff: ChecklistDiff, breaks: boolean, cures: Cures = {}): Block[] {
  const head = diff.head.filter((each) => each.breaks === breaks);
  const byRule = [...Map.groupBy(head, ({ rule }) => rule)];
  return [
    ...byRule.flatMap(([rule, details]) => [
      paragraph(`The checklist. ${rule}`),
      ...list(details.map((detail) => detailWords(detail))),
      ...cureLine(cures['head']),
    ]),
    ...tagged('step', diff.steps.map(stepEntry), STEP_TAGS, breaks, cures),
    ...tagged('item', diff.items.map(itemEntry), ITEM_TAGS, breaks, cures),
  ];
}

function stepEntry(step: ChecklistDiff['steps'][number]): Entry {
  return { ...step, name: idWords(step) };
}

function itemEntry(item: ChecklistDiff['items'][number]): Entry {
  return { ...item, name: idWords(item), details: [...item.defining, ...item.other] };
}

/** Authors write ids, and an id is what has to stay. */
function idWords({ id, was }: { readonly id: string; readonly was: string | null }): string {
  return was === null ? id : `${was} → ${id}`;
}

function tagged(
  what: 'step' | 'item',
  all: readonly Entry[],
  tags: readonly string[],
  breaks: boolean,
  cures: Cures,
): Block[] {
  return tags.flatMap((tag) => {
    const entries = all.filter((entry) => entry.tag === tag && entry.breaks === breaks);
    const [first] = entries;
    if (first === undefined) return [];
    const number = count(entries.length, what);
    // What is the same is only counted.
    if (tag === 'same') {
      return [paragraph(`${number} ${entries.length === 1 ? 'is' : 'are'} the same.`)];
    }
    return [
      paragraph(`${number} ${tag.replaceAll('-', ' ')}. ${first.rule}`),
      ...list(entries.map(entryText)),
      ...cureLine(cures[`${what} ${tag}`]),
    ];
  });
}

function entryText({ name, details }: Entry): Text {
  return [strong(code(name)), ...details.flatMap((detail) => [BREAK, detailWords(detail)])];
}

function cureLine(text: string | undefined): Block[] {
  return text === undefined ? [] : [paragraph(`→ ${text}`)];
}
