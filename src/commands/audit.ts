import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Answer } from '../core/audit/answer.js';
import { sameAnswer } from '../core/audit/answer.js';
import { currentAnswers, unansweredItems } from '../core/audit/audit.js';
import { askedItems, askedSteps } from '../core/checklist/checklist.js';
import type { Item, Step } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { printPercent, printScore } from '../core/score/print.js';
import { scoreAudit } from '../core/score/score.js';
import { count, visibleLine } from '../core/text.js';
import type { Ask } from '../interview/ask.js';
import { answerWords } from '../interview/screen.js';
import { walk } from '../interview/walk.js';
import type { AuditSummary } from '../storage/audits.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import type { AuditCommandFlags, AuditPlan, PlannedDealership } from './audit-plan.js';
import { planAudit } from './audit-plan.js';
import type { Act } from './command.js';
import { scoreLine, writeAuditReport } from './report.js';
import { auditView } from './write-reports.js';

/** Declares `checkup audit`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; a new name adds the dealership')
    .option('--quarter <quarter>', 'such as 2026-Q3; the one that is open when left out')
    .option('--checklist <id or path>', 'quarterly-checkup unless asked for another')
    .option('--full', 'all items; without it a new audit asks the core items')
    .option('--auditor <name>', 'who gives the answers')
    .option(
      '--year-starts <month>',
      'month, 1 to 12, in which a new dealership’s year starts',
      month,
    )
    .option('--answers <file>', 'take answers from a YAML or JSON file first')
    .option('--seal', 'seal at once, without asking')
    .action(act(audit));
}

function month(text: string): number {
  if (/^(?:[1-9]|1[0-2])$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a month from 1 to 12.');
}

/** Starts or goes on with an audit: answers from a file, then from the person, then the seal. */
export async function audit(app: App, flags: AuditCommandFlags): Promise<ExitCode> {
  if (app.ask === null && flags.answers === undefined && flags.seal !== true) {
    throw new UserError(
      'There is no terminal to ask in.',
      'Give the answers with --answers FILE, and --seal to close the audit.',
    );
  }
  const store = await app.store();
  const plan = await planAudit(app, store, flags);
  const summary = await begin(app, store, plan);
  const taken = await takeAnswers(app, store, summary, plan);
  if (flags.answers !== undefined) {
    const known = plan.answers.size - taken;
    app.say(
      `${count(taken, 'answer')} recorded${known === 0 ? '' : `, ${String(known)} already there`}.`,
    );
  }
  if (summary.seal !== null) {
    app.say(
      `The audit of ${nameOf(summary)} is sealed. Write its report with checkup report; audit by another checklist with checkup audit --checklist.`,
    );
    return EXIT.done;
  }
  if (flags.seal === true) {
    await seal(app, store, summary, plan.auditor);
    app.say('Write its report with checkup report.');
    return EXIT.done;
  }
  if (app.ask === null) {
    app.say(await standing(store, summary));
    app.say('Seal it with checkup audit --seal.');
    return EXIT.done;
  }
  return interview(app, app.ask, store, summary, plan.auditor);
}

function nameOf(summary: AuditSummary): string {
  return `${visibleLine(summary.dealership.name)} for ${summary.quarter}`;
}

/** Writes down what was planned: the dealership and the audit where they are new. */
async function begin(app: App, store: Store, plan: AuditPlan): Promise<AuditSummary> {
  if (plan.kind === 'go-on') {
    if (plan.audit.seal === null) app.say(`Going on with the audit of ${nameOf(plan.audit)}.`);
    if (plan.remark !== undefined) app.warn(plan.remark);
    return plan.audit;
  }
  const dealership = await keepDealership(app, store, plan.dealership);
  const summary = await store.audits.start({ ...plan, dealership }, app.now());
  app.say(
    `Started the audit of ${nameOf(summary)}: ${visibleLine(plan.checklist.title)}, scope ${plan.scope}, ${count(askedItems(plan.checklist, plan.scope).length, 'item')}.`,
  );
  return summary;
}

async function keepDealership(
  app: App,
  store: Store,
  planned: PlannedDealership,
): Promise<StoredDealership> {
  if (!planned.isNew) return planned.kept;
  const added = await store.dealerships.add(planned.name, planned.yearStarts, app.now());
  app.say(`Added the dealership ${visibleLine(added.name)}.`);
  return added;
}

