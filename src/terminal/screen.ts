import { toAscii } from './ascii.js';
import { fit, wrap } from '../formats/layout.js';
import type { Watch } from '../core/progress.js';
import { unwatched } from '../core/progress.js';
import { createProgressLine } from './progress.js';
import type { Style } from './style.js';
import { createStyle } from './style.js';

/** Where texts go: the part of a stream that a screen needs. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
  write(text: string): unknown;
}

/** What a screen is made of. */
export interface ScreenOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  /** One line after the other: no cursor movement, no redrawing, no columns to line up. */
  readonly isPlain: boolean;
  readonly colours: boolean;
  /** Whether our own signs have to be plain ASCII. */
  readonly ascii: boolean;
  /** Puts the way this program was called in place of its name. */
  readonly asCalled: (text: string) => string;
}

/** The last lines that were written to a terminal, to be written anew on a cleared one. */
export interface Recent {
  /** A place to look back to. */
  readonly mark: () => number;
  /** What was written since a mark, in lines that fit the screen as it is now; since 0 all that is kept. */
  readonly since: (mark: number) => string;
  /** What was written past the screen. */
  readonly add: (text: string) => void;
  /** Writes what was written before, and keeps it no second time. */
  readonly over: (text: string) => void;
}

/** What the terminal can do, and how texts get there. */
export interface Screen {
  readonly isPlain: boolean;
  readonly style: Style;
  /** Columns now: a window may be resized. 80 where there is no screen. */
  readonly width: number;
  /** The same for tables: without end where there is no screen, none where columns are not for the reader. */
  readonly tableWidth: number;
  readonly wrap: (text: string, lead?: string) => string;
  readonly out: (text: string) => void;
  readonly recent: Recent;
  readonly err: (text: string) => void;
  /** A message on lines of its own, the commands in it as they are called here. */
  readonly tell: (text: string) => void;
  /** Tells how far some work is, where that can be drawn over and over. */
  readonly progress: Watch;
  /** Takes that off the screen for good. */
  readonly endProgress: () => void;
}

/** The screen that some streams lead to. */
export function createScreen(options: ScreenOptions): Screen {
  const { stdout, stderr, isPlain, ascii, asCalled } = options;
  // Some terminals report 0 columns.
  const width = (): number => Math.max(20, (stdout.isTTY && stdout.columns) || 80);
  const line = createProgressLine(stderr);
  const recent = createRecent();
  const signs = (stream: Output, text: string): string =>
    ascii && stream.isTTY ? toAscii(asCalled(text)) : asCalled(text);
  const writer = (stream: Output) => (text: string) => {
    line.hide();
    const written = signs(stream, text);
    if (stream.isTTY) recent.add(written);
    stream.write(written);
  };
  const err = writer(stderr);
  return {
    isPlain,
    style: createStyle(options.colours),
    get width() {
      return width();
    },
    get tableWidth() {
      if (!stdout.isTTY) return Infinity;
      return isPlain ? 0 : width();
    },
    wrap: (text, lead = '') => wrap(text, width(), lead),
    out: writer(stdout),
    recent: {
      ...recent,
      since: (mark) => fit(recent.since(mark), width()),
      over: (text) => {
        stdout.write(signs(stdout, text));
      },
    },
    err,
    progress: stderr.isTTY && !isPlain ? line.watch : unwatched,
    endProgress: line.end,
    tell: (text) => {
      // Before it is broken into lines: how the program was called may be long.
      const called = asCalled(text);
      err(`${stderr.isTTY ? fit(called, width()) : called}\n`);
    },
  };
}

/** So many lines are more than a window shows. */
const MOST_RECENT = 200;

function createRecent(): Pick<Recent, 'mark' | 'since' | 'add'> {
  let [kept, dropped] = ['', 0];
  return {
    mark: () => dropped + kept.length,
    since: (mark) => kept.slice(Math.max(0, mark - dropped)),
    add: (text) => {
      const all = `${kept}${text}`;
      kept = all.split('\n').slice(-MOST_RECENT).join('\n');
      dropped += all.length - kept.length;
    },
  };
}
