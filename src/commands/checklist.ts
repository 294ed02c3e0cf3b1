import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Checklist, Item, Step } from '../core/checklist/checklist.js';
import { SCOPES, askedItems, isCritical, weightOf } from '../core/checklist/checklist.js';
import { editorSchema } from '../core/checklist/editor-schema.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { check } from '../core/schema/issues.js';
import { slugSchema } from '../core/schema/strict.js';
import type { Problem } from '../core/schema/problem.js';
import { ProblemsError } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import { printJson, visible } from '../core/text.js';
import { DEFAULT_CHECKLIST, builtInChecklists } from '../files/built-in.js';
import { loadChecklist, readChecklistFiles, requireChecklist } from '../files/checklist-files.js';
import { writeWhole } from '../files/report-files.js';
import { systemCode } from '../files/read-text.js';
import { wrap } from '../formats/layout.js';
import { diff, warnOfChanges } from './checklist-diff.js';
import type { FoundChecklist, VersionFlags } from './checklist-version.js';
import { VERSION, findVersion, locate } from './checklist-version.js';
import type { Act } from './command.js';

const SCHEMA_FILE = 'checklist.schema.json';

/** Declares `checkup checklist`. */
export function configure(command: Command, act: Act): void {
  command
    .command('check')
    .description('report every problem of a checklist at once')
    .argument(
      '[path]',
      'a folder or file, or the id of one that comes along; all of those when left out',
    )
    .option('--against <earlier>', `warn of what cannot be compared with ${VERSION}`)
    .option('--dealership <name>', 'whose quarter is meant')
    .option('--checklist <id>', 'where that quarter was audited by several checklists')
    .hook('preAction', requirePath)
    .action(act(checkChecklists));
  command
    .command('show')
    .description('print a checklist with weights and limits')
    .argument('[path]', 'a folder or file, or an id', DEFAULT_CHECKLIST)
    .option('--core', 'only the core items')
    .action(act(show));
  command
    .command('diff')
    .description('what keeps and what breaks comparability between two checklists')
    .argument('<earlier>', VERSION)
    .argument('<later>', 'the same')
    .option('--dealership <name>', 'whose quarters are meant')
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .option('--json', 'for other programs')
    .action(act(diff));
  command
    .command('schema')
    .description('print the JSON schema that editors use for the YAML files')
    .action(act(schema));
  command
    .command('new')
    .description('copy a checklist as a start for one of your own')
    .argument('<dir>', 'the folder to make')
    .option('--from <path>', 'which one to copy', DEFAULT_CHECKLIST)
    .action(act(copy));
}

interface CheckFlags extends VersionFlags {
  readonly against?: string;
}

async function checkChecklists(
  app: App,
  path: string | undefined,
  flags: CheckFlags,
): Promise<ExitCode> {
  const earlier = await readAgainst(app, flags);
  const wanted = path === undefined ? await builtInChecklists(app.paths.checklists) : [path];
  const problems: Problem[] = [];
  for (const each of wanted) {
    const loaded = await loadChecklist(await locate(app, each));
    if (loaded.ok) {
      app.out(`${each}: ${summary(loaded.checklist)}, no problems\n`);
      if (earlier !== null) warnOfChanges(app, earlier, loaded.checklist);
    } else problems.push(...loaded.problems);
  }
  if (problems.length === 0) return EXIT.done;
  throw new ProblemsError(`${count(problems.length, 'problem')} found.`, problems);
}

function requirePath(command: Command): void {
  if (command.args.length > 0 || command.opts<CheckFlags>().against === undefined) return;
  command.error(
    'error: --against needs the checklist that is held against it: checkup checklist check ./my-checklist --against quarterly-checkup',
  );
}

/** What `--against` names, or null without it. */
async function readAgainst(
  app: App,
  { against, ...flags }: CheckFlags,
): Promise<FoundChecklist | null> {
  return against === undefined ? null : findVersion(app, against, flags);
}

function summary(checklist: Checklist): string {
  const [core, full] = SCOPES.map((scope) => askedItems(checklist, scope).length);
  return `${count(full ?? 0, 'item')} (${String(core)} core) in ${count(checklist.steps.length, 'step')}`;
}

