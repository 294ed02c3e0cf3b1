import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { visibleLine } from '../core/text.js';
import { count } from '../core/words/numbers.js';
import { mergeDealerships } from '../usecases/keep-dealership.js';
import { chooseDealership } from './audit-option.js';
import type { Act } from './command.js';

/** Declares how a dealership that was added by mistake, or twice, is taken away. */
export function configureGone(command: Command, act: Act): void {
  command
    .command('remove')
    .description('take a dealership away that was added by mistake and has no answers')
    .argument('<dealership>', 'name or slug')
    .action(act(remove));
  command
    .command('merge')
    .description('bring what is not sealed of a dealership under another, and take it away')
    .argument('<dealership>', 'the one that goes, by name or slug')
    .argument('<into>', 'the one that stays')
    .action(act(merge));
}

async function remove(app: App, wanted: string): Promise<ExitCode> {
  const store = await app.store();
  const dealership = await chooseDealership(app, store, wanted);
  await store.dealerships.remove(dealership);
  app.say(`Took ${visibleLine(dealership.name)} away.`);
  return EXIT.done;
}

async function merge(app: App, wanted: string, into: string): Promise<ExitCode> {
  const store = await app.store();
  const [from, to] = [
    await chooseDealership(app, store, wanted),
    await chooseDealership(app, store, into),
  ];
  const moved = await mergeDealerships(store, from, to);
  app.say(
    `Brought ${count(moved, 'audit')} of ${visibleLine(from.name)} under ${visibleLine(to.name)}, and took it away.`,
  );
  return EXIT.done;
}
