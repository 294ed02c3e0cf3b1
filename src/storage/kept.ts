import type { Selectable } from 'kysely';
import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { readAnswer } from '../core/audit/answer.js';
import type { Checklist, Item } from '../core/checklist/checklist.js';
import { checklistSchema } from '../core/checklist/checklist.js';
import { check } from '../core/checklist/issues.js';
import { UserError } from '../core/errors.js';
import type { Tables } from './tables.js';

// What is kept as JSON, read back. Only checked content is ever written; what isn't sound any more
// was spoiled from outside.

/** A checklist as it was kept with an audit. */
export function keptChecklist(content: string): Checklist {
  const data = parseKept(content);
  if (!check(checklistSchema, data).ok) throw damaged();
  // As it was written, not as it is read today: the seal is over that text.
  return data as Checklist;
}

/** An answer as it was recorded; a value must still be one that its item takes. */
export function keptAnswer(
  row: Selectable<Tables['answer']>,
  items: ReadonlyMap<string, Item>,
): RecordedAnswer {
  // `parseKept` gives what `record` wrote; values are looked at below.
  const answer = parseKept(row.content) as Answer;
  const item = items.get(row.item);
  if (item !== undefined && answer.state === 'answered' && !readAnswer(item, answer.value).ok) {
    throw damaged();
  }
  return {
    item: row.item,
    answer,
    why: row.why,
    auditor: row.auditor,
    at: row.recorded_at,
    revision: row.revision,
  };
}

function parseKept(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw damaged();
  }
}

function damaged(): UserError {
  return new UserError(
    'The database is damaged: it holds something that checkup did not write.',
    'Put a copy from your backup in its place.',
  );
}
