import { nameOf } from '../core/checklist/naming.js';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { isUnanswered } from '../core/audit/answer.js';
import type { Order } from '../core/audit/route.js';
import { routeOf } from '../core/audit/route.js';
import type { Checklist, Item, Scope } from '../core/checklist/checklist.js';
import { askedSteps, isCritical } from '../core/checklist/checklist.js';
import type { AuditResult } from '../core/score/score.js';
import { count, sentence } from '../core/words/numbers.js';
import type { Ask, Choice } from './ask.js';
import { Back } from './ask.js';
import {
  earlierWords,
  namesWords,
  notCheckedItems,
  standingWords,
  stepsWords,
} from './audit-words.js';
import { answerWords } from './screen.js';
import type { Canvas } from './terminal.js';
import { walk } from './walk.js';
import type { WalkAudit } from './walk-audit.js';
import type { Day, readDays } from '../core/audit/visit.js';
import { daysWords } from '../core/audit/visit.js';
import { printPercent } from '../core/score/print.js';

/** Which items the auditor wants to be asked, and in which order. */
export interface WalkFlags {
  readonly by: Order;
  /** Also those that have an answer. */
  readonly all: boolean;
  readonly onlyCritical: boolean;
}

/** The open audit that the interview is about. */
export interface InterviewedAudit extends Pick<
  WalkAudit,
  'refresh' | 'drawn' | 'attach' | 'record'
> {
  readonly checklist: Checklist;
  readonly scope: Scope;
  /** All items that the audit asks. */
  readonly items: readonly Item[];
  readonly current: (item: Item) => RecordedAnswer | undefined;
  /** Those without an answer. */
  readonly left: () => Item[];
  readonly result: () => AuditResult;
  /** The days of the visit, as somebody said them; null where nobody did. */
  readonly visited: () => readonly Day[] | null;
  /** Those that are proposed. */
  readonly likelyVisited: () => readonly Day[];
  readonly readVisited: (text: string) => ReturnType<typeof readDays>;
  readonly visit: (days: readonly Day[]) => Promise<void>;
  /** How the item was answered the quarter before. */
  before(
    item: Item,
  ): Promise<{ readonly quarter: string; readonly item: Item; readonly answer: Answer } | null>;
}

/** How the seal is set; what is wrong is said before anybody is asked whether they are sure. */
export interface Sealing {
  /** Shows the report as the seal would leave it. */
  readonly preview: () => Promise<void>;
  readonly look: () => Promise<void>;
  readonly seal: () => Promise<void>;
}

type Next = 'walk' | 'preview' | 'change' | 'visit' | 'seal' | 'leave';

/** The walk and what comes after it, until the auditor seals or leaves. */
export async function interview(
  ask: Ask,
  audit: InterviewedAudit,
  flags: WalkFlags,
  sealing: Sealing,
  canvas: Canvas,
): Promise<'sealed' | 'left'> {
  const { items, left } = audit;
  /** What was recorded in this sitting: mending that is no correction that needs a reason. */
  const own = new Set<string>();
  const state: WalkAudit = {
    ...audit,
    route: routeOf(audit.checklist, audit.scope, flags.by),
    by: flags.by,
    answered: () => items.length - left().length,
    isOwn: (item) => own.has(item.id),
    record: async (item, answer, after, why) => {
      const isRecorded = await audit.record(item, answer, after, why);
      if (isRecorded) own.add(item.id);
      return isRecorded;
    },
    before: async (item) => {
      const earlier = await audit.before(item);
      return earlier && earlierWords(earlier.quarter, earlier.item, earlier.answer);
    },
  };
  const walkTo = (todo: readonly Item[], again: boolean): Promise<'finished' | 'left'> =>
    walk({ items: todo, again }, state, ask, canvas);
  const wanted = items.filter((item) => !flags.onlyCritical || isCritical(item));
  const isOpen = wanted.some((item) => left().includes(item));
  if ((flags.all || isOpen) && (await walkTo(wanted, flags.all)) === 'left') return 'left';
  let hasSeenReport = false;
  for (;;) {
    await audit.refresh();
    if (!hasSeenReport) showStanding(ask, audit, canvas);
    hasSeenReport = false;
    const next = await whatNext(ask, audit);
    try {
      if (next === 'leave') return 'left';
      if (next === 'walk' && (await walkTo(left(), false)) === 'left') return 'left';
      if (next === 'preview') {
        await sealing.preview();
        hasSeenReport = true;
      }
      if (next === 'change') {
        const item = await askChange(ask, items, audit.current);
        if ((await walkTo([item], true)) === 'left') return 'left';
      }
      if (next === 'visit') await askVisit(ask, audit);
      if (next === 'seal') {
        await sealing.look();
        if (audit.visited() === null) await askVisit(ask, audit);
        const sure = await ask.confirm(sealWords(audit.result()), false);
        if (!sure) continue;
        await sealing.seal();
        return 'sealed';
      }
    } catch (error) {
      // Escape leads back to what can be done next.
      if (!(error instanceof Back)) throw error;
    }
  }
}

