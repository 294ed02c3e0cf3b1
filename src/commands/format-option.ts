import { join } from 'node:path';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { App } from '../app.js';
import { ListOption } from '../completion/list-option.js';
import type { Printable } from '../documents/tree.js';
import { formats } from '../formats/index.js';
import { formats as oldFormats } from '../reports/index.js';
import type { Format as OldFormat } from '../reports/view.js';
import type { Destination } from '../usecases/destination.js';
import type { ReportFormat } from '../usecases/write-reports.js';
import { writeReports } from '../usecases/write-reports.js';
import { writeDocument } from '../usecases/write-document.js';

/** The flags of every command that writes reports. */
export interface ReportFlags {
  /** Names out of the list of formats, each once. */
  readonly format?: readonly string[];
  readonly out?: string;
}

/** What there is to choose from with `--format`, whatever it writes. */
interface NamedFormat extends ReportFormat {
  readonly summary: string;
}

/** What `--out` takes for standard output. */
export const STDOUT = '-';

/** Declares `--format`, with what it takes from THE LIST, and `--out`. */
export function addFormats(command: Command, known: readonly NamedFormat[] = formats): Command {
  const names = known.map((format) => `${format.name} (${format.summary})`).join('; ');
  const about = `with commas between: ${names}; all of them when left out`;
  const option = new ListOption('--format <names>', about, known);
  return addOut(command.addOption(option.argParser((text) => namesIn(text, known)))).hook(
    'preAction',
    () => {
      const { format = [], out } = command.opts<ReportFlags>();
      if (out !== STDOUT || format.length <= 1) return;
      const choices = known.map((each) => `--format ${each.name}`).join(' or ');
      command.error(`error: only one format fits on standard output; choose it with ${choices}`);
    },
  );
}

/** Declares `--out`. */
export function addOut(command: Command): Command {
  return command.option('--out <dir>', 'where to write; - writes to standard output');
}

function namesIn(text: string, known: readonly NamedFormat[]): readonly string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const wrong = names.find((name) => !known.some((format) => format.name === name));
  if (wrong === undefined) return names;
  throw new InvalidArgumentError(
    `${wrong === '' ? 'Nothing' : wrong} is not a format; use one or more of ${known.map((each) => each.name).join(', ')}, with commas between.`,
  );
}

/** Where reports go: `--out`, or a folder below `reports/`. */
export function destination(app: App, { out }: ReportFlags, folder: string): Destination {
  const { paths } = app;
  if (out === STDOUT) {
    return {
      print: (text) => {
        app.out(text);
      },
    };
  }
  return {
    folder: out === undefined ? join(paths.reports, folder) : paths.resolve(out),
    short: (path) => paths.short(path),
  };
}

/**
 * Writes a report in each format that was asked for and names the files on standard output; or
 * prints it there.
 *
 * @param name file name without ending.
 */
export async function writeReport(
  app: App,
  flags: ReportFlags,
  folder: string,
  name: string,
  render: (format: OldFormat) => string,
): Promise<void> {
  await writeFormats(app, flags, oldFormats, folder, name, render);
}

/**
 * Writes a document in each format that was asked for and names the files on standard output; or
 * prints it there.
 *
 * @param name file name without ending.
 */
export async function writeDocuments(
  app: App,
  flags: ReportFlags,
  folder: string,
  name: string,
  document: Printable,
): Promise<string[]> {
  const { format: names, out } = flags;
  const chosen =
    names === undefined
      ? formats.filter(({ byDefault, isText }) => byDefault && (out !== STDOUT || isText))
      : names.flatMap((one) => formats.filter((format) => format.name === one));
  const to = destination(app, flags, folder);
  const files = await writeDocument(to, chosen, { name, document }, { toPdf: app.toPdf });
  for (const file of files) app.out(`${app.paths.short(file)}\n`);
  return files;
}

/** The same for any list of formats. */
export async function writeFormats<F extends NamedFormat>(
  app: App,
  flags: ReportFlags,
  known: readonly F[],
  folder: string,
  name: string,
  render: (format: F) => string,
): Promise<void> {
  const to = destination(app, flags, folder);
  const files = await writeReports(to, chosenFormats(flags, known), name, render);
  for (const file of files) app.out(`${app.paths.short(file)}\n`);
}

function chosenFormats<F extends NamedFormat>(
  { format: names, out }: ReportFlags,
  known: readonly F[],
): readonly F[] {
  // On standard output one format has to do: the one to read.
  if (names === undefined) return out === STDOUT ? known.slice(0, 1) : known;
  return names.flatMap((name) => known.filter((format) => format.name === name));
}
