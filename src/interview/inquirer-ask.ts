import { aheadWords } from './ahead.js';
import type { Ask, Choice } from './ask.js';
import { Resized, createKeyFeed } from './key-feed.js';
import type { Terminal } from './terminal.js';

const CLEAR = '\u001b[H\u001b[2J';

/** Lines that a list leaves to what stands around it. */
const AROUND = 8;

/** Prompts that redraw themselves, for terminals that can. */
export function createInquirerAsk(terminal: Terminal): Ask {
  const { canvas, output, write } = terminal;
  const feed = createKeyFeed(terminal);
  const takePaste = feed.takePaste;
  // Loaded with the first question: most commands ask none.
  const prompts = () => import('./prompts.js');
  const lines = (): number => Math.max(4, output.rows - AROUND);
  let page: (() => string) | null = null;
  // What was shown under the page: it is drawn anew with it.
  let below: string[] = [];
  const draw = (): void => {
    const ahead = feed.takeDropped();
    if (ahead.trim() !== '') below.push(canvas.style.warn(canvas.wrap(aheadWords(ahead))));
    if (page === null) return;
    write(`${CLEAR}${[page(), ...below].join('\n')}\n`);
  };

  return {
    show: (text) => {
      below.push(text);
      write(`${text}\n`);
    },
    page: (text) => {
      // What stood on the screen before the first page can still be scrolled back to.
      if (page === null) write('\n'.repeat(output.rows));
      page = text;
      below = [];
      draw();
    },
    choose: async <T>(question: string, choices: readonly Choice<T>[]) => {
      const { askAmong } = await prompts();
      return feed.run((context) => askAmong(question, choices, lines(), context));
    },
    marks: async (question) => {
      const { marksPrompt } = await import('./marks-prompt.js');
      return feed.run((context) => marksPrompt({ ...question, canvas, lines: lines() }, context));
    },
    text: async (message, options = {}) => {
      const { ESCAPE_HELD, textPrompt } = await import('./text-prompt.js');
      let isTyped = false;
      let isWarned = false;
      let redraw: () => void = () => undefined;
      const config = {
        ...{ ...options, message, canvas, takePaste },
        onTyped: (now: boolean) => {
          isTyped = now;
          isWarned = false;
        },
      };
      return feed.run(
        (context) => {
          redraw = () => context.input.emit('keypress', undefined, { name: ESCAPE_HELD });
          return textPrompt(config, context);
        },
        {
          multiline: options.multiline === true || options.several === true,
          again: options.goesOn === true,
          // What was typed isn't dropped without a word.
          escape: () => {
            if (!isTyped || isWarned) return false;
            isWarned = true;
            redraw();
            return true;
          },
        },
      );
    },
    confirm: async (message, preset) => {
      const { askConfirm } = await prompts();
      return feed.run((context) => askConfirm(message, preset, context));
    },
    entry: async (question) => {
      const { entryPrompt } = await import('./entry-prompt.js');
      let typed = '';
      const onLine = (line: string): void => {
        typed = line;
      };
      for (let again = false; ; again = true) {
        try {
          const config = { ...question, canvas, typed, onLine, takePaste };
          return await feed.run((context) => entryPrompt(config, context), {
            untilResized: true,
            again,
          });
        } catch (error) {
          if (!(error instanceof Resized)) throw error;
          draw();
        }
      }
    },
  };
}
