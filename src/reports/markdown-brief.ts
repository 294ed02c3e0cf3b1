import type { Dealership } from '../core/audit/audit.js';
import type { Ahead, Brief, LastTime } from '../core/brief/brief.js';
import { DAY_HOURS, PAUSE } from '../core/brief/duration.js';
import type { Shortfall } from '../core/brief/shortfall.js';
import type { RecordGroup, RecordWanted } from '../core/brief/records.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { printNumber } from '../core/words/numbers.js';
import type { Draw } from '../core/draw/draw.js';
import type { Quarter } from '../core/quarter.js';
import { printPercent, printScore, scoreWords } from '../core/score/print.js';
import type { ItemResult } from '../core/score/score.js';
import { bandOf, isThin } from '../core/score/score.js';
import { count } from '../core/words/numbers.js';
import { changeLine } from './markdown-audit.js';
import { blocks, bullets, inline } from './markdown-text.js';
import { answerText, quarterName, stepScore } from './markdown-words.js';
import { aboutHours } from '../core/words/time.js';
import { ordinal } from '../core/words/numbers.js';
import type { AuditView, CheckedAudit } from './view.js';

/** All that a brief is made of. */
export interface BriefView {
  readonly dealership: Dealership;
  /** The group among which the dealership stands; null for all there are. */
  readonly group: string | null;
  readonly quarter: Quarter;
  readonly ahead: Ahead;
  readonly brief: Brief;
  /** The last sealed audit by the same checklist. */
  readonly last: AuditView | null;
  /** Every sealed audit that the brief stands on. */
  readonly past: readonly CheckedAudit[];
}

/** One page to read before going in. Lists and no tables, so that it fits a narrow screen. */
export function briefMarkdown(view: BriefView): string {
  const { dealership, quarter } = view;
  return blocks([
    `# ${inline(dealership.name)}, ${quarterName(quarter, dealership.yearStarts)}: before you go in`,
    bullets([aheadLine(view), timeLine(view.brief), ...tookLine(view.brief)]),
    brokenSeals(view),
    ...lastSections(view),
    ...recordSections(view),
  ]);
}

function aheadLine({ ahead: { checklist, scope, audit } }: BriefView): string {
  const state = audit === null ? 'not started' : `started ${audit.startedAt.slice(0, 10)}`;
  return `${inline(checklist.title)}, version ${String(checklist.version)}, scope ${scope}; ${state}.`;
}

function timeLine({ all, left }: Brief): string {
  const days = Math.round((all.minutes / 60 / DAY_HOURS) * 2) / 2;
  const inDays =
    days < 1
      ? ''
      : ` (${printNumber(days)} ${days === 1 ? 'day' : 'days'} of ${String(DAY_HOURS)} hours)`;
  const rest =
    left.items === all.items
      ? ''
      : left.items === 0
        ? ' Everything is answered.'
        : ` ${count(left.items, 'item')} ${left.items === 1 ? 'is' : 'are'} left: ${aboutHours(left.minutes)}.`;
  return `Takes ${aboutHours(all.minutes)}${inDays} for ${count(all.items, 'item')}, by our own estimate.${rest}`;
}

/** How many earlier audits say how long they took. */
const MOST_TOOK = 3;

function tookLine({ took }: Brief): string[] {
  if (took.length === 0) return [];
  const words = took
    .slice(-MOST_TOOK)
    .map(({ quarter, minutes }) => `${aboutHours(minutes)} in ${quarter}`);
  return [
    `Recording the answers took ${words.join(', ')}; pauses of ${String(PAUSE)} minutes and more are left out.`,
  ];
}

function brokenSeals({ past }: BriefView): string | null {
  const broken = past.filter(({ sealHolds }) => !sealHolds).map(({ audit }) => audit.quarter);
  return broken.length === 0
    ? null
    : `> **The seal of ${broken.join(', ')} is broken.** What is kept is no longer what was sealed: do not trust what stands here about it.`;
}

function lastSections({ brief, last, group }: BriefView): string[] {
  if (last === null || brief.last === null) {
    return [
      '## Last time',
      'This is the first: no sealed audit by this checklist comes before it.',
    ];
  }
  const { checklist } = last.result;
  const { failedCritical, shortfalls } = brief.last;
  return [
    `## Last time: ${last.audit.quarter}`,
    bullets(standing(last, brief.last, group)),
    steps(last),
    ...section(
      'Critical items that failed',
      failedCritical.map((one) => `${asked(one)}: ${printScore(one.share)}, ${answerText(one)}`),
    ),
    ...section(`${belowTop(checklist)} again and again`, shortfallLines(shortfalls)),
    ...section('Left out last time', leftOut(brief.last)),
  ];
}

