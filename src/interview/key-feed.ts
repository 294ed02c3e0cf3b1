import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';
import { UNSEEN } from './ahead.js';
import { Back, Interrupted } from './ask.js';
import type { Key } from './paste.js';
import { collectPaste } from './paste.js';
import type { Terminal } from './terminal.js';

/** What a prompt of Inquirer runs in. */
export interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** How a prompt takes its keys. */
interface RunOptions {
  /** Ends it when the window changes its size, or when what was typed ahead of it is to be told. */
  readonly untilResized?: boolean;
  /** Whether it goes on with the one before, and takes what was typed in between. */
  readonly again?: boolean;
  /** Hears Escape first: true where the prompt makes something of it, and is to stay. */
  readonly escape?: () => boolean;
  /** Whether it takes texts of several lines, also from terminals that don't mark a paste. */
  readonly multiline?: boolean;
}

/** The window has another size: what is on the screen has to be drawn anew. */
export class Resized extends Error {
  override readonly name = 'Resized';
}

/** The name of the key event by which a prompt hears that `takePaste` has a text for it. */
export const PASTE = 'paste';

/**
 * The keys of a terminal, one by one. Inquirer opens and closes the input with every prompt; here the
 * input is ours. A key answers the question that was on the screen when it was pressed, and no other:
 * what comes before anybody can have seen a question is dropped, up to a pause, and told.
 */
export interface KeyFeed {
  /**
   * Runs one prompt on the keys.
   *
   * @throws Back on Escape, Interrupted when the person leaves, Resized when that was asked for.
   */
  run<T>(prompt: (context: PromptContext) => Promise<T>, options?: RunOptions): Promise<T>;
  /** The text that was pasted last, with line feeds; '' once it is taken. */
  readonly takePaste: () => string;
  /** What was typed ahead of a question and dropped, since this was last asked. */
  readonly takeDropped: () => string;
}

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';
const ESCAPE = '\u001b';
const BELL = '\u0007';

type Typed =
  { readonly text: string | undefined; readonly key: Key } | { readonly pasted: string } | 'back';

/** A prompt that is open. */
interface Open {
  readonly source: PassThrough;
  readonly ending: AbortController;
  readonly multiline: boolean;
  readonly untilResized: boolean;
  readonly escape: () => boolean;
}

/** Feeds the keys of a terminal to the prompts that are run on it. */
export function createKeyFeed({ input, output, stop, leave }: Terminal): KeyFeed {
  const ended = new AbortController();
  const left = AbortSignal.any([stop, ended.signal]);
  const hasLeft = (): boolean => left.aborted;
  const waiting: Typed[] = [];
  let open: Open | null = null;
  let isFeeding = false;
  let pasted = '';
  /** Until when a key is none for the prompt that is open. */
  let unseen = 0;
  let dropped = '';
  let telling: NodeJS.Timeout | undefined;

  const drop = (typed: Typed): void => {
    unseen = performance.now() + UNSEEN;
    if (typed !== 'back') dropped += 'pasted' in typed ? typed.pasted : (typed.text ?? '');
    clearTimeout(telling);
    telling = setTimeout(() => {
      // An Enter too many says nothing that would be missed.
      if (dropped.trim() === '') return;
      output.write(BELL);
      if (open?.untilResized === true) open.ending.abort(new Resized());
    }, UNSEEN);
  };

  /** Gives the waiting keys to the prompt, each after the one before has had its effect. */
  const feed = async (): Promise<void> => {
    if (isFeeding) return;
    isFeeding = true;
    for (let next; open !== null && (next = waiting.shift()) !== undefined;) {
      if (next === 'back') {
        if (!open.escape()) open.ending.abort(new Back());
      } else if ('pasted' in next) {
        pasted = next.pasted;
        open.source.emit('keypress', undefined, { name: PASTE });
      } else {
        open.source.emit('keypress', next.text, next.key);
      }
      // The prompt may have settled; whoever waits for it goes on within this turn.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    isFeeding = false;
  };
  const take = (typed: Typed): void => {
    if (open !== null && performance.now() < unseen) {
      drop(typed);
      return;
    }
    waiting.push(typed);
    void feed();
  };
  const listen = once(() => {
    const paste = collectPaste((text, enter) => {
      take({ pasted: text });
      if (enter) take({ text: '\r', key: { name: 'return', sequence: '\r' } });
    });
    // Readline waits half a second for what may follow an Escape; a person shouldn't.
    let escaped = false;
    input.on('data', (chunk: Buffer | string) => {
      const text = String(chunk);
      paste.hear(text, open?.multiline === true);
      if (text !== ESCAPE) return;
      escaped = true;
      take('back');
    });
    emitKeypressEvents(input);
    input.on('keypress', (text: string | undefined, key: Key) => {
      const isControl = (...names: string[]): boolean =>
        key.ctrl === true && names.includes(key.name ?? '');
      if (isControl('c', 'd')) {
        ended.abort();
        paste.stop();
        // Whatever is at work outside of a prompt has to hear it too.
        if (open === null) leave();
      } else if (paste.takes(key)) return;
      // Ctrl-Z would stop us but not a Node that has started us.
      else if (isControl('z')) return;
      else if (key.name === 'escape') escaped = false;
      else if (key.meta !== true) take({ text, key });
      else if (escaped) {
        // An Escape, taken already, and the key behind it; Alt and a key together is no key here.
        escaped = false;
        const sequence = key.sequence?.replaceAll(ESCAPE, '') ?? '';
        take({ text: sequence, key: { ...key, meta: false, sequence } });
      }
    });
    input.once('end', () => {
      ended.abort();
      paste.stop();
    });
    input.setRawMode(true);
    input.resume();
  });

  return {
    run: async (prompt, options = {}) => {
      const { untilResized = false, multiline = false, again = false } = options;
      const { escape = () => false } = options;
      if (hasLeft()) throw new Interrupted();
      listen();
      const ending = new AbortController();
      const source = new PassThrough();
      const resized = (): void => {
        ending.abort(new Resized());
      };
      input.ref();
      output.write(PASTE_ON);
      if (untilResized) output.on('resize', resized);
      open = { source, ending, multiline, untilResized, escape };
      // What the prompt before didn't take was typed ahead of this one.
      if (!again) {
        unseen = performance.now() + UNSEEN;
        for (const typed of waiting.splice(0)) drop(typed);
      }
      try {
        const signal = AbortSignal.any([left, ending.signal]);
        const answer = prompt({ input: source, output, signal });
        // Some prompts listen only when this turn is over.
        setImmediate(() => void feed());
        return await answer;
      } catch (error) {
        if (hasLeft()) throw new Interrupted();
        if (ending.signal.aborted) throw ending.signal.reason;
        // By a signal that Inquirer has heard before we did.
        if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
        throw error;
      } finally {
        open = null;
        output.off('resize', resized);
        output.write(PASTE_OFF);
        // The keys are still listened to, but they don't keep the program from ending.
        input.unref();
      }
    },
    takePaste: () => {
      const text = pasted;
      pasted = '';
      return text;
    },
    takeDropped: () => {
      const text = dropped;
      dropped = '';
      return text;
    },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
