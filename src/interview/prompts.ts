import { createPromptModule } from 'inquirer';
import type { Choice } from './ask.js';
import type { PromptContext } from './key-feed.js';

// What of Inquirer runs the plain questions. It is loaded with the first of them.

/** Of more choices than this a list is searched by typing. */
const MANY = 15;

/** The choices in whose names all typed words are, by their number. */
function matching(choices: readonly Choice<unknown>[], typed: string) {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return choices
    .map(({ name }, value) => ({ name, value }))
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

/** One of several, in a list of so many lines; of many, found by typing words of it. */
export async function askAmong<T>(
  message: string,
  choices: readonly Choice<T>[],
  pageSize: number,
  context: PromptContext,
): Promise<T> {
  const ask = createPromptModule(context);
  const common = { name: 'answer', message, pageSize } as const;
  const { answer } =
    choices.length > MANY
      ? await ask<{ answer: number }>({
          ...common,
          type: 'search',
          source: (typed) => matching(choices, typed ?? ''),
        })
      : await ask<{ answer: number }>({
          ...common,
          type: 'select',
          choices: matching(choices, ''),
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
