import { lastAuditor } from '../core/audit/audit.js';
import type { Order } from '../core/audit/route.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { builtInChecklists } from '../files/built-in.js';
import { slugify } from '../files/slug.js';
import type { FormView } from '../documents/form/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { requireScope } from './agreement.js';
import type { WantedAudit } from './find-audit.js';
import { openAudits } from './find-audit.js';
import type { ChecklistPlaces } from './find-checklist.js';
import { checklistAhead, givenChecklist } from './find-checklist.js';
import { quarterFrom } from './find-quarter.js';

/** What is said about a form. */
export interface SaidOfForm extends WantedAudit {
  readonly full?: boolean;
  readonly by: Order;
  readonly auditor?: string | undefined;
}

/** A form that is to be written. */
export interface PlannedForm {
  readonly view: FormView;
  /** A short name for the folder it goes to. */
  readonly folder: string;
  /** The open audit it is for; null for a blank one. */
  readonly audit: AuditSummary | null;
  /** The open audits that could have been meant, where there are several. */
  readonly several: readonly AuditSummary[];
}

/** Where forms go that are for no dealership in particular. */
const NO_DEALERSHIP = 'forms';

/** The form of the open audit that is meant; where there is none, a blank one. */
export async function planForm(
  store: Store,
  places: ChecklistPlaces,
  said: SaidOfForm,
): Promise<PlannedForm> {
  const dealership = await knownDealership(store, said.dealership);
  const given = await givenChecklist(places, said.checklist);
  const checklistId = given?.id ?? said.checklist;
  const open = await openAudits(store, { ...said, checklist: checklistId });
  const [only] = open;
  if (open.length === 1 && only !== undefined) return formOf(store, only, said);
  const audits = dealership === null ? [] : await store.audits.list({ dealership });
  const checklist = await checklistAhead(places, store, audits, given, checklistId);
  const name = dealership?.name ?? said.dealership?.trim() ?? null;
  return {
    view: {
      checklist,
      checklistPath:
        given === null ? await pathStandIn(places, checklist) : (said.checklist ?? null),
      scope: said.full === true ? 'full' : 'core',
      order: said.by,
      dealership: name,
      year: dealership ?? null,
      quarter: said.quarter === undefined ? null : quarterFrom(said.quarter),
      auditor: said.auditor ?? null,
      draws: [],
    },
    folder: dealership?.slug ?? (name === null ? NO_DEALERSHIP : await slugify(name)),
    audit: null,
    several: open,
  };
}

async function formOf(
  store: Store,
  summary: AuditSummary,
  { full, by, auditor }: SaidOfForm,
): Promise<PlannedForm> {
  requireScope(summary, full === true ? 'full' : undefined);
  const audit = await store.audits.load(summary);
  return {
    view: {
      checklist: audit.checklist,
      checklistPath: null,
      scope: audit.scope,
      order: by,
      dealership: audit.dealership.name,
      year: audit.dealership,
      quarter: audit.quarter,
      auditor: auditor ?? lastAuditor(audit),
      draws: audit.draws,
    },
    folder: summary.dealership.slug,
    audit: summary,
    several: [],
  };
}

/** The dealership that is named, or the only one there is; a new name is none yet. */
async function knownDealership(
  store: Store,
  wanted: string | undefined,
): Promise<StoredDealership | null> {
  if (wanted !== undefined) return store.dealerships.find(wanted);
  const [only, another] = await store.dealerships.list();
  return another === undefined ? (only ?? null) : null;
}

/** For a checklist that an audit kept and no id finds: nobody knows where its file is today. */
async function pathStandIn(places: ChecklistPlaces, { id }: Checklist): Promise<string | null> {
  return (await builtInChecklists(places.checklists)).includes(id) ? null : 'PATH';
}
