import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { lastAuditor } from '../core/audit/audit.js';
import type { Draw } from '../core/draw/draw.js';
import { rivalsOf } from '../core/draw/draw.js';
import type { Records } from '../core/draw/records.js';
import { recordsOf, stratumName, whyNoReference } from '../core/draw/records.js';
import { drawRecords } from '../core/draw/selection.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { CsvFile } from '../files/csv-file.js';
import { cellsOf, readCsvFile } from '../files/csv-file.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { sha256 } from '../storage/sha256.js';
import { validName } from './audit-agreement.js';
import type { Act } from './command.js';
import { columnIndex, referenceIndex } from './draw-columns.js';
import { drawingItem } from './draw-item.js';
import type { AuditFlags } from './select.js';
import { auditName, chooseOpenAudit } from './select.js';

/** An auditor looks at each by hand, and no item of a checklist takes more. */
const MOST = 1000;

/** How many hex digits a seed has that nobody chose; half as many bytes. */
const SEED_DIGITS = 12;

/** The flags of `checkup draw`. */
interface DrawFlags extends AuditFlags {
  readonly count?: number;
  readonly column?: string;
  readonly stratify?: string;
  readonly seed?: string;
  readonly item?: string;
  readonly auditor?: string;
}

/** Declares `checkup draw`. */
export function configure(command: Command, act: Act): void {
  command
    .argument('<file>', 'a CSV file with a header line, such as all repair orders of the quarter')
    .option('--count <n>', 'how many to draw; what the item asks for when left out', howMany)
    .option('--column <name>', 'the column with the references; found by its name when left out')
    .option('--stratify <column>', 'draw from each of this column’s values in proportion')
    .option(
      '--seed <text>',
      'to make a draw again, and is said to be given; a random one when left out',
    )
    .option('--item <id>', 'the item it is for: checkup audit then offers them there')
    .option('--auditor <name>', 'who draws; whoever recorded last when left out')
    .option('--dealership <name>', 'name or slug; needed only where several audits are open')
    .option('--quarter <quarter>', 'such as 2026-Q3; needed only where several are open')
    .option('--checklist <id>', 'where a quarter is audited by several checklists')
    .action(act(draw));
}

function howMany(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= MOST) return Number(text);
  throw new InvalidArgumentError(`It must be a number from 1 to ${String(MOST)}.`);
}

/** Draws records for an open audit, keeps the draw with it, and prints their references. */
async function draw(app: App, path: string, flags: DrawFlags): Promise<ExitCode> {
  const by = validName('--auditor', flags.auditor);
  const seed = validName('--seed', flags.seed);
  // Only the database of an audit that is there already can be meant.
  const store = await app.readStore();
  const summary = await chooseOpenAudit(app, store, flags);
  const audit = await store.audits.load(summary);
  const wanted = flags.item === undefined ? null : drawingItem(audit, flags.item);
  const number = flags.count ?? wanted?.number;
  if (number === undefined) {
    throw new UserError(
      'How many records to draw is missing.',
      'Give --count N, or --item ID for an item that says how many records it asks for.',
    );
  }
  const csv = await readCsvFile(app.paths.resolve(path));
  const column = referenceIndex(csv, flags.column);
  const stratify =
    flags.stratify === undefined ? null : columnIndex(csv, '--stratify', flags.stratify);
  const records = readRecords(csv, column, stratify);
  const drawn: Draw = {
    file: csv.name,
    fileHash: csv.sha256,
    column: csv.headers[column] ?? '',
    stratify: stratify === null ? null : (csv.headers[stratify] ?? ''),
    ...seeded(records, number, seed),
    item: wanted?.item.id ?? null,
    by: by ?? lastAuditor(audit),
    at: app.now().toISOString(),
  };
  const kept = await store.draws.add(summary, drawn);
  app.out(kept.refs.map((reference) => `${reference}\n`).join(''));
  if (flags.column === undefined) app.say(`The references are in ${visibleLine(kept.column)}.`);
  app.say(outcome(kept, records, summary, kept === drawn));
  for (const line of remarks(kept, records)) app.say(line);
  sayOthers(app, kept, await store.draws.list(summary));
  return EXIT.done;
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

/** One line that says what was drawn and where it is kept. */
function outcome(draw: Draw, { rows }: Records, summary: AuditSummary, isNew: boolean): string {
  const what = `${String(draw.refs.length)} of ${count(draw.from, 'record')} of ${visibleLine(draw.file)} (${count(rows, 'row')}), ${draw.seedGiven ? `seed ${draw.seed} given with --seed` : `random seed ${draw.seed}`}`;
  return isNew
    ? `Drew ${what}, kept with the audit of ${auditName(summary)}.`
    : `Drew ${what}: the same draw as on ${draw.at.slice(0, 10)}, already kept with the audit of ${auditName(summary)}.`;
}

/** What the numbers alone leave out. */
function remarks({ stratify, strata }: Draw, { withoutReference }: Records): string[] {
  const each = strata.map(
    ({ name, from, drawn }) => `${stratumName(name)} ${String(drawn)} of ${String(from)}`,
  );
  return [
    ...(stratify === null ? [] : [`By ${visibleLine(stratify)}: ${each.join(', ')}.`]),
    ...(withoutReference === 0
      ? []
      : [`${count(withoutReference, 'row')} without a reference left out.`]),
  ];
}

/** Whoever draws until they like what comes does it in the open; and which draw counts is said. */
function sayOthers(app: App, draw: Draw, draws: readonly Draw[]): void {
  const rivals = rivalsOf(draw, draws);
  const isOnly = draw.item === null || draws.filter(({ item }) => item === draw.item).length === 1;
  const counts = isOnly ? '' : ' This one, the latest, counts.';
  if (rivals.length === 0) {
    if (!isOnly) app.say(`For ${draw.item} there are several draws of one seed.${counts}`);
    return;
  }
  app.warn(
    app.style.warn(
      `${draw.item === null ? `From ${visibleLine(draw.file)}` : `For ${draw.item}`} there ${rivals.length === 1 ? 'is another draw' : `are ${String(rivals.length)} other draws`} in this audit.${counts} Every draw stays, and the report prints them all.`,
    ),
  );
}
