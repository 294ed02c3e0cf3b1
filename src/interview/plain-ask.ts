import type { Interface } from 'node:readline';
import { createInterface } from 'node:readline';
import type { Ask, Choice, EntryQuestion, MarksQuestion } from './ask.js';
import { Back, Interrupted } from './ask.js';
import type { Terminal } from './terminal.js';

/** What takes a question back, where no answer can be meant by it. */
const BACK = 'b';

/** How long the lines of a pasted text may come behind its first, in milliseconds. */
const PASTE_QUIET = 100;

type Read<T> = { readonly value: T } | { readonly why: string };

/**
 * Questions as plain lines with numbered choices: nothing is redrawn and no cursor moves, for
 * terminals that can't do it and for those who listen to the screen.
 */
export function createPlainAsk({ input, write, canvas, stop }: Terminal): Ask {
  const lines = lineReader(input, stop);
  const show = (text: string): void => {
    write(`${text}\n`);
  };
  const say = (text: string): void => {
    show(canvas.wrap(text));
  };

  const until = async <T>(
    question: string,
    read: (line: string) => Read<T> | Promise<Read<T>>,
  ): Promise<T> => {
    for (;;) {
      write(`${canvas.wrap(question)} `);
      const result = await read(await lines.next());
      if ('value' in result) return result.value;
      say(result.why);
    }
  };

  return {
    show,
    page: (text) => {
      show(text());
    },
    choose: <T>(question: string, choices: readonly Choice<T>[]) => {
      say(question);
      choices.forEach((choice, index) => {
        show(canvas.wrap(choice.name, `  ${String(index + 1)}. `));
      });
      return until<T>('Number:', (line) => {
        if (line.trim() === BACK) throw new Back();
        const choice = /^\d+$/.test(line.trim()) ? choices[Number(line) - 1] : undefined;
        return choice ?? { why: `Type a number from 1 to ${String(choices.length)}.` };
      });
    },
    marks: async ({ question, options, marks, given }: MarksQuestion) => {
      const [first] = marks;
      const all = first.key.toUpperCase();
      const help = marks.map(({ key, means }) => `${key} ${means}`).join(', ');
      say(`${question}: ${help}; ${all} this and all the rest: ${first.means}; ${BACK} back.`);
      const said: Record<string, string> = {};
      for (const [index, { id, text }] of options.entries()) {
        const before = given[id];
        const keep = before === undefined ? '' : ` (Enter: ${before})`;
        const asked = `${String(index + 1)} of ${String(options.length)}: ${text}${keep}`;
        const mark = await until<string>(`${asked}:`, (line) => {
          const typed = line.trim() === '' ? before : line.trim();
          if (typed === BACK) throw new Back();
          return typed !== undefined && [all, ...marks.map(({ key }) => key)].includes(typed)
            ? { value: typed }
            : { why: `Type ${help}.` };
        });
        if (mark === all) {
          const rest = options.slice(index).map((option) => [option.id, first.key] as const);
          return { ...said, ...Object.fromEntries(rest) };
        }
        said[id] = mark;
      }
      return said;
    },
    text: (question, { preset, optional = false, multiline = false, refuse } = {}) => {
      const asked = preset === undefined ? question : `${question} (${preset})`;
      return until(`${asked}:`, async (line) => {
        const typed = multiline ? [line, ...(await lines.pasted())].join('\n') : line;
        const value = typed.trim() === '' ? (preset ?? '') : typed;
        if (value === '' && !optional) return { why: 'Please type something.' };
        const why = value === '' ? null : (refuse?.(value) ?? null);
        return why === null ? { value } : { why };
      });
    },
    confirm: (question, preset) =>
      until(`${question} (${preset ? 'Y/n' : 'y/N'})`, (line) => {
        const answer = line.trim().toLowerCase();
        if (answer === '') return { value: preset };
        if (['y', 'yes'].includes(answer)) return { value: true };
        if (['n', 'no'].includes(answer)) return { value: false };
        return { why: 'Type y or n.' };
      }),
    entry: async (question: EntryQuestion) => {
      // What is left of a pasted text must not answer an item.
      await lines.forget();
      say(question.hint);
      return until('>', (line) => {
        const entry = line.trim();
        if (question.keys.includes(entry)) return { value: entry };
        const why = question.refuse(entry);
        return why === null ? { value: entry } : { why };
      });
    },
    forget: lines.forget,
  };
}

/** Lines of the input, one by one. */
interface LineReader {
  next(): Promise<string>;
  /** The lines that came together with the one before, as those of a pasted text do. */
  pasted(): Promise<string[]>;
  readonly forget: () => Promise<void>;
}

/**
 * Reads lines one by one; what was typed ahead waits for its question. Between questions the input
 * rests, so that it doesn't keep the program from ending.
 */
function lineReader(input: NodeJS.ReadStream, stop: AbortSignal): LineReader {
  const typed: string[] = [];
  let heard: () => void = () => undefined;
  let ended = false;
  let reader: Interface | null = null;

  const start = (): Interface => {
    const started = createInterface({ input, terminal: false });
    started.on('line', (line) => {
      typed.push(line);
      heard();
    });
    started.on('close', () => {
      ended = true;
      heard();
    });
    stop.addEventListener('abort', () => {
      started.close();
    });
    return started;
  };
  /** Waits until something has come: a line, or the end. */
  const something = (): Promise<void> =>
    new Promise((resolve) => {
      heard = resolve;
    });
  /** What comes within a moment. */
  const rest = async (): Promise<string[]> => {
    reader?.resume();
    await new Promise((resolve) => setTimeout(resolve, PASTE_QUIET));
    reader?.pause();
    return typed.splice(0);
  };
  return {
    forget: async () => {
      await rest();
    },
    pasted: rest,
    next: async () => {
      reader ??= start();
      if (typed.length === 0 && !ended && !stop.aborted) {
        reader.resume();
        await something();
        reader.pause();
      }
      const line = typed.shift();
      if (line === undefined) throw new Interrupted();
      return line;
    },
  };
}
