import type { Answer } from '../core/audit/answer.js';
import { lastAuditor } from '../core/audit/audit.js';
import type { Asked, LastTime } from '../core/audit/last-time.js';
import { canonicalJson } from '../core/canonical.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { nearName } from '../core/names.js';
import type { BusinessYear, Quarter } from '../core/quarter.js';
import { oddityOf } from '../core/quarter.js';
import type { AnswersFile } from '../files/answers-files.js';
import { readAnswersFile } from '../files/answers-files.js';
import { DEFAULT_CHECKLIST, FIRST_CHECKLIST, builtInChecklists } from '../files/built-in.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import type { AuditPlan, PlannedDealership, SaidOfAudit, Unsaid } from './audit-plan.js';
import { agreed, agreedDealership, requireScope, validName } from './agreement.js';
import { auditorNamed } from './auditor-named.js';
import { onlyAudit } from './find-audit.js';
import type { ChecklistPlaces } from './find-checklist.js';
import { givenChecklist, loadWanted } from './find-checklist.js';
import { quarterFrom } from './find-quarter.js';
import type { PlanContext } from './plan-dealership.js';
import { planDealership } from './plan-dealership.js';
import { whyNotVisited } from '../core/audit/visit.js';
import { dayOf, momentOf } from '../core/moment.js';
import { CHECKUP } from '../core/words/program.js';
import type { Audit } from '../core/audit/audit.js';
import type { Order } from '../core/audit/route.js';
import { walkedBy } from '../core/audit/route.js';
import { recordedMinutes } from '../core/brief/duration.js';

/**
 * Finds out which audit is meant and what it is to be given, asking what nobody said. Nothing is
 * written: a wrong flag, checklist or answers file leaves everything as it was.
 */
