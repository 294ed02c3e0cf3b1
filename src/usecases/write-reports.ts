import { join } from 'node:path';
import { UserError } from '../core/errors.js';
import { isBlankAnswersFile } from '../files/answers-files.js';
import { holdsOther, writeWhole } from '../files/report-files.js';
import type { Destination } from './destination.js';

/** A format as far as writing its file goes. */
export interface ReportFormat {
  /** The ending of the file. */
  readonly name: string;
  /** Whether people write answers into its file; then one that holds any is never written over. */
  readonly isFilledIn?: boolean;
}

/**
 * Writes a report in some formats.
 *
 * @param name file name without ending.
 * @returns the files written; none where it was printed.
 * @throws UserError before anything is written where a file that people fill in is there already,
 *   and holds more than an empty form.
 */
export async function writeReports<F extends ReportFormat>(
  to: Destination,
  formats: readonly F[],
  name: string,
  render: (format: F) => string,
): Promise<string[]> {
  if ('print' in to) {
    for (const format of formats) to.print(render(format));
    return [];
  }
  const fileOf = (format: F): string => join(to.folder, `${name}.${format.name}`);
  for (const format of formats.filter((each) => each.isFilledIn === true)) {
    await refuseFilledIn(fileOf(format), render(format), to.short);
  }
  for (const format of formats) await writeWhole(fileOf(format), render(format));
  return formats.map(fileOf);
}

/** Refuses to write over a file that somebody may have filled in. */
export async function refuseFilledIn(
  file: string,
  text: string,
  short: (path: string) => string,
): Promise<void> {
  if (!(await holdsOther(file, text)) || (await isBlankAnswersFile(file))) return;
  throw new UserError(
    `${short(file)} is there already and may be filled in; nothing was written.`,
    'Take its answers in with checkup audit --answers, or move it away; or leave its format out with --format.',
  );
}
