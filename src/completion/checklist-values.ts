import type { Audit } from '../core/audit/audit.js';
import type { Checklist, Item } from '../core/checklist/checklist.js';
import type { Known, Values } from './known.js';
import { audited, auditsHere } from './quarter-values.js';

/** The checklists that come along; one's own are files. */
export async function builtIn({ paths }: Known): Promise<Values> {
  const { builtInChecklists } = await import('../files/built-in.js');
  const ids = await builtInChecklists(paths.checklists);
  return {
    candidates: ids.map((value) => ({ value, about: 'comes with checkup' })),
    places: 'files',
  };
}

/** The same, and those that audits were done by. */
export async function checklists(known: Known): Promise<Values> {
  const { candidates } = await builtIn(known);
  const listed = new Set(candidates.map(({ value }) => value));
  const kept = new Set((await auditsHere(known)).map(({ checklistId }) => checklistId));
  const own = [...kept].filter((id) => !listed.has(id));
  return {
    candidates: [...candidates, ...own.map((value) => ({ value, about: 'audited by before' }))],
    places: 'files',
  };
}

/** Those that come along and those that audits have kept, which their quarters name. */
export async function versions(known: Known): Promise<Values> {
  const [along, kept] = [await builtIn(known), await audited(known)];
  return { ...along, candidates: [...along.candidates, ...kept.candidates] };
}

/** The items of the audit that is open, or else of the checklist that one would be started with. */
export async function items(known: Known): Promise<Values> {
  const asked = await itemsHere(known);
  return { candidates: asked.map(({ id, ask }) => ({ value: id, about: ask })) };
}

async function itemsHere(known: Known): Promise<readonly Item[]> {
  // Loaded here alone: the schemas of checklists take as long as all the rest.
  const { askedItems } = await import('../core/checklist/checklist.js');
  const open = await openAudit(known);
  return open === undefined
    ? askedItems(await namedChecklist(known), 'full')
    : askedItems(open.checklist, open.scope);
}

/** The answers that can be told beforehand to the item that stands before the cursor. */
export async function answers(known: Known): Promise<Values> {
  const { kindOf } = await import('../core/checklist/kinds/index.js');
  const [id] = known.operands;
  const item = (await itemsHere(known)).find((one) => one.id === id);
  const whole = item === undefined ? [] : kindOf(item).completes(item);
  return { candidates: whole.map(({ id: value, text }) => ({ value, about: text })) };
}

/** The open audit that was started last of those that the flags mean. */
async function openAudit({ store, given, openAudits }: Known): Promise<Audit | undefined> {
  const kept = await store();
  if (kept === null) return undefined;
  const open = await openAudits(kept, {
    dealership: given('--dealership'),
    quarter: given('--quarter'),
    checklist: given('--checklist'),
  });
  const latest = open.sort((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
  return latest === undefined ? undefined : kept.audits.load(latest);
}

async function namedChecklist({ paths, given }: Known): Promise<Checklist> {
  const [{ DEFAULT_CHECKLIST, findChecklist }, { requireChecklist }] = await Promise.all([
    import('../files/built-in.js'),
    import('../files/checklist-files.js'),
  ]);
  const wanted = given('--checklist') ?? DEFAULT_CHECKLIST;
  return requireChecklist(
    await findChecklist(wanted, paths.checklists, (path) => paths.resolve(path)),
  );
}
