import type { Command } from 'commander';
import { Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { printJson } from '../core/text.js';
import { headlineOf } from '../documents/verification/document.js';
import { verification } from '../documents/verification/index.js';
import type { VerificationView } from '../documents/verification/view.js';
import { printScreen } from '../formats/screen/screen.js';
import { handedOutView } from '../usecases/views/handed-out-view.js';
import { verificationView } from '../usecases/views/verification-view.js';
import { chooseDealership } from './audit-option.js';
import type { Act } from './command.js';
import { CHECKUP } from '../core/words/program.js';

interface VerifyFlags {
  readonly dealership?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Declares `checkup verify`. */
export function configure(command: Command, act: Act): void {
  command
    .argument(
      '[what]',
      'a seal, or a report as JSON, that somebody was given; all that is kept when left out',
    )
    .option('--dealership <name>', 'name or slug; only what is kept of this one')
    .addOption(
      new Option('--all', 'all that is kept, as when nothing is named').conflicts('dealership'),
    )
    .option('--json', 'for other programs')
    .action(act(verify));
}

async function verify(app: App, what: string | undefined, flags: VerifyFlags): Promise<ExitCode> {
  const view = await looked(app, what, flags);
  if (flags.json === true) app.out(printJson(verification.data(view)));
  else app.out(printScreen(verification.summary(view), app));
  const isSound = view.checks.every(({ wrong }) => wrong.length === 0);
  const says = `${headlineOf(view)}.`;
  if (isSound) app.say(app.style.faint(says));
  else app.warn(app.style.bad(says));
  if (!isSound && what === undefined) {
    app.warn(
      `Keep this file as it is. A copy from before is looked at with\n  ${CHECKUP} verify --db FILE`,
    );
  }
  return isSound ? EXIT.done : EXIT.userError;
}

async function looked(
  app: App,
  what: string | undefined,
  flags: VerifyFlags,
): Promise<VerificationView> {
  const store = await app.readStore(false);
  if (what !== undefined) return handedOutView(store, what, app.paths.resolve);
  const { dealership } = flags;
  return verificationView(store, {
    dealership: dealership === undefined ? null : await chooseDealership(app, store, dealership),
    evidence: app.paths.evidence,
    progress: app.progress,
  });
}
