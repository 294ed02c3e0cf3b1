import type { Command } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { printPercent, scoreWords } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { Ask } from '../interview/ask.js';
import type { NextMove } from '../usecases/next-moves.js';
import { nextMoves } from '../usecases/next-moves.js';
import { auditCommand, flagsFor } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import type { ListedAudit } from './list.js';
import { listAudits, stateWords } from './list.js';

/** Declares `checkup home`. */
export function configure(command: Command, act: Act): void {
  command.option('--or-demo', 'without a terminal, play the example instead').action(act(home));
}

/** One thing to do from here, in words. */
interface Offer {
  readonly name: string;
  /** The command and flags that do the same, as short as it can be said. */
  readonly command: string;
  /** The same to the last detail. */
  readonly run: readonly string[];
}

const HOW_MANY = 5;

async function home(app: App, flags: { readonly orDemo?: boolean }): Promise<Outcome> {
  if (app.ask === null && flags.orDemo === true) return { run: ['demo'] };
  const audits = await listAudits(await app.readStore());
  const only = new Set(audits.map(({ summary }) => summary.dealership.id)).size === 1;
  const steps = nextMoves(audits).map((move) => offer(move, only));
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

/** @param only whether there is one dealership: then nobody needs to name it. */
function offer(next: NextMove, only: boolean): Offer {
  const flag = (slug: string): string => (only ? '' : ` --dealership ${slug}`);
  switch (next.move) {
    case 'go-on': {
      const { audit, unanswered } = next;
      const what = `${visibleLine(audit.dealership.name)} ${audit.quarter}`;
      return {
        name:
          unanswered === 0 ? `Seal ${what}` : `Go on with ${what}, ${String(unanswered)} to answer`,
        command: auditCommand(audit),
        run: ['audit', ...flagsFor(audit)],
      };
    }
    case 'compare': {
      const { from, to } = next;
      const { name, slug } = to.dealership;
      return {
        name: `Compare ${visibleLine(name)} ${from.quarter} with ${to.quarter}`,
        command: `checkup compare${flag(slug)}`,
        run: [
          ...['compare', from.quarter, to.quarter],
          ...['--dealership', slug, '--checklist', to.checklistId],
        ],
      };
    }
    case 'report': {
      const { dealership, quarter } = next.audit;
      return {
        name: `Write the report of ${visibleLine(dealership.name)} ${quarter}`,
        command: `checkup report${flag(dealership.slug)}`,
        run: ['report', ...flagsFor(next.audit)],
      };
    }
    case 'start':
      return {
        name: next.isFirst ? 'Start the first audit' : 'Start another audit',
        command: 'checkup audit',
        run: ['audit', '--another'],
      };
    case 'example':
      return { name: 'See the example', command: 'checkup demo', run: ['demo'] };
  }
}

async function menu(ask: Ask, shown: string, steps: readonly Offer[]): Promise<Outcome> {
  ask.show(shown);
  const picked = await ask.choose<Offer | null>('What next?', [
    ...steps.map((step) => ({ name: step.name, value: step })),
    { name: 'Leave', value: null },
  ]);
  return picked === null ? EXIT.done : { run: picked.run };
}
