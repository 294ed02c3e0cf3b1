import type { Command } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { whyNoName } from '../core/names.js';
import { UserError } from '../core/errors.js';
import type { Ask } from '../interview/ask.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { validName } from '../usecases/agreement.js';
import { auditName } from '../usecases/audit-name.js';
import { findCounting } from '../usecases/find-audit.js';
import { discardAudit, voidAudit, wayBack } from '../usecases/void-audit.js';
import type { AuditFlags } from './audit-option.js';
import { chooseAudit, flagsFor } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import { CHECKUP } from '../core/words/program.js';

interface VoidFlags extends AuditFlags {
  readonly why?: string;
  readonly auditor?: string;
}

/** Declares `checkup void`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option('--quarter <quarter>', 'such as 2026-Q3; needed only where there are several')
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .option('--why <text>', 'why it no longer counts; lists say it from then on')
    .option('--auditor <name>', 'who says so; who recorded last when left out')
    .action(act(takeBack));
}

/** Discards an audit without answers; any other is made void, for good, with who, when and why. */
async function takeBack(app: App, flags: VoidFlags): Promise<Outcome> {
  const by = validName('--auditor', flags.auditor);
  const why = validName('--why', flags.why);
  const store = await app.store();
  const audit = await chooseAudit(app, await findCounting(store, flags));
  if ((await wayBack(store, audit)) === 'discard') return discard(app, store, audit);
  const said = await reason(app, store, audit, { by, why });
  if (said === null) {
    app.say('Nothing was changed.');
    return EXIT.done;
  }
  await voidAudit(store, audit, said, app.now());
  app.say(
    `The audit of ${auditName(audit)} is void: it stays listed, and nothing is compared with it any more.`,
  );
  app.say(`Start another in its place with ${CHECKUP} audit ${flagsFor(audit).join(' ')}.`);
  return EXIT.done;
}

async function discard(app: App, store: Store, audit: AuditSummary): Promise<Outcome> {
  const question = `Nothing is recorded in the audit of ${auditName(audit)}. Take it away?`;
  if (app.ask !== null && !(await app.ask.confirm(question, true))) return EXIT.done;
  await discardAudit(store, audit);
  app.say(`Took the audit of ${auditName(audit)} away; nothing was recorded in it.`);
  return EXIT.done;
}

interface Reason {
  readonly by: string;
  readonly why: string;
}

/** Who takes an audit back, and why; null where they think better of it. */
async function reason(
  app: App,
  store: Store,
  audit: AuditSummary,
  said: { readonly by: string | undefined; readonly why: string | undefined },
): Promise<Reason | null> {
  const last = said.by ?? (await store.auditors.last(audit));
  if (said.why !== undefined) return { by: last, why: said.why };
  if (app.ask === null) {
    throw new UserError(
      `Why the audit of ${auditName(audit)} no longer counts is missing.`,
      'Give it with --why TEXT: it has answers, so it stays listed, with who, when and why.',
    );
  }
  return askReason(app, app.ask, audit, said.by, last);
}

async function askReason(
  { wrap }: App,
  ask: Ask,
  audit: AuditSummary,
  said: string | undefined,
  last: string,
): Promise<Reason | null> {
  const state = audit.seal === null ? 'open' : 'sealed';
  ask.show(
    wrap(
      `The audit of ${auditName(audit)} (${state}) has answers: it stays, listed as void. It leaves reports, trends and groups, and another can take its place.`,
    ),
  );
  const why = await ask.text('Why does it no longer count?', { refuse: whyNoName });
  const by = said ?? (await ask.text('Who says so?', { refuse: whyNoName, preset: last }));
  return (await ask.confirm('Make it void for good?', false)) ? { by, why } : null;
}
