import { randomBytes } from 'node:crypto';
import { askedItem } from '../core/audit/asked-item.js';
import type { Audit } from '../core/audit/audit.js';
import type { Item } from '../core/checklist/checklist.js';
import type { Draw } from '../core/draw/draw.js';
import type { Records } from '../core/draw/records.js';
import { recordsOf, whyNoReference } from '../core/draw/records.js';
import { drawRecords } from '../core/draw/selection.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { CsvFile } from '../files/csv-file.js';
import { cellsOf, readCsvFile } from '../files/csv-file.js';
import { sha256 } from '../files/sha256.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { auditorIn } from './auditor-named.js';
import { columnIndex, referenceIndex } from './draw-columns.js';
import { momentOf } from '../core/moment.js';

/** How many hex digits a seed has that nobody chose; half as many bytes. */
const SEED_DIGITS = 12;

/** What is said about a draw; what is left out is found out or taken by chance. */
export interface SaidOfDraw {
  /** The absolute path of a CSV file. */
  readonly file: string;
  readonly count?: number | undefined;
  readonly column?: string | undefined;
  readonly stratify?: string | undefined;
  readonly seed?: string | undefined;
  readonly item?: string | undefined;
  readonly auditor?: string | undefined;
}

/** A draw as it is kept, and what it was made from. */
export interface MadeDraw {
  readonly draw: Draw;
  readonly records: Records;
  /** Whether it was made now; it may be one that was there already. */
  readonly isNew: boolean;
  /** All draws of the audit, this one included. */
  readonly all: readonly Draw[];
}

/** Draws records for an open audit, and keeps the draw with it. */
export async function drawForAudit(
  store: Store,
  summary: AuditSummary,
  said: SaidOfDraw,
  now: Date,
): Promise<MadeDraw> {
  const audit = await store.audits.load(summary);
  const wanted = said.item === undefined ? null : drawingItem(audit, said.item);
  const number = said.count ?? wanted?.number;
  if (number === undefined) {
    throw new UserError(
      'How many records to draw is missing.',
      'Give --count N, or --item ID for an item that says how many records it asks for.',
    );
  }
  const csv = await readCsvFile(said.file);
  const column = referenceIndex(csv, said.column);
  const stratify =
    said.stratify === undefined ? null : columnIndex(csv, '--stratify', said.stratify);
  const records = readRecords(csv, column, stratify);
  const drawn: Draw = {
    file: csv.name,
    fileHash: csv.sha256,
    column: csv.headers[column] ?? '',
    stratify: stratify === null ? null : (csv.headers[stratify] ?? ''),
    ...seeded(records, number, said.seed),
    item: wanted?.item.id ?? null,
    by: await auditorIn(store, summary, said.auditor),
    at: momentOf(now),
  };
  const draw = await store.draws.add(summary, drawn);
  return { draw, records, isNew: draw === drawn, all: await store.draws.list(summary) };
}

/**
 * Takes a draw of an open audit back, where everybody sees it.
 *
 * @throws UserError as `Draws.withdraw`.
 */
export async function withdrawDraw(
  store: Store,
  summary: AuditSummary,
  said: { readonly number: number; readonly why: string; readonly auditor: string | undefined },
  now: Date,
): Promise<Draw> {
  const { number, why, auditor } = said;
  const by = await auditorIn(store, summary, auditor);
  return store.draws.withdraw(summary, number, { by, why }, now);
}

/** An item that is answered by looking at records, with how many it asks for. */
interface Wanted {
  readonly item: Item;
  readonly number: number;
}

function drawingItem(audit: Audit, id: string): Wanted {
  const item = askedItem(audit, id);
  const number = kindOf(item).asksFor(item)?.number;
  if (number !== undefined) return { item, number };
  throw new UserError(
    `${item.id} is a ${item.kind} item: it looks at no records.`,
    'Give an item that is answered from records with --item, or leave --item out and give --count.',
  );
}

function readRecords(csv: CsvFile, column: number, stratify: number | null): Records {
  if (column === stratify) {
    throw new UserError(
      `--stratify names ${visibleLine(csv.headers[column] ?? '')}, which holds the references.`,
      'Name a column that groups the records, such as the advisor.',
    );
  }
  const references = cellsOf(csv, column, whyNoReference);
  const strata = stratify === null ? [] : cellsOf(csv, stratify);
  return recordsOf(
    references.map((reference, index) => ({ reference, stratum: strata[index] ?? '' })),
  );
}

/** The draw by a seed in the form in which it is printed, so that what a report says is what it was. */
function seeded(
  records: Records,
  number: number,
  given: string | undefined,
): Pick<Draw, 'seed' | 'seedGiven' | 'from' | 'strata' | 'refs'> {
  const seed =
    given === undefined
      ? randomBytes(SEED_DIGITS / 2).toString('hex')
      : visibleLine(given.normalize('NFC'));
  return { seed, seedGiven: given !== undefined, ...drawRecords(records, number, seed, sha256) };
}
