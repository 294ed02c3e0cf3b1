import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { RecordedAnswer } from '../core/audit/answer.js';
import { isUnanswered } from '../core/audit/answer.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { Order } from '../core/audit/route.js';
import { routeOf } from '../core/audit/route.js';
import type { Item, Step } from '../core/checklist/checklist.js';
import { askedItems, askedSteps, isCritical } from '../core/checklist/checklist.js';
import { printPercent, printScore } from '../core/score/print.js';
import { scoreAudit } from '../core/score/score.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import { drawFor } from '../core/draw/draw.js';
import { keepEvidence } from '../files/evidence-files.js';
import { typedPath } from '../files/typed-path.js';
import type { Ask } from '../interview/ask.js';
import { Back } from '../interview/ask.js';
import { answerWords, scoredWords } from '../interview/screen.js';
import { walk } from '../interview/walk.js';
import type { WalkAudit } from '../interview/walk-audit.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { Overtaken } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { lookBeforeSeal, seal, standing } from './audit-seal.js';
import { writeAuditReport } from './report.js';
import { auditCommand, sealedBefore } from './select.js';

type Next = 'walk' | 'change' | 'seal' | 'leave';

/** Which items the auditor wants to be asked, and in which order. */
export interface WalkFlags {
  readonly by: Order;
  /** Also those that have an answer. */
  readonly all: boolean;
  readonly onlyCritical: boolean;
}

/** The walk and what comes after it, until the auditor seals or leaves. */
export async function interview(
  app: App,
  ask: Ask,
  store: Store,
  summary: AuditSummary,
  auditor: string,
  flags: WalkFlags,
): Promise<ExitCode> {
  let kept = await store.audits.load(summary);
  let answers = currentAnswers(kept);
  /** The item that is changed, and why. */
  let change: { readonly item: Item; readonly why: string } | null = null;
  const items = askedItems(kept.checklist, kept.scope);
  const left = (): Item[] => items.filter((item) => isUnanswered(answers.get(item.id)?.answer));
  const refresh = async (): Promise<void> => {
    kept = await store.audits.load(summary);
    answers = currentAnswers(kept);
  };
  const state: WalkAudit = {
    route: routeOf(kept.checklist, kept.scope, flags.by),
    by: flags.by,
    refresh,
    answered: () => items.length - left().length,
    current: (item) => answers.get(item.id),
    record: async (item, answer, after) => {
      try {
        const why = change?.item.id === item.id && change.why.trim() !== '' ? change.why : null;
        const fresh = new Map([[item.id, answer]]);
        await store.audits.record(summary, fresh, auditor, app.now(), { why, after });
        return true;
      } catch (error) {
        if (error instanceof Overtaken) return false;
        throw error;
      }
    },
    before: answersBefore(store, summary),
    drawn: (item) => drawFor(kept.draws, item.id),
    attach: (path) =>
      keepEvidence(typedPath(path), app.paths.evidence, (named) => app.paths.resolve(named)),
  };
  const walkTo = (todo: readonly Item[], again: boolean): Promise<'finished' | 'left'> =>
    walk({ items: todo, again }, state, ask, app);
  const wanted = items.filter((item) => !flags.onlyCritical || isCritical(item));
  const isOpen = wanted.some((item) => left().includes(item));
  if ((flags.all || isOpen) && (await walkTo(wanted, flags.all)) === 'left') {
    return leave(app, summary);
  }
  for (;;) {
    await refresh();
    // What was typed ahead was meant for an item, not for the seal.
    await ask.forget();
    ask.show(`\n${app.wrap(await standing(store, summary))}`);
    ask.show(await stepsStanding(store, summary, app));
    if (left().length > 0) {
      const steps = askedSteps(kept.checklist, kept.scope);
      ask.show(`Still unanswered:\n${leftBySteps(steps, left(), app)}`);
    }
    const next = await whatNext(ask, items.length, left());
    try {
      if (next === 'leave') return leave(app, summary);
      if (next === 'walk' && (await walkTo(left(), false)) === 'left') return leave(app, summary);
      if (next === 'change') {
        change = await askChange(ask, items, answers);
        if ((await walkTo([change.item], true)) === 'left') return leave(app, summary);
        change = null;
      }
      if (next === 'seal') {
        await lookBeforeSeal(app, store, summary);
        const sure = await ask.confirm('Seal it? After that no answer can be changed.', false);
        if (!sure) continue;
        const sealed = await seal(app, store, summary, auditor);
        await offerReport(app, ask, store, sealed);
        return EXIT.done;
      }
    } catch (error) {
      // Escape leads back to what can be done next.
      if (!(error instanceof Back)) throw error;
    }
  }
}

