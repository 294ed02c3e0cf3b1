import type { Selectable } from 'kysely';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { HashText } from './store-tools.js';
import type { Tables } from './tables.js';
import { CHECKUP } from '../core/words/program.js';

/** So many letters of a hash tell what was changed from what was written. */
const LETTERS = 32;

/** What is marked of each row, in this order. */
const MARKED = {
  dealership: ['id', 'slug', 'name', 'year_starts', 'created_at', 'group_name', 'folded'],
  audit: [
    ...['id', 'dealership_id', 'dealership_name', 'quarter', 'scope', 'checklist_hash'],
    ...['checklist_id', 'year_starts', 'auditor', 'started_at'],
  ],
  answer: ['id', 'audit_id', 'item', 'revision', 'content', 'why', 'auditor', 'recorded_at'],
  draw: ['id', 'audit_id', 'number', 'content'],
  visit: ['id', 'audit_id', 'number', 'content'],
  draw_withdrawal: ['draw_id', 'withdrawn_at', 'withdrawn_by', 'why'],
  void: ['audit_id', 'voided_at', 'voided_by', 'why'],
} as const;

/** What was added later, marked only where it says something: what was written before keeps its mark. */
const ADDED: { readonly [Table in keyof typeof MARKED]?: readonly string[] } = {
  dealership: ['year_named'],
  audit: ['year_named'],
};

type Marked = keyof typeof MARKED;
type Row<Table extends Marked> = Omit<Selectable<Tables[Table]>, 'mark'>;
type Field = string | number | null;

/**
 * What a row says of itself. A bit that flips, or a hand that writes into the file, leaves it behind:
 * then nothing vouches for the row any more. It is no seal: who knows the rule can write it anew.
 */
export function markOf(hash: HashText, ...fields: readonly Field[]): string {
  return hash(JSON.stringify(fields)).slice(0, LETTERS);
}

/** The mark of a row. */
export function markOfRow<Table extends Marked>(
  hash: HashText,
  table: Table,
  row: Row<Table>,
): string {
  const fields = row as Readonly<Record<string, Field>>;
  const added = (ADDED[table] ?? []).flatMap((name) => {
    const value = fields[name] ?? null;
    return value === null ? [] : [name, value];
  });
  return markOf(hash, table, ...MARKED[table].map((name) => fields[name] ?? null), ...added);
}

/** The SQL that sets the mark of the rows of a table, without what was added later; `mark_of` is what `markOf` gives. */
export function settingMarks(table: Marked): string {
  return `update ${table} set mark = mark_of('${table}', ${MARKED[table].join(', ')})`;
}

/** A row with its mark. */
export function marked<Table extends Marked, Own extends Row<Table>>(
  hash: HashText,
  table: Table,
  row: Own,
): Own & { readonly mark: string } {
  return { ...row, mark: markOfRow(hash, table, row) };
}

/**
 * What is thrown where a row isn't what was written.
 *
 * @param what it holds, as the subject of a sentence.
 */
export function spoiled(what: string): UserError {
  return new UserError(
    `The database is damaged: ${what} is not what checkup wrote.`,
    `Put a copy from your backup in its place; ${CHECKUP} verify says what else is wrong.`,
  );
}

/** The same of a dealership. */
export function spoiledDealership(name: string): UserError {
  return spoiled(`what it holds of ${visibleLine(name)}`);
}
