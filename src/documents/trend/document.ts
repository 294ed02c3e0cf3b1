import { chainAlarms } from '../words/chain.js';
import type { Trend } from '../../core/compare/trend.js';
import { quarterName } from '../../core/quarter.js';
import { printPercent } from '../../core/score/print.js';
import { isThin } from '../../core/score/limits.js';
import { count } from '../../core/words/numbers.js';
import { heading, list, strong } from '../blocks.js';
import type { Block, Text, Tree } from '../tree.js';
import { quarterWords } from '../words/quarters.js';
import { checklistChanges } from './changes.js';
import { headline, scoreBlock } from './headline.js';
import { allItems } from './items.js';
import { thenAndNow } from './then-and-now.js';
import { method } from './method.js';
import { firstQuarter, gapWords, overTime } from './over-time.js';
import { persistentItems } from './persistent.js';
import type { TrendView } from './view.js';

/** A dealership over several quarters. */
export function trendDocument(view: TrendView): Tree {
  const { dealership, trend } = view;
  const { last } = trend;
  const { checklist } = last.result;
  const now = quarterName(last.quarter);
  const span = `${firstQuarter(trend)} to ${quarterWords(last.quarter, dealership)}`;
  return {
    kind: 'Customer-service check-up: the trend',
    subject: [strong(dealership.name), ` · ${span}`],
    title: `${dealership.name}, the trend to ${now}`,
    headline: headline(trend),
    blocks: [
      scoreBlock(trend),
      ...brokenSeals(view),
      ...overTime(trend),
      ...thenAndNow(trend),
      ...persistentItems(trend),
      ...checklistChanges(trend),
      ...limits(trend),
      ...allItems(trend),
      heading('Method', 'method', 'Method'),
      method(view),
    ],
    foot: [
      `${dealership.name}, ${span}: ${count(trend.audits.length, 'sealed audit')} by ${checklist.title}, version ${String(checklist.version)} at the end. The seals stand under Method.`,
    ],
    running: `${dealership.name}, the trend to ${now}`,
  };
}

/** What must be said before any figure: that a seal doesn't hold, or that one is gone. */
export function brokenSeals({ seals, chain }: TrendView): Block[] {
  return [
    ...chainAlarms(chain),
    ...seals
      .filter(({ sealHolds }) => !sealHolds)
      .map(({ quarter }): Block => ({
        block: 'alarm',
        text: [
          strong(`The seal of ${quarterName(quarter)} is broken:`),
          ' what is kept is no longer what was sealed.',
        ],
        note: '',
      })),
  ];
}

/** What these figures can't tell. */
function limits(trend: Trend): Block[] {
  const { audits } = trend;
  const gaps = gapWords(trend);
  const thin = audits.filter(({ result }) => isThin(result));
  const lines: Text[] = [
    ...(gaps === null ? [] : [gaps]),
    ...(thin.length === 0
      ? []
      : [
          `Little was checked in ${thin.map(({ quarter, result }) => `${quarterName(quarter)} (${printPercent(result.coverage)} of the weight that applied)`).join(', ')}: these scores say little about the rest.`,
        ]),
  ];
  return lines.length === 0
    ? []
    : [heading('What to bear in mind', 'limits', 'Limits'), ...list(lines)];
}
