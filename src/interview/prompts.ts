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
