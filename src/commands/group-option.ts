import { join } from 'node:path';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { watched } from '../core/progress.js';
import { andListOf } from '../core/words/lists.js';
import { count } from '../core/words/numbers.js';
import { printable } from '../documents/document.js';
import { group } from '../documents/group/index.js';
import type { GroupView } from '../documents/group/view.js';
import { masked } from '../documents/masked/index.js';
import { groupFolder, groupName } from '../usecases/report-name.js';
import { groupView } from '../usecases/views/group-view.js';
import { maskedView } from '../usecases/views/masked-view.js';
import type { Outcome } from './command.js';
import type { ReportFlags } from './format-option.js';
import { publish, writeDocuments } from './format-option.js';

/** How many names a screen takes. */
const MOST_NAMES = 10;

/** The flags of `compare` that mean several dealerships. */
export interface GroupFlags {
  readonly all?: boolean;
  readonly group?: string;
  readonly masked?: boolean;
  readonly calendar?: boolean;
  readonly checklist?: string | undefined;
}

/**
 * Ranks the dealerships of a group, or all of them, in one quarter; or writes for each of them a
 * report in which the others have no names.
 *
 * @throws UserError where there is nothing to compare.
 */
export async function compareGroup(
  app: App,
  quarter: string | undefined,
  flags: GroupFlags & ReportFlags,
): Promise<Outcome> {
  const view = await groupView(await app.readStore(), quarter, flags);
  if (flags.masked === true) await publishMasked(app, flags, view);
  else {
    const place = { folder: await groupFolder(view), name: groupName(view, 'group') };
    await publish(app, flags, place, group, view);
  }
  return EXIT.done;
}

/**
 * Writes for each dealership of a group a report in which the others have no names: into the folder
 * of the dealership, with `--out` into one of that name in there. They are written by slug: in order
 * of place, the times of the files would tell who is where. One that fails keeps nobody else from
 * theirs.
 *
 * @throws UserError for a group that is too small, before anything is written; once all are written,
 *   for the first that failed.
 */
async function publishMasked(app: App, flags: ReportFlags, view: GroupView): Promise<void> {
  const { rows } = view.comparison;
  const without = rows.filter(({ share }) => share === null).map(({ name }) => name);
  const slugs = rows.flatMap(({ slug, share }) => (share === null ? [] : [slug])).sort();
  // All of them are made before one is written: a group that is too small is refused whole.
  const views = slugs.map((slug) => [slug, maskedView(view, slug)] as const);
  const failures: unknown[] = [];
  for (const [folder, one] of watched(app.progress, 'Writing masked reports', views)) {
    const where = flags.out === undefined ? {} : { out: join(flags.out, folder) };
    const place = { folder, name: groupName(one, 'masked') };
    try {
      await writeDocuments(app, { ...flags, ...where }, place, printable(masked, one));
    } catch (error) {
      failures.push(error);
    }
  }
  if (without.length > 0) {
    app.say(
      app.wrap(`Without a score, so without a report: ${andListOf(without.sort(), MOST_NAMES)}.`),
    );
  }
  if (failures.length > 0) throw failures[0];
  app.say(
    app.wrap(
      `A report for each of ${count(slugs.length, 'dealership')}, in which the others have no names. Hand on each by itself: the folders have names.`,
    ),
  );
}
