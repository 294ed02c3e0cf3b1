import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { printJson } from '../core/text.js';
import { numberWords } from '../documents/answers/document.js';
import { answers as answersDocument } from '../documents/answers/index.js';
import { printScreen } from '../formats/screen/screen.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { auditName } from '../usecases/audit-name.js';
import { findShown } from '../usecases/find-audit.js';
import { answersView } from '../usecases/views/answers-view.js';
import type { AuditFlags } from './audit-option.js';
import { chooseAudit, chooseDealership, pickOpenAudit } from './audit-option.js';
import type { Act } from './command.js';
import { warnOfBroken } from './format-option.js';

interface AnswersFlags extends AuditFlags {
  readonly item?: string;
  readonly history?: boolean;
  readonly json?: boolean;
}

/** Declares `checkup answers`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option(
      '--quarter <quarter>',
      'such as 2026-Q3; the open one, or else the latest sealed, when left out',
    )
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .option('--item <id>', 'only this one')
    .option('--history', 'every revision, not only the current one')
    .option('--json', 'for other programs')
    .action(act(answers));
}

async function answers(app: App, flags: AnswersFlags): Promise<ExitCode> {
  const store = await app.readStore();
  const summary = await shownAudit(app, store, flags);
  const wanted = { item: flags.item, isHistory: flags.history ?? false };
  const view = await answersView(store, summary, wanted, app.paths.evidence);
  warnOfBroken(app, answersDocument, view);
  if (flags.json === true) {
    app.out(printJson(answersDocument.data(view)));
    return EXIT.done;
  }
  app.say(app.style.faint(`${auditName(summary)}, ${numberWords(view)}`));
  app.out(printScreen(answersDocument.summary(view), app));
  return EXIT.done;
}

/** The audit that `checkup answer` records in; where none is open, the one a report is about. */
async function shownAudit(app: App, store: Store, flags: AuditFlags): Promise<AuditSummary> {
  const open = await pickOpenAudit(app, store, flags);
  if (open !== null) return open;
  const dealership = await chooseDealership(app, store, flags.dealership);
  return chooseAudit(app, await findShown(store, dealership, flags));
}
