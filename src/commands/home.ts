import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { standing } from '../documents/standing/index.js';
import { printScreen } from '../formats/screen/screen.js';
import type { Ask } from '../interview/ask.js';
import { Back } from '../interview/ask.js';
import { auditsSoFar } from '../usecases/audits-so-far.js';
import { nextMoves } from '../usecases/next-moves.js';
import { standingView } from '../usecases/views/standing-view.js';
import type { Act, Outcome } from './command.js';
import { warnOfBroken } from './format-option.js';
import { askMore } from './home-more.js';
import type { Offer } from './home-offer.js';
import { offer } from './home-offer.js';

/** Declares `checkup home`. */
export function configure(command: Command, act: Act): void {
  command.option('--or-demo', 'without a terminal, play the example instead').action(act(home));
}

/** Shows where things stand and what can be done, until somebody leaves. */
async function home(app: App, flags: { readonly orDemo?: boolean }): Promise<Outcome> {
  if (app.ask === null && flags.orDemo === true) return { run: ['demo'] };
  const store = await app.readStore();
  const audits = (await auditsSoFar(store)).filter(({ summary }) => summary.voided === null);
  const dealerships = await store.dealerships.list();
  const moves = nextMoves(audits, ({ dealership: { slug }, quarter, checklistId }) =>
    existsSync(join(app.paths.reports, slug, `${quarter}-${checklistId}.html`)),
  );
  const steps = moves.map((move) => offer(move, dealerships.length === 1));
  const view = await standingView(store, audits);
  warnOfBroken(app, standing, view);
  const shown = printScreen(standing.summary(view), app);
  if (app.ask === null) {
    app.out(shown);
    const [first] = steps;
    if (first !== undefined) app.say(`Next: ${first.name} (${first.command})`);
    return EXIT.done;
  }
  app.ask.show(`\n${shown}`);
  const run = await menu(app.ask, steps, dealerships);
  if (run !== null) return { run, then: ['home'] };
  app.say(`Come back with ${app.calledAs}.`);
  return EXIT.done;
}

/** The line that is to be run; null to leave. */
async function menu(
  ask: Ask,
  steps: readonly Offer[],
  dealerships: Parameters<typeof askMore>[1],
): Promise<readonly string[] | null> {
  for (;;) {
    const picked = await ask.choose<Offer | 'more' | null>('What next?', [
      ...steps.map((step) => ({ name: step.name, value: step })),
      { name: 'Prepare, print, rename, back up, move …', value: 'more' },
      { name: 'Leave', value: null },
    ]);
    if (picked !== 'more') return picked === null ? null : picked.run;
    try {
      return await askMore(ask, dealerships);
    } catch (error) {
      // Escape leads back to the menu.
      if (!(error instanceof Back)) throw error;
    }
  }
}
