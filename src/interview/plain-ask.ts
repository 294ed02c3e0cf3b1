import type { Interface } from 'node:readline';
import { createInterface } from 'node:readline';
import type { Ask, Choice, EntryQuestion } from './ask.js';
import { Interrupted } from './ask.js';
import type { Terminal } from './terminal.js';

/**
 * Questions as plain lines with numbered choices: nothing is redrawn and no cursor moves, for
 * terminals that can't do it and for those who listen to the screen.
 */
export function createPlainAsk({ input, write, stop }: Terminal): Ask {
  const lines = lineReader(input, stop);
  const show = (text: string): void => {
    write(`${text}\n`);
  };

  const until = async <T>(
    question: string,
    read: (line: string) => { value: T } | { why: string },
  ): Promise<T> => {
    for (;;) {
      write(`${question} `);
      const result = read(await lines.next());
      if ('value' in result) return result.value;
      show(result.why);
    }
  };

  const numbered = (choices: readonly Choice<unknown>[]): void => {
    choices.forEach((choice, index) => {
      show(`  ${String(index + 1)}. ${choice.name}`);
    });
  };

  return {
    show,
    choose: <T>(question: string, choices: readonly Choice<T>[]) => {
      show(question);
      numbered(choices);
      return until<T>('Number:', (line) => {
        const choice = /^\d+$/.test(line.trim()) ? choices[Number(line) - 1] : undefined;
        return choice ?? { why: `Type a number from 1 to ${String(choices.length)}.` };
      });
    },
    tick: (question, choices, ticked = []) => {
      show(question);
      numbered(choices);
      const before = choices.flatMap(({ value }, index) =>
        ticked.includes(value) ? [String(index + 1)] : [],
      );
      const none =
        before.length === 0 ? 'Enter for none' : `Enter for ${before.join(' ')}, 0 for none`;
      return until(`Numbers with spaces between, ${none}:`, (line) => {
        if (line.trim() === '' && before.length > 0) return { value: [...ticked] };
        if (line.trim() === '0') return { value: [] };
        const words = line.split(/[\s,]+/).filter((word) => word !== '');
        const picked = choices.filter((_, index) => words.includes(String(index + 1)));
        return new Set(words).size === picked.length
          ? { value: picked.map((choice) => choice.value) }
          : { why: `Type numbers from 1 to ${String(choices.length)}.` };
      });
    },
    text: (question, { preset, optional = false, refuse } = {}) =>
      until(preset === undefined ? question : `${question} (${preset})`, (line) => {
        const value = line.trim() === '' ? (preset ?? '') : line;
        if (value === '' && !optional) return { why: 'Please type something.' };
        const why = value === '' ? null : (refuse?.(value) ?? null);
        return why === null ? { value } : { why };
      }),
    confirm: (question, preset) =>
      until(`${question} (${preset ? 'Y/n' : 'y/N'})`, (line) => {
        const answer = line.trim().toLowerCase();
        if (answer === '') return { value: preset };
        if (['y', 'yes'].includes(answer)) return { value: true };
        if (['n', 'no'].includes(answer)) return { value: false };
        return { why: 'Type y or n.' };
      }),
    entry: (question: EntryQuestion) => {
      // What is left of a pasted text must not answer an item.
      lines.forget();
      show(question.hint);
      return until('>', (line) => {
        const entry = line.trim();
        if (question.keys.includes(entry)) return { value: entry };
        const why = question.refuse(entry);
        return why === null ? { value: entry } : { why };
      });
    },
  };
}

/**
 * Reads lines one by one; what was typed ahead waits for its question. Between questions the input
 * rests, so that it doesn't keep the program from ending.
 */
function lineReader(
  input: NodeJS.ReadStream,
  stop: AbortSignal,
): { next(): Promise<string>; forget(): void } {
  const typed: string[] = [];
  let waiting: { resolve: (line: string) => void; reject: (error: Error) => void } | null = null;
  let ended = false;
  let reader: Interface | null = null;

  const start = (): Interface => {
    const started = createInterface({ input, terminal: false });
    started.on('line', (line) => {
      if (waiting === null) typed.push(line);
      else waiting.resolve(line);
      waiting = null;
    });
    started.on('close', () => {
      ended = true;
      waiting?.reject(new Interrupted());
      waiting = null;
    });
    stop.addEventListener('abort', () => {
      started.close();
    });
    return started;
  };
  return {
    forget: () => {
      typed.length = 0;
    },
    next: async () => {
      reader ??= start();
      const line = typed.shift();
      if (line !== undefined) return line;
      if (ended || stop.aborted) throw new Interrupted();
      reader.resume();
      try {
        return await new Promise<string>((resolve, reject) => {
          waiting = { resolve, reject };
        });
      } finally {
        reader.pause();
      }
    },
  };
}
