import { chainAlarms } from '../words/chain.js';
import { sealAlarm } from '../words/seals.js';
import { nameOf } from '../../core/checklist/naming.js';
import { quarterName } from '../../core/quarter.js';
import { printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { code, soft, strong, table } from '../blocks.js';
import type { Block, Column, Text, Tree } from '../tree.js';
import { recordedWords } from '../words/answers.js';
import { stateOf } from '../../core/audit/audit.js';
import type { AnswerLine, AnswersView } from './view.js';
import { localTime } from '../../core/moment.js';
import { auditQuarter } from '../words/quarters.js';

/** What was answered, by whom and when; or every revision of it. */
export function document(view: AnswersView): Tree {
  const { dealership, quarter } = view.audit;
  const about = `${dealership.name}, ${quarterName(quarter)}`;
  return {
    kind: view.isHistory ? 'Answers with their history' : 'Answers',
    subject: [strong(dealership.name), ` · ${auditQuarter(view.audit)}`],
    title: `${about}: answers`,
    headline: numberWords(view),
    blocks: [...broken(view), ...rows(view)],
    foot: view.audit.seal === null ? [] : [['Seal: ', soft(view.audit.seal.hash)]],
    running: about,
  };
}

/** How far it is and how much there is: `open: 2 answers, 7 items unanswered`. */
export function numberWords({ audit, voided, isHistory, lines, unanswered }: AnswersView): string {
  const answers = lines.filter(({ recorded }) => recorded.answer.state !== 'unanswered').length;
  const all = isHistory ? count(lines.length, 'revision') : count(answers, 'answer');
  const left = unanswered ?? 0;
  return `${stateOf({ seal: audit.seal, voided })}: ${all}${left === 0 ? '' : `, ${count(left, 'item')} unanswered`}`;
}

interface AnswerColumn extends Column {
  readonly only?: 'history';
  readonly cell: (line: AnswerLine) => Text;
}

/** What a table of answers can show; a column in which nothing stands is left out. */
const COLUMNS: readonly AnswerColumn[] = [
  {
    title: 'Item',
    role: 'name',
    // Whoever corrects an answer types the id.
    cell: ({ item }) => [nameOf(item), ' ', soft(code(item.id))],
  },
  {
    title: 'No.',
    role: 'number',
    only: 'history',
    cell: ({ recorded }) => String(recorded.revision),
  },
  {
    title: 'Answer',
    role: 'text',
    cell: ({ item, recorded }) => recordedWords(item, recorded.answer),
  },
  {
    title: 'Score',
    role: 'number',
    cell: ({ share }) => (share === null ? '–' : printScore(share)),
  },
  { title: 'Who', role: 'text', cell: ({ recorded }) => recorded.auditor },
  {
    title: 'When',
    role: 'text',
    cell: ({ recorded }) => localTime(recorded.at).slice(0, 16).replace('T', ' '),
  },
  { title: 'Why', role: 'text', only: 'history', cell: ({ recorded }) => recorded.why ?? '' },
  {
    title: 'Note',
    role: 'text',
    only: 'history',
    cell: ({ recorded }) => recorded.answer.note ?? '',
  },
  {
    title: 'Evidence',
    role: 'text',
    cell: ({ evidence }) => evidence.map(({ name, state }) => `${name} (${state})`).join('; '),
  },
];

/** One line an answer, or a revision of one. */
export function rows({ isHistory, lines }: AnswersView): Block[] {
  const shown = COLUMNS.filter(
    ({ only, cell }) =>
      (only === undefined || isHistory) && lines.some((line) => cell(line) !== ''),
  );
  return table(
    'What was recorded',
    shown.map(({ title, role }) => ({ title, role })),
    lines.map((line) => ({ cells: shown.map(({ cell }) => cell(line)) })),
  );
}

/** What must be said before any answer: that the seal doesn't hold, or that one is gone. */
export function broken({ audit, sealHolds, chain }: AnswersView): Block[] {
  const { dealership, quarter } = audit;
  return [...chainAlarms(chain), ...(sealHolds ? [] : [sealAlarm(dealership.name, quarter)])];
}
