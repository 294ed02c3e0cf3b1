import type { Command } from 'commander';
import { Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { MONTHS } from '../core/quarter.js';
import { count } from '../core/words/numbers.js';
import { printJson, visibleLine } from '../core/text.js';
import { dealerships } from '../documents/dealerships/index.js';
import { printScreen } from '../formats/screen/screen.js';
import type { DealershipChanges, StoredDealership } from '../storage/dealerships.js';
import { dealershipsView } from '../usecases/views/dealerships-view.js';
import { validName } from '../usecases/agreement.js';
import { membersOf } from '../usecases/find-dealership.js';
import type { SaidOfYear } from '../usecases/keep-dealership.js';
import { addDealership, editDealership, requireChanges } from '../usecases/keep-dealership.js';
import { chooseDealership } from './audit-option.js';
import type { Act } from './command.js';
import { configureGone } from './dealership-gone.js';
import { addYear } from './year-option.js';
import { CHECKUP } from '../core/words/program.js';

/** Declares `checkup dealership`. */
export function configure(command: Command, act: Act): void {
  const adding = command
    .command('add')
    .description('add a dealership before its first audit')
    .argument('<name>', 'its name')
    .option('--group <name>', 'the group it belongs to');
  addYear(adding, 'month, 1 to 12, in which its year starts; January when left out');
  adding.action(act(add));
  command
    .command('list')
    .description('the dealerships there are, with group and number of audits')
    .option('--group <name>', 'only those of this group')
    .option('--json', 'for other programs')
    .action(act(list));
  const editing = command
    .command('edit')
    .description('rename a dealership, or put it into a group or out of it')
    .argument('<dealership>', 'name or slug')
    .option('--name <name>', 'its new name; past audits keep the one they were made under')
    .option('--slug <slug>', 'its new short form, for folders and flags; a new name keeps the old')
    .option('--group <name>', 'the group it belongs to from now on')
    .addOption(noGroupOption());
  addYear(editing, 'month, 1 to 12, in which its year starts; only before any audit');
  editing.action(act(edit));
  configureGone(command, act);
}

/** A flag of its own, so that it can exclude `--group`: commander would take it for its opposite. */
function noGroupOption(): Option {
  const option = new Option('--no-group', 'take it out of its group').conflicts('group');
  option.negate = false;
  return option;
}

async function add(
  app: App,
  name: string,
  flags: { readonly group?: string } & SaidOfYear,
): Promise<ExitCode> {
  validName('The name', name);
  validName('--group', flags.group);
  const added = await addDealership(await app.store(), name, flags, app.now());
  app.say(`Added ${described(added)}.`);
  return EXIT.done;
}

/** What a dealership is, in the middle of a sentence. */
function described({ name, slug, group, yearStarts, yearNamed }: StoredDealership): string {
  return [
    `${visibleLine(name)} (${slug})`,
    group === null ? 'in no group' : `in the group ${visibleLine(group)}`,
    ...(yearStarts === 1 ? [] : [`its year starting in ${MONTHS[yearStarts - 1] ?? ''}`]),
    ...(yearNamed === undefined ? [] : ['named by its first calendar year']),
  ].join(', ');
}

async function list(
  app: App,
  flags: { readonly group?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const store = await app.readStore();
  const wanted =
    flags.group === undefined
      ? await store.dealerships.list()
      : await membersOf(store, flags.group);
  const view = await dealershipsView(store, wanted);
  if (flags.json === true) {
    app.out(printJson(dealerships.data(view)));
    return EXIT.done;
  }
  if (wanted.length === 0) {
    app.say(`No dealership yet. Add one with ${CHECKUP} dealership add, or with ${CHECKUP} audit.`);
    return EXIT.done;
  }
  app.out(printScreen(dealerships.summary(view), app));
  app.say(app.style.faint(count(wanted.length, 'dealership')));
  return EXIT.done;
}

async function edit(
  app: App,
  wanted: string,
  { noGroup, ...flags }: DealershipChanges & { readonly noGroup?: boolean },
): Promise<ExitCode> {
  const changes = { ...flags, ...(noGroup === true ? { group: null } : {}) };
  await requireChanges(changes);
  const store = await app.store();
  const dealership = await chooseDealership(app, store, wanted);
  const { edited, keptNames } = await editDealership(store, dealership, changes);
  app.say(`From now on: ${described(edited)}.`);
  if (keptNames > 0) {
    app.say(
      `${keptNames === 1 ? 'The audit' : `The ${String(keptNames)} audits`} so far keep the name ${keptNames === 1 ? 'it was' : 'they were'} made under.`,
    );
  }
  return EXIT.done;
}
