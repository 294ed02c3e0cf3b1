import { UserError } from '../errors.js';
import { visibleLine } from '../text.js';

/** What is wrong at a path of a document, before it is known in which file and line that is. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  /** What is wrong, then in brackets what to do. */
  readonly message: string;
}

/** An issue with its place. Line and column count from 1. */
export interface Problem extends Issue {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Every problem of a file at once: nothing of it has been used. */
export class ProblemsError extends UserError {
  constructor(
    message: string,
    readonly problems: readonly Problem[],
    hint?: string,
  ) {
    super(message, hint);
  }
}

/** `file:line:column key: what is wrong (what to do)`; the key is left out for a whole file. */
export function printProblem(problem: Problem): string {
  const place = `${problem.file}:${String(problem.line)}:${String(problem.column)}`;
  const key = visibleLine(problem.path.map(String).join('.'));
  const message = visibleLine(problem.message);
  return key === '' ? `${place}: ${message}` : `${place} ${key}: ${message}`;
}
