import { nameOf } from '../core/checklist/naming.js';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { isUnanswered } from '../core/audit/answer.js';
import type { Order } from '../core/audit/route.js';
import { routeOf } from '../core/audit/route.js';
import type { Checklist, Item, Scope } from '../core/checklist/checklist.js';
import { askedSteps, isCritical } from '../core/checklist/checklist.js';
import type { AuditResult } from '../core/score/score.js';
import { count } from '../core/words/numbers.js';
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

/** Which items the auditor wants to be asked, and in which order. */
export interface WalkFlags {
  readonly by: Order;
  /** Also those that have an answer. */
  readonly all: boolean;
  readonly onlyCritical: boolean;
}

/** The open audit that the interview is about. */
export interface InterviewedAudit extends Pick<WalkAudit, 'refresh' | 'drawn' | 'attach'> {
  readonly checklist: Checklist;
  readonly scope: Scope;
  /** All items that the audit asks. */
  readonly items: readonly Item[];
  readonly current: (item: Item) => RecordedAnswer | undefined;
  /** Those without an answer. */
  readonly left: () => Item[];
  readonly result: () => AuditResult;
  /** As `WalkAudit.record`; `why` says why an earlier answer is corrected. */
  readonly record: (
    item: Item,
    answer: Answer,
    after: number,
    why: string | null,
  ) => Promise<boolean>;
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

type Next = 'walk' | 'preview' | 'change' | 'seal' | 'leave';

/** The walk and what comes after it, until the auditor seals or leaves. */
export async function interview(
  ask: Ask,
  audit: InterviewedAudit,
  flags: WalkFlags,
  sealing: Sealing,
  canvas: Canvas,
): Promise<'sealed' | 'left'> {
  const { items, left } = audit;
  /** The item that is changed, and why. */
  let change: { readonly item: Item; readonly why: string } | null = null;
  const state: WalkAudit = {
    ...audit,
    route: routeOf(audit.checklist, audit.scope, flags.by),
    by: flags.by,
    answered: () => items.length - left().length,
    record: (item, answer, after) => {
      const why = change?.item.id === item.id && change.why.trim() !== '' ? change.why : null;
      return audit.record(item, answer, after, why);
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
    // What was typed ahead was meant for an item, not for the seal.
    await ask.forget();
    if (!hasSeenReport) showStanding(ask, audit, canvas);
    hasSeenReport = false;
    const next = await whatNext(ask, items.length, left());
    try {
      if (next === 'leave') return 'left';
      if (next === 'walk' && (await walkTo(left(), false)) === 'left') return 'left';
      if (next === 'preview') {
        await sealing.preview();
        hasSeenReport = true;
      }
      if (next === 'change') {
        change = await askChange(ask, items, audit.current);
        if ((await walkTo([change.item], true)) === 'left') return 'left';
        change = null;
      }
      if (next === 'seal') {
        await sealing.look();
        const sure = await ask.confirm('Seal it? After that no answer can be changed.', false);
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

/** Asks which answer is to be changed, and why. */
async function askChange(
  ask: Ask,
  items: readonly Item[],
  current: (item: Item) => RecordedAnswer | undefined,
): Promise<{ readonly item: Item; readonly why: string }> {
  const answered = items.filter((item) => !isUnanswered(current(item)?.answer));
  const item = await ask.choose(
    'Which item?',
    answered.map((one) => ({
      name: `${nameOf(one)}: ${answerWords(one, current(one)?.answer)}`,
      value: one,
    })),
  );
  const why = await ask.text('Why is it changed? (Enter: no reason)', {
    optional: true,
    multiline: true,
    back: true,
  });
  return { item, why };
}

/** What stands first is what Enter alone does; that is never the seal. */
async function whatNext(ask: Ask, all: number, left: readonly Item[]): Promise<Next> {
  const walkOn = `Answer what is left (${count(left.length, 'item')})`;
  const choices: Choice<Next>[] = [
    ...(left.length > 0 ? [{ name: walkOn, value: 'walk' as const }] : []),
    ...(left.length < all
      ? ([
          { name: 'See what the report will say', value: 'preview' },
          { name: 'Seal the audit', value: 'seal' },
          { name: 'Change an answer', value: 'change' },
        ] as const)
      : []),
    { name: 'Leave it open for now', value: 'leave' },
  ];
  return ask.choose('What next?', choices);
}
