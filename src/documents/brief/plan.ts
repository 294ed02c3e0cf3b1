import { chainAlarms } from '../words/chain.js';
import { DAY_HOURS, PAUSE } from '../../core/brief/duration.js';
import type { Brief } from '../../core/brief/brief.js';
import { quarterName } from '../../core/quarter.js';
import { count, printNumber } from '../../core/words/numbers.js';
import { aboutHours } from '../../core/words/time.js';
import { dayOf } from '../../core/moment.js';
import { fine, paragraph } from '../blocks.js';
import type { Block } from '../tree.js';
import type { BriefView } from './view.js';

/** Which check-up lies ahead, and how long it takes. */
export function plan(view: BriefView): Block[] {
  return [
    paragraph(aheadLine(view), ' ', timeLine(view.brief)),
    ...tookLine(view.brief),
    ...brokenSeals(view),
  ];
}

function aheadLine({ ahead: { checklist, scope, audit } }: BriefView): string {
  const state = audit === null ? 'not started' : `started ${dayOf(audit.startedAt)}`;
  return `${checklist.title}, version ${String(checklist.version)}, scope ${scope}; ${state}.`;
}

function timeLine({ all, left }: Brief): string {
  const days = Math.round((all.minutes / 60 / DAY_HOURS) * 2) / 2;
  const inDays =
    days < 1
      ? ''
      : ` (${printNumber(days)} ${days === 1 ? 'day' : 'days'} of ${String(DAY_HOURS)} hours)`;
  return `Takes ${aboutHours(all.minutes)}${inDays} for ${count(all.items, 'item')}, by our own estimate.${leftWords(all.items, left)}`;
}

function leftWords(all: number, left: Brief['left']): string {
  if (left.items === all) return '';
  if (left.items === 0) return ' Everything is answered.';
  return ` ${count(left.items, 'item')} ${left.items === 1 ? 'is' : 'are'} left: ${aboutHours(left.minutes)}.`;
}

/** How many earlier audits say how long they took. */
const MOST_TOOK = 3;

function tookLine({ took }: Brief): Block[] {
  if (took.length === 0) return [];
  const words = took
    .slice(-MOST_TOOK)
    .map(({ quarter, minutes }) => `${aboutHours(minutes)} in ${quarterName(quarter)}`);
  return [
    fine(
      `Recording the answers took ${words.join(', ')}; pauses of ${String(PAUSE)} minutes and more are left out.`,
    ),
  ];
}

/** What must be said before any figure: that a seal doesn't hold, or that one is gone. */
export function brokenSeals({ brokenSeals: broken, chain }: BriefView): Block[] {
  if (broken.length === 0) return chainAlarms(chain);
  return [
    ...chainAlarms(chain),
    {
      block: 'alarm',
      text: `The seal of ${broken.map(quarterName).join(', ')} is broken.`,
      note: 'What is kept is no longer what was sealed: do not trust what stands here about it.',
    },
  ];
}
