import { askedItems } from '../checklist/checklist.js';
import { isSameDefinition } from '../checklist/definition.js';
import { kindOf } from '../checklist/kinds/index.js';
import type { AuditResult, ItemResult } from '../score/score.js';
import type { Difference, Verdict } from '../score/uncertainty.js';
import { judgeTogether } from '../score/family.js';
import { differenceOf } from '../score/uncertainty.js';

interface Both {
  readonly id: string;
  readonly from: ItemResult;
  readonly to: ItemResult;
}

/**
 * One tagged difference between two audits. Only the verdicts say anything about what was done:
 * everything else says that the two figures can't be compared, and why. A difference that can be
 * chance is no clear change.
 */
export type Change =
  | ({ readonly tag: Verdict; readonly difference: Difference | null } & Both)
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

/** A change of an item that both audits asked by the same definition, scored or not. */
export type Defined = Extract<Change, Both>;

/** Whether both audits asked the item by the same definition. */
export function isDefined(change: Change): change is Defined {
  return 'from' in change && 'to' in change && change.tag !== 'redefined';
}

/** The tags in the order in which reports list them, with their words. */
export const CHANGE_WORDS: Readonly<Record<ChangeTag, string>> = {
  rose: 'rose',
  fell: 'fell',
  'probably-rose': 'probably rose',
  'probably-fell': 'probably fell',
  'no-clear-change': 'no clear change',
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
  if (from.estimate === null || to.estimate === null) {
    if (from.share === to.share) return { tag: 'same', id, from, to, difference: null };
    return { tag: from.share === null ? 'became-checked' : 'ceased-to-be-checked', id, from, to };
  }
  const difference = differenceOf(from.estimate, to.estimate);
  return { tag: difference.verdict, id, from, to, difference };
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
  return judged([...present, ...gone]);
}

/** The same changes, those that can be compared judged together. */
function judged(changes: readonly Change[]): Change[] {
  const family = changes.flatMap((change) =>
    'difference' in change && change.difference !== null
      ? [{ change, difference: change.difference }]
      : [],
  );
  const together = new Map(
    judgeTogether(family).map(({ change, difference }) => [
      change.id,
      { ...change, difference, tag: difference.verdict },
    ]),
  );
  return changes.map((change) => together.get(change.id) ?? change);
}
