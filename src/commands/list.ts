import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { printJson } from '../core/text.js';
import { count } from '../core/words/numbers.js';
import { list as audits } from '../documents/list/index.js';
import { printScreen } from '../formats/screen/screen.js';
import { listView } from '../usecases/views/list-view.js';
import type { Act } from './command.js';
import { warnOfBroken } from './format-option.js';
import { chooseDealership } from './audit-option.js';
import { CHECKUP } from '../core/words/program.js';

/** Declares `checkup list`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'only this one')
    .option('--json', 'for other programs')
    .action(act(list));
}

async function list(
  app: App,
  flags: { readonly dealership?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const store = await app.readStore();
  const only =
    flags.dealership === undefined
      ? undefined
      : await chooseDealership(app, store, flags.dealership);
  const view = await listView(store, only);
  warnOfBroken(app, audits, view);
  if (flags.json === true) {
    app.out(printJson(audits.data(view)));
    return EXIT.done;
  }
  if (view.audits.length === 0) {
    app.say(
      `No audit yet. Start one with ${CHECKUP} audit, or see the example with ${CHECKUP} demo.`,
    );
    return EXIT.done;
  }
  app.out(printScreen(audits.summary(view), app));
  app.say(app.style.faint(count(view.audits.length, 'audit')));
  return EXIT.done;
}
