import type { Command } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { evidenceType, shortHash, sizeWords } from '../core/audit/evidence.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { scoredWords } from '../interview/screen.js';
import { validName } from '../usecases/agreement.js';
import { auditName } from '../usecases/audit-name.js';
import { recordAnswer } from '../usecases/record-answer.js';
import { answerFrom, noteFrom } from './answer-value.js';
import type { AuditFlags } from './audit-option.js';
import { chooseOpenAudit, flagsFor } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import { CHECKUP } from '../core/words/program.js';

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
    .argument(
      '[value]',
      'as in an answers file, or short: yes, 3, 9/12, 24/231 (24 over 231 records), "22 minutes"',
    )
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
): Promise<Outcome> {
  const auditor = validName('--auditor', flags.auditor);
  const store = await app.readStore();
  const summary = await chooseOpenAudit(app, store, flags);
  const { evidence, resolve } = app.paths;
  const context = { store, now: () => app.now(), evidence, resolve };
  const done = await recordAnswer(context, summary, id, {
    ...flags,
    auditor,
    value: value === undefined ? undefined : (item) => answerFrom(item, value),
    readNote: noteFrom,
  });
  const { item } = done;
  if (done.kind === 'overtaken') {
    throw new UserError(
      `Somebody else has just recorded ${item.id}; your answer was not.`,
      `See it with ${CHECKUP} answers ${flagsFor(summary).join(' ')} --item ${item.id} --history, then run the same command again if it still holds.`,
    );
  }
  app.out(`${item.id}: ${scoredWords(item, done.answer)}\n`);
  if (done.kind === 'known') {
    app.say('That was there already; nothing new was recorded.');
    return EXIT.done;
  }
  app.say(`Recorded as ${visibleLine(done.by)} with the audit of ${auditName(summary)}.`);
  if (flags.note !== undefined) {
    app.say(done.answer.note === undefined ? 'Note taken off.' : 'Note kept.');
  }
  for (const one of done.attached) {
    app.say(
      `Evidence kept: ${visibleLine(one.name)} (${evidenceType(one)}, ${sizeWords(one.size)}, ${shortHash(one)}).`,
    );
  }
  return EXIT.done;
}
