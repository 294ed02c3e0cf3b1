import type { Command } from 'commander';
import { Option } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import type { Ask } from '../interview/ask.js';
import { recordExample, removeExample } from '../usecases/play-example.js';
import type { Act, Outcome } from './command.js';
import type { Example } from './demo-shown.js';
import { SHOWN } from './demo-shown.js';
import type { ReportFlags } from './format-option.js';
import { addOut } from './out-option.js';
import { CHECKUP } from '../core/words/program.js';

/** In what its reports are written. */
const SHOWN_FORMATS = ['html', 'md', 'json'] as const;

/** Declares `checkup demo`. */
export function configure(command: Command, act: Act): void {
  // What the start screen offers: one thing after the other, as somebody asks for it.
  addOut(command).addOption(new Option('--tour').hideHelp()).action(act(demo));
}

/**
 * Plays the example group: records and seals eight quarters of five dealerships, and reports and
 * compares the last two of Example Motors, in a database of its own that is made anew each time.
 * Names every file it writes.
 */
async function demo(
  app: App,
  { out, tour = false }: ReportFlags & { readonly tour?: boolean },
): Promise<Outcome> {
  const file = app.paths.exampleDatabase;
  await removeExample(file);
  const store = await app.openStore(file);
  // What other programs read is part of what there is to see.
  const flags: ReportFlags = { format: SHOWN_FORMATS, ...(out === undefined ? {} : { out }) };
  const audits = await recordExample(store, app.paths.checklists, app.progress);
  const example = { app, store, flags, audits };
  if (tour && app.ask !== null) return guide(app.ask, example);
  for (const { show } of SHOWN) await show(example);
  const short = app.paths.short(file);
  app.say(
    `\nThe example is kept in ${short}, made anew each time. Look around in it with\n  ${CHECKUP} list --db "${short}"\nand start with your own dealership:\n  ${CHECKUP} audit`,
  );
  return EXIT.done;
}

/** Shows what somebody asks for, until they go back. */
async function guide(ask: Ask, example: Example): Promise<Outcome> {
  for (;;) {
    const picked = await ask.choose('What of the example?', [
      ...SHOWN.map((one) => ({ name: one.name, value: one })),
      { name: 'Back', value: null },
    ]);
    if (picked === null) return EXIT.done;
    await picked.show(example);
  }
}
