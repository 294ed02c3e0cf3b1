import { styleText } from 'node:util';
import { createPromptModule } from 'inquirer';
import type { Choice } from './ask.js';
import type { PromptContext } from './key-feed.js';
import type { Canvas } from './terminal.js';

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

/** How a list is shown. */
interface Shown {
  /** Lines that it takes. */
  readonly pageSize: number;
  readonly wrap: Canvas['wrap'];
  /** The place of the choice that is lit at first. */
  readonly lit: number;
  /** Hears which one is. */
  readonly onLit: (place: number) => void;
}

/** One of several; of many, found by typing words of it. */
export async function askAmong<T>(
  message: string,
  choices: readonly Choice<T>[],
  { pageSize, wrap, lit, onLit }: Shown,
  context: PromptContext,
): Promise<T> {
  const ask = createPromptModule(context);
  const common = { name: 'answer', message: hanging(message, wrap), pageSize } as const;
  // Inquirer itself breaks lines in the middle of a word.
  const shown = (typed: string) =>
    matching(choices, typed).map(({ name, value }) => ({
      value,
      name: hanging(name, wrap),
      short: behind(message, name, wrap),
    }));
  const { answer } =
    choices.length > MANY
      ? await ask<{ answer: number }>({
          ...common,
          type: 'search',
          source: (typed) => shown(typed ?? ''),
        })
      : await ask<{ answer: number }>({
          ...common,
          type: 'select',
          choices: shown(''),
          default: lit,
          loop: false,
          theme: {
            style: { highlight: (text: string) => highlighted(text, choices, wrap, onLit) },
          },
        });
  const chosen = choices[answer];
  if (chosen === undefined) throw new TypeError('Inquirer answered with what was no choice');
  return chosen.value;
}

/** Yes or no; Enter alone gives `preset`. */
export async function askConfirm(
  message: string,
  preset: boolean,
  wrap: Canvas['wrap'],
  context: PromptContext,
): Promise<boolean> {
  const whole = hanging(`${message} (Y/n) Yes`, wrap);
  const { answer } = await createPromptModule(context)<{ answer: boolean }>({
    type: 'confirm',
    name: 'answer',
    message: whole.slice(0, whole.lastIndexOf('(')).replace(/ $/, ''),
    default: preset,
  });
  return answer;
}

/** Before each text stands a sign of Inquirer's. */
const SIGN = '  ';

/** A text in lines that fit the screen behind a sign. */
function hanging(text: string, wrap: Canvas['wrap']): string {
  return wrap(text, SIGN).slice(SIGN.length);
}

/** An answer in lines that fit behind its question. */
function behind(message: string, name: string, wrap: Canvas['wrap']): string {
  // Inquirer begins another line behind one that is full: the last leaves room for a sign.
  const whole = hanging(`${message} ${name}.`, wrap).slice(0, -1);
  return whole.slice(hanging(message, wrap).length).replace(/^ /, '');
}

function highlighted(
  text: string,
  choices: readonly Choice<unknown>[],
  wrap: Canvas['wrap'],
  onLit: (place: number) => void,
): string {
  const place = choices.findIndex(({ name }) => text.endsWith(` ${hanging(name, wrap)}`));
  if (place >= 0) onLit(place);
  return styleText('cyan', text);
}
