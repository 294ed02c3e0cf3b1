import type { LastTime } from '../../core/brief/brief.js';
import { isCritical } from '../../core/checklist/checklist.js';
import { count } from '../../core/words/numbers.js';
import { quarterName } from '../../core/quarter.js';
import { aboutHours } from '../../core/words/time.js';
import { nameOf } from '../../core/checklist/naming.js';
import { PAGE_BREAK, soft, strong } from '../blocks.js';
import type { Block, Text, Tree } from '../tree.js';
import { quarterWords } from '../words/quarters.js';
import { lastTime } from './last-time.js';
import { plan } from './plan.js';
import { tickList } from './tick-list.js';
import type { BriefView } from './view.js';

/** What to read before going in: how it stood last time, and what to ask for behind which door. */
export function document(view: BriefView): Tree {
  const { dealership, quarter } = view;
  const when = quarterWords(quarter, dealership);
  return {
    kind: 'Before you go in',
    subject: [strong(dealership.name), ` · ${when}`],
    title: `${dealership.name}, ${when}: before you go in`,
    headline: headline(view),
    blocks: blocks(view),
    foot: foot(view),
    running: `${dealership.name}, ${when}: before you go in`,
  };
}

function blocks(view: BriefView): Block[] {
  const asked = tickList(view.brief);
  return [
    ...plan(view),
    ...lastTime(view),
    // Two sheets: one to read, one to carry along and tick.
    ...(view.last === null || asked.length === 0 ? [] : [PAGE_BREAK]),
    ...asked,
  ];
}

/** What weighs most of last time; before the first time, what lies ahead. */
function headline({ brief }: BriefView): string {
  const { last, all } = brief;
  if (last === null) {
    return `The first check-up: ${count(all.items, 'item')}, ${aboutHours(all.minutes)}`;
  }
  const { failedCritical, shortfalls } = last;
  const [only, another] = failedCritical;
  const failed =
    only === undefined
      ? noneFailed(last)
      : another === undefined
        ? `“${nameOf(only.item)}” failed`
        : `${String(failedCritical.length)} must-not-fail checks failed`;
  if (shortfalls.length === 0) return `${failed}, and nothing keeps falling short`;
  const still = `${count(shortfalls.length, 'item')} ${shortfalls.length === 1 ? 'keeps' : 'keep'} falling short`;
  return `${failed}, ${only === undefined ? 'but' : 'and'} ${still}`;
}

/** That no must-not-fail check failed, as far as anybody looked. */
function noneFailed({ notChecked, unanswered }: LastTime): string {
  const unseen = [...notChecked, ...unanswered].filter(({ item }) => isCritical(item));
  const [only, another] = unseen;
  if (only === undefined) return 'No must-not-fail check failed';
  return another === undefined
    ? `“${nameOf(only.item)}” was not looked at`
    : `${String(unseen.length)} must-not-fail checks were not looked at`;
}

function foot({ last, ahead }: BriefView): Text[] {
  const { checklist } = ahead;
  const by = `Checklist ${checklist.id}, version ${String(checklist.version)}.`;
  const sealed = last?.audit;
  return sealed?.seal == null
    ? [by]
    : [[`${by} Seal of ${quarterName(sealed.quarter)}: `, soft(sealed.seal.hash)]];
}
