import { join } from 'node:path';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { maskComparison } from '../core/compare/masked.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { GroupSeals, GroupView, MaskedView } from '../reports/group-view.js';
import { sealLines } from '../reports/group-words.js';
import { slugify } from '../files/slug.js';
import { BROKEN } from '../usecases/report-name.js';
import { groupLines, named } from './compare-group-lines.js';
import type { GroupChoice } from './group-members.js';
import { groupView } from './group-members.js';
import type { ReportFlags } from './format-option.js';
import { writeReport } from './format-option.js';

/** The flags of `compare` that mean several dealerships. */
export interface GroupFlags extends GroupChoice {
  readonly all?: boolean | undefined;
  readonly masked?: boolean | undefined;
}

/** Whether several dealerships are to be compared, not two quarters of one. */
export function meansGroup({ all, group, masked }: GroupFlags): boolean {
  return all === true || group !== undefined || masked === true;
}

/**
 * Ranks the dealerships of a group, or all of them, in one quarter; or writes a report for each of
 * them in which the others have no names.
 *
 * @throws UserError where there is nothing to compare.
 */
export async function compareDealerships(
  app: App,
  quarter: string | undefined,
  flags: GroupFlags & ReportFlags,
): Promise<ExitCode> {
  const view = await groupView(await app.readStore(), quarter, flags);
  saySeals(app, view.seals);
  if (flags.masked === true) await writeMasked(app, view, flags);
  else await writeGroup(app, view, flags);
  return EXIT.done;
}

function saySeals(app: App, seals: GroupSeals): void {
  for (const line of sealLines(seals, visibleLine)) {
    app.warn(seals.checked ? app.style.bad(app.wrap(line)) : app.wrap(line));
  }
}

/** The name of a file of this comparison, without its ending; of broken seals as with other reports. */
function fileName(
  { quarter, checklist, seals }: Pick<GroupView, 'quarter' | 'checklist' | 'seals'>,
  what: string,
): string {
  return `${quarter}-${checklist.id}-${what}${seals.broken.length === 0 ? '' : BROKEN}`;
}

const ALL = 'all';

/** Groups have a folder of their own: a group may be called as a dealership is. */
const GROUPS = 'groups';

/** The folder of a group's reports; that of all dealerships belongs to no group. */
async function folderOf({ group }: GroupView): Promise<string> {
  if (group === null) return join(GROUPS, ALL);
  const slug = await slugify(group);
  return join(GROUPS, slug === ALL ? `${ALL}-group` : slug);
}

/** Shows how the dealerships of a group stand, and writes the comparison. */
export async function writeGroup(
  app: App,
  view: GroupView,
  flags: ReportFlags,
  into?: string,
): Promise<void> {
  app.say(groupLines(view, app.width, app.wrap));
  const folder = into ?? (await folderOf(view));
  await writeReport(app, flags, folder, fileName(view, 'group'), (format) => format.group(view));
}

/**
 * Each report goes to the folder of its dealership, with `--out` to one of that name in there. They
 * are written by slug: in order of place, the times of the files would tell who is where.
 */
async function writeMasked(app: App, view: GroupView, flags: ReportFlags): Promise<void> {
  const { rows } = view.comparison;
  const without = rows.filter(({ share }) => share === null).map(({ name }) => name);
  const slugs = rows.flatMap(({ slug, share }) => (share === null ? [] : [slug])).sort();
  // All of them are made before one is written: a group that is too small is refused whole.
  const masked = slugs.map((slug) => [slug, maskedView(view, slug)] as const);
  for (const [slug, one] of masked) {
    const where = flags.out === undefined ? {} : { out: join(flags.out, slug) };
    await writeMaskedOne(app, one, { ...flags, ...where }, slug);
  }
  for (const line of named('Without a score, so without a report', without.sort())) {
    app.say(app.wrap(line));
  }
  app.say(
    app.wrap(
      `A report for each of ${count(slugs.length, 'dealership')}, in which the others have no names. Hand on each by itself: the folders have names.`,
    ),
  );
}

/** What one dealership may see of a group. */
export function maskedView(view: GroupView, slug: string): MaskedView {
  const { group, quarter, before, checklist, scope, versions, comparison } = view;
  const masked = maskComparison(comparison, slug);
  return {
    group,
    quarter,
    before,
    checklist,
    scope,
    versions,
    comparison: masked,
    seals: maskSeals(view.seals, masked.name),
  };
}

/** Whose seal is broken is told to that one alone; that another's is, to all. */
function maskSeals({ checked, broken }: GroupSeals, own: string): GroupSeals {
  const some = broken.some((name) => name !== own) ? ['at least one of the others'] : [];
  return { checked, broken: [...broken.filter((name) => name === own), ...some] };
}

/** Writes what one dealership may see of a group. */
export async function writeMaskedOne(
  app: App,
  view: MaskedView,
  flags: ReportFlags,
  folder: string,
): Promise<void> {
  await writeReport(app, flags, folder, fileName(view, 'masked'), (format) => format.masked(view));
}
