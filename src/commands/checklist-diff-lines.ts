import type { ChecklistDiff } from '../core/compare/checklist-diff.js';
import type { Detail } from '../core/compare/detail.js';
import { detailWords } from '../core/compare/detail.js';
import { ITEM_TAGS } from '../core/compare/item-diff.js';
import { STEP_TAGS } from '../core/compare/step-diff.js';
import { count } from '../core/words/numbers.js';

/** One line for the screen, not yet made safe for it or broken. */
export interface DiffLine {
  readonly text: string;
  /** What stands before it. */
  readonly lead?: string;
  readonly looks?: 'title' | 'strong' | 'faint' | 'warn';
}

/** What a list of differences says of one step or item. */
interface Entry {
  readonly tag: string;
  readonly breaks: boolean;
  readonly rule: string;
  readonly name: string;
  readonly details: readonly Detail[];
}

type Cures = Readonly<Record<string, string>>;

/** What an author can do who didn't mean it, by the tag; nothing can be done where it isn't listed. */
const CURES: Cures = {
  'item redefined':
    'Put back what was there; or, where it is to measure something else, give it a new id on purpose.',
  'item gone': 'Put it back where you still want it compared.',
  'step gone': 'Put it back where you still want it compared.',
  head: 'Keep the id for as long as the audits are to be compared.',
};

/** What breaks comparability and then what keeps it, by what became of it. */
export function diffLines(diff: ChecklistDiff): DiffLine[] {
  return [
    ...titled('Breaks comparability', sections(diff, true)),
    ...titled('Keeps comparability', sections(diff, false)),
  ];
}

function titled(title: string, lines: readonly DiffLine[]): DiffLine[] {
  return lines.length === 0 ? [] : [{ text: '' }, { text: title, looks: 'title' }, ...lines];
}

/**
 * What breaks comparability as a warning to the author, with what to do about it.
 *
 * @param earlier what the checklist is held against, in words.
 */
export function warningLines(diff: ChecklistDiff, earlier: string): DiffLine[] {
  const lines = sections(diff, true, CURES);
  if (lines.length === 0) return [];
  return [{ text: `Breaks comparability with ${earlier}:`, looks: 'warn' }, ...lines];
}

/** What the version should have become, where it hasn't. */
export function versionLines({ from, to, versionShould }: ChecklistDiff): DiffLine[] {
  const [before, now] = [String(from.version), String(to.version)];
  if (versionShould === 'rise') {
    const is = before === now ? `still ${now}` : `${now} after ${before}`;
    const text = `Raise the version: something has changed, and it is ${is}.`;
    return [{ text, looks: 'warn' }];
  }
  if (versionShould === null) return [];
  const text = `Keep version ${before}: nothing has changed, and it is ${now} now.`;
  return [{ text, looks: 'warn' }];
}

/** How many items stay comparable. */
export function countLine({ comparable: { core, full } }: ChecklistDiff): string {
  const kept = `${String(full.items)} of ${count(full.of, 'item')} ${full.of === 1 ? 'stays' : 'stay'} comparable`;
  return `${kept}, ${String(core.items)} of ${String(core.of)} in the core.`;
}

function sections(diff: ChecklistDiff, breaks: boolean, cures: Cures = {}): DiffLine[] {
  const head = diff.head.filter((each) => each.breaks === breaks);
  const byRule = [...Map.groupBy(head, ({ rule }) => rule)];
  return [
    ...byRule.flatMap(([rule, details]) => [
      { text: `The checklist. ${rule}`, lead: '  ' },
      ...details.map((detail) => ({ text: detailWords(detail), lead: '  - ' })),
      ...cureLines(cures['head']),
    ]),
    ...tagged('step', diff.steps.map(stepEntry), STEP_TAGS, breaks, cures),
    ...tagged('item', diff.items.map(itemEntry), ITEM_TAGS, breaks, cures),
  ];
}

function stepEntry(step: ChecklistDiff['steps'][number]): Entry {
  return { ...step, name: nameOf(step) };
}

function itemEntry(item: ChecklistDiff['items'][number]): Entry {
  return { ...item, name: nameOf(item), details: [...item.defining, ...item.other] };
}

function nameOf({ id, was }: { readonly id: string; readonly was: string | null }): string {
  return was === null ? id : `${was} → ${id}`;
}

function tagged(
  what: 'step' | 'item',
  all: readonly Entry[],
  tags: readonly string[],
  breaks: boolean,
  cures: Cures,
): DiffLine[] {
  return tags.flatMap((tag) => {
    const entries = all.filter((entry) => entry.tag === tag && entry.breaks === breaks);
    const [first] = entries;
    if (first === undefined) return [];
    const number = count(entries.length, what);
    // What is the same is only counted.
    if (tag === 'same') {
      return [{ text: `${number} ${entries.length === 1 ? 'is' : 'are'} the same.`, lead: '  ' }];
    }
    return [
      { text: `${number} ${tag.replaceAll('-', ' ')}. ${first.rule}`, lead: '  ' },
      ...entries.flatMap(entryLines),
      ...cureLines(cures[`${what} ${tag}`]),
    ];
  });
}

function entryLines({ name, details }: Entry): DiffLine[] {
  return [
    { text: name, lead: '  - ', looks: 'strong' },
    ...details.map((detail) => ({ text: detailWords(detail), lead: '      ' })),
  ];
}

function cureLines(text: string | undefined): DiffLine[] {
  return text === undefined ? [] : [{ text, lead: '  → ' }];
}
