import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Answer } from '../core/audit/answer.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { Item, Step } from '../core/checklist/checklist.js';
import { askedItems, askedSteps } from '../core/checklist/checklist.js';
import { printPercent, printScore } from '../core/score/print.js';
import { scoreAudit } from '../core/score/score.js';
import { count, visibleLine } from '../core/text.js';
import type { Ask } from '../interview/ask.js';
import { answerWords } from '../interview/screen.js';
import { walk } from '../interview/walk.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { Overtaken } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { seal, standing } from './audit-seal.js';
import { writeAuditReport } from './report.js';
import { auditCommand } from './select.js';

type Next = 'walk' | 'change' | 'seal' | 'leave';

/** The walk and what comes after it, until the auditor seals or leaves. */
export async function interview(
  app: App,
  ask: Ask,
  store: Store,
  summary: AuditSummary,
  auditor: string,
): Promise<ExitCode> {
  const kept = await store.audits.load(summary);
  const answers = new Map([...currentAnswers(kept)].map(([id, { answer }]) => [id, answer]));
  let why: string | null = null;
  const state = {
    steps: askedSteps(kept.checklist, kept.scope),
    current: async (item: Item) => {
      const now = await store.audits.current(summary, item);
      if (now !== undefined) answers.set(item.id, now.answer);
      return now;
    },
    record: async (item: Item, answer: Answer, after: number) => {
      // The walk knows no evidence: what is attached stays with the item.
      const kept = { ...answer, evidence: answer.evidence ?? answers.get(item.id)?.evidence };
      try {
        const change = new Map([[item.id, kept]]);
        await store.audits.record(summary, change, auditor, app.now(), { why, after });
        answers.set(item.id, kept);
        return true;
      } catch (error) {
        if (error instanceof Overtaken) return false;
        throw error;
      }
    },
  };
  const items = askedItems(kept.checklist, kept.scope);
  const left = (): Item[] =>
    items.filter((item) => (answers.get(item.id)?.state ?? 'unanswered') === 'unanswered');

  let next: Next | null = left().length > 0 ? 'walk' : null;
  for (;;) {
    if (next === 'walk' && (await walk(left(), state, ask, app)) === 'left')
      return leave(app, summary);
    if (next === 'change') {
      const item = await ask.choose(
        'Which item?',
        items.map((one) => ({
          name: `${one.id}: ${answerWords(one, answers.get(one.id))}`,
          value: one,
        })),
      );
      const reason = await ask.text('Why is it changed? (Enter: no reason)', {
        optional: true,
        multiline: true,
      });
      why = reason.trim() === '' ? null : reason;
      if ((await walk([item], state, ask, app)) === 'left') return leave(app, summary);
      why = null;
    }
    ask.show(`\n${app.wrap(await standing(store, summary))}`);
    ask.show(await stepsStanding(store, summary, app));
    if (left().length > 0) ask.show('Still unanswered:');
    if (left().length > 0) ask.show(leftBySteps(state.steps, left(), app));
    next = await whatNext(ask, items.length, left());
    if (next === 'leave') return leave(app, summary);
    if (next === 'seal') {
      const sure = await ask.confirm('Seal it? After that no answer can be changed.', false);
      if (!sure) continue;
      const sealed = await seal(app, store, summary, auditor);
      await offerReport(app, ask, store, sealed);
      return EXIT.done;
    }
  }
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
    { name: 'Change an answer', value: 'change' },
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
