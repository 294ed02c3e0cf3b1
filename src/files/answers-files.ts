import type { Answer } from '../core/audit/answer.js';
import type { AnswersHead } from '../core/audit/answers-file.js';
import { readAnswers, readAnswersHead } from '../core/audit/answers-file.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import type { Issue } from '../core/schema/problem.js';
import { ProblemsError } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import type { YamlFile } from './yaml-file.js';
import { MOST_PROBLEMS, readYamlFile } from './yaml-file.js';

/** An answers file whose head is read; its answers wait for the checklist they belong to. */
export interface AnswersFile {
  readonly head: AnswersHead;
  /** All answers, or a ProblemsError with every problem: a wrong file is refused whole. */
  /** What is said of something else that is wrong with it. */
  readonly wrong: (issue: Issue) => ProblemsError;
  readonly answersTo: (checklist: Checklist, scope: Scope) => Map<string, Answer>;
}

/**
 * Reads an answers file, YAML or JSON, as far as that goes without a checklist.
 *
 * @throws ProblemsError with everything that is wrong with it so far.
 */
export async function readAnswersFile(path: string): Promise<AnswersFile> {
  const file = await readYamlFile(path);
  if (file.problems.length > 0) throw refuse(path, file, []);
  const head = readAnswersHead(file.data);
  if (!head.ok) throw refuse(path, file, head.issues);
  return {
    head: head.value,
    wrong: (issue) => refuse(path, file, [issue]),
    answersTo: (checklist, scope) => {
      const answers = readAnswers(head.value.answers, checklist, scope);
      if (!answers.ok) throw refuse(path, file, answers.issues);
      return answers.value;
    },
  };
}

/** Whether a file is an answers file in which nothing is answered, as a form to fill in is. */
export async function isBlankAnswersFile(path: string): Promise<boolean> {
  try {
    const { head } = await readAnswersFile(path);
    return Object.values(head.answers).every((answer) => answer === null);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function refuse(path: string, file: YamlFile, issues: readonly Issue[]): ProblemsError {
  const placed = issues.slice(0, MOST_PROBLEMS).map((issue) => file.place(issue));
  const problems = [...file.problems, ...placed];
  return new ProblemsError(
    `The answers file ${path} has ${count(problems.length, 'problem')}; nothing of it was stored.`,
    problems,
    'Mend the file and run the same command again.',
  );
}
