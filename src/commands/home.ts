import type { Command } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { visibleLine } from '../core/text.js';
import { standing } from '../documents/standing/index.js';
import { printScreen } from '../formats/screen/screen.js';
import type { Ask } from '../interview/ask.js';
import { auditsSoFar } from '../usecases/audits-so-far.js';
import type { NextMove } from '../usecases/next-moves.js';
import { nextMoves } from '../usecases/next-moves.js';
import { standingView } from '../usecases/views/standing-view.js';
import { auditCommand, flagsFor } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import { warnOfBroken } from './format-option.js';

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

async function home(app: App, flags: { readonly orDemo?: boolean }): Promise<Outcome> {
  if (app.ask === null && flags.orDemo === true) return { run: ['demo'] };
  const store = await app.readStore();
  const audits = (await auditsSoFar(store)).filter(({ summary }) => summary.voided === null);
  const only = (await store.dealerships.list()).length === 1;
  const steps = nextMoves(audits).map((move) => offer(move, only));
  const view = await standingView(store, audits);
  warnOfBroken(app, standing, view);
  const shown = printScreen(standing.summary(view), app);
  if (app.ask === null) {
    app.out(shown);
    const [first] = steps;
    if (first !== undefined) app.say(`Next: ${first.name} (${first.command})`);
    return EXIT.done;
  }
  return menu(app.ask, shown, steps);
}

/** @param only whether one dealership is known: then nobody needs to name it. */
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
    case 'discard': {
      const { dealership, quarter } = next.audit;
      return {
        name: `Take ${visibleLine(dealership.name)} ${quarter} away, nothing is recorded in it`,
        command: 'checkup void',
        run: ['void', ...flagsFor(next.audit)],
      };
    }
    case 'void':
      return { name: 'Take a wrong audit back', command: 'checkup void', run: ['void'] };
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
