import type { App } from '../app.js';
import { EXIT } from '../app.js';
import type { Order } from '../core/audit/route.js';
import type { Ask } from '../interview/ask.js';
import { sealedUnansweredWords } from '../interview/audit-words.js';
import { interview } from '../interview/interview.js';
import { spoiledWords } from '../documents/audit/evidence.js';
import { auditReport } from '../documents/audit/index.js';
import { chainAlarms } from '../documents/words/chain.js';
import { printScreen } from '../formats/screen/screen.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { openSession } from '../usecases/audit-session.js';
import { openAudits } from '../usecases/find-audit.js';
import { auditName } from '../usecases/audit-name.js';
import { lookBeforeSeal, sealAudit, unansweredBeforeSeal } from '../usecases/seal-audit.js';
import { discardAudit, wayBack } from '../usecases/void-audit.js';
import { auditView } from '../usecases/views/audit-view.js';
import { auditCommand, flagsFor } from './audit-option.js';
import type { Outcome } from './command.js';
import { CHECKUP } from '../core/words/program.js';

/** The flags that say how the walk goes. */
export interface Walking {
  readonly by?: Order;
  readonly only?: 'critical';
  readonly all?: boolean;
}

/** The walk, the seal, and the report where it is wanted. */
export async function walkThrough(
  app: App,
  ask: Ask,
  store: Store,
  summary: AuditSummary,
  auditor: string,
  flags: Walking,
): Promise<Outcome> {
  const { evidence, resolve } = app.paths;
  const now = (): Date => app.now();
  const session = await openSession({ store, now, evidence, resolve }, summary, auditor);
  const sealing = {
    preview: () => show(app, store, summary),
    look: () => warnBeforeSeal(app, store, summary),
    seal: () => seal(app, store, summary, auditor),
  };
  const wanted = {
    by: flags.by ?? 'step',
    all: flags.all ?? false,
    onlyCritical: flags.only === 'critical',
  };
  if ((await interview(ask, session, wanted, sealing, app)) === 'left') {
    if ((await wayBack(store, summary)) === 'discard') return leaveBare(app, ask, store, summary);
    app.say(`Everything is saved. Go on with ${await wayOn(app, store, summary)}.`);
    return EXIT.done;
  }
  if (await ask.confirm('Write the report now?', true)) {
    return { run: ['report', ...flagsFor(summary), '--shown'] };
  }
  app.say(`Write it later with ${CHECKUP} report.`);
  return EXIT.done;
}

/** The shortest that leads back to an audit: the start screen, for those who came by it. */
async function wayOn(app: App, store: Store, summary: AuditSummary): Promise<string> {
  if (app.calledAs === 'npm start') return app.calledAs;
  return (await openAudits(store, {})).length === 1 ? `${CHECKUP} audit` : auditCommand(summary);
}

/** Leaving an audit in which nothing was recorded: it may have been started by mistake. */
async function leaveBare(
  app: App,
  ask: Ask,
  store: Store,
  summary: AuditSummary,
): Promise<Outcome> {
  const keeps = await ask.choose(`Nothing is recorded in ${auditName(summary)}.`, [
    { name: 'Keep it, to go on later', value: true },
    { name: 'Take it away, it was a mistake', value: false },
  ]);
  if (keeps) app.say(`Go on with ${auditCommand(summary)}.`);
  else {
    await discardAudit(store, summary);
    app.say(`Took the audit of ${auditName(summary)} away.`);
  }
  return EXIT.done;
}

/**
 * Says what is wrong with the chain that a seal would end, and which evidence it would cover although
 * its file is missing or altered.
 */
export async function warnBeforeSeal(app: App, store: Store, summary: AuditSummary): Promise<void> {
  const chain = chainAlarms(await store.seals.faults(summary.dealership));
  if (chain.length > 0) app.warn(printScreen(chain, app));
  for (const one of await lookBeforeSeal(store, summary, app.paths.evidence)) {
    if (one.state !== 'there') app.warn(app.style.bad(spoiledWords(one)));
  }
}

/** Seals an audit that has answers, and says how it stands. */
export async function seal(
  app: App,
  store: Store,
  summary: AuditSummary,
  by: string,
): Promise<void> {
  const left = await unansweredBeforeSeal(store, summary);
  if (left > 0) app.say(app.style.warn(sealedUnansweredWords(left)));
  const sealed = await sealAudit(store, summary, by, app.now());
  await show(app, store, sealed);
  app.say(`Sealed: ${sealed.seal.hash}`);
}

/** Shows on the screen what the report says. */
async function show(app: App, store: Store, summary: AuditSummary): Promise<void> {
  app.out(`${printScreen(auditReport.summary(await auditView(store, summary)), app)}\n`);
}
