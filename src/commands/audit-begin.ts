import type { App } from '../app.js';
import { preparationsFor } from '../core/brief/preparation.js';
import { routeOf } from '../core/audit/route.js';
import { errandLine } from '../documents/words/errands.js';
import { list, paragraph, strong } from '../documents/blocks.js';
import { printScreen } from '../formats/screen/screen.js';
import type { Ask } from '../interview/ask.js';
import { goingOnWords, startedWords } from '../interview/audit-words.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { auditName } from '../usecases/audit-name.js';
import type { AuditPlan } from '../usecases/audit-plan.js';
import { keepDealership, rescopeAudit, startAudit } from '../usecases/start-audit.js';

/**
 * Shows what has to be sent or asked for before somebody goes in, where the audit needs any and has no
 * answer yet.
 *
 * @param isAsked whether they are asked if all is at hand; who named the checklist knows what it needs.
 * @returns whether they want to start now.
 */
export async function isReady(
  app: App,
  ask: Ask,
  { checklist, scope, answers }: Extract<AuditPlan, { kind: 'start' }>,
  isAsked: boolean,
): Promise<boolean> {
  const ahead = preparationsFor(routeOf(checklist, scope), []);
  if (ahead.length === 0 || answers.size > 0) return true;
  const blocks = [paragraph(strong('Before you go in')), ...list(ahead.map(errandLine))];
  ask.show(`\n${printScreen(blocks, app)}`);
  if (!isAsked) return true;
  return ask.choose('Everything at hand?', [
    { name: 'Start with the first item', value: true },
    { name: 'Leave it for now, to send and ask for these first', value: false },
  ]);
}

/** Writes down what was planned: the dealership and the audit where they are new. */
export async function begin(app: App, store: Store, plan: AuditPlan): Promise<AuditSummary> {
  if (plan.kind === 'go-on') {
    const { remark, auditor } = plan;
    const audit = await rescopeAudit(store, plan);
    if (audit.seal === null) app.say(goingOnWords(auditName(audit), auditor));
    if (audit !== plan.audit) app.say(`It asks in scope ${audit.scope} from now on.`);
    if (remark !== undefined) app.warn(remark);
    return audit;
  }
  const dealership = await keepDealership(store, plan.dealership, app.now());
  if (plan.dealership.isNew) app.say(`Added the dealership ${visibleLine(dealership.name)}.`);
  const summary = await startAudit(store, plan, dealership, app.now());
  app.say(startedWords(auditName(summary), plan.checklist, plan.scope));
  return summary;
}
