import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { editorSchema } from '../core/checklist/editor-schema.js';
import type { Problem } from '../core/schema/problem.js';
import { ProblemsError, printProblem } from '../core/schema/problem.js';
import { count } from '../core/words/numbers.js';
import { printJson, visible } from '../core/text.js';
import { DEFAULT_CHECKLIST, builtInChecklists } from '../files/built-in.js';
import { loadChecklist } from '../files/checklist-files.js';
import { copyChecklist } from '../usecases/copy-checklist.js';
import { diff, warnOfChanges } from './checklist-diff.js';
import { show, sizeOf } from './checklist-show.js';
import type { FoundChecklist, VersionFlags } from './checklist-version.js';
import { VERSION, findVersion, locate } from './checklist-version.js';
import type { Act } from './command.js';
import { CHECKUP } from '../core/words/program.js';

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
      app.out(`${visible(each)}: ${sizeOf(loaded.checklist)}, no problems\n`);
      for (const doubt of loaded.doubts) {
        app.warn(app.style.warn(`warning: ${printProblem(doubt)}`));
      }
      if (earlier !== null) warnOfChanges(app, earlier, loaded.checklist);
    } else problems.push(...loaded.problems);
  }
  if (problems.length === 0) return EXIT.done;
  throw new ProblemsError(`${count(problems.length, 'problem')} found.`, problems);
}

function requirePath(command: Command): void {
  if (command.args.length > 0 || command.opts<CheckFlags>().against === undefined) return;
  command.error(
    `error: --against needs the checklist that is held against it: ${CHECKUP} checklist check ./my-checklist --against quarterly-checkup`,
  );
}

/** What `--against` names, or null without it. */
async function readAgainst(
  app: App,
  { against, ...flags }: CheckFlags,
): Promise<FoundChecklist | null> {
  return against === undefined ? null : findVersion(app, against, flags);
}

function schema(app: App): Promise<ExitCode> {
  app.out(printJson(editorSchema()));
  return Promise.resolve(EXIT.done);
}

async function copy(app: App, dir: string, flags: { readonly from: string }): Promise<ExitCode> {
  const { paths } = app;
  const to = paths.resolve(dir);
  const { id, files } = await copyChecklist(paths, flags.from, to, paths.short);
  for (const file of files) app.out(`${visible(paths.short(file))}\n`);
  app.say(`Copied ${id}. Edit it, then run ${CHECKUP} checklist check ${paths.short(to)}.`);
  return EXIT.done;
}
