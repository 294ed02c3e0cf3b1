import type { Argument, Option } from 'commander';
import type { Audit } from '../core/audit/audit.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { MONTHS, monthsOf, quarterOf } from '../core/quarter.js';
import { count } from '../core/words/numbers.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { ListOption } from './list-option.js';

/** One thing that can be typed, and what it is. */
export interface Candidate {
  readonly value: string;
  /** In the words of whoever made it; '' where the value says all. */
  readonly about: string;
}

/** What the shell adds by itself, because it knows best how. */
export type Places = 'files' | 'folders';

/** What a value can be. */
export interface Values {
  readonly candidates: readonly Candidate[];
  readonly places?: Places;
}

/** The flags on a line that say which audit is meant. */
interface NamedAudit {
  readonly dealership: string | undefined;
  readonly quarter: string | undefined;
  readonly checklist: string | undefined;
}

/** What is known when values are asked for. */
export interface Known {
  readonly now: () => Date;
  /** Where the checklists are that come along, and where a typed path leads. */
  readonly paths: { readonly checklists: string; readonly resolve: (path: string) => string };
  /** The open audits that are meant, whosever they are. */
  readonly openAudits: (store: Store, named: NamedAudit) => Promise<AuditSummary[]>;
  readonly typed: string;
  /** The value of a flag before the cursor, by its long name. */
  readonly given: (flag: string) => string | undefined;
  /** What is kept; null where there is no database that can be read. */
  readonly store: () => Promise<Store | null>;
}

type Source = (known: Known) => Values | Promise<Values>;

/**
 * Where values come from: by the flag itself, or by the name that a flag or an argument gives its
 * value. A command that uses one of these names has its values completed.
 */
const SOURCES: Readonly<Record<string, Source>> = {
  '--auditor': auditors,
  '--checklist': checklists,
  '--dealership': dealerships,
  '--group': groups,
  '--item': items,
  '--quarter': quarters,
  '<dealership>': dealerships,
  '<dir>': () => ({ candidates: [], places: 'folders' }),
  '<earlier>': versions,
  '<file>': () => ({ candidates: [], places: 'files' }),
  '<from>': audited,
  '<item>': items,
  '<later>': versions,
  '<month>': months,
  '<path>': builtIn,
  '<quarter>': quarters,
  '<to>': audited,
};

/** What a flag or an argument takes: what it says itself, or else what its name stands for. */
export async function valuesOf(wanted: Option | Argument, known: Known): Promise<Values> {
  if (wanted instanceof ListOption) return { candidates: listed(wanted, known.typed) };
  if (wanted.argChoices !== undefined) {
    return { candidates: wanted.argChoices.map((value) => ({ value, about: '' })) };
  }
  const found = namesOf(wanted).find((name) => Object.hasOwn(SOURCES, name));
  return (await SOURCES[found ?? '']?.(known)) ?? { candidates: [] };
}

/** `--out` and `<dir>` for `--out <dir>`; `<dir>` for an argument of that name. */
function namesOf(wanted: Option | Argument): readonly string[] {
  if (!('flags' in wanted)) return [`<${wanted.name()}>`];
  const placeholder = /[<[]([^\]>.]+)/.exec(wanted.flags)?.[1] ?? '';
  return [wanted.long ?? '', `<${placeholder}>`];
}

/** What a list of names with commas between can go on with. */
function listed({ names }: ListOption, typed: string): Candidate[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const used = new Set(before.split(','));
  const open = names.filter(({ name }) => !used.has(name));
  const candidate = (start: string) => {
    return ({ name, summary }: ListOption['names'][number]): Candidate => ({
      value: `${start}${name}`,
      about: summary,
    });
  };
  // Behind a whole name, the lists that go on with it too: a shell would end the word otherwise.
  const whole = open.find(({ name }) => `${before}${name}` === typed);
  const more = whole === undefined ? [] : open.filter((one) => one !== whole);
  return [...open.map(candidate(before)), ...more.map(candidate(`${typed},`))];
}