/** Asks which answer is to be changed, and why. */
async function askChange(
  ask: Ask,
  items: readonly Item[],
  answers: ReadonlyMap<string, RecordedAnswer>,
): Promise<{ readonly item: Item; readonly why: string }> {
  const answered = items.filter((item) => !isUnanswered(answers.get(item.id)?.answer));
  const item = await ask.choose(
    'Which item?',
    answered.map((one) => ({
      name: `${one.id}: ${answerWords(one, answers.get(one.id)?.answer)}`,
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

/** What was answered in the sealed audit before this one; it is loaded when it is first asked for. */
function answersBefore(store: Store, summary: AuditSummary): WalkAudit['before'] {
  const load = async (): Promise<(id: string) => string | null> => {
    const all = await store.audits.list({ dealership: summary.dealership });
    const earlier = sealedBefore(summary, all);
    if (earlier === null) return () => null;
    const audit = await store.audits.load(earlier);
    const answers = currentAnswers(audit);
    const items = new Map(askedItems(audit.checklist, audit.scope).map((item) => [item.id, item]));
    return (id) => {
      const [item, recorded] = [items.get(id), answers.get(id)];
      if (item === undefined || isUnanswered(recorded?.answer)) return null;
      const note = recorded?.answer.note === undefined ? '' : ` (${recorded.answer.note})`;
      return `${earlier.quarter}: ${scoredWords(item, recorded?.answer)}${note}`;
    };
  };
  let loaded: ReturnType<typeof load> | null = null;
  return async (item) => (await (loaded ??= load()))(item.id);
}
/** How each step stands, so that nobody seals unseen. */
async function stepsStanding(store: Store, summary: AuditSummary, { wrap }: App): Promise<string> {
  const kept = await store.audits.load(summary);
  return scoreAudit(kept)
    .steps.map((one, index) => {
      const failed = one.failedCritical.map((id) => `, critical item failed: ${id}`).join('');
      const score = printScore(one.share, kept.checklist.bands);
      return wrap(
        `${visibleLine(one.step.title)}: ${score}, coverage ${printPercent(one.coverage)}${failed}`,
        `  ${String(index + 1)}. `,
      );
    })
    .join('\n');
}

/** What is still unanswered, step by step. */
function leftBySteps(steps: readonly Step[], left: readonly Item[], { wrap }: App): string {
  return steps
    .flatMap((step, index) => {
      const ids = step.items.filter((item) => left.includes(item)).map((item) => item.id);
      return ids.length === 0 ? [] : [wrap(ids.join(', '), `  ${String(index + 1)}. `)];
    })
    .join('\n');
}

async function whatNext(ask: Ask, all: number, left: readonly Item[]): Promise<Next> {
  return ask.choose<Next>('What next?', [
    ...(left.length > 0
      ? [{ name: `Answer what is left (${count(left.length, 'item')})`, value: 'walk' as const }]
      : []),
    ...(left.length < all ? [{ name: 'Seal the audit', value: 'seal' as const }] : []),
    ...(left.length < all ? [{ name: 'Change an answer', value: 'change' as const }] : []),
    { name: 'Leave it open for now', value: 'leave' },
  ]);
}

function leave(app: App, summary: AuditSummary): ExitCode {
  app.say(`Everything is saved. Go on with ${auditCommand(summary)}.`);
  return EXIT.done;
}

async function offerReport(app: App, ask: Ask, store: Store, summary: AuditSummary): Promise<void> {
  if (!(await ask.confirm('Write the report now?', true))) {
    app.say('Write it later with checkup report.');
    return;
  }
  await writeAuditReport(app, store, summary);
}
