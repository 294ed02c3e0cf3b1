import type { Ask, Choice, EntryQuestion } from './ask.js';
import { count } from '../core/text.js';
import { Interrupted } from './ask.js';
import type { Terminal } from './terminal.js';

/** Prompts that redraw themselves, for terminals that can. */
export function createInquirerAsk(terminal: Terminal): Ask {
  const signal = whenLeft(terminal);
  const context = { input: terminal.input, output: terminal.output, signal };
  // Loaded with the first question: most commands ask none.
  const prompts = () => import('./prompts.js');

  const put = async <T>(prompt: () => Promise<T>): Promise<T> => {
    try {
      return await prompt();
    } catch (error) {
      if (error instanceof Error && /^(?:Exit|Abort|Cancel)PromptError$/.test(error.name)) {
        throw new Interrupted();
      }
      throw error;
    } finally {
      // A prompt that ends turns the echo on; a key typed before the next one must not show.
      if (!signal.aborted) terminal.input.setRawMode(true);
    }
  };

  return {
    show: (text) => {
      terminal.write(`${text}\n`);
    },
    choose: <T>(question: string, choices: readonly Choice<T>[]) =>
      put(async () =>
        (await prompts()).select<T>(
          { message: question, choices: [...choices], pageSize: 12, loop: false },
          context,
        ),
      ),
    tick: (question, choices, ticked = []) =>
      put(async () =>
        (await prompts()).checkbox(
          {
            message: question,
            choices: choices.map(({ name, value }) => ({
              name,
              value,
              checked: ticked.includes(value),
            })),
            pageSize: 14,
            loop: false,
            theme: {
              icon: { checked: '[x]', unchecked: '[ ]' },
              style: {
                renderSelectedChoices: (ticked: readonly unknown[], all: readonly unknown[]) =>
                  `${String(ticked.length)} of ${String(all.length)}`,
              },
            },
          },
          context,
        ),
      ),
    text: async (question, { preset, optional = false, multiline = false, refuse } = {}) => {
      const paste = multiline ? watchPaste(terminal) : null;
      const line = await put(async () =>
        (await prompts()).input(
          {
            message: question,
            ...(preset === undefined ? {} : { default: preset }),
            validate: (typed) => {
              if (typed.trim() === '') return optional || 'Please type something.';
              return refuse?.(typed) ?? true;
            },
          },
          context,
        ),
      ).catch((error: unknown) => {
        paste?.stop();
        throw error;
      });
      const rest = (await paste?.rest()) ?? '';
      if (rest === '') return line;
      terminal.write(`  and ${count(rest.split('\n').length, 'more line')}\n`);
      return `${line}\n${rest}`;
    },
    confirm: (question, preset) =>
      put(async () => (await prompts()).confirm({ message: question, default: preset }, context)),
    entry: (question: EntryQuestion) =>
      put(async () => (await import('./entry-prompt.js')).entryPrompt(question, context)),
  };
}

/** Aborted when the person leaves by Ctrl-C, by Ctrl-D, or by closing the input. */
function whenLeft({ input, stop }: Terminal): AbortSignal {
  const leaving = new AbortController();
  const leave = (): void => {
    leaving.abort();
  };
  input.once('end', leave);
  // Readline closes a prompt on Ctrl-D without settling it.
  input.on(
    'keypress',
    (_text: string | undefined, key: { name?: string; ctrl?: boolean } | undefined) => {
      if (key?.ctrl === true && key.name === 'd') leave();
    },
  );
  return AbortSignal.any([stop, leaving.signal]);
}

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';
const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

/**
 * How long nothing may come before a pasted text counts as whole, in milliseconds: long where its
 * end mark is still to come, as over a slow line.
 */
const QUIET = { marked: 5000, unmarked: 300 };

/**
 * Readline takes the first line of a pasted text for the answer and drops the others. This keeps
 * what comes behind it: up to the mark that a terminal sets at the end of a paste, and where it
 * sets none, until nothing more comes.
 */
function watchPaste({ input, output }: Terminal): {
  rest: () => Promise<string>;
  stop: () => void;
} {
  let seen = '';
  let heard: () => void = () => undefined;
  const look = (chunk: Buffer | string): void => {
    seen += String(chunk);
    heard();
  };
  const behind = (): string => {
    const text = seen.replace(/\r\n?/g, '\n').replaceAll(PASTE_START, '');
    const [whole = ''] = text.split(PASTE_END);
    const end = whole.indexOf('\n');
    return end < 0 ? '' : whole.slice(end + 1);
  };
  const stop = (): void => {
    input.off('data', look);
    output.write(PASTE_OFF);
  };
  input.on('data', look);
  output.write(PASTE_ON);
  return {
    stop,
    rest: async () => {
      const isMarked = seen.includes(PASTE_START);
      const isWhole = (): boolean => isMarked && seen.includes(PASTE_END);
      if (behind() !== '' || (isMarked && !isWhole())) {
        input.resume();
        for (let size = -1; !isWhole() && size !== seen.length;) {
          size = seen.length;
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, isMarked ? QUIET.marked : QUIET.unmarked);
            heard = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        input.pause();
      }
      stop();
      return behind().trimEnd();
    },
  };
}