/** How many items that keep falling short are printed with their question; the page is one. */
const MOST_ASKED = 10;

function shortfallLines(shortfalls: readonly Shortfall[]): string[] {
  const more = shortfalls.slice(MOST_ASKED);
  return [
    ...shortfalls
      .slice(0, MOST_ASKED)
      .map(({ result, inARow }) => `${asked(result)}: ${printScore(result.share)}, ${row(inARow)}`),
    ...[...new Set(more.map(({ inARow }) => inARow))].map((length) => {
      const ids = more
        .filter(({ inARow }) => inARow === length)
        .map(({ result }) => `\`${result.item.id}\` ${printScore(result.share)}`);
      return `Also ${row(length)}: ${ids.join(', ')}`;
    }),
  ];
}

function row(inARow: number): string {
  return `${String(inARow)} quarters in a row`;
}

function asked({ item }: ItemResult): string {
  return `${inline(item.ask)} \`${item.id}\``;
}

/** A heading with a list below it, or nothing. */
function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}`, bullets(lines)];
}

/** Where falling short starts, by a checklist's bands. */
function belowTop({ bands }: Checklist): string {
  const top = bands.at(-1);
  return top === undefined || top.from === 0
    ? 'Below 100'
    : `Below ${String(top.from)} (${inline(top.name)})`;
}

function standing(last: AuditView, { place }: LastTime, group: string | null): string[] {
  const { result } = last;
  const band = result.band === null ? '' : `, ${inline(result.band.name)}`;
  const score = scoreWords(result.share, result.checklist.bands);
  const among = group === null ? '' : ` of ${inline(group)}`;
  const shared = place?.shared === true ? ', a place it shares' : '';
  return [
    `**${score.replace(/^./, (letter) => letter.toUpperCase())}**${band}; coverage ${printPercent(result.coverage)}${isThin(result) ? ' only: it says little about the rest' : ''}.`,
    ...(last.previous === null ? [] : [changeLine(last)]),
    ...(place === null
      ? []
      : [
          `${ordinal(place.place)} of ${String(place.of)} dealerships${among} audited in ${last.audit.quarter} by the same checklist and scope${shared}.`,
        ]),
  ];
}

function steps({ result }: AuditView): string {
  return result.steps
    .map((one, index) => {
      const band = bandOf(one.share, result.checklist.bands);
      const name = band === null ? '' : `, ${inline(band.name)}`;
      return `${String(index + 1)}. ${inline(one.step.title)}: ${stepScore(one, result)}${name}; coverage ${printPercent(one.coverage)}`;
    })
    .join('\n');
}

function leftOut({ notChecked, unanswered }: LastTime): string[] {
  return [
    ...notChecked.map((one) => {
      const why = one.answer?.state === 'not-checked' ? inline(one.answer.reason) : '';
      return `Not checked: ${asked(one)}. Why: ${why}`;
    }),
    ...(unanswered.length === 0
      ? []
      : [`Unanswered: ${unanswered.map(({ item }) => `\`${item.id}\``).join(', ')}`]),
  ];
}

function recordSections({ brief: { records, draws, left } }: BriefView): string[] {
  if (left.items === 0) return [];
  const groups = records.flatMap(({ number, title, records: wanted }: RecordGroup) => [
    `### ${number === null ? '' : `${String(number)}. `}${inline(title)}`,
    wanted.map(recordLines).join('\n'),
  ]);
  return [
    '## Records to ask for',
    ...(groups.length === 0 && draws.length === 0 ? ['None: no item needs any.'] : []),
    ...(draws.length === 0 ? [] : [bullets(draws.map(drawLine))]),
    ...groups,
  ];
}

function recordLines({ item, wanted, draw }: RecordWanted): string {
  const what = wanted === null ? '' : `**${String(wanted.number)} ${inline(wanted.unit)}** `;
  const where = inline(item.verify ?? item.ask);
  return [
    `- ${what}\`${item.id}\`: ${where}`,
    ...(draw === null ? [] : [`  - ${drawLine(draw)}`]),
  ].join('\n');
}

function drawLine({ refs, from, file }: Draw): string {
  return `Drawn, ${String(refs.length)} of ${String(from)} in ${inline(file)}: ${refs.map(inline).join(', ')}`;
}
