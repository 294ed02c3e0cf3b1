import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { readAnswer } from '../core/audit/answer.js';
import { evidenceSchema } from '../core/audit/evidence.js';
import type { Checklist, Item } from '../core/checklist/checklist.js';
import { askedItems, checklistSchema } from '../core/checklist/checklist.js';
import { SOUND_CHECKLISTS } from '../core/checklist/sound.js';
import { check } from '../core/schema/issues.js';
import type { Draw } from '../core/draw/draw.js';
import { drawSchema } from '../core/draw/draw.js';
import { UserError } from '../core/errors.js';
import type { BusinessYear, Quarter } from '../core/quarter.js';
import { isQuarter } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import { spoiled } from './marks.js';
import type { HashText } from './store-tools.js';
import type { Tables } from './tables.js';
import { once } from '../core/once.js';
import type { Visit } from '../core/audit/visit.js';
import { visitSchema } from '../core/audit/visit.js';

// What is kept as JSON, read back. Only checked content is ever written; what isn't sound any more
// was spoiled from outside.

/** A kept checklist, and the way to read answers that were recorded with it. */
export interface KeptChecklist {
  readonly checklist: Checklist;
  readonly answer: (row: AnswerRow) => RecordedAnswer;
}

type AnswerRow = Selectable<Tables['answer']>;

/** Reads kept checklists; the one read last is remembered, because audits mostly share theirs. */
export function checklistReader(hash: HashText): (content: string) => KeptChecklist {
  let last: { readonly content: string; readonly kept: KeptChecklist } | null = null;
  return (content) => {
    if (last?.content !== content) last = { content, kept: readChecklist(content, hash) };
    return last.kept;
  };
}

function readChecklist(content: string, hash: HashText): KeptChecklist {
  const data = parseKept(content);
  if (!SOUND_CHECKLISTS.has(hash(content)) && !check(checklistSchema(), data).ok) throw damaged();
  // As it was written, not as it is read today: the seal is over that text.
  const checklist = data as Checklist;
  const items = new Map(askedItems(checklist, 'full').map((item) => [item.id, item]));
  const sound = new Set<string>();
  return {
    checklist,
    answer: (row) => {
      const key = `${row.item} ${row.content}`;
      const answer = sound.has(key) ? parseAnswer(row) : soundAnswer(row, items.get(row.item));
      sound.add(key);
      return recorded(row, answer);
    },
  };
}

/** One answer as it was recorded for an item. */
export function keptAnswer(row: AnswerRow, item: Item): RecordedAnswer {
  return recorded(row, soundAnswer(row, item));
}

function parseAnswer(row: AnswerRow): Answer {
  const data = parseKept(row.content);
  if (typeof data !== 'object' || data === null) throw damaged();
  // `record` writes nothing else, and `soundAnswer` looks at what may have been spoiled since.
  return data as Answer;
}

const evidenceListSchema = once(() => z.array(evidenceSchema()));

/**
 * A value must still be one that its item takes, and evidence must still name files: what was
 * spoiled from outside makes no score, and leads to no file.
 */
function soundAnswer(row: AnswerRow, item: Item | undefined): Answer {
  const answer = parseAnswer(row);
  const { evidence } = answer;
  const isSound =
    (item === undefined || answer.state !== 'answered' || readAnswer(item, answer.value).ok) &&
    (evidence === undefined || check(evidenceListSchema(), evidence).ok);
  if (!isSound) throw damaged();
  return answer;
}

function recorded(row: AnswerRow, answer: Answer): RecordedAnswer {
  return {
    item: row.item,
    answer,
    why: row.why,
    auditor: row.auditor,
    at: row.recorded_at,
    revision: row.revision,
  };
}

/** One draw as it was kept. */
export function keptDraw({ content }: Pick<Selectable<Tables['draw']>, 'content'>): Draw {
  const read = check(drawSchema(), parseKept(content));
  if (!read.ok) throw damaged();
  return read.value;
}

/** One visit as it was kept. */
export function keptVisit({ content }: Pick<Selectable<Tables['visit']>, 'content'>): Visit {
  const read = check(visitSchema(), parseKept(content));
  if (!read.ok) throw damaged();
  return read.value;
}

/** JSON that was kept, still to be checked. */
export function parseKept(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw damaged();
  }
}

/** A quarter that was kept. */
export function quarterIn(text: string): Quarter {
  if (!isQuarter(text)) throw spoiled(`the quarter ${visibleLine(text)}`);
  return text;
}

/** The business year of a row. */
export function yearIn(row: {
  readonly year_starts: number;
  readonly year_named: string | null;
}): BusinessYear {
  const yearStarts = row.year_starts;
  return row.year_named === 'first' ? { yearStarts, yearNamed: 'first' } : { yearStarts };
}

/** What is thrown where something was spoiled from outside. */
export function damaged(): UserError {
  return new UserError(
    'The database is damaged: it holds something that checkup did not write.',
    'Put a copy from your backup in its place.',
  );
}