async function show(app: App, path: string, flags: { readonly core?: boolean }): Promise<ExitCode> {
  const checklist = await requireChecklist(await locate(app, path));
  const { style, width } = app;
  const { critical } = checklist.scoring;
  const line = (text: string, indent = ''): string => wrap(visible(text), width, indent);
  const parts = [
    style.title(line(`${checklist.title} (${checklist.id}, version ${String(checklist.version)})`)),
    line(`${summary(checklist)}. ${checklist.about ?? ''}`),
    line(
      `Bands: ${checklist.bands.map((band) => `${band.name} from ${String(band.from)}`).join(', ')}. A critical item under ${String(critical.below)} caps its step at ${String(critical.cap)}.`,
    ),
    ...checklist.steps.flatMap((step, index) => [
      '',
      style.title(line(`${String(index + 1)}. ${step.title} (weight ${String(step.weight)})`)),
      line(step.asks),
      ...stepWording(step).map((text) => style.faint(line(text))),
      ...(step.provenance === undefined ? [] : [style.faint(line(step.provenance))]),
      ...step.items
        .filter((item) => flags.core !== true || item.core)
        .map((item) => `\n${showItem(item, app)}`),
    ]),
  ];
  app.out(`${parts.join('\n')}\n`);
  return EXIT.done;
}

function stepWording({ name, better, worse }: Step): string[] {
  return [
    ...(name === undefined ? [] : [`Name: ${name}`]),
    ...(better === undefined ? [] : [`Better: ${better}`]),
    ...(worse === undefined ? [] : [`Worse: ${worse}`]),
  ];
}

function showItem(item: Item, { style, width }: App): string {
  const line = (text: string): string => wrap(visible(text), width, '    ');
  const marks = [
    item.kind,
    ...(kindOf(item).scored ? [`weight ${String(weightOf(item))}`] : []),
    ...(item.core ? ['core'] : []),
    ...(isCritical(item) ? ['CRITICAL'] : []),
    item.departments.join(', '),
  ].join(' · ');
  const options = kindOf(item)
    .options(item)
    .map(({ id, text }) => `${id}: ${text}`);
  return [
    wrap(style.strong(visible(item.ask)), width, '  '),
    ...(item.name === undefined ? [] : [line(`Name: ${item.name}`)]),
    style.faint(line(`${item.id} · ${marks}`)),
    line(`Scale: ${kindOf(item).scale(item)}`),
    ...options.map((text) => wrap(visible(text), width, '    - ')),
    ...(item.criteria === undefined ? [] : [line(item.criteria)]),
    ...(item.verify === undefined ? [] : [line(`Verify: ${item.verify}`)]),
  ].join('\n');
}

function schema(app: App): Promise<ExitCode> {
  app.out(printJson(editorSchema()));
  return Promise.resolve(EXIT.done);
}

async function copy(app: App, dir: string, flags: { readonly from: string }): Promise<ExitCode> {
  const from = await locate(app, flags.from);
  const { id } = await requireChecklist(from);
  const to = app.paths.resolve(dir);
  if (await isOccupied(to)) {
    throw new UserError(
      `${app.paths.short(to)} is there already and not empty.`,
      'Give the name of a new folder; nothing was overwritten.',
    );
  }
  const files = await readChecklistFiles(from);
  const name = basename(to);
  for (const [file, text] of files) {
    const own = text
      // The first line of each file points an editor to the schema, which comes along.
      .replace(`../${SCHEMA_FILE}`, `./${SCHEMA_FILE}`)
      // A checklist of one's own needs an id of its own, or audits by both would be compared.
      .replace(`\nid: ${id}\n`, check(slugSchema, name).ok ? `\nid: ${name}\n` : `\nid: ${id}\n`);
    await writeWhole(join(to, file), own);
  }
  await writeWhole(join(to, SCHEMA_FILE), printJson(editorSchema()));
  for (const file of [...files.keys(), SCHEMA_FILE]) {
    app.out(`${app.paths.short(join(to, file))}\n`);
  }
  app.say(`Copied ${id}. Edit it, then run checkup checklist check ${app.paths.short(to)}.`);
  return EXIT.done;
}

async function isOccupied(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length > 0;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    return true;
  }
}
