import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { isComparable } from '../core/compare/compare.js';
import { FEWEST_MASKED } from '../core/compare/masked.js';
import { UserError } from '../core/errors.js';
import { printChange, verdictWords } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { ComparisonView } from '../reports/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { shorten, table } from '../formats/layout.js';
import type { Act } from './command.js';
import type { GateFlags } from './gates.js';
import { addGates, passGates, requireSteps } from './gates.js';
import type { GroupFlags } from './compare-group.js';
import { compareDealerships, meansGroup } from './compare-group.js';
import { compareTrend, lastOption } from './compare-trend.js';
import type { AuditFlags } from './select.js';
import {
  auditsOf,
  chooseDealership,
  onlyAudit,
  onlyLatest,
  quarterFrom,
  sealedBefore,
} from './select.js';
import type { ReportFlags } from './write-reports.js';
import {
  comparisonName,
  comparisonView,
  formatOption,
  outOption,
  sayBrokenSeals,
  writeReport,
} from './write-reports.js';

/** Declares `checkup compare`. */
export function configure(command: Command, act: Act): void {
  addGates(command, '; only with two quarters of one dealership')
    .argument(
      '[from]',
      'the earlier quarter; the sealed one before TO when left out. With --all or --group, the one quarter that is ranked; the latest when left out',
    )
    .argument('[to]', 'the later quarter; the latest sealed one when left out')
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .option('--all', 'rank all dealerships in one quarter instead')
    .option('--group <name>', 'rank those of one group instead')
    .option(
      '--masked',
      `with --all or --group, for ${String(FEWEST_MASKED)} dealerships with a score or more: a report for each in which the others have no names`,
    )
    .addOption(lastOption())
    .addOption(formatOption())
    .addOption(outOption())
    .action(act(compare));
}

function pickTo(audits: readonly AuditSummary[], to: string | undefined): AuditSummary {
  if (to === undefined) {
    const latest = onlyLatest(audits.filter(({ seal }) => seal !== null));
    if (latest !== null) return latest;
    throw new UserError(
      'There is no sealed audit to compare yet.',
      'Seal one with checkup audit, or name two quarters.',
    );
  }
  return named(audits, to);
}

function named(audits: readonly AuditSummary[], text: string, checklistId?: string): AuditSummary {
  const quarter = quarterFrom(text, 'The quarter');
  const all = audits.filter((audit) => audit.quarter === quarter);
  const same = all.filter((audit) => audit.checklistId === checklistId);
  const found = onlyAudit(same.length > 0 ? same : all, quarter);
  if (found !== null) return found;
  throw new UserError(
    `There is no audit in ${quarter}.`,
    `There are: ${audits.map((audit) => audit.quarter).join(', ') || 'none'}.`,
  );
}

function pickFrom(
  audits: readonly AuditSummary[],
  from: string | undefined,
  to: AuditSummary,
): AuditSummary {
  if (from !== undefined) return named(audits, from, to.checklistId);
  const before = sealedBefore(to, audits);
  if (before !== null) return before;
  throw new UserError(
    `${to.dealership.name} has no sealed audit before ${to.quarter} by the checklist ${to.checklistId}.`,
    'A comparison needs two quarters: seal a second one, or name them both.',
  );
}

/** Columns of a name: with the figures beside it, a line fits 80. */
const NAME = 22;

type Compared = Pick<ComparisonView['comparison'], 'published' | 'likeForLike'>;

/** The comparison in a few lines, for the screen. */
export function comparisonLines(view: ComparisonView, width: number): string {
  const { from, to, comparison } = view;
  const { bands } = to.audit.checklist;
  const row = (name: string, { published, likeForLike }: Compared): string[] => {
    const shown = printChange(published.from, published.to, bands);
    const like = printChange(likeForLike.from, likeForLike.to, bands);
    return [
      shorten(name, NAME),
      shown.from,
      shown.to,
      shown.difference,
      like.difference,
      verdictWords(likeForLike.change),
    ];
  };
  const number = (tag: string): string =>
    String(
      comparison.changes.filter((change) => isComparable(change) && change.tag === tag).length,
    );
  const others = comparison.changes.length - comparison.comparable;
  return [
    table(
      [
        { title: shorten(visibleLine(to.audit.dealership.name), NAME) },
        { title: from.audit.quarter, align: 'right' },
        { title: to.audit.quarter, align: 'right' },
        { title: 'change', align: 'right' },
        { title: 'like for like', align: 'right' },
        { title: 'so it' },
      ],
      [
        row('Overall', comparison),
        ...comparison.steps.map((step) => row(visibleLine(step.step.title), step)),
      ],
      width,
    ),
    `${number('rose')} of ${count(comparison.changes.length, 'item')} rose, ${number('fell')} fell, ${number('no-clear-change')} changed without being clear, ${number('same')} stayed the same; ${String(others)} cannot be compared.`,
  ].join('\n');
}

async function compare(
  app: App,
  first: string | undefined,
  second: string | undefined,
  {
    last,
    ...flags
  }: AuditFlags & GroupFlags & ReportFlags & GateFlags & { readonly last?: number },
): Promise<ExitCode> {
  refuseContradictions(last, first, flags);
  if (meansGroup(flags)) return compareDealerships(app, first, second, flags);
  if (last !== undefined) return compareTrend(app, last, flags);
  const store = await app.readStore();
  const dealership = await chooseDealership(app, store, flags.dealership);
  const audits = await auditsOf(store, dealership, flags);
  const to = pickTo(audits, second);
  // The latest quarter named alone means: compare it with the one before.
  const isLatest =
    second === undefined && first !== undefined && quarterFrom(first, 'The quarter') === to.quarter;
  const from = pickFrom(audits, isLatest ? undefined : first, to);
  if (from.id === to.id) {
    throw new UserError(
      `${from.quarter} cannot be compared with itself.`,
      'Name two different quarters.',
    );
  }
  const [earlier, later] = from.quarter <= to.quarter ? [from, to] : [to, from];
  return writeComparisonReport(app, store, earlier, later, flags);
}

/** Refuses flags that mean different comparisons. */
function refuseContradictions(
  last: number | undefined,
  first: string | undefined,
  { failUnder, failOnFall, ...flags }: GroupFlags & GateFlags,
): void {
  const isGroup = meansGroup(flags);
  if (isGroup && last !== undefined) {
    throw new UserError(
      '--last is the trend of one dealership, and --all, --group and --masked compare several.',
      'Give one of them.',
    );
  }
  if (last !== undefined && first !== undefined) {
    throw new UserError(
      '--last takes no quarters beside it: it counts back from the latest sealed one.',
      'Leave out the one or the other.',
    );
  }
  if ((isGroup || last !== undefined) && (failUnder !== undefined || failOnFall === true)) {
    throw new UserError(
      '--fail-under and --fail-on-fall look at two quarters of one dealership.',
      'Leave them out here, or compare two quarters.',
    );
  }
}

/**
 * Shows how two audits compare, and writes the comparison.
 *
 * @returns the exit code by the limits that the user set.
 */
export async function writeComparisonReport(
  app: App,
  store: Store,
  earlier: AuditSummary,
  later: AuditSummary,
  flags: ReportFlags & GateFlags = {},
): Promise<ExitCode> {
  const view = await comparisonView(store, earlier, later);
  requireSteps(view.to.result, flags);
  sayBrokenSeals(app, [view.from, view.to]);
  app.say(comparisonLines(view, app.width));
  const { slug } = later.dealership;
  await writeReport(app, flags, slug, comparisonName(view), (format) => format.comparison(view));
  return passGates(app, view.to.result, view.comparison, flags);
}
