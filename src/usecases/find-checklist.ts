import type { Checklist } from '../core/checklist/checklist.js';
import { DEFAULT_CHECKLIST, findChecklist, isPath } from '../files/built-in.js';
import { requireChecklist } from '../files/checklist-files.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';

/** Where checklists are looked for. */
export interface ChecklistPlaces {
  /** Those that come with the program. */
  readonly checklists: string;
  /** Makes a path that a user typed absolute. */
  readonly resolve: (path: string) => string;
}

/** Where the checklist is that a user named. */
export async function locateChecklist(places: ChecklistPlaces, wanted: string): Promise<string> {
  return findChecklist(wanted, places.checklists, (path) => places.resolve(path));
}

/** The checklist with an id or at a path. */
export async function loadWanted(places: ChecklistPlaces, wanted: string): Promise<Checklist> {
  return requireChecklist(await locateChecklist(places, wanted));
}

/** The checklist at a path; an id may also mean one that an audit has kept, so it is looked up later. */
export async function givenChecklist(
  places: ChecklistPlaces,
  wanted: string | undefined,
): Promise<Checklist | null> {
  if (wanted === undefined) return null;
  const isPlace = await isPath(wanted, places.checklists, (path) => places.resolve(path));
  return isPlace ? loadWanted(places, wanted) : null;
}

/**
 * The checklist of a check-up that nobody has started: the one asked for, else the one that the
 * dealership used last, as it was then, else the default.
 *
 * @param audits the dealership's audits, in order.
 * @param given the checklist at a path that was asked for, or null.
 * @param id the id that was asked for.
 */
export async function checklistAhead(
  places: ChecklistPlaces,
  store: Store,
  audits: readonly AuditSummary[],
  given: Checklist | null,
  id: string | undefined,
): Promise<Checklist> {
  if (given !== null) return given;
  const last = audits.findLast(({ checklistId }) => id === undefined || checklistId === id);
  return last === undefined
    ? loadWanted(places, id ?? DEFAULT_CHECKLIST)
    : (await store.audits.load(last)).checklist;
}
