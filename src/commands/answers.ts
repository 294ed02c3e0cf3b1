import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { notationOf } from '../core/audit/answer.js';
import { askedItem } from '../core/audit/asked-item.js';
import type { Audit } from '../core/audit/audit.js';
import { currentAnswers, stateOf, unansweredItems } from '../core/audit/audit.js';
import type { EvidenceState } from '../core/audit/evidence.js';
import type { Item } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { printScore } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { printJson, visibleLine } from '../core/text.js';
import { checkEvidence } from '../files/evidence-files.js';
import { answerWords } from '../interview/screen.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import type { Column } from '../formats/layout.js';
import { table } from '../formats/layout.js';
import { auditName } from '../usecases/audit-name.js';
import { auditsOf, findReported } from '../usecases/find-audit.js';
import type { AuditFlags } from './audit-option.js';
import { chooseAudit, chooseDealership, pickOpenAudit } from './audit-option.js';
import type { Act } from './command.js';

interface AnswersFlags extends AuditFlags {
  readonly item?: string;
  readonly history?: boolean;
  readonly json?: boolean;
}

/** Declares `checkup answers`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option(
      '--quarter <quarter>',
      'such as 2026-Q3; the open one, or else the latest sealed, when left out',
    )
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .option('--item <id>', 'only this one')
    .option('--history', 'every revision, not only the current one')
    .option('--json', 'for other programs')
    .action(act(answers));
}

/** A revision of an item's answer, and how its evidence files are now. */
interface Line {
  readonly item: Item;
  readonly recorded: RecordedAnswer;
  readonly states: ReadonlyMap<string, EvidenceState>;
}

async function answers(app: App, flags: AnswersFlags): Promise<ExitCode> {
  const store = await app.readStore();
  const summary = await shownAudit(app, store, flags);
  const audit = await store.audits.load(summary);
  const items =
    flags.item === undefined
      ? askedItems(audit.checklist, audit.scope)
      : [askedItem(audit, flags.item)];
  const revisions = items.flatMap((item) =>
    revisionsOf(audit, item, flags.history ?? false).map((recorded) => ({ item, recorded })),
  );
  const states = await statesOf(revisions, app.paths.evidence);
  const lines = revisions.map((one): Line => ({ ...one, states }));
  if (flags.json === true) {
    app.out(printJson(jsonOf(audit, lines)));
    return EXIT.done;
  }
  const left = flags.item === undefined ? unansweredItems(audit).length : 0;
  const all =
    flags.history === true
      ? count(lines.length, 'revision')
      : count(
          lines.filter(({ recorded }) => recorded.answer.state !== 'unanswered').length,
          'answer',
        );
  const unanswered = left === 0 ? '' : `, ${count(left, 'item')} unanswered`;
  app.say(app.style.faint(`${auditName(summary)}, ${stateOf(audit)}: ${all}${unanswered}`));
  if (lines.length > 0) app.out(`${printed(lines, flags.history ?? false, app.tableWidth)}\n`);
  return EXIT.done;
}

/** The audit that `checkup answer` records in; where none is open, the one a report is about. */
async function shownAudit(app: App, store: Store, flags: AuditFlags): Promise<AuditSummary> {
  const open = await pickOpenAudit(app, store, flags);
  if (open !== null) return open;
  const dealership = await chooseDealership(app, store, flags.dealership);
  return chooseAudit(app, findReported(await auditsOf(store, dealership, flags), flags.quarter));
}

/** The revisions of an item, oldest first; or the current one alone. */
function revisionsOf(audit: Audit, item: Item, all: boolean): RecordedAnswer[] {
  if (all) {
    return audit.revisions
      .filter((recorded) => recorded.item === item.id)
      .sort((a, b) => a.revision - b.revision);
  }
  const current = currentAnswers(audit).get(item.id);
  return current === undefined ? [] : [current];
}

async function statesOf(
  revisions: readonly { readonly recorded: RecordedAnswer }[],
  folder: string,
): Promise<ReadonlyMap<string, EvidenceState>> {
  const states = new Map<string, EvidenceState>();
  for (const evidence of revisions.flatMap(({ recorded }) => recorded.answer.evidence ?? [])) {
    if (!states.has(evidence.sha256)) {
      states.set(evidence.sha256, await checkEvidence(evidence, folder));
    }
  }
  return states;
}

/** 0 to 1; null when there is nothing to score. */
function shareOf(item: Item, answer: Answer): number | null {
  return answer.state === 'answered' ? kindOf(item).share(item, answer.value) : null;
}

function evidenceWords({ recorded, states }: Line): string {
  return (recorded.answer.evidence ?? [])
    .map(({ name, sha256 }) => `${visibleLine(name)} (${states.get(sha256) ?? 'missing'})`)
    .join('; ');
}

/** What a table of answers can show; a column in which nothing stands is left out. */
const COLUMNS: readonly (Column & {
  readonly only?: 'history';
  readonly cell: (line: Line) => string;
})[] = [
  { title: 'Item', cell: ({ item }) => item.id },
  {
    title: 'No.',
    align: 'right',
    only: 'history',
    cell: ({ recorded }) => String(recorded.revision),
  },
  { title: 'Answer', cell: ({ item, recorded }) => answerWords(item, recorded.answer) },
  {
    title: 'Score',
    align: 'right',
    cell: ({ item, recorded }) => {
      const share = shareOf(item, recorded.answer);
      return share === null ? '–' : printScore(share);
    },
  },
  { title: 'Who', cell: ({ recorded }) => visibleLine(recorded.auditor) },
  { title: 'When (UTC)', cell: ({ recorded }) => recorded.at.slice(0, 16).replace('T', ' ') },
  { title: 'Why', only: 'history', cell: ({ recorded }) => visibleLine(recorded.why ?? '') },
  {
    title: 'Note',
    only: 'history',
    cell: ({ recorded }) => visibleLine(recorded.answer.note ?? ''),
  },
  { title: 'Evidence', cell: evidenceWords },
];

function printed(lines: readonly Line[], isHistory: boolean, width: number): string {
  const columns = COLUMNS.filter(
    ({ only, cell }) =>
      (only === undefined || isHistory) && lines.some((line) => cell(line) !== ''),
  );
  return table(
    columns,
    lines.map((line) => columns.map(({ cell }) => cell(line))),
    width,
  );
}

function jsonOf(audit: Audit, lines: readonly Line[]): object {
  return {
    dealership: audit.dealership.name,
    slug: audit.dealership.slug,
    quarter: audit.quarter,
    checklist: { id: audit.checklist.id, version: audit.checklist.version },
    scope: audit.scope,
    state: stateOf(audit),
    answers: lines.map(({ item, recorded, states }) => {
      const share = shareOf(item, recorded.answer);
      return {
        item: item.id,
        revision: recorded.revision,
        state: recorded.answer.state,
        answer: notationOf(recorded.answer),
        score: share === null ? null : share * 100,
        note: recorded.answer.note ?? null,
        evidence: (recorded.answer.evidence ?? []).map((evidence) => ({
          ...evidence,
          state: states.get(evidence.sha256) ?? 'missing',
        })),
        auditor: recorded.auditor,
        at: recorded.at,
        why: recorded.why,
      };
    }),
  };
}
