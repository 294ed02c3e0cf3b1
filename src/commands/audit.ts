import type { Command } from 'commander';
import { Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Answer } from '../core/audit/answer.js';
import { onTopOf, sameAnswer } from '../core/audit/answer.js';
import { currentAnswers } from '../core/audit/audit.js';
import { ORDERS } from '../core/audit/route.js';
import { askedItems } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import type { AuditCommandFlags, AuditPlan, PlannedDealership } from './audit-plan.js';
import { planAudit } from './audit-plan.js';
import type { Act } from './command.js';
import { interview } from './audit-interview.js';
import { lookBeforeSeal, seal, standing } from './audit-seal.js';
import { auditCommand, auditName, quarterFrom } from './select.js';
import { yearStartsOption } from './year-starts-option.js';

/** Declares `checkup audit`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; a new name adds the dealership')
    .option('--quarter <quarter>', 'such as 2026-Q3; the one that is open when left out')
    .option('--checklist <id or path>', 'quarterly-checkup unless asked for another')
    .option('--full', 'all items; without it a new audit asks the core items')
    .option('--auditor <name>', 'who gives the answers')
    .addOption(yearStartsOption('month, 1 to 12, in which a new dealership’s year starts'))
    .addOption(
      new Option('--by <order>', 'walk by step, or by department: each place once')
        .choices(ORDERS)
        .default('step', 'by step'),
    )
    .addOption(new Option('--only <which>', 'ask the critical items only').choices(['critical']))
    .option('--all', 'ask the items that have an answer again, too')
    .option('--answers <file>', 'take answers from a YAML or JSON file first')
    .option('--seal', 'seal at once, without asking')
    .action(act(audit));
}

/** Starts or goes on with an audit: answers from a file, then from the person, then the seal. */
export async function audit(app: App, flags: AuditCommandFlags): Promise<ExitCode> {
  if (flags.quarter !== undefined) quarterFrom(flags.quarter);
  if (app.ask === null && flags.answers === undefined && flags.seal !== true) {
    throw new UserError(
      'There is no terminal to ask in.',
      'Give the answers with --answers FILE, and --seal to close the audit.',
    );
  }
  const store = await app.store();
  const plan = await planAudit(app, store, flags);
  const summary = await begin(app, store, plan);
  const taken = await takeAnswers(app, store, summary, plan);
  if (flags.answers !== undefined) {
    const known = plan.answers.size - taken;
    app.say(
      `${count(taken, 'answer')} recorded${known === 0 ? '' : `, ${String(known)} already there`}.`,
    );
  }
  if (summary.seal !== null) {
    app.say(
      `The audit of ${auditName(summary)} is sealed. Write its report with checkup report; audit by another checklist with checkup audit --checklist.`,
    );
    return EXIT.done;
  }
  if (flags.seal === true) {
    await lookBeforeSeal(app, store, summary);
    await seal(app, store, summary, plan.auditor);
    app.say('Write its report with checkup report.');
    return EXIT.done;
  }
  if (app.ask === null) {
    app.say(await standing(store, summary));
    app.say(`Go on with ${auditCommand(summary)}, or seal it with --seal.`);
    return EXIT.done;
  }
  return interview(app, app.ask, store, summary, plan.auditor, {
    by: flags.by ?? 'step',
    all: flags.all ?? false,
    onlyCritical: flags.only === 'critical',
  });
}

/** Writes down what was planned: the dealership and the audit where they are new. */
async function begin(app: App, store: Store, plan: AuditPlan): Promise<AuditSummary> {
  if (plan.kind === 'go-on') {
    if (plan.audit.seal === null) {
      app.say(
        `Going on with the audit of ${auditName(plan.audit)}, recording as ${visibleLine(plan.auditor)} (--auditor NAME changes hands).`,
      );
    }
    if (plan.remark !== undefined) app.warn(plan.remark);
    return plan.audit;
  }
  const dealership = await keepDealership(app, store, plan.dealership);
  const summary = await store.audits.start({ ...plan, dealership }, app.now());
  app.say(
    `Started the audit of ${auditName(summary)}: ${visibleLine(plan.checklist.title)}, scope ${plan.scope}, ${count(askedItems(plan.checklist, plan.scope).length, 'item')}.`,
  );
  return summary;
}

async function keepDealership(
  app: App,
  store: Store,
  planned: PlannedDealership,
): Promise<StoredDealership> {
  if (!planned.isNew) return planned.kept;
  const added = await store.dealerships.add(planned.name, planned.yearStarts, app.now());
  app.say(`Added the dealership ${visibleLine(added.name)}.`);
  return added;
}

/** Records the answers of a file that say something new on top of what is there. */
async function takeAnswers(
  app: App,
  store: Store,
  summary: AuditSummary,
  plan: AuditPlan,
): Promise<number> {
  if (plan.answers.size === 0) return 0;
  const current = currentAnswers(await store.audits.load(summary));
  const fresh = new Map<string, Answer>();
  for (const [id, answer] of plan.answers) {
    const known = current.get(id)?.answer;
    const kept = onTopOf(known, answer);
    if (!sameAnswer(known, kept)) fresh.set(id, kept);
  }
  if (fresh.size > 0) await store.audits.record(summary, fresh, plan.auditor, app.now());
  return fresh.size;
}
