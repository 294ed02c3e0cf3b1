import type { Command } from 'commander';
import { Option } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { ORDERS } from '../core/audit/route.js';
import { UserError } from '../core/errors.js';
import { auditQuestions } from '../interview/audit-questions.js';
import { correctedWords, standingWords, takenWords } from '../interview/audit-words.js';
import { auditName } from '../usecases/audit-name.js';
import type { SaidOfAudit } from '../usecases/audit-plan.js';
import { quarterFrom } from '../usecases/find-quarter.js';
import { planAudit } from '../usecases/plan-audit.js';
import { recordAnswers } from '../usecases/record-answers.js';
import { standingOf } from '../usecases/seal-audit.js';
import { recordVisit } from '../usecases/start-audit.js';
import { auditCommand } from './audit-option.js';
import type { Walking } from './audit-walk.js';
import { seal, walkThrough, warnBeforeSeal } from './audit-walk.js';
import type { Act, Outcome } from './command.js';
import { addYear } from './year-option.js';
import { CHECKUP } from '../core/words/program.js';
import { begin, isReady } from './audit-begin.js';

/** The flags of `checkup audit`. */
type AuditCommandFlags = SaidOfAudit & Walking;

/** Declares `checkup audit`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; a new name adds the dealership')
    .option('--quarter <quarter>', 'such as 2026-Q3; the one that is open when left out')
    .option('--checklist <id or path>', 'quarterly-checkup unless asked for another')
    .addOption(
      new Option('--scope <scope>', 'core items or all; can be changed until the first answer')
        .choices(['core', 'full'])
        .conflicts('full'),
    )
    .option('--full', 'all items, as --scope full')
    .option('--auditor <name>', 'who gives the answers');
  addYear(command, 'month, 1 to 12, in which a new dealership’s year starts')
    .addOption(
      new Option(
        '--by <order>',
        'walk by step, or by department: each place once; as last time when left out',
      ).choices(ORDERS),
    )
    .addOption(new Option('--only <which>', 'only the must-not-fail checks').choices(['critical']))
    .option('--all', 'ask the items that have an answer again, too')
    .option('--answers <file>', 'take answers from a YAML or JSON file first')
    .option('--ahead', 'start a quarter that has not begun, without asking')
    .option('--past', 'start a quarter more than a year back, without asking')
    .option('--seal', 'seal at once, without asking')
    // What the home screen says for "another audit": an open one is not gone on with unasked.
    .addOption(new Option('--another').hideHelp())
    .action(act(audit));
}

/** Starts or goes on with an audit: answers from a file, then from the person, then the seal. */
async function audit(app: App, flags: AuditCommandFlags): Promise<Outcome> {
  if (flags.quarter !== undefined) quarterFrom(flags.quarter);
  if (app.ask === null && flags.answers === undefined && flags.seal !== true) {
    throw new UserError(
      'There is no terminal to ask in.',
      'Give the answers with --answers FILE, and --seal to close the audit.',
    );
  }
  const store = await app.store();
  const context = { store, places: app.paths, unsaid: auditQuestions(app), now: app.now() };
  const plan = await planAudit(context, flags);
  const summary = await begin(app, store, plan);
  const { answers, auditor } = plan;
  const taken = await recordAnswers(store, summary, answers, auditor, app.now());
  await recordVisit(store, summary, plan, app.now());
  if (flags.answers !== undefined) app.say(takenWords(taken.recorded, answers.size));
  if (taken.corrected.length > 0) app.warn(app.wrap(correctedWords(taken.corrected)));
  if (summary.seal !== null) {
    app.say(
      `The audit of ${auditName(summary)} is sealed. Write its report with ${CHECKUP} report; audit by another checklist with ${CHECKUP} audit --checklist.`,
    );
    return EXIT.done;
  }
  if (flags.seal === true) {
    await warnBeforeSeal(app, store, summary);
    await seal(app, store, summary, auditor);
    app.say(`Write its report with ${CHECKUP} report.`);
    return EXIT.done;
  }
  if (app.ask === null) {
    const { result, left } = await standingOf(store, summary);
    app.say(standingWords(result, left));
    app.say(`Go on with ${auditCommand(summary)}, or seal it with --seal.`);
    return EXIT.done;
  }
  const isAsked = flags.checklist === undefined;
  if (plan.kind === 'start' && !(await isReady(app, app.ask, plan, isAsked))) {
    app.say(`Go on with ${auditCommand(summary)}.`);
    return EXIT.done;
  }
  return walkThrough(app, app.ask, store, summary, auditor, { by: plan.by, ...flags });
}
