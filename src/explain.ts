import type { ExitCode } from './app.js';
import { EXIT } from './app.js';
import { ProblemsError, printProblem } from './core/schema/problem.js';
import { UserError } from './core/errors.js';
import { visible } from './core/text.js';
import { Interrupted } from './interview/ask.js';
import type { Screen } from './terminal/screen.js';
import { CHECKUP } from './core/words/program.js';

// What a call may be ended by from outside.
export { Interrupted, UserError };

/**
 * Says what went wrong, in one of three families: the person left, it is the user's to mend, or it
 * is our bug.
 *
 * @returns the exit code that goes with it.
 */
export function explain(error: unknown, { err, tell, style }: Screen, version: string): ExitCode {
  if (error instanceof Interrupted) {
    tell(
      `\nStopped. Every answer that was shown as saved is kept; ${CHECKUP} audit goes on with an open audit.`,
    );
    return EXIT.interrupted;
  }
  if (error instanceof UserError) {
    if (error instanceof ProblemsError) {
      err(error.problems.map((problem) => `${printProblem(problem)}\n`).join(''));
    }
    tell(`${style.bad('error:')} ${visible(error.message)}`);
    if (error.hint !== undefined) tell(visible(error.hint));
    return EXIT.userError;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(
    `${stack}\nThis is a bug in checkup ${version}, not your doing; everything confirmed before is saved.\nPlease report it, with the lines above, where you got checkup from.\n`,
  );
  return EXIT.bug;
}
