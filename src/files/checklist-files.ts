import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Checklist } from '../core/checklist/checklist.js';
import { checklistHeadSchema, checklistSchema, stepSchema } from '../core/checklist/checklist.js';
import { check } from '../core/schema/issues.js';
import { doubtsIn } from '../core/checklist/doubts.js';
import { brokenRules } from '../core/checklist/rules.js';
import { advice } from '../core/closest.js';
import type { Issue, Problem } from '../core/schema/problem.js';
import { ProblemsError } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import { cannotRead, readText, systemCode } from './read-text.js';
import type { YamlFile } from './yaml-file.js';
import { standIn, standInHead } from './stand-in.js';
import { MOST_PROBLEMS, parseYaml, readYamlFile } from './yaml-file.js';
import { CHECKUP } from '../core/words/program.js';

/** The file in a checklist's folder that names its steps. */
const HEAD_FILE = 'checklist.yaml';
const YAML_NAME = /\.ya?ml$/i;

/** A checklist, or every problem with its files. */
export type LoadedChecklist =
  | {
      readonly ok: true;
      readonly checklist: Checklist;
      /** What is allowed, and its author should think over. */
      readonly doubts: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A step and the file it stands in; `within` is its path there. */
interface PlacedStep {
  readonly data: unknown;
  readonly source: YamlFile;
  readonly within: Issue['path'];
}

/**
 * Reads a checklist from a folder with `checklist.yaml` and a file for each step, or from a single
 * file with the steps inside, and reports everything that is wrong with it at once.
 *
 * @throws UserError when the path doesn't lead to a checklist at all.
 */
export async function loadChecklist(path: string): Promise<LoadedChecklist> {
  try {
    const isFolder = await isDirectory(path);
    const head = await readYamlFile(isFolder ? join(path, HEAD_FILE) : path);
    const others = isFolder ? await readStepFiles(path) : [];
    return assemble(head, others);
  } catch (error) {
    if (error instanceof ProblemsError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** The texts of a checklist's files by name; a single file counts as the head. */
export async function readChecklistFiles(path: string): Promise<Map<string, string>> {
  if (!(await isDirectory(path))) return new Map([[HEAD_FILE, await readText(path)]]);
  const names = (await readdir(path)).filter((name) => YAML_NAME.test(name)).sort();
  const files = new Map<string, string>();
  for (const name of names) files.set(name, await readText(join(path, name)));
  return files;
}

/** The same, for those who need a checklist: problems are thrown. */
export async function requireChecklist(path: string): Promise<Checklist> {
  const loaded = await loadChecklist(path);
  if (loaded.ok) return loaded.checklist;
  throw new ProblemsError(
    `The checklist ${path} has ${count(loaded.problems.length, 'problem')}.`,
    loaded.problems,
    `Mend the file; "${CHECKUP} checklist check" shows the same list.`,
  );
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw systemCode(error) === 'ENOENT'
      ? new UserError(
          `There is no checklist at ${path}.`,
          'Give the path of a folder with a checklist.yaml in it, or of a single file.',
        )
      : cannotRead(path, error);
  }
}

async function readStepFiles(folder: string): Promise<YamlFile[]> {
  const names = (await readdir(folder))
    .filter((name) => YAML_NAME.test(name) && name !== HEAD_FILE)
    .sort();
  return Promise.all(names.map((name) => readStepFile(join(folder, name))));
}

/** A step file that can't even be read is one with problems; the others are still looked at. */
async function readStepFile(file: string): Promise<YamlFile> {
  try {
    return await readYamlFile(file);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const { problems } = error;
    return { ...parseYaml(file, ''), problems };
  }
}

function assemble(head: YamlFile, others: readonly YamlFile[]): LoadedChecklist {
  const problems = [head, ...others].flatMap((file) => file.problems);
  const read = check(checklistHeadSchema(), head.data);
  if (head.problems.length > 0) return { ok: false, problems };
  if (!read.ok)
    problems.push(...read.issues.slice(0, MOST_PROBLEMS).map((issue) => head.place(issue)));

  const { steps, unused } = collectSteps(head, others, problems);
  const checked = steps.map((step) => {
    const result = check(stepSchema(), step.data);
    if (!result.ok) {
      problems.push(
        ...result.issues
          .slice(0, MOST_PROBLEMS)
          .map((issue) => step.source.place({ ...issue, path: [...step.within, ...issue.path] })),
      );
    }
    return result;
  });
  for (const file of unused) {
    if (file.problems.length > 0) continue;
    problems.push(
      file.place({
        path: ['id'],
        message: `is no step of ${basename(head.file)} (name it under steps, or take the file away)`,
      }),
    );
  }
  const whole: Checklist = {
    ...(read.ok ? read.value : standInHead(steps.map((step) => step.data))),
    steps: checked.map((result, index) =>
      result.ok ? result.value : standIn(steps[index]?.data, index),
    ),
  };
  // What is wrong with a stand-in has been said; a step that isn't there is not one too few.
  const missing = !read.ok || steps.length < read.value.steps.length;
  problems.push(
    ...brokenRules(whole)
      .filter((issue) => !(missing && issue.path.length === 1))
      .map((issue) => placeInWhole(issue, head, steps)),
  );
  if (problems.length > 0 || !read.ok) return { ok: false, problems };
  const checklist = checklistSchema().parse(whole);
  const doubts = doubtsIn(checklist).map((issue) => placeInWhole(issue, head, steps));
  return { ok: true, checklist, doubts };
}

function idIn(file: YamlFile): unknown {
  return typeof file.data === 'object' && file.data !== null && 'id' in file.data
    ? file.data.id
    : undefined;
}

/** Puts the steps in the order of the head; says where one is missing. */
function collectSteps(
  head: YamlFile,
  others: readonly YamlFile[],
  problems: Problem[],
): { steps: PlacedStep[]; unused: readonly YamlFile[] } {
  const named: unknown =
    typeof head.data === 'object' && head.data !== null && 'steps' in head.data
      ? head.data.steps
      : undefined;
  // A list without end is no list of steps; the schema says so.
  if (!Array.isArray(named) || named.length > MOST_PROBLEMS) return { steps: [], unused: [] };
  const unused = new Set(others);
  const steps = named.flatMap((step: unknown, index): PlacedStep[] => {
    if (typeof step !== 'string') return [{ data: step, source: head, within: ['steps', index] }];
    const file = others.find((other) => idIn(other) === step && unused.has(other));
    if (file === undefined) {
      const ids = others.map(idIn).filter((id) => typeof id === 'string');
      // A file that isn't even YAML has its own problems; one of them may be this step.
      if (others.some((other) => other.problems.length > 0)) return [];
      problems.push(
        head.place({
          path: ['steps', index],
          message: `no file here has the step id ${step} (${ids.length === 0 ? 'add a file for it, with this id' : advice(step, ids)})`,
        }),
      );
      return [];
    }
    unused.delete(file);
    return [{ data: file.data, source: file, within: [] }];
  });
  return { steps, unused: [...unused] };
}

function placeInWhole(issue: Issue, head: YamlFile, steps: readonly PlacedStep[]): Problem {
  const [top, index, ...inner] = issue.path;
  const step = top === 'steps' && typeof index === 'number' ? steps[index] : undefined;
  if (step === undefined) return head.place(issue);
  return step.source.place({ ...issue, path: [...step.within, ...inner] });
}
