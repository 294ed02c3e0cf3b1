import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';
import { Back, Interrupted } from './ask.js';
import type { Terminal } from './terminal.js';

/** A key as Node reads it. */
interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

/** What a prompt of Inquirer runs in. */
export interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** The window has another size: what is on the screen has to be drawn anew. */
export class Resized extends Error {
  override readonly name = 'Resized';
}

/** The name of the key event by which a prompt hears that `takePaste` has a text for it. */
export const PASTE = 'paste';

/**
 * The keys of a terminal, one by one. Inquirer opens and closes the input with every prompt and
 * drops what is typed in between; here the input is ours, and a key waits until a prompt takes it.
 */
export interface KeyFeed {
  /**
   * Runs one prompt on the keys.
   *
   * @throws Back on Escape, Interrupted when the person leaves, Resized when that was asked for.
   */
  run<T>(
    prompt: (context: PromptContext) => Promise<T>,
    options?: { readonly untilResized?: boolean },
  ): Promise<T>;
  /** The text that was pasted last, with line feeds; '' once it is taken. */
  readonly takePaste: () => string;
  /** Drops the keys that no prompt has taken yet, those still in the terminal with them. */
  readonly forget: () => Promise<void>;
}

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

/**
 * How long nothing may come before a pasted text counts as whole, in milliseconds: long where its
 * end mark is still to come, as over a slow line.
 */
const QUIET = { marked: 5000, unmarked: 300 };

/** Nobody types text past a line break within one read: that is a paste without marks. */
function isUnmarkedPaste(chunk: string): boolean {
  return /[\r\n][^\r\n]/.test(chunk) && !/(?![\t\r\n])\p{Cc}/u.test(chunk);
}

/** How long it takes to read what waits in the terminal, in milliseconds. */
const DRAIN = 30;

type Typed = { readonly text: string | undefined; readonly key: Key } | { readonly pasted: string };

export function createKeyFeed({ input, output, stop }: Terminal): KeyFeed {
  const leaving = new AbortController();
  const left = AbortSignal.any([stop, leaving.signal]);
  const hasLeft = (): boolean => left.aborted;
  const waiting: Typed[] = [];
  let active: { readonly source: PassThrough; readonly ending: AbortController } | null = null;
  let feeding = false;
  let pasted = '';

  /** Gives the waiting keys to the prompt, each after the one before has had its effect. */
  const feed = async (): Promise<void> => {
    if (feeding) return;
    feeding = true;
    for (let next; active !== null && (next = waiting.shift()) !== undefined;) {
      if ('pasted' in next) {
        pasted = next.pasted;
        active.source.emit('keypress', undefined, { name: PASTE });
      } else if (next.key.name === 'escape') {
        active.ending.abort(new Back());
      } else {
        active.source.emit('keypress', next.text, next.key);
      }
      // The prompt may have settled; whoever waits for it goes on within this turn.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    feeding = false;
  };
  const take = (typed: Typed): void => {
    waiting.push(typed);
    void feed();
  };
  const listen = once(() => {
    const paste = collectPaste(take);
    input.on('data', paste.hear);
    emitKeypressEvents(input);
    input.on('keypress', (text: string | undefined, key: Key) => {
      if (key.ctrl === true && (key.name === 'c' || key.name === 'd')) leaving.abort();
      else if (paste.takes(key)) return;
      // Ctrl-Z would stop us but not a Node that has started us.
      else if (key.ctrl === true && key.name === 'z') return;
      else if (key.meta === true && text === undefined && key.name !== 'escape') {
        // Escape, and at once another key.
        take({ text: undefined, key: { name: 'escape' } });
        take({ text: key.name, key: { name: key.name, sequence: key.name } });
      } else take({ text, key });
    });
    input.once('end', () => {
      leaving.abort();
    });
  });

  return {
    run: async (prompt, { untilResized = false } = {}) => {
      if (hasLeft()) throw new Interrupted();
      listen();
      const ending = new AbortController();
      const source = new PassThrough();
      const resized = (): void => {
        ending.abort(new Resized());
      };
      input.setRawMode(true);
      input.resume();
      output.write(PASTE_ON);
      if (untilResized) output.on('resize', resized);
      active = { source, ending };
      try {
        const answer = prompt({
          input: source,
          output,
          signal: AbortSignal.any([left, ending.signal]),
        });
        void feed();
        return await answer;
      } catch (error) {
        if (hasLeft()) throw new Interrupted();
        if (ending.signal.aborted) throw ending.signal.reason;
        // By a signal that Inquirer has heard before we did.
        if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
        throw error;
      } finally {
        active = null;
        output.off('resize', resized);
        output.write(PASTE_OFF);
        // The program can end; what is typed now waits in the terminal.
        input.pause();
      }
    },
    takePaste: () => {
      const text = pasted;
      pasted = '';
      return text;
    },
    forget: async () => {
      input.resume();
      await new Promise((resolve) => setTimeout(resolve, DRAIN));
      input.pause();
      waiting.length = 0;
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

/** Takes the keys of a pasted text out of the stream, and gives them on as one text. */
function collectPaste(give: (typed: Typed) => void): {
  readonly hear: (chunk: Buffer | string) => void;
  readonly takes: (key: Key) => boolean;
} {
  let collected: { text: string; readonly marked: boolean } | null = null;
  let timer: NodeJS.Timeout | undefined;

  const finish = (): void => {
    clearTimeout(timer);
    if (collected === null) return;
    const { text, marked } = collected;
    collected = null;
    const lines = text.replace(/\r\n?/g, '\n');
    give({ pasted: lines.trimEnd() });
    // Without marks, a line break at the end is what the Enter key sends too.
    if (!marked && lines.endsWith('\n')) give({ text: '\r', key: { name: 'return' } });
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (collected !== null) {
      timer = setTimeout(finish, collected.marked ? QUIET.marked : QUIET.unmarked);
    }
  };
  return {
    hear: (chunk) => {
      if (collected === null && isUnmarkedPaste(String(chunk))) {
        collected = { text: '', marked: false };
      }
      wait();
    },
    takes: (key) => {
      if (key.name === 'paste-start') {
        collected = { text: '', marked: true };
        wait();
        return true;
      }
      if (key.name === 'paste-end') {
        finish();
        return true;
      }
      if (collected === null) return false;
      collected.text += key.sequence ?? '';
      return true;
    },
  };
}
