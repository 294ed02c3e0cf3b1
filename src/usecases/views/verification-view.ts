import type { Audit } from '../../core/audit/audit.js';
import { UserError } from '../../core/errors.js';
import type { Watch } from '../../core/progress.js';
import { watched } from '../../core/progress.js';
import { visibleLine } from '../../core/text.js';
import { count } from '../../core/words/numbers.js';
import { faultTitle, faultWords } from '../../documents/words/chain.js';
import type { Check, VerificationView } from '../../documents/verification/view.js';
import { checkEvidence } from '../../files/evidence-files.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { Store } from '../../storage/store.js';
import { auditName } from '../audit-name.js';
import { sealHolds } from '../seal-holds.js';

/** What is looked at, and where. */
export interface ToVerify {
  /** One of the dealerships; null for all that is kept. */
  readonly dealership: StoredDealership | null;
  /** The folder of evidence. */
  readonly evidence: string;
  readonly progress: Watch;
}

/** Looks at everything that vouches for figures, and tells all that doesn't match. */
export async function verificationView(store: Store, to: ToVerify): Promise<VerificationView> {
  const { dealership } = to;
  const damage = attempt(() => store.soundness.damage());
  const file = whole(
    'Database',
    'SQLite finds nothing wrong',
    damage.map((line) => `SQLite says: ${line}`),
  );
  const checks = [file, ...(await contents(store)), ...(await audits(store, to))];
  return {
    subject: dealership === null ? 'all that is kept' : visibleLine(dealership.name),
    checks: checks.map((check) =>
      check.wrong.length === 0 ? check : { ...check, wrong: [...new Set(check.wrong)] },
    ),
  };
}

/** A check of something that is in order as a whole, or not. */
function whole(what: string, sound: string, wrong: readonly string[]): Check {
  return { what, sound: wrong.length === 0 ? sound : '', wrong };
}

/** What the rows and the guards say of themselves, of all dealerships. */
async function contents(store: Store): Promise<Check[]> {
  const changed = attempt(() => store.soundness.changedSchema());
  const rows = await attemptLater(() => store.soundness.spoiledRows());
  return [
    whole(
      'Guards',
      'tables, indexes and guards are as they were made',
      changed.map((name) => `${name} is not as checkup makes it.`),
    ),
    whole(
      'Rows',
      'every row is what was written',
      rows.map((what) => `${sentenceOf(what)} is not what was written.`),
    ),
  ];
}

/** Seals, chains, evidence and kept scores. */
async function audits(
  store: Store,
  { dealership, evidence, progress }: ToVerify,
): Promise<Check[]> {
  const broken: string[] = [];
  const files: string[] = [];
  let [sealed, attached] = [0, 0];
  const found: AuditSummary[] = [];
  const unread = await attemptLater(async () => {
    found.push(...(await store.audits.all(dealership === null ? undefined : { dealership })));
    return [];
  });
  const seen = new Map<string, Promise<string>>();
  for (const summary of watched(progress, 'Verifying audits', found)) {
    const name = auditName(summary);
    try {
      const audit = await store.audits.load(summary);
      if (summary.seal !== null) {
        sealed += 1;
        if (!summary.isSound || !sealHolds(audit)) broken.push(`The seal of ${name} is broken.`);
      }
      for (const each of evidenceOf(audit)) {
        attached += 1;
        const state = seen.get(each.sha256) ?? checkEvidence(each, evidence);
        seen.set(each.sha256, state);
        if ((await state) === 'there') continue;
        files.push(`${visibleLine(each.name)} of ${name} is ${await state}.`);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      broken.push(`The audit of ${name} cannot be read. ${error.message}`);
    }
  }
  const chain = await attemptLater(async () => {
    const faults = await store.seals.faults(dealership ?? undefined);
    const gaps = dealership === null ? await store.soundness.registerGaps() : [];
    return [
      ...faults.map((fault) => `${faultTitle(fault)} ${faultWords(fault)}`),
      ...gaps.map((number) => `Number ${String(number)} of the register of seals is gone.`),
    ];
  });
  const stale = await attemptLater(() => store.scores.unvouched());
  return [
    {
      what: 'Seals',
      sound: `${count(sealed - broken.length, 'seal')} hold${sealed - broken.length === 1 ? 's' : ''}`,
      wrong: [...unread, ...broken],
    },
    whole('Chain', 'every seal follows the one before it, none is gone', chain),
    {
      what: 'Evidence',
      sound: `${count(attached - files.length, 'file')} as attached`,
      wrong: files,
    },
    {
      what: 'Kept scores',
      sound: `${count(await attemptNumber(() => store.soundness.keptScores()), 'score')} kept`,
      wrong: stale.map(
        (name) =>
          `The score kept of ${name} is not what was written; it is made anew when it is shown.`,
      ),
    },
  ];
}

/** Every file that was ever attached to an answer. */
function evidenceOf(audit: Audit) {
  const all = audit.revisions.flatMap(({ answer }) => answer.evidence ?? []);
  return [...new Map(all.map((one) => [`${one.sha256} ${one.name}`, one])).values()];
}

/** What a look gives; where it can't look, why. */
function attempt(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    return [whyOf(error)];
  }
}

async function attemptLater(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await look();
  } catch (error) {
    return [whyOf(error)];
  }
}

async function attemptNumber(look: () => Promise<number>): Promise<number> {
  try {
    return await look();
  } catch (error) {
    whyOf(error);
    return 0;
  }
}

function whyOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}

function sentenceOf(what: string): string {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}