export async function planAudit(context: PlanContext, flags: SaidOfAudit): Promise<AuditPlan> {
  const { store, places, unsaid } = context;
  const file =
    flags.answers === undefined ? null : await readAnswersFile(places.resolve(flags.answers));
  const head = file?.head;
  refuseVisitAhead(file, context.now);
  const given = await givenChecklist(places, flags.checklist);
  const checklistId = agreed('--checklist', given?.id ?? flags.checklist, head?.checklist);
  const dealership = await planDealership(
    context,
    await agreedDealership(store, flags.dealership, head?.dealership),
    flags,
  );
  const audits = dealership.isNew ? [] : await store.audits.list({ dealership: dealership.kept });
  const year = dealership.isNew ? dealership.year : dealership.kept;
  const said = agreed('--quarter', flags.quarter && quarterFrom(flags.quarter), head?.quarter);
  const quarter = await planQuarter(
    unsaid,
    said,
    year,
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
  const scope = agreed(
    flags.full === true ? '--full' : '--scope',
    flags.scope ?? (flags.full === true ? 'full' : undefined),
    head?.scope,
  );
  if (existing !== null) return planGoOn(store, existing, given, auditor, scope, file);
  if (flags.seal === true && file === null) {
    throw new UserError(
      `There is no audit in ${quarter} to seal.`,
      `Check --dealership and --quarter with ${CHECKUP} list, or give --answers FILE.`,
    );
  }
  // What comes after and before goes by the quarter: a slip of the keyboard must not become it.
  const oddity = said === undefined ? null : oddityOf(quarter, context.now, year);
  const isMeant = oddity === null || flags[oddity] === true;
  if (!isMeant && !(await unsaid.isThatQuarter(quarter, year, oddity))) {
    throw new UserError('No audit was started.', 'Say which quarter is meant with --quarter.');
  }
  const checklist =
    given ?? (checklistId === undefined ? null : await loadWanted(places, checklistId));
  const last = await lastTime(store, audits, quarter, checklist?.id);
  return planStart(context, { dealership, quarter, checklist, auditor, scope, file, last });
}

/** @throws ProblemsError for a visit that has not come yet: it would be what every report says. */
function refuseVisitAhead(file: AnswersFile | null, now: Date): void {
  const wrong = whyNotVisited(file?.head.visited ?? [], dayOf(momentOf(now)));
  if (wrong !== null && file !== null) throw file.wrong({ path: ['visited'], message: wrong });
}

async function planQuarter(
  unsaid: Unsaid,
  wanted: string | undefined,
  year: BusinessYear,
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
  return unsaid.quarter(year, audits, open);
}

async function planGoOn(
  store: Store,
  audit: AuditSummary,
  given: Checklist | null,
  auditor: string | undefined,
  scope: string | undefined,
  file: AnswersFile | null,
): Promise<AuditPlan> {
  const isOther = scope !== undefined && scope !== audit.scope;
  // What nobody has answered can still be asked otherwise.
  const rescope =
    isOther && (await store.audits.revisions(audit)).size === 0 && audit.seal === null;
  if (!rescope) requireScope(audit, scope);
  const asked = rescope && (scope === 'core' || scope === 'full') ? scope : audit.scope;
  // The audit's own checklist asks, whatever has become of the file since.
  const kept = await store.audits.load(audit);
  const { checklist } = kept;
  return {
    kind: 'go-on',
    audit,
    scope: asked,
    ...(given === null || canonicalJson(given) === canonicalJson(checklist)
      ? {}
      : { remark: 'The checklist has changed since this audit started; the audit keeps its own.' }),
    auditor: auditor === undefined ? lastAuditor(kept) : await auditorNamed(store, auditor),
    by: await orderOf(store, audit, kept),
    answers: file?.answersTo(checklist, asked) ?? new Map<string, Answer>(),
    visited: file?.head.visited,
  };
}

/** In which order an audit goes on: as it was walked so far, and as the last time where it hasn't begun. */
async function orderOf(store: Store, audit: AuditSummary, kept: Audit): Promise<Order> {
  if (kept.revisions.length > 1) return walkedBy(kept);
  const audits = await store.audits.list({ dealership: audit.dealership });
  const others = audits.filter(({ id }) => id !== audit.id);
  return (await lastTime(store, others, audit.quarter, audit.checklistId))?.by ?? 'step';
}

/** How it was in the quarter before, else in the latest there is; by the same checklist where one is known. */
async function lastTime(
  store: Store,
  audits: readonly AuditSummary[],
  quarter: Quarter,
  checklistId: string | undefined,
): Promise<LastTime | null> {
  const same = audits.filter((audit) => audit.checklistId === checklistId);
  const among = same.length > 0 ? same : audits;
  const summary = among.findLast((audit) => audit.quarter < quarter) ?? among.at(-1);
  if (summary === undefined) return null;
  const kept = await store.audits.load(summary);
  const { checklist, scope } = kept;
  return {
    quarter: summary.quarter,
    auditor: lastAuditor(kept),
    by: walkedBy(kept),
    minutes: recordedMinutes(kept),
    checklist,
    scope,
  };
}

async function planStart(
  { store, places, unsaid }: PlanContext,
  known: {
    readonly dealership: PlannedDealership;
    readonly quarter: Quarter;
    readonly checklist: Checklist | null;
    readonly auditor: string | undefined;
    readonly scope: string | undefined;
    readonly file: AnswersFile | null;
    readonly last: LastTime | null;
  },
): Promise<AuditPlan> {
  const { last } = known;
  const asked = known.file === null && unsaid.canAsk;
  const ask = async (): Promise<Asked> => {
    const checklist =
      known.checklist ??
      (asked
        ? await chosenChecklist(places, unsaid, last)
        : await loadWanted(places, DEFAULT_CHECKLIST));
    const scope: Scope =
      known.scope === 'full' || known.scope === 'core'
        ? known.scope
        : asked
          ? await unsaid.scope(checklist, last)
          : 'core';
    return { checklist, scope };
  };
  let { checklist, scope } = await ask();
  while (last !== null && !(await unsaid.isMeant({ checklist, scope }, last))) {
    // What was said stands: only what was asked can be asked again.
    if (!asked || known.checklist !== null) {
      throw new UserError(
        'No audit was started.',
        'Give --checklist and --full as they were, or leave both out to be asked.',
      );
    }
    ({ checklist, scope } = await ask());
  }
  const typed = await auditorNamed(store, known.auditor ?? (await unsaid.auditor(last)));
  const others = await store.auditors.known();
  const near = others.includes(typed) ? null : nearName(typed, others);
  const auditor = near === null ? typed : await unsaid.whom(typed, near);
  return {
    kind: 'start',
    dealership: known.dealership,
    quarter: known.quarter,
    scope,
    checklist,
    auditor,
    by: last?.by ?? 'step',
    answers: known.file?.answersTo(checklist, scope) ?? new Map<string, Answer>(),
    visited: known.file?.head.visited,
  };
}

/** One of those that come along, or the dealership's own; what was used last comes first. */
async function chosenChecklist(
  places: ChecklistPlaces,
  unsaid: Unsaid,
  last: LastTime | null,
): Promise<Checklist> {
  const ids = await builtInChecklists(places.checklists);
  const all = await Promise.all(ids.map((id) => loadWanted(places, id)));
  const first = last?.checklist.id ?? FIRST_CHECKLIST;
  const own = last === null || ids.includes(last.checklist.id) ? [] : [last.checklist];
  const isFirst = ({ id }: Checklist): boolean => id === first;
  const offered = [...own, ...all];
  return unsaid.checklist(
    [...offered.filter(isFirst), ...offered.filter((one) => !isFirst(one))],
    last,
  );
}