async function dealerships({ store }: Known): Promise<Values> {
  const all = (await (await store())?.dealerships.list()) ?? [];
  return { candidates: all.map(({ slug, name }) => ({ value: slug, about: name })) };
}

async function groups({ store }: Known): Promise<Values> {
  const all = (await (await store())?.dealerships.list()) ?? [];
  const byGroup = Map.groupBy(all, ({ group }) => group ?? '');
  byGroup.delete('');
  return {
    candidates: [...byGroup].map(([value, members]) => ({
      value,
      about: count(members.length, 'dealership'),
    })),
  };
}

async function auditors({ store }: Known): Promise<Values> {
  const names = (await (await store())?.auditors.list()) ?? [];
  return { candidates: names.map((name) => ({ value: name, about: '' })) };
}

function months(): Values {
  return { candidates: MONTHS.map((name, m) => ({ value: String(m + 1), about: name })) };
}

/** The audits of the dealership that is given, or all. */
async function auditsHere({ store, given }: Known): Promise<AuditSummary[]> {
  const kept = await store();
  if (kept === null) return [];
  const named = given('--dealership');
  if (named === undefined) return kept.audits.list();
  const dealership = await kept.dealerships.find(named);
  return dealership === null ? [] : kept.audits.list({ dealership });
}

/** Quarters that were audited, and by what. */
async function audited(known: Known): Promise<Values> {
  const byQuarter = Map.groupBy(await auditsHere(known), ({ quarter }) => quarter);
  const candidates = [...byQuarter].map(([value, audits]) => ({
    value,
    about:
      new Set(audits.map(({ dealership }) => dealership.id)).size > 1
        ? count(audits.length, 'audit')
        : audits.map((one) => `${one.checklistId} ${one.seal ? 'sealed' : 'open'}`).join(', '),
  }));
  return { candidates: candidates.sort((a, b) => a.value.localeCompare(b.value)) };
}

/** The same, and the quarter that it is now by the calendar of each dealership meant. */
async function quarters(known: Known): Promise<Values> {
  const { candidates } = await audited(known);
  const kept = await known.store();
  const named = known.given('--dealership');
  const meant =
    named === undefined
      ? ((await kept?.dealerships.list()) ?? [])
      : [(await kept?.dealerships.find(named)) ?? { yearStarts: startOfYear(known) }];
  const starts = new Set(meant.map(({ yearStarts }) => yearStarts));
  if (starts.size === 0) starts.add(startOfYear(known));
  const now = [...starts].map((start) => {
    const quarter = quarterOf(known.now(), start);
    return { value: quarter, about: `now: ${monthsOf(quarter, start)}` };
  });
  const listed = new Set(candidates.map(({ value }) => value));
  return { candidates: [...candidates, ...now.filter(({ value }) => !listed.has(value))] };
}

function startOfYear({ given }: Known): number {
  const month = Number(given('--year-starts') ?? 1);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : 1;
}

/** The checklists that come along; one's own are files. */
async function builtIn({ paths }: Known): Promise<Values> {
  const { builtInChecklists } = await import('../files/built-in.js');
  const ids = await builtInChecklists(paths.checklists);
  return {
    candidates: ids.map((value) => ({ value, about: 'comes with checkup' })),
    places: 'files',
  };
}

/** The same, and those that audits were done by. */
async function checklists(known: Known): Promise<Values> {
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
async function versions(known: Known): Promise<Values> {
  const [along, kept] = [await builtIn(known), await audited(known)];
  return { ...along, candidates: [...along.candidates, ...kept.candidates] };
}

/** The items of the audit that is open, or else of the checklist that one would be started with. */
async function items(known: Known): Promise<Values> {
  // Loaded here alone: the schemas of checklists take as long as all the rest.
  const { askedItems } = await import('../core/checklist/checklist.js');
  const open = await openAudit(known);
  const asked =
    open === undefined
      ? askedItems(await namedChecklist(known), 'full')
      : askedItems(open.checklist, open.scope);
  return { candidates: asked.map(({ id, ask }) => ({ value: id, about: ask })) };
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
