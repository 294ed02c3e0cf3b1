import type { Command } from 'commander';
import { Option } from 'commander';
import type { App } from '../app.js';
import { FEWEST_MASKED } from '../core/compare/masked.js';
import { comparisonReport } from '../documents/comparison/index.js';
import { printable } from '../documents/document.js';
import { printScreen } from '../formats/screen/screen.js';
import { auditsOf } from '../usecases/find-audit.js';
import { findEarlier, findLater, inOrder } from '../usecases/find-compared.js';
import { requireSteps } from '../usecases/gates.js';
import { comparisonName } from '../usecases/report-name.js';
import { comparisonView } from '../usecases/views/audit-view.js';
import type { AuditFlags } from './audit-option.js';
import { chooseAudit, chooseDealership } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import type { GroupFlags } from './compare-group.js';
import { compareDealerships, meansGroup } from './compare-group.js';
import { compareTrend } from './compare-trend.js';
import type { ReportFlags } from './format-option.js';
import { STDOUT, addFormats, writeDocuments } from './format-option.js';
import type { GateFlags } from './gate-option.js';
import { addGates, passGates } from './gate-option.js';
import { lastOption } from './last-option.js';

/** The flags of `checkup compare`. */
interface CompareFlags extends AuditFlags, GroupFlags, ReportFlags, GateFlags {
  readonly last?: number;
}

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
      new Option('--all', 'rank all dealerships in one quarter instead').conflicts([
        'group',
        'dealership',
      ]),
    )
    .addOption(
      new Option('--group <name>', 'rank those of one group instead').conflicts('dealership'),
    )
    .option(
      '--masked',
      `with --all or --group, for ${String(FEWEST_MASKED)} dealerships with a score or more: a report for each in which the others have no names`,
    )
    .addOption(lastOption().conflicts(['all', 'group', 'masked']));
  addFormats(command).hook('preAction', refuseContradictions).action(act(compare));
}

/** Refuses what commander can't see: quarters beside flags that take none, and halves of a pair. */
function refuseContradictions(command: Command): void {
  const { last, all, group, masked, out } = command.opts<CompareFlags>();
  const [from, to] = command.args;
  const flag = all === true ? '--all' : '--group';
  if (last !== undefined && from !== undefined) {
    command.error('error: --last counts back from the latest sealed quarter; name none beside it');
  }
  if (masked === true && all !== true && group === undefined) {
    command.error('error: --masked needs --all or --group <name> beside it');
  }
  if ((all === true || group !== undefined) && to !== undefined) {
    command.error(`error: ${flag} compares dealerships in one quarter, and two were named`);
  }
  if (masked === true && out === STDOUT) {
    command.error(
      'error: masked reports are one for each dealership and cannot go to standard output together; give a folder with --out',
    );
  }
}

async function compare(
  app: App,
  first: string | undefined,
  second: string | undefined,
  { last, ...flags }: CompareFlags,
): Promise<Outcome> {
  if (meansGroup(flags)) return compareDealerships(app, first, flags);
  if (last !== undefined) return compareTrend(app, last, flags);
  const store = await app.readStore();
  const dealership = await chooseDealership(app, store, flags.dealership);
  const audits = await auditsOf(store, dealership, flags);
  const wanted = { from: first, to: second };
  const later = await chooseAudit(app, findLater(audits, second));
  const earlier = await chooseAudit(app, findEarlier(audits, wanted, later));
  const view = await comparisonView(store, ...inOrder(earlier, later));
  requireSteps(view.result, flags);
  app.say(printScreen(comparisonReport.summary(view), app));
  const document = printable(comparisonReport, view);
  await writeDocuments(app, flags, dealership.slug, comparisonName(view), document);
  return passGates(app, view.result, view.previous.comparison, flags);
}
