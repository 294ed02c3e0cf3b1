import { chainAlarms } from '../words/chain.js';
import { sealAlarm } from '../words/seals.js';
import { printPercent, printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { dayOf } from '../../core/moment.js';
import { list, table } from '../blocks.js';
import type { Block, Row, Tree } from '../tree.js';
import { stateWords, voidWords } from '../words/states.js';
import type { ListView, ListedAudit } from './view.js';
import { quarterTyped } from '../words/quarters.js';

/** Every audit with its state, coverage and score. */
export function document(view: ListView): Tree {
  const number = count(view.audits.length, 'audit');
  return {
    kind: 'Audits',
    subject: '',
    title: 'Audits',
    headline: number,
    blocks: [...broken(view), ...rows(view), ...voids(view)],
    foot: [],
    running: number,
  };
}

/** One line an audit, quarters as they are typed. */
export function rows({ audits }: ListView): Block[] {
  return table(
    'The audits so far',
    [
      { title: 'Dealership', role: 'name' },
      { title: 'Quarter', role: 'text' },
      { title: 'Checklist', role: 'text' },
      { title: 'State', role: 'text' },
      { title: 'Coverage', role: 'number' },
      { title: 'Score', role: 'number' },
    ],
    audits.map(auditRow),
  );
}

/** Why some of them no longer count; nothing where all do. */
export function voids({ audits }: ListView): Block[] {
  return list(
    audits.flatMap(({ dealership, quarter, checklist, voided }) =>
      voided === null
        ? []
        : [`${dealership.name} ${quarter}, ${checklist.id}: ${voidWords(voided)}`],
    ),
  );
}

function auditRow(one: ListedAudit): Row {
  return {
    cells: [
      one.dealership.name,
      quarterTyped(one.quarter, one.dealership),
      `${one.checklist.id} ${one.scope}`,
      one.voided === null
        ? stateWords(one.seal?.at ?? null, one.unanswered)
        : `void since ${dayOf(one.voided.at)}`,
      one.voided === null ? printPercent(one.coverage) : '',
      one.voided === null ? printScore(one.share) : '',
    ],
  };
}

/** What must be said before any figure: that a seal doesn't hold, or that one is gone. */
export function broken({ audits, chain }: ListView): Block[] {
  return [
    ...chainAlarms(chain),
    ...audits
      .filter(({ sealHolds }) => sealHolds === false)
      .map(({ dealership, quarter }): Block => sealAlarm(dealership.name, quarter)),
  ];
}
