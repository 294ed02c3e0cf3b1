import type { Checklist } from '../../core/checklist/checklist.js';
import { nameOf, stepName } from '../../core/checklist/naming.js';
import type { ItemTag } from '../../core/compare/item-diff.js';
import { ITEM_TAGS } from '../../core/compare/item-diff.js';
import type { StepTag } from '../../core/compare/step-diff.js';
import { STEP_TAGS } from '../../core/compare/step-diff.js';
import type { Trend } from '../../core/compare/trend.js';
import type { TrendAudit, TrendBreak } from '../../core/compare/trend-slots.js';
import { quarterName } from '../../core/quarter.js';
import { andList, andListOf } from '../../core/words/lists.js';
import { sentence, count, countWord } from '../../core/words/numbers.js';
import { heading, list, strong } from '../blocks.js';
import type { Block, Text } from '../tree.js';

/** So many of those that changed alike are named. */
const MOST = 8;

const ITEM_WORDS: Readonly<Record<ItemTag, string>> = {
  redefined: 'scored by another scale',
  'probably-renamed': 'under another id, so not comparable',
  gone: 'gone',
  new: 'new',
  rescoped: 'joined or left the core',
  moved: 'in another step',
  reweighted: 'of another weight',
  reassigned: 'of other departments or draws',
  reworded: 'reworded',
  same: 'the same',
};

const STEP_WORDS: Readonly<Record<StepTag, string>> = {
  'probably-renamed': 'under another id',
  gone: 'gone',
  new: 'new',
  reweighted: 'of another weight',
  reordered: 'in another order',
  reworded: 'reworded',
  same: 'the same',
};

const HEAD_WORDS: Readonly<Record<string, string>> = {
  'scoring.critical.below': 'under which score a must-not-fail check fails',
  'scoring.critical.cap': 'where a failed must-not-fail check holds its step',
  bands: 'the bands',
  departments: 'the departments',
  steps: 'the order of the steps',
  title: 'its title',
};

/** What the checklist and the scope did to the line, in words; nothing where they stayed. */
export function checklistChanges(trend: Trend): Block[] {
  const lines: Text[] = [];
  let before: TrendAudit | null = null;
  for (const slot of trend.slots) {
    if (slot.kind === 'gap') continue;
    if (slot.broke !== null && before !== null) {
      lines.push([strong(quarterName(slot.quarter)), `: ${breakWords(slot.broke, before, slot)}.`]);
    }
    before = slot;
  }
  if (lines.length === 0) return [];
  return [
    heading(
      lines.length === 1
        ? 'What was asked changed once'
        : sentence(`what was asked changed ${countWord(lines.length, 'time')}`),
      'checklist',
      'Checklist',
    ),
    ...list(lines),
  ];
}

/** What changed between an audit and the one before, in words. */
export function breakWords(
  { checklist, scope }: TrendBreak,
  before: TrendAudit,
  now: TrendAudit,
): string {
  const parts: string[] = [];
  if (checklist !== null) {
    const { from, to, comparable } = checklist;
    const versions =
      from.version === to.version
        ? `still version ${String(to.version)}`
        : `version ${String(from.version)} → ${String(to.version)}`;
    const { items, of } = comparable[now.result.scope];
    const both = [now.result.checklist, before.result.checklist];
    const changed = [
      ...tagged(checklist.items, ITEM_TAGS, ITEM_WORDS, (id) => itemName(id, both)),
      ...tagged(checklist.steps, STEP_TAGS, STEP_WORDS, (id) => stepNameIn(id, both)),
      ...headWords(checklist.head.map(({ key }) => key)),
    ];
    parts.push(
      `the checklist changed (${versions}). ${changed.join('. ')}. ${String(items)} of ${count(of, 'item')} ${of === 1 ? 'stays' : 'stay'} comparable`,
    );
  }
  if (scope !== null) parts.push(`the scope changed from ${scope.from} to ${scope.to}`);
  return parts.join('; ');
}

/** `New: A and B`, a part for each way in which some changed. */
function tagged<Tag extends string>(
  all: readonly { readonly tag: Tag; readonly id: string }[],
  tags: readonly Tag[],
  words: Readonly<Record<Tag, string>>,
  name: (id: string) => string,
): string[] {
  return tags.flatMap((tag) => {
    const names = all.filter((one) => one.tag === tag).map(({ id }) => name(id));
    if (tag === 'same' || names.length === 0) return [];
    return [`${sentence(words[tag])}: ${andListOf(names, MOST)}`];
  });
}

function headWords(keys: readonly string[]): string[] {
  const said = keys.filter((key) => key !== 'version').map((key) => HEAD_WORDS[key] ?? 'its texts');
  return said.length === 0 ? [] : [`Changed besides: ${andList([...new Set(said)])}`];
}

function itemName(id: string, checklists: readonly Checklist[]): string {
  for (const { steps } of checklists) {
    const item = steps.flatMap(({ items }) => items).find((one) => one.id === id);
    if (item !== undefined) return nameOf(item);
  }
  return id;
}

function stepNameIn(id: string, checklists: readonly Checklist[]): string {
  for (const { steps } of checklists) {
    const step = steps.find((one) => one.id === id);
    if (step !== undefined) return stepName(step);
  }
  return id;
}
