import type { ChainFault, SealedAudit } from '../../core/audit/chain.js';
import { quarterName } from '../../core/quarter.js';
import { dayOf, localTime } from '../../core/moment.js';
import { strong } from '../blocks.js';
import type { Block } from '../tree.js';

/** So many faults are told one by one. */
const MOST = 5;

const TITLES: Readonly<Record<ChainFault['fault'], string>> = {
  gone: 'Sealed and gone:',
  gap: 'A gap in the chain of seals:',
  misplaced: 'Out of place in the chain of seals:',
  unregistered: 'Not in the register of seals:',
};

/** What a fault is called. */
export function faultTitle({ fault }: ChainFault): string {
  return TITLES[fault];
}

/** What is wrong with a chain of seals, as the rest of a sentence behind its title. */
export function faultWords({ fault, audit }: ChainFault): string {
  const what = auditWords(audit);
  switch (fault) {
    case 'gone':
      return `${what}, sealed on ${dayOf(audit.at)}. It counts in no figure any more.`;
    case 'gap':
      return `${what} follows one that isn’t there.`;
    case 'misplaced':
      return `${what} does not follow the one that was sealed before it.`;
    case 'unregistered':
      return `${what} was sealed by nobody that the register knows of.`;
  }
}

function auditWords({ dealership, quarter, checklist }: SealedAudit): string {
  return `the audit of ${dealership} for ${quarterName(quarter)} by ${checklist}`;
}

/** What must be said before any figure: that an audit is gone, or that the chain of seals isn't whole. */
export function chainAlarms(faults: readonly ChainFault[]): Block[] {
  const more = faults.length - MOST;
  return [
    ...faults.slice(0, MOST).map((each): Block => ({
      block: 'alarm',
      text: [strong(faultTitle(each)), ` ${faultWords(each)}`],
      note: '',
    })),
    ...(more > 0
      ? [
          {
            block: 'alarm' as const,
            text: `${String(more)} more are named by checkup verify.`,
            note: '',
          },
        ]
      : []),
  ];
}

/** The same for other programs. */
export function chainData(faults: readonly ChainFault[]): object[] {
  return faults.map(({ fault, audit: { dealership, quarter, checklist, at } }) => ({
    fault,
    dealership,
    quarter,
    checklist,
    sealedAt: localTime(at),
  }));
}
