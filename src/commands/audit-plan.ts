import type { App } from '../app.js';
import type { Answer } from '../core/audit/answer.js';
import { canonicalJson } from '../core/canonical.js';
import { whyNoName } from '../core/names.js';
import { lastAuditor } from '../core/audit/audit.js';
import type { Order } from '../core/audit/route.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { MONTHS } from '../core/quarter.js';
import type { AnswersFile } from '../files/answers-files.js';
import { readAnswersFile } from '../files/answers-files.js';
import { DEFAULT_CHECKLIST } from '../files/built-in.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import {
  askChecklist,
  askDealership,
  askQuarter,
  askScope,
  askYearStart,
  givenChecklist,
  loadWanted,
} from './audit-questions.js';
import { agreed, agreedDealership, requireScope, validName } from './audit-agreement.js';
import { onlyAudit, quarterFrom, requireAsk } from './select.js';

/** The flags of `checkup audit`. */
export interface AuditCommandFlags {
  readonly dealership?: string;
  readonly quarter?: string;
  readonly checklist?: string;
  readonly auditor?: string;
  readonly answers?: string;
  readonly full?: boolean;
  readonly yearStarts?: number;
  readonly seal?: boolean;
  readonly by?: Order;
  readonly only?: 'critical';
  readonly all?: boolean;
  /** Asks for dealership and quarter even where an open audit could go on. */
  readonly another?: boolean;
}

/** A dealership that is kept already, or one that is still to be added. */
export type PlannedDealership =
  | { readonly isNew: false; readonly kept: StoredDealership }
  | { readonly isNew: true; readonly name: string; readonly yearStarts: number };

/** What is going to happen, decided before anything is written. */
export type AuditPlan = {
  readonly auditor: string;
  readonly answers: ReadonlyMap<string, Answer>;
} & (
  | {
      readonly kind: 'go-on';
      readonly audit: AuditSummary;
      /** Something the user may not expect, said on the way. */
      readonly remark?: string;
    }
  | {
      readonly kind: 'start';
      readonly dealership: PlannedDealership;
      readonly quarter: Quarter;
      readonly scope: Scope;
      readonly checklist: Checklist;
    }
);

/**
 * Finds out which audit is meant and what it is to be given, asking what nobody said. Nothing is
 * written: a wrong flag, checklist or answers file leaves everything as it was.
 */
export async function planAudit(
  app: App,
  store: Store,
  flags: AuditCommandFlags,
): Promise<AuditPlan> {
  const file =
    flags.answers === undefined ? null : await readAnswersFile(app.paths.resolve(flags.answers));
  const head = file?.head;
  const given = await givenChecklist(app, flags.checklist);
  const checklistId = agreed('--checklist', given?.id ?? flags.checklist, head?.checklist);
  const dealership = await planDealership(
    app,
    store,
    await agreedDealership(store, flags.dealership, head?.dealership),
    flags,
  );
  const audits = dealership.isNew ? [] : await store.audits.list({ dealership: dealership.kept });
  const quarter = await planQuarter(
    app,
    agreed('--quarter', flags.quarter && quarterFrom(flags.quarter), head?.quarter),
    dealership.isNew ? dealership.yearStarts : dealership.kept.yearStarts,
    audits,
    checklistId,
    flags.another ?? false,
  );
  const existing = onlyAudit(
    audits.filter(
      (audit) =>
        audit.quarter === quarter &&
        (checklistId === undefined || audit.checklistId === checklistId),
    ),
    quarter,
  );
  const auditor = agreed('--auditor', validName('--auditor', flags.auditor), head?.auditor);
  const scope = agreed('--full', flags.full === true ? 'full' : undefined, head?.scope);
  if (existing !== null) return planGoOn(store, existing, given, auditor, scope, file);
  if (flags.seal === true && file === null) {
    throw new UserError(
      `There is no audit in ${quarter} to seal.`,
      'Check --dealership and --quarter with checkup list, or give --answers FILE.',
    );
  }
  const checklist =
    given ?? (checklistId === undefined ? null : await loadWanted(app, checklistId));
  return planStart(app, { dealership, quarter, checklist, auditor, scope, file });
}