/** Records the answers of a file that say something new. A file without a note keeps the note. */
async function takeAnswers(
  app: App,
  store: Store,
  summary: AuditSummary,
  plan: AuditPlan,
): Promise<number> {
  if (plan.answers.size === 0) return 0;
  const current = currentAnswers(await store.audits.load(summary));
  const fresh = new Map<string, Answer>();
  for (const [id, answer] of plan.answers) {
    const known = current.get(id)?.answer;
    const kept = onTopOf(known, answer);
    if (!sameAnswer(known, kept)) fresh.set(id, kept);
  }
  if (fresh.size > 0) await store.audits.record(summary, fresh, plan.auditor, app.now());
  return fresh.size;
}

/** A note alone changes only the note, and an answer without a note keeps the one there is. */
function onTopOf(known: Answer | undefined, given: Answer): Answer {
  if (known === undefined) return given;
  if (given.state === 'unanswered') return { ...known, note: given.note };
  return given.note === undefined && known.note !== undefined
    ? { ...given, note: known.note }
    : given;
}

/** One line: what is answered, coverage, the score so far. */
async function standing(store: Store, summary: AuditSummary): Promise<string> {
  const kept = await store.audits.load(summary);
  const result = scoreAudit(kept);
  const left = unansweredItems(kept).length;
  const answered =
    left === 0 ? 'Everything is answered' : `${count(left, 'item')} still unanswered`;
  return `${answered}; coverage ${printPercent(result.coverage)}, score so far ${printScore(result.share, kept.checklist.bands)}.`;
}

/** Seals an audit that has answers, and says how it stands. */
async function seal(
  app: App,
  store: Store,
  summary: AuditSummary,
  by: string,
): Promise<AuditSummary> {
  const open = await store.audits.load(summary);
  const answered = askedItems(open.checklist, open.scope).length - unansweredItems(open).length;
  if (answered === 0) {
    throw new UserError(
      `The audit of ${nameOf(summary)} has no answer yet, so there is nothing to seal.`,
      'Answer it with checkup audit, or give --answers FILE.',
    );
  }
  const left = unansweredItems(open).length;
  if (left > 0) {
    const lowers = left === 1 ? 'it lowers' : 'they lower';
    app.say(app.style.warn(`${count(left, 'item')} sealed unanswered; ${lowers} the coverage.`));
  }
  const sealed = await store.seals.set(summary, by, app.now());
  const now = { ...summary, seal: sealed.seal };
  const view = await auditView(store, now, await store.audits.list({ dealership: now.dealership }));
  app.out(`${scoreLine(view)}\n`);
  app.say(`Sealed: ${sealed.seal.hash}`);
  return now;
}

type Next = 'walk' | 'change' | 'seal' | 'leave';

/** The walk and what comes after it, until the auditor seals or leaves. */
async function interview(
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
      const now = (await store.audits.current(summary, item.id))?.answer;
      if (now !== undefined) answers.set(item.id, now);
      return now;
    },
    record: async (item: Item, answer: Answer) => {
      const change = new Map([[item.id, answer]]);
      await store.audits.record(summary, change, auditor, app.now(), why);
      answers.set(item.id, answer);
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
      const reason = await ask.text('Why is it changed? (Enter: no reason)', { optional: true });
      why = reason.trim() === '' ? null : reason;
      if ((await walk([item], state, ask, app)) === 'left') return leave(app, summary);
      why = null;
    }
    ask.show(`\n${app.wrap(await standing(store, summary))}`);
    if (left().length > 0) ask.show(leftBySteps(state.steps, left(), app));
    next = await whatNext(ask, left());
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

/** What is still unanswered, step by step. */
function leftBySteps(steps: readonly Step[], left: readonly Item[], { wrap }: App): string {
  return steps
    .flatMap((step, index) => {
      const ids = step.items.filter((item) => left.includes(item)).map((item) => item.id);
      return ids.length === 0 ? [] : [wrap(ids.join(', '), `  ${String(index + 1)}. `)];
    })
    .join('\n');
}

async function whatNext(ask: Ask, left: readonly Item[]): Promise<Next> {
  return ask.choose<Next>('What next?', [
    ...(left.length > 0
      ? [{ name: `Answer what is left (${count(left.length, 'item')})`, value: 'walk' as const }]
      : []),
    { name: 'Seal the audit', value: 'seal' },
    { name: 'Change an answer', value: 'change' },
    { name: 'Leave it open for now', value: 'leave' },
  ]);
}

function leave(app: App, summary: AuditSummary): ExitCode {
  app.say(`Everything is saved. Go on with checkup audit --quarter ${summary.quarter}.`);
  return EXIT.done;
}

async function offerReport(app: App, ask: Ask, store: Store, summary: AuditSummary): Promise<void> {
  if (!(await ask.confirm('Write the report now?', true))) {
    app.say('Write it later with checkup report.');
    return;
  }
  await writeAuditReport(app, store, summary);
}