/** What is asked before the seal: of an audit that will have no place, band or verdict, that too. */
function sealWords({ coverage, apart }: AuditResult): string {
  const last = 'Seal it? After that no answer can be changed.';
  if (!apart) return last;
  return `Only ${printPercent(coverage)} of what applies was scored: the report will have no band, no place and no verdict. ${last}`;
}

/** How it stands, and by name what nobody answered or checked: the coverage that a seal would fix. */
function showStanding(ask: Ask, audit: InterviewedAudit, { wrap }: Canvas): void {
  const [left, result] = [audit.left(), audit.result()];
  const notChecked = notCheckedItems(result);
  ask.show(`\n${wrap(standingWords(result, left.length))}`);
  ask.show(stepsWords(result, wrap));
  const steps = askedSteps(audit.checklist, audit.scope);
  if (left.length > 0) ask.show(`Still unanswered:\n${namesWords(steps, left, wrap)}`);
  if (notChecked.length > 0) ask.show(`Not checked:\n${namesWords(steps, notChecked, wrap)}`);
}

/** Asks which answer is to be changed. */
async function askChange(
  ask: Ask,
  items: readonly Item[],
  current: (item: Item) => RecordedAnswer | undefined,
): Promise<Item> {
  const answered = items.filter((item) => !isUnanswered(current(item)?.answer));
  return ask.choose(
    'Which item?',
    answered.map((one) => ({
      name: `${nameOf(one)}: ${answerWords(one, current(one)?.answer)}`,
      value: one,
    })),
  );
}

/** Asks on which days was looked, and puts them on disk. */
async function askVisit(ask: Ask, audit: InterviewedAudit): Promise<void> {
  const text = await ask.text('On which day or days did you look? Several with commas between.', {
    preset: daysWords(audit.visited() ?? audit.likelyVisited()),
    back: true,
    refuse: (line) => {
      const read = audit.readVisited(line);
      return 'wrong' in read ? sentence(`${read.wrong}.`) : null;
    },
  });
  const read = audit.readVisited(text);
  if ('days' in read) await audit.visit(read.days);
}

/** What stands first is what Enter alone does; that is never the seal. */
async function whatNext(
  ask: Ask,
  { items, left: unanswered, visited }: InterviewedAudit,
): Promise<Next> {
  const [left, days] = [unanswered(), visited()];
  const walkOn = `Answer what is left (${count(left.length, 'item')})`;
  const choices: Choice<Next>[] = [
    ...(left.length > 0 ? [{ name: walkOn, value: 'walk' as const }] : []),
    ...(left.length < items.length
      ? ([
          { name: 'See what the report will say', value: 'preview' },
          { name: 'Seal the audit', value: 'seal' },
          { name: 'Change an answer', value: 'change' },
        ] as const)
      : []),
    ...(days === null
      ? []
      : ([{ name: `Change the days of the visit (${daysWords(days)})`, value: 'visit' }] as const)),
    { name: 'Leave it open for now', value: 'leave' },
  ];
  return ask.choose('What next?', choices);
}