async function planDealership(
  app: App,
  store: Store,
  wanted: string | undefined,
  { yearStarts, quarter, another = false }: AuditCommandFlags,
): Promise<PlannedDealership> {
  const all = await store.dealerships.list();
  const [only] = all;
  if (wanted === undefined && all.length === 1 && only !== undefined && !another) {
    const audits = await store.audits.list({ dealership: only });
    const isClear = quarter !== undefined || audits.some((audit) => audit.seal === null);
    if (app.ask === null || isClear) {
      return { isNew: false, kept: only };
    }
  }
  const name = wanted ?? (await askDealership(app, all));
  const known = await store.dealerships.find(name);
  if (known !== null) {
    if (yearStarts !== undefined && yearStarts !== known.yearStarts) {
      throw new UserError(
        `The business year of ${known.name} starts in ${MONTHS[known.yearStarts - 1] ?? ''}.`,
        'Leave --year-starts out: it is for new dealerships.',
      );
    }
    return { isNew: false, kept: known };
  }
  validName('--dealership', name);
  // A slip of the keyboard must not become a dealership beside the real one.
  if (wanted !== undefined && all.length > 0 && app.ask !== null) {
    const meant = closest(
      wanted,
      all.map((one) => one.name),
    );
    const hint = meant === null ? '' : ` ${meant} is known.`;
    if (!(await app.ask.confirm(`${name} is new.${hint} Add it?`, meant === null))) {
      throw new UserError('No dealership was added.', 'Give its name with --dealership.');
    }
  }
  const month = yearStarts ?? (wanted === undefined ? await askYearStart(app) : 1);
  return { isNew: true, name: name.trim(), yearStarts: month };
}

async function planQuarter(
  app: App,
  wanted: string | undefined,
  yearStarts: number,
  audits: readonly AuditSummary[],
  checklist: string | undefined,
  another: boolean,
): Promise<Quarter> {
  if (wanted !== undefined) return quarterFrom(wanted);
  const open = audits.filter(
    (audit) => audit.seal === null && (checklist === undefined || audit.checklistId === checklist),
  );
  const [only] = open;
  if (open.length === 1 && only !== undefined && !another) return only.quarter;
  return askQuarter(app, yearStarts, audits, open);
}

async function planGoOn(
  store: Store,
  audit: AuditSummary,
  given: Checklist | null,
  auditor: string | undefined,
  scope: string | undefined,
  file: AnswersFile | null,
): Promise<AuditPlan> {
  requireScope(audit, scope);
  // The audit's own checklist asks, whatever has become of the file since.
  const kept = await store.audits.load(audit);
  const { checklist } = kept;
  return {
    kind: 'go-on',
    audit,
    ...(given === null || canonicalJson(given) === canonicalJson(checklist)
      ? {}
      : { remark: 'The checklist has changed since this audit started; the audit keeps its own.' }),
    auditor: auditor ?? lastAuditor(kept),
    answers: file?.answersTo(checklist, audit.scope) ?? new Map<string, Answer>(),
  };
}

async function planStart(
  app: App,
  known: {
    readonly dealership: PlannedDealership;
    readonly quarter: Quarter;
    readonly checklist: Checklist | null;
    readonly auditor: string | undefined;
    readonly scope: string | undefined;
    readonly file: AnswersFile | null;
  },
): Promise<AuditPlan> {
  const asked = known.file === null && app.ask !== null;
  const checklist =
    known.checklist ?? (await loadWanted(app, asked ? await askChecklist(app) : DEFAULT_CHECKLIST));
  const scope: Scope =
    known.scope === 'full' || known.scope === 'core'
      ? known.scope
      : asked
        ? await askScope(app, checklist)
        : 'core';
  const auditor =
    known.auditor ??
    (await requireAsk(app, 'Nobody is named as auditor', '--auditor NAME').text(
      'Who is auditing?',
      { refuse: whyNoName, ...(app.user === '' ? {} : { preset: app.user }) },
    ));
  return {
    kind: 'start',
    dealership: known.dealership,
    quarter: known.quarter,
    scope,
    checklist,
    auditor: auditor.trim(),
    answers: known.file?.answersTo(checklist, scope) ?? new Map<string, Answer>(),
  };
}
