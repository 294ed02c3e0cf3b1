import { visibleLine } from '../core/text.js';
import { aheadWords } from './ahead.js';
import type { Ask, Choice } from './ask.js';
import { Resized, createKeyFeed } from './key-feed.js';
import type { Terminal } from './terminal.js';

const CLEAR = '\u001b[H\u001b[2J';

/** Lines that a list leaves to what stands around it. */
const AROUND = 8;

/** Prompts that redraw themselves, for terminals that can. */
export function createInquirerAsk(terminal: Terminal): Ask {
  const { canvas, output, recent, write } = terminal;
  const feed = createKeyFeed(terminal);
  const takePaste = feed.takePaste;
  // Loaded with the first question: most commands ask none.
  const prompts = () => import('./prompts.js');
  const lines = (): number => Math.max(4, output.rows - AROUND);
  let page: (() => string) | null = null;
  // What stood on the screen before it is cleared first can still be scrolled back to.
  let isKept = false;
  const keep = (): void => {
    if (!isKept) output.write('\n'.repeat(output.rows));
    isKept = true;
  };
  // Where what was written under the page begins: it is drawn anew with it.
  let under = 0;
  const draw = (): void => {
    const ahead = feed.takeDropped();
    if (ahead.trim() !== '') {
      recent.add(`${canvas.style.warn(canvas.wrap(aheadWords(ahead)))}\n`);
    }
    keep();
    recent.over(`${CLEAR}${page === null ? '' : `${page()}\n`}${recent.since(under)}`);
  };
  /** Asks until the window keeps its size: what stands there is drawn anew for each. */
  const untilAnswered = async <T>(
    ask: (again: boolean) => Promise<T>,
    words: ((answer: T) => string) | null,
  ): Promise<T> => {
    for (let again = false; ; again = true) {
      try {
        const answer = await ask(again);
        // Inquirer writes past the screen.
        if (words !== null) recent.add(`${canvas.wrap(words(answer), '✔ ')}\n`);
        return answer;
      } catch (error) {
        if (!(error instanceof Resized)) throw error;
        draw();
      }
    }
  };

  return {
    show: (text) => {
      write(`${text}\n`);
    },
    page: (text) => {
      keep();
      page = text;
      under = recent.mark();
      draw();
    },
    choose: async <T>(question: string, choices: readonly Choice<T>[]) => {
      const { askAmong } = await prompts();
      let lit = 0;
      const onLit = (place: number): void => {
        lit = place;
      };
      return untilAnswered(
        (again) => {
          const shown = { pageSize: lines(), wrap: canvas.wrap, lit, onLit };
          return feed.run((context) => askAmong(question, choices, shown, context), {
            untilResized: true,
            again,
          });
        },
        (answer) =>
          `${question} ${choices.find(({ value }) => value === answer)?.name ?? ''}`.trimEnd(),
      );
    },
    marks: async (question) => {
      const { marksPrompt } = await import('./marks-prompt.js');
      return feed.run((context) => marksPrompt({ ...question, canvas, lines: lines() }, context));
    },
    text: async (message, options = {}) => {
      const { ESCAPE_HELD, textPrompt } = await import('./text-prompt.js');
      let isTyped = false;
      let isWarned = false;
      let typed: string | null = null;
      let redraw: () => void = () => undefined;
      const onTyped = (now: string, isOther: boolean): void => {
        typed = now;
        isTyped = isOther;
        isWarned = false;
      };
      return untilAnswered(
        (again) =>
          feed.run(
            (context) => {
              redraw = () => context.input.emit('keypress', undefined, { name: ESCAPE_HELD });
              const config = { ...options, message, canvas, takePaste, typed, onTyped };
              return textPrompt(config, context);
            },
            {
              untilResized: true,
              multiline: options.multiline === true || options.several === true,
              again: again || options.goesOn === true,
              // What was typed isn't dropped without a word.
              escape: () => {
                if (!isTyped || isWarned) return false;
                isWarned = true;
                redraw();
                return true;
              },
            },
          ),
        (answer) => `${message} ${visibleLine(answer)}`,
      );
    },
    confirm: async (message, preset) => {
      const { askConfirm } = await prompts();
      return untilAnswered(
        (again) =>
          feed.run((context) => askConfirm(message, preset, canvas.wrap, context), {
            untilResized: true,
            again,
          }),
        (answer) => `${message} ${answer ? 'Yes' : 'No'}`,
      );
    },
    entry: async (question) => {
      const { entryPrompt } = await import('./entry-prompt.js');
      let typed = '';
      const onLine = (line: string): void => {
        typed = line;
      };
      return untilAnswered((again) => {
        const config = { ...question, canvas, typed, onLine, takePaste };
        return feed.run((context) => entryPrompt(config, context), { untilResized: true, again });
      }, null);
    },
  };
}
