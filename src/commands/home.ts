import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { printPercent, scoreWords } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { Ask } from '../interview/ask.js';
import { audit } from './audit.js';
import type { Act } from './command.js';
import { demo } from './demo.js';
import type { ListedAudit } from './list.js';
import { listAudits, stateWords } from './list.js';
import { writeComparisonReport } from './compare.js';
import { writeAuditReport } from './report.js';
import { auditCommand, sealedBefore } from './select.js';

/** Declares `checkup home`. */
export function configure(command: Command, act: Act): void {
  command.option('--or-demo', 'without a terminal, play the example instead').action(act(home));
}

/** One thing to do from here. */
interface NextMove {
  readonly name: string;
  /** The command and flags that do the same. */
  readonly command: string;
  readonly run: () => Promise<ExitCode>;
}

const HOW_MANY = 5;

async function home(app: App, flags: { readonly orDemo?: boolean }): Promise<ExitCode> {
  if (app.ask === null && flags.orDemo === true) return demo(app);
  const audits = await listAudits(await app.readStore());
  const steps = nextSteps(app, audits);
  const shown = `${standing(app, audits)}\n`;
  if (app.ask === null) {
    app.out(shown);
    const [first] = steps;
    if (first !== undefined) app.say(`Next: ${first.name} (${first.command})`);
    return EXIT.done;
  }
  return menu(app.ask, shown, steps);
}

function standing({ style, wrap }: App, audits: readonly ListedAudit[]): string {
  if (audits.length === 0) {
    return [
      style.title('checkup: the quarterly customer-service check-up'),
      wrap('Nothing is recorded yet. See the example first, or start with your own dealership.'),
    ].join('\n');
  }
  const dealerships = new Set(audits.map(({ summary }) => summary.dealership.id)).size;
  const latest = [...audits]
    .sort((a, b) => b.summary.startedAt.localeCompare(a.summary.startedAt))
    .slice(0, HOW_MANY);
  return [
    style.title(`checkup: ${count(audits.length, 'audit')} of ${count(dealerships, 'dealership')}`),
    ...latest.map((one) =>
      wrap(
        `${visibleLine(one.summary.dealership.name)} ${one.summary.quarter}: ${stateWords(one)}, coverage ${printPercent(one.score.coverage)}, ${scoreWords(one.score.share)}`,
        '  ',
      ),
    ),
    ...(audits.length > HOW_MANY
      ? [`  and ${String(audits.length - HOW_MANY)} more: checkup list`]
      : []),
  ].join('\n');
}

/** What can be done from here, the most sensible first. */
function nextSteps(app: App, audits: readonly ListedAudit[]): NextMove[] {
  const open = audits.filter(({ summary }) => summary.seal === null);
  const sealed = audits
    .filter(({ summary }) => summary.seal !== null)
    .sort((a, b) => (b.summary.seal?.at ?? '').localeCompare(a.summary.seal?.at ?? ''));
  const [newest] = sealed;
  const only = new Set(audits.map(({ summary }) => summary.dealership.id)).size === 1;
  const flag = (slug: string): string => (only ? '' : ` --dealership ${slug}`);
  const goOn = open.map(({ summary, unanswered }): NextMove => ({
    name:
      unanswered === 0
        ? `Seal ${visibleLine(summary.dealership.name)} ${summary.quarter}`
        : `Go on with ${visibleLine(summary.dealership.name)} ${summary.quarter}, ${String(unanswered)} to answer`,
    command: auditCommand(summary),
    run: () =>
      audit(app, {
        dealership: summary.dealership.slug,
        quarter: summary.quarter,
        checklist: summary.checklistId,
      }),
  }));
  const start: NextMove = {
    name: audits.length === 0 ? 'Start the first audit' : 'Start another audit',
    command: 'checkup audit',
    run: () => audit(app, { another: true }),
  };
  const example: NextMove = {
    name: 'See the example',
    command: 'checkup demo',
    run: () => demo(app),
  };
  if (newest === undefined)
    return [...goOn, ...(open.length > 0 ? [start, example] : [example, start])];
  const { dealership, quarter } = newest.summary;
  const before = sealedBefore(
    newest.summary,
    audits.map(({ summary }) => summary).filter((one) => one.dealership.id === dealership.id),
  );
  const name = visibleLine(dealership.name);
  const compare: NextMove[] =
    before === null
      ? []
      : [
          {
            name: `Compare ${name} ${before.quarter} with ${quarter}`,
            command: `checkup compare${flag(dealership.slug)}`,
            run: async () => {
              await writeComparisonReport(app, await app.store(), before, newest.summary);
              return EXIT.done;
            },
          },
        ];
  return [
    ...goOn,
    ...compare,
    {
      name: `Write the report of ${name} ${quarter}`,
      command: `checkup report${flag(dealership.slug)}`,
      run: async () => {
        await writeAuditReport(app, await app.store(), newest.summary);
        return EXIT.done;
      },
    },
    start,
    example,
  ];
}

async function menu(ask: Ask, shown: string, steps: readonly NextMove[]): Promise<ExitCode> {
  ask.show(shown);
  const picked = await ask.choose<NextMove | null>('What next?', [
    ...steps.map((step) => ({ name: step.name, value: step })),
    { name: 'Leave', value: null },
  ]);
  return picked === null ? EXIT.done : picked.run();
}
