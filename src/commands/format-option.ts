import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { App } from '../app.js';
import { ListOption } from '../completion/list-option.js';
import type { DocumentKind } from '../documents/document.js';
import { printable } from '../documents/document.js';
import type { Printable } from '../documents/tree.js';
import type { Format, Paper } from '../formats/format.js';
import { PAPERS } from '../formats/format.js';
import { formats } from '../formats/index.js';
import { printScreen } from '../formats/screen/screen.js';
import { chosenFormats, whyNotPrinted } from '../usecases/chosen-formats.js';
import { writeDocument } from '../usecases/write-document.js';
import type { OpenFlags } from './open-option.js';
import { openPage, withPage } from './open-option.js';
import type { OutFlags } from './out-option.js';
import { STDOUT, addOut, destination } from './out-option.js';

/** The flags of every command that writes reports. */
export interface ReportFlags extends OpenFlags, OutFlags {
  /** Names out of the list of formats, each once. */
  readonly format?: readonly string[];
  /** What PDFs are printed on. */
  readonly paper?: Paper;
}

/** Declares `--format`, with what it takes from THE LIST, `--paper` and `--out`. */
export function addFormats(command: Command, known: readonly Format[] = formats): Command {
  const names = known.map((format) => `${format.name} (${format.summary})`).join('; ');
  const usual = known.flatMap(({ name, byDefault }) => (byDefault ? [name] : [])).join(' and ');
  const about = `with commas between: ${names}; ${usual} when left out`;
  const option = new ListOption('--format <names>', about, known);
  const paper = new Option(
    '--paper <size>',
    `what a PDF is printed on; ${PAPERS[0]} when left out`,
  );
  command
    .addOption(option.argParser((text) => namesIn(text, known)))
    .addOption(paper.choices(PAPERS));
  return addOut(command).hook('preAction', () => {
    const { format = [], out, open } = command.opts<ReportFlags>();
    if (out !== STDOUT) return;
    if (open === true) command.error('error: --open opens a file, and --out - writes none');
    const why = whyNotPrinted(known.filter(({ name }) => format.includes(name)));
    if (why === null) return;
    const texts = known.filter(({ isText }) => isText);
    const choices = texts.map((each) => `--format ${each.name}`).join(' or ');
    command.error(`error: ${why}; choose one with ${choices}`);
  });
}

function namesIn(text: string, known: readonly Format[]): readonly string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const wrong = names.find((name) => !known.some((format) => format.name === name));
  if (wrong === undefined) return names;
  throw new InvalidArgumentError(
    `${wrong === '' ? 'Nothing' : wrong} is not a format; use one or more of ${known.map((each) => each.name).join(', ')}, with commas between.`,
  );
}

/** Where a document goes, unless `--out` says otherwise. */
export interface Place {
  /** Below `reports/`. */
  readonly folder: string;
  /** Of the file, without its ending. */
  readonly name: string;
}

/** Shows what a document says in a few lines, writes it, and opens its page where that is wanted. */
export async function publish<View>(
  app: App,
  flags: ReportFlags,
  place: Place,
  kind: DocumentKind<View>,
  view: View,
): Promise<void> {
  warnOfBroken(app, kind, view);
  app.say(printScreen(kind.summary(view), app));
  await writeDocuments(app, flags, place, printable(kind, view));
}

/** Says what is wrong with what is kept, also where nothing else is to be said. */
export function warnOfBroken<View>(app: App, kind: DocumentKind<View>, view: View): void {
  const broken = kind.broken?.(view) ?? [];
  if (broken.length > 0) app.warn(printScreen(broken, app));
}

/**
 * Writes a document in each format that was asked for and names the files on standard output, or
 * prints it there; and opens its page where that is wanted, also where another file went wrong.
 *
 * @throws UserError when a file can't be written.
 */
export async function writeDocuments(
  app: App,
  flags: ReportFlags,
  { folder, name }: Place,
  document: Printable,
  known: readonly Format[] = formats,
): Promise<void> {
  const names = withPage(flags.format ?? null, flags);
  const chosen = chosenFormats(known, names, flags.out === STDOUT);
  const files: string[] = [];
  const to = destination(app, flags, folder, (file) => files.push(file));
  try {
    await writeDocument(to, chosen, { name, document }, { toPdf: app.toPdf, paper: flags.paper });
  } finally {
    await openPage(app, flags, files);
  }
}
