import { askedItems } from '../checklist/checklist.js';
import { isSameDefinition } from '../checklist/definition.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { AuditResult, ItemResult } from '../score/score.js';

/** Two shares closer than this are the same: only binary dust is between them. */
export const SAME_SHARE = 1e-9;

interface Both {
  readonly id: string;
  readonly from: ItemResult;
  readonly to: ItemResult;
}

/**
 * One tagged difference between two audits. Only `rose`, `fell` and `same` say anything about what
 * was done: everything else says that the two figures can't be compared, and why.
 */
export type Change =
  | ({ readonly tag: 'rose' | 'fell' | 'same'; readonly difference: number | null } & Both)
  | ({
      readonly tag:
        | 'became-applicable'
        | 'ceased-to-be-applicable'
        | 'became-checked'
        | 'ceased-to-be-checked'
        | 'redefined';
    } & Both)
  | {
      readonly tag: 'new';
      readonly id: string;
      readonly to: ItemResult;
      /** Whether the other checklist lacks it, or the other audit's scope left it out. */
      readonly because: 'checklist' | 'scope';
    }
  | {
      readonly tag: 'gone';
      readonly id: string;
      readonly from: ItemResult;
      readonly because: 'checklist' | 'scope';
    };

export type ChangeTag = Change['tag'];

/** The tags in the order in which reports list them, with their words. */
export const CHANGE_WORDS: Readonly<Record<ChangeTag, string>> = {
  rose: 'rose',
  fell: 'fell',
  same: 'same',
  'became-applicable': 'became applicable',
  'ceased-to-be-applicable': 'ceased to be applicable',
  'became-checked': 'became checked',
  'ceased-to-be-checked': 'ceased to be checked',
  redefined: 'redefined',
  new: 'new',
  gone: 'gone',
};

function changeOfBoth({ id, from, to }: Both): Change {
  if (!isSameDefinition(from.item, to.item)) return { tag: 'redefined', id, from, to };
  const applied = from.state !== 'not-applicable';
  const applies = to.state !== 'not-applicable';
  if (applied !== applies) {
    return { tag: applies ? 'became-applicable' : 'ceased-to-be-applicable', id, from, to };
  }
  if (from.share === null || to.share === null) {
    if (from.share === to.share) return { tag: 'same', id, from, to, difference: null };
    return { tag: from.share === null ? 'became-checked' : 'ceased-to-be-checked', id, from, to };
  }
  const difference = to.share - from.share;
  if (Math.abs(difference) < SAME_SHARE) return { tag: 'same', id, from, to, difference: 0 };
  return { tag: difference > 0 ? 'rose' : 'fell', id, from, to, difference };
}

function scoredKinds(result: AuditResult): Map<string, ItemResult> {
  const items = result.steps.flatMap((step) => step.items);
  return new Map(items.filter((one) => kindOf(one.item).scored).map((one) => [one.item.id, one]));
}

/** Ids of the items that a checklist could score, asked or not. */
function scorableIds({ checklist }: AuditResult): Set<string> {
  return new Set(
    askedItems(checklist, 'full')
      .filter((item) => kindOf(item).scored)
      .map((item) => item.id),
  );
}

/**
 * Every change between two audits, one for each item that either asked, remarks left out: first
 * in the order of the later checklist, then what is gone.
 */
export function changesBetween(from: AuditResult, to: AuditResult): Change[] {
  const before = scoredKinds(from);
  const after = scoredKinds(to);
  const [listedBefore, listedAfter] = [scorableIds(from), scorableIds(to)];
  const present = [...after].map(([id, now]): Change => {
    const then = before.get(id);
    if (then !== undefined) return changeOfBoth({ id, from: then, to: now });
    return { tag: 'new', id, to: now, because: listedBefore.has(id) ? 'scope' : 'checklist' };
  });
  const gone = [...before]
    .filter(([id]) => !after.has(id))
    .map(([id, then]): Change => ({
      tag: 'gone',
      id,
      from: then,
      because: listedAfter.has(id) ? 'scope' : 'checklist',
    }));
  return [...present, ...gone];
}
