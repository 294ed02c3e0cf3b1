import { createInterface } from 'node:readline';
import { visibleLine } from '../core/text.js';
import { UNSEEN, aheadWords } from './ahead.js';
import type { Ask, Choice, EntryQuestion, MarksQuestion } from './ask.js';
import { Back, Interrupted } from './ask.js';
import type { Terminal } from './terminal.js';
import { wrapKeys } from './screen.js';

/** What takes a question back, where no answer can be meant by it. */
const BACK = 'b';

type Read<T> = { readonly value: T } | { readonly why: string };

/**
 * Questions as plain lines with numbered choices: nothing is redrawn and no cursor moves, for
 * terminals that can't do it and for those who listen to the screen.
 */
export function createPlainAsk({ input, write, canvas, stop }: Terminal): Ask {
  const lines = lineReader(input, stop);
  let isKeysHeard = false;
  const show = (text: string): void => {
    write(`${text}\n`);
  };
  const say = (text: string): void => {
    show(wrapKeys(text, canvas));
  };

  const until = async <T>(
    question: string,
    read: (line: string) => Read<T> | Promise<Read<T>>,
    goesOn = false,
  ): Promise<T> => {
    for (;;) {
      write(`${canvas.wrap(question)} `);
      const tell = (ahead: string): void => {
        say(aheadWords(ahead));
        write(`${canvas.wrap(question)} `);
      };
      const line = goesOn ? await lines.next() : await lines.first(tell);
      const result = await read(line);
      if ('value' in result) return result.value;
      say(result.why);
    }
  };

  /** A line and those behind it, up to an empty one. */
  const upToEmpty = async (first: string): Promise<string> => {
    const all: string[] = [];
    for (let line = first; line.trim() !== ''; line = await lines.next()) all.push(line);
    return all.join('\n');
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
    marks: async ({ question, options, marks, given, first: pressed }: MarksQuestion) => {
      const [first] = marks;
      const all = first.key.toUpperCase();
      const help = marks.map(({ key, means }) => `${key} ${means}`).join(', ');
      say(`${question}: ${help}; ${all} this and all the rest: ${first.means}; ${BACK} back.`);
      const said = new Map<string, string>();
      const [top] = options;
      if (pressed === all) return Object.fromEntries(options.map(({ id }) => [id, first.key]));
      if (pressed !== undefined && top !== undefined) said.set(top.id, pressed);
      for (let index = said.size; index < options.length;) {
        const { id, text } = options[index] ?? { id: '', text: '' };
        const before = said.get(id) ?? given[id];
        const keep = before === undefined ? '' : ` (Enter: ${before})`;
        const asked = `${String(index + 1)} of ${String(options.length)}: ${text}${keep}`;
        const mark = await until<string>(`${asked}:`, (line) => {
          const typed = line.trim() === '' ? before : line.trim();
          return typed !== undefined && [BACK, all, ...marks.map(({ key }) => key)].includes(typed)
            ? { value: typed }
            : { why: `Type ${help}.` };
        });
        if (mark === BACK) {
          if (index === 0) throw new Back();
          index -= 1;
        } else if (mark === all) {
          for (const option of options.slice(index)) said.set(option.id, first.key);
          break;
        } else {
          said.set(id, mark);
          index += 1;
        }
      }
      return Object.fromEntries(said);
    },
    text: (question, { preset, begun = '', goesOn = false, optional = false, ...options } = {}) => {
      const { multiline = false, refuse } = options;
      const shown = preset === undefined ? question : `${question} (${visibleLine(preset)})`;
      const read = async (line: string): Promise<Read<string>> => {
        const typed = multiline ? [begun, await upToEmpty(line)].join('\n').trim() : line;
        const value = typed.trim() === '' ? (preset ?? '') : typed;
        if (value === '' && !optional) return { why: 'Please type something.' };
        const why = value === '' ? null : (refuse?.(value) ?? null);
        return why === null ? { value } : { why };
      };
      return until(`${shown}${multiline ? ', ended by an empty line' : ''}:`, read, goesOn);
    },
    confirm: (question, preset) =>
      until(`${question} (${preset ? 'Y/n' : 'y/N'})`, (line) => {
        const answer = line.trim().toLowerCase();
        if (answer === '') return { value: preset };
        if (['y', 'yes'].includes(answer)) return { value: true };
        if (['n', 'no'].includes(answer)) return { value: false };
        return { why: 'Type y or n.' };
      }),
    entry: (question: EntryQuestion) => {
      // The keys are heard in full once.
      say(`${question.hint}, ${isKeysHeard ? 'or a key, which ? names' : question.also}.`);
      isKeysHeard = true;
      return until('>', (line) => {
        const entry = line.trim();
        if (question.keys.includes(entry)) return { value: entry };
        const why = question.refuse(entry);
        return why === null ? { value: entry } : { why };
      });
    },
  };
}

/** Lines of the input, one by one. */
interface LineReader {
  /** The next line, whenever it was typed. */
  next(): Promise<string>;
  /**
   * The first line that was typed after the question could be seen.
   *
   * @param tell hears each line that was typed ahead of it, and is dropped.
   */
  first(tell: (ahead: string) => void): Promise<string>;
}

/**
 * Reads lines one by one. Between questions the input doesn't keep the program from ending.
 */
function lineReader(input: NodeJS.ReadStream, stop: AbortSignal): LineReader {
  const typed: string[] = [];
  let heard: () => void = () => undefined;
  let ended = false;
  let isStarted = false;

  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
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
  };
  const next = async (): Promise<string> => {
    const something = new Promise<void>((resolve) => {
      heard = resolve;
    });
    start();
    input.ref();
    if (typed.length === 0 && !ended && !stop.aborted) await something;
    input.unref();
    const line = typed.shift();
    if (line === undefined) throw new Interrupted();
    return line;
  };
  return {
    next,
    first: async (tell) => {
      for (;;) {
        const asked = performance.now();
        const line = await next();
        if (performance.now() - asked >= UNSEEN) return line;
        tell(line);
      }
    },
  };
}
