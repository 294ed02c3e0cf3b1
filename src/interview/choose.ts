import { UserError } from '../core/errors.js';
import type { Ask, Choice } from './ask.js';

/**
 * Prompts, or an error that says how to do without.
 *
 * @param instead what can be given in place of an answer.
 */
export function requireAsk(ask: Ask | null, missing: string, instead: string): Ask {
  if (ask !== null) return ask;
  throw new UserError(`${missing}, and there is no terminal to ask in.`, `Give ${instead}.`);
}

/**
 * Which of several is meant.
 *
 * @throws UserError, the one given, where nobody can be asked.
 */
export async function chooseAmong<T>(
  ask: Ask | null,
  question: string,
  choices: readonly Choice<T>[],
  why: UserError,
): Promise<T> {
  if (ask === null) throw why;
  return ask.choose(question, choices);
}
