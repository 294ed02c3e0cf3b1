import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { onTopOf, sameAnswer } from '../core/audit/answer.js';
import { askedItem } from '../core/audit/asked-item.js';
import { currentAnswers, lastAuditor } from '../core/audit/audit.js';
import type { Evidence } from '../core/audit/evidence.js';
import { evidenceType, isSameEvidence, shortHash, sizeWords } from '../core/audit/evidence.js';
import type { Item } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { keepEvidence } from '../files/evidence-files.js';
import { requireEvidence } from '../files/evidence-source.js';
import { typedPath } from '../files/typed-path.js';
import { scoredWords } from '../interview/screen.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { Overtaken } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { answerFrom, noteFrom } from './answer-value.js';
import { validName } from './audit-agreement.js';
import type { Act } from './command.js';
import type { AuditFlags } from './select.js';
import { auditName, chooseOpenAudit, flagsFor } from './select.js';

interface AnswerFlags extends AuditFlags {
  readonly note?: string;
  readonly evidence?: readonly string[];
  readonly withoutEvidence?: readonly string[];
  readonly why?: string;
  readonly auditor?: string;
}

function several(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Declares `checkup answer`. */
export function configure(command: Command, act: Act): void {
  command
    .argument('<item>', 'its id')
    .argument('[value]', 'as in an answers file, or short: yes, 3, 9/12, "22 minutes"')
    .option('--note <text>', 'a note for the report; "" takes the note off')
    .option('--evidence <file>', 'a file that proves it; repeat for more', several)
    .option(
      '--without-evidence <name>',
      'takes a file off, by its name or the start of its hash',
      several,
    )
    .option('--why <text>', 'why an earlier answer is corrected')
    .option('--auditor <name>', 'who gives the answer; who recorded last when left out')
    .option('--dealership <name>', 'name or slug; needed only where several audits are open')
    .option('--quarter <quarter>', 'such as 2026-Q3; the one that is open when left out')
    .option('--checklist <id>', 'where a quarter is audited by several checklists')
    .action(act(answer));
}

/** Records one answer of an open audit, its note and its evidence, as a new revision. */
async function answer(
  app: App,
  id: string,
  value: string | undefined,
  flags: AnswerFlags,
): Promise<ExitCode> {
  const auditor = validName('--auditor', flags.auditor);
  const store = await app.readStore();
  const summary = await chooseOpenAudit(app, store, flags);
  const audit = await store.audits.load(summary);
  const item = askedItem(audit, id);
  const known = currentAnswers(audit).get(item.id);
  const said = saidAnswer(item, known?.answer, value, flags);
  const why = whyCorrected(item, known, flags.why);
  const kept = withoutEvidence(item, said, flags.withoutEvidence ?? []);
  const attached = await attach(app, kept, flags.evidence ?? []);
  const now: Answer = { ...said, evidence: attached.length === 0 ? undefined : attached };
  if (sameAnswer(known?.answer, now)) {
    app.out(`${item.id}: ${scoredWords(item, now)}\n`);
    app.say('That was there already; nothing new was recorded.');
    return EXIT.done;
  }
  const by = auditor ?? lastAuditor(audit);
  await record(app, store, summary, item, now, by, { why, after: known?.revision ?? 0 });
  app.out(`${item.id}: ${scoredWords(item, now)}\n`);
  app.say(`Recorded as ${visibleLine(by)} with the audit of ${auditName(summary)}.`);
  if (flags.note !== undefined) app.say(now.note === undefined ? 'Note taken off.' : 'Note kept.');
  for (const evidence of attached.filter((one) => !kept.includes(one))) {
    app.say(
      `Evidence kept: ${visibleLine(evidence.name)} (${evidenceType(evidence)}, ${sizeWords(evidence.size)}, ${shortHash(evidence)}).`,
    );
  }
  return EXIT.done;
}

/** What the answer becomes by value and note; its evidence stays for now. */
function saidAnswer(
  item: Item,
  known: Answer | undefined,
  value: string | undefined,
  { note, evidence = [], withoutEvidence: without = [] }: AnswerFlags,
): Answer {
  if (value === undefined && note === undefined && evidence.length + without.length === 0) {
    throw new UserError(
      `No answer to ${item.id} was given.`,
      'Write it after the id, or give --note TEXT or --evidence FILE.',
    );
  }
  const given: Answer = value === undefined ? { state: 'unanswered' } : answerFrom(item, value);
  if (note === undefined) return onTopOf(known, given);
  if (given.note !== undefined && given.note !== note) {
    throw new UserError(
      `There are two notes to ${item.id}, one in the value and one by --note.`,
      'Give one of them.',
    );
  }
  if (note.trim() !== '') return onTopOf(known, { ...given, note: noteFrom(item, note) });
  return { ...onTopOf(known, given), note: undefined };
}

function whyCorrected(
  item: Item,
  known: RecordedAnswer | undefined,
  why: string | undefined,
): string | null {
  if (why === undefined || why.trim() === '') return null;
  if (known !== undefined) return why;
  throw new UserError(
    `--why says why an answer is corrected, and ${item.id} has none yet.`,
    'Leave it out, or say it with --note.',
  );
}

/** The evidence that stays when some is taken off, each by its name or the start of its hash. */
function withoutEvidence(item: Item, said: Answer, names: readonly string[]): Evidence[] {
  return names
    .reduce((kept: readonly Evidence[], name) => {
      const found = meantEvidence(kept, name);
      if (new Set(found.map(({ sha256 }) => sha256)).size > 1) {
        throw new UserError(
          `${item.id} has ${String(found.length)} evidence files that ${visibleLine(name)} could mean: ${found.map((one) => shortHash(one)).join(', ')}.`,
          'Say which by the start of its hash.',
        );
      }
      if (found.length === 0) {
        const there = kept.map((one) => `${visibleLine(one.name)} (${shortHash(one)})`);
        throw new UserError(
          `${item.id} has no evidence ${visibleLine(name)}.`,
          there.length === 0 ? 'It has none at all.' : `It has ${there.join(', ')}.`,
        );
      }
      return kept.filter((one) => !found.includes(one));
    }, said.evidence ?? [])
    .slice();
}

/** What has a name; or else what has a hash that starts so, under whatever names. */
function meantEvidence(kept: readonly Evidence[], text: string): Evidence[] {
  const named = kept.filter(({ name }) => name === text);
  if (named.length > 0 || !/^[0-9a-f]{4,64}$/i.test(text)) return named;
  return kept.filter(({ sha256 }) => sha256.startsWith(text.toLowerCase()));
}

/** Keeps files and puts them behind the evidence there is, each but once under one name. */
async function attach(
  app: App,
  before: readonly Evidence[],
  files: readonly string[],
): Promise<Evidence[]> {
  // The shell has taken off quotes already, but leaves these, the second behind `--evidence=`.
  const paths = files.map((file) => (/^(?:file:\/|~)\//i.test(file) ? typedPath(file) : file));
  const resolve = (path: string): string => app.paths.resolve(path);
  // All of them are looked at before one is copied.
  for (const path of paths) await requireEvidence(path, resolve);
  const all = [...before];
  for (const path of paths) {
    const kept = await keepEvidence(path, app.paths.evidence, resolve);
    if (!all.some((one) => isSameEvidence(one, kept))) all.push(kept);
  }
  return all;
}

async function record(
  app: App,
  store: Store,
  summary: AuditSummary,
  item: Item,
  now: Answer,
  by: string,
  options: { readonly why: string | null; readonly after: number },
): Promise<void> {
  try {
    await store.audits.record(summary, new Map([[item.id, now]]), by, app.now(), options);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    throw new UserError(
      `Somebody else has just recorded ${item.id}; your answer was not.`,
      `See it with checkup answers ${flagsFor(summary)} --item ${item.id} --history, then run the same command again if it still holds.`,
    );
  }
}
