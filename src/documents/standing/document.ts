import { chainAlarms } from '../words/chain.js';
import { sealAlarm } from '../words/seals.js';
import { printPercent, printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { table } from '../blocks.js';
import type { Block, Cell, Row, Tree } from '../tree.js';
import { changeFigures } from '../words/changes.js';
import { stateWords } from '../words/states.js';
import type { SealedStanding, Standing, StandingView } from './view.js';
import type { BusinessYear } from '../../core/quarter.js';
import { quarterTyped } from '../words/quarters.js';

/** Where every dealership stands, one line each. */
export function document(view: StandingView): Tree {
  const headline = standingWords(view);
  return {
    kind: 'Where things stand',
    subject: '',
    title: 'Where things stand',
    headline,
    blocks: [...broken(view), ...rows(view.dealerships)],
    foot: [],
    running: headline,
  };
}

/** `2 audits of 1 dealership`; or that there is none yet. */
export function standingWords({ dealerships }: StandingView): string {
  const audits = dealerships.reduce((sum, one) => sum + one.audits, 0);
  return audits === 0
    ? 'Nothing is recorded yet'
    : `${count(audits, 'audit')} of ${count(dealerships.length, 'dealership')}`;
}

/** One line a dealership. */
export function rows(dealerships: readonly Standing[]): Block[] {
  return table(
    'Where the dealerships stand',
    [
      { title: 'Dealership', role: 'name' },
      { title: 'Sealed', role: 'text' },
      { title: 'Score', role: 'number' },
      { title: 'Change', role: 'number' },
      { title: 'Coverage', role: 'number', spare: true },
      { title: 'Open', role: 'text' },
    ],
    dealerships.map(standingRow),
  );
}

function standingRow({ name, sealed, open, ...year }: Standing): Row {
  const states = open.map(({ quarter, unanswered }) => {
    const words = stateWords(null, unanswered).replace(/^open, /, '');
    return `${quarterTyped(quarter, year)}: ${words}`;
  });
  return { cells: [name, ...sealedCells(sealed, year), states.join('; ')] };
}

function sealedCells(sealed: SealedStanding | null, year: BusinessYear): Cell[] {
  if (sealed === null) return ['', '', '', ''];
  const { quarter, share, coverage } = sealed;
  return [quarterTyped(quarter, year), printScore(share), changeOf(sealed), printPercent(coverage)];
}

/** The published change behind the sign of what it says like for like. */
function changeOf({ change }: SealedStanding): Cell {
  return change?.published.difference == null ? '' : changeFigures(change, []).change;
}

/** What must be said before any figure: that a seal doesn't hold, or that one is gone. */
export function broken({ brokenSeals, chain }: StandingView): Block[] {
  return [
    ...chainAlarms(chain),
    ...brokenSeals.map(({ name, quarter }) => sealAlarm(name, quarter)),
  ];
}
