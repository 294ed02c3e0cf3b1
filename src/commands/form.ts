import type { Command } from 'commander';
import { Option } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { ORDERS } from '../core/audit/route.js';
import { count } from '../core/words/numbers.js';
import { formFormats } from '../reports/forms/index.js';
import { validName } from '../usecases/agreement.js';
import { auditName } from '../usecases/audit-name.js';
import type { SaidOfForm } from '../usecases/plan-form.js';
import { planForm } from '../usecases/plan-form.js';
import type { Act, Outcome } from './command.js';
import type { ReportFlags } from './format-option.js';
import { addFormats, writeFormats } from './format-option.js';

/** Declares `checkup form`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'whose; a blank to fill in where none is known')
    .option('--quarter <quarter>', 'such as 2026-Q3; that of the open audit when left out')
    .option('--checklist <id or path>', 'the one that is open, or was used last, when left out')
    .option('--full', 'all items; without it a new form has the core items')
    .addOption(
      new Option('--by <order>', 'put the items in order by').choices(ORDERS).default('step'),
    )
    .option('--auditor <name>', 'who is going to fill it in');
  addFormats(command, formFormats).action(act(form));
}

/** Writes the form of the open audit that fits the flags; where there is none, a blank one. */
async function form(app: App, flags: SaidOfForm & ReportFlags): Promise<Outcome> {
  validName('--dealership', flags.dealership);
  const auditor = validName('--auditor', flags.auditor);
  const planned = await planForm(await app.readStore(), app.paths, { ...flags, auditor });
  const { view, folder, audit, several } = planned;
  if (audit !== null) app.say(`The form of the open audit of ${auditName(audit)}.`);
  if (several.length > 1) {
    app.say(
      `${count(several.length, 'audit')} are open: ${several.map(auditName).join('; ')}. This form is for none of them; say for which with --dealership, --quarter or --checklist.`,
    );
  }
  const quarter = view.quarter === null ? '' : `${view.quarter}-`;
  const name = `${quarter}${view.checklist.id}-form`;
  await writeFormats(app, flags, formFormats, folder, name, (format) => format.form(view));
  return EXIT.done;
}
