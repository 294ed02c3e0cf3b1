import type { Command } from 'commander';
import { Option } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { FEWEST_MASKED } from '../core/compare/masked.js';
import { count } from '../core/words/numbers.js';
import { comparisonReport } from '../documents/comparison/index.js';
import { trend } from '../documents/trend/index.js';
import { auditsOf } from '../usecases/find-audit.js';
import { findEarlier, findLater, inOrder } from '../usecases/find-compared.js';
import { requireSteps } from '../usecases/gates.js';
import { comparisonName, trendName } from '../usecases/report-name.js';
import { comparisonView } from '../usecases/views/audit-view.js';
import { trendAudits, trendView } from '../usecases/views/trend-view.js';
import type { AuditFlags } from './audit-option.js';
import { chooseAudit, chooseDealership } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import type { ReportFlags } from './format-option.js';
import { addFormats, publish } from './format-option.js';
import type { GateFlags } from './gate-option.js';
import { addGates, gated, passGates } from './gate-option.js';
import type { GroupFlags } from './group-option.js';
import { compareGroup } from './group-option.js';
import { lastOption } from './last-option.js';
import { addOpen } from './open-option.js';
import { STDOUT } from './out-option.js';

/** The flags of `checkup compare`. */
interface CompareFlags extends AuditFlags, GroupFlags, ReportFlags, GateFlags {
  readonly last?: number;
}

/** What says otherwise whose audits are compared. */
const OTHERWISE = ['group', 'dealership'];

/** Declares `checkup compare`. */
export function configure(command: Command, act: Act): void {
  const twoOnly = '; only with two quarters of one dealership';
  addGates(command, twoOnly, ['last', 'all', 'group', 'masked'])
    .argument(
      '[from]',
      'the earlier quarter; the sealed one before TO when left out. With --all or --group, the one quarter that is ranked; the latest when left out',
    )
    .argument('[to]', 'the later quarter; the latest sealed one when left out')
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .addOption(
      new Option('--all', 'rank all dealerships in one quarter instead').conflicts(OTHERWISE),
    )
    .addOption(
      new Option('--group <name>', 'rank those of one group instead').conflicts('dealership'),
    )
    .option(
      '--masked',
      `with --all or --group, for ${String(FEWEST_MASKED)} dealerships with a score or more: a report for each in which the others have no names`,
    )
    .option(
      '--calendar',
      'with --all or --group: by calendar quarters, whatever business year each dealership has',
    )
    .addOption(lastOption().conflicts(['all', 'group', 'masked']));
  addOpen(addFormats(command), ['masked']).hook('preAction', refuseContradictions);
  command.action(act(compare));
}

/** Refuses what commander can't see: quarters beside flags that take none, and halves of a pair. */
function refuseContradictions(command: Command): void {
  const { last, all, group, masked, calendar, out } = command.opts<CompareFlags>();
  const [from, to] = command.args;
  const flag = all === true ? '--all' : '--group';
  if (last !== undefined && from !== undefined) {
    command.error('error: --last counts back from the latest sealed quarter; name none beside it');
  }
  if (masked === true && all !== true && group === undefined) {
    command.error('error: --masked needs --all or --group <name> beside it');
  }
  if (calendar === true && all !== true && group === undefined) {
    command.error('error: --calendar needs --all or --group <name> beside it');
  }
  if ((all === true || group !== undefined) && to !== undefined) {
    command.error(`error: ${flag} compares dealerships in one quarter, and two were named`);
  }
  if (masked === true && out === STDOUT) {
    command.error('error: masked reports cannot go to standard output together; --out a folder');
  }
}

async function compare(
  app: App,
  first: string | undefined,
  second: string | undefined,
  { last, ...flags }: CompareFlags,
): Promise<Outcome> {
  if (flags.all === true || flags.group !== undefined) return compareGroup(app, first, flags);
  const store = await app.readStore();
  const dealership = await chooseDealership(app, store, flags.dealership);
  const audits = await auditsOf(store, dealership, flags);
  const folder = dealership.slug;
  if (last !== undefined) {
    const alike = trendAudits(audits, flags.checklist);
    const there = count(alike.length, 'quarter');
    if (alike.length < last) app.say(`Only ${there} are sealed by this checklist.`);
    const view = await trendView(store, alike, last);
    await publish(app, flags, { folder, name: trendName(view) }, trend, view);
    return EXIT.done;
  }
  const later = await chooseAudit(app, findLater(audits, second));
  const earlier = await chooseAudit(app, findEarlier(audits, { from: first, to: second }, later));
  const view = await comparisonView(store, ...inOrder(earlier, later));
  requireSteps(view.result, flags);
  await publish(app, flags, { folder, name: comparisonName(view) }, comparisonReport, view);
  return passGates(app, gated(comparisonReport, view), flags);
}
