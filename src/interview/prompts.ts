import { createPromptModule } from 'inquirer';
import type { Choice } from './ask.js';
import type { PromptContext } from './key-feed.js';

// What of Inquirer runs the plain questions. It is loaded with the first of them.

/** One of several, in a list of so many lines. */
export async function askSelect<T>(
  message: string,
  choices: readonly Choice<T>[],
  pageSize: number,
  context: PromptContext,
): Promise<T> {
  const { answer } = await createPromptModule(context)<{ answer: number }>({
    type: 'select',
    name: 'answer',
    message,
    choices: choices.map(({ name }, value) => ({ name, value })),
    pageSize,
    loop: false,
  });
  const chosen = choices[answer];
  if (chosen === undefined) throw new TypeError('Inquirer answered with what was no choice');
  return chosen.value;
}

/** Of so many choices a list is searched by typing. */
export const MANY = 15;

/** The choices in whose names all typed words are. */
export function matching<T>(choices: readonly Choice<T>[], typed: string): readonly Choice<T>[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return choices.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

/** One of many, found by typing words of it. */
export async function askSearch<T>(
  message: string,
  choices: readonly Choice<T>[],
  pageSize: number,
  context: PromptContext,
): Promise<T> {
  const { answer } = await createPromptModule(context)<{ answer: number }>({
    type: 'search',
    name: 'answer',
    message,
    pageSize,
    source: (typed) =>
      matching(choices, typed ?? '').map((one) => ({
        name: one.name,
        value: choices.indexOf(one),
      })),
  });
  const chosen = choices[answer];
  if (chosen === undefined) throw new TypeError('Inquirer answered with what was no choice');
  return chosen.value;
}

/** Yes or no; Enter alone gives `preset`. */
export async function askConfirm(
  message: string,
  preset: boolean,
  context: PromptContext,
): Promise<boolean> {
  const { answer } = await createPromptModule(context)<{ answer: boolean }>({
    type: 'confirm',
    name: 'answer',
    message,
    default: preset,
  });
  return answer;
}
