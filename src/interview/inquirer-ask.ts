import type { Ask, Choice, EntryQuestion } from './ask.js';
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
    text: async (question, { preset, optional = false, refuse } = {}) => {
      const pasted = watchPaste(terminal.input);
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
      ).finally(pasted.stop);
      const rest = pasted.rest();
      if (rest !== '') terminal.write(`  and ${String(rest.split('\n').length)} more lines\n`);
      return rest === '' ? line : `${line}\n${rest}`;
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

/**
 * Readline takes the first line of a pasted text for the answer and drops the others. This keeps
 * what came behind it in the same piece of input.
 */
function watchPaste(input: NodeJS.ReadStream): { rest(): string; stop: () => void } {
  let rest = '';
  const look = (chunk: Buffer | string): void => {
    const text = String(chunk).replace(/\r\n?/g, '\n');
    const end = text.indexOf('\n');
    if (end >= 0) rest = text.slice(end + 1).trimEnd();
  };
  input.on('data', look);
  return {
    rest: () => rest,
    stop: () => {
      input.off('data', look);
    },
  };
}
