import { visibleLine } from '../core/text.js';
import type { NextMove } from '../usecases/next-moves.js';
import { auditCommand, flagsFor } from './audit-option.js';
import { CHECKUP } from '../core/words/program.js';

/** One thing to do from here, in words. */
export interface Offer {
  readonly name: string;
  /** The command and flags that do the same, as short as it can be said. */
  readonly command: string;
  /** The same to the last detail. */
  readonly run: readonly string[];
}

/** @param only whether one dealership is known: then nobody needs to name it. */
export function offer(next: NextMove, only: boolean): Offer {
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
        command: `${CHECKUP} void`,
        run: ['void', ...flagsFor(next.audit)],
      };
    }
    case 'void':
      return { name: 'Take a wrong audit back', command: `${CHECKUP} void`, run: ['void'] };
    case 'compare': {
      const { from, to } = next;
      const { name, slug } = to.dealership;
      return {
        name: `Compare ${visibleLine(name)} ${from.quarter} with ${to.quarter}`,
        command: `${CHECKUP} compare${flag(slug)}`,
        run: [
          ...['compare', from.quarter, to.quarter],
          ...['--dealership', slug, '--checklist', to.checklistId],
        ],
      };
    }
    case 'report': {
      const { dealership, quarter } = next.audit;
      const verb = next.isWritten ? 'Open' : 'Write';
      return {
        name: `${verb} the report of ${visibleLine(dealership.name)} ${quarter}`,
        command: `${CHECKUP} report${flag(dealership.slug)}`,
        run: ['report', ...flagsFor(next.audit), ...(next.isWritten ? ['--open'] : [])],
      };
    }
    case 'start':
      return {
        name: next.isFirst ? 'Start the first audit' : 'Start another audit',
        command: `${CHECKUP} audit`,
        run: ['audit', '--another'],
      };
    case 'example':
      return { name: 'See the example', command: `${CHECKUP} demo`, run: ['demo', '--tour'] };
  }
}
