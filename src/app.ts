import type { Watch } from './core/progress.js';
import type { Ask } from './interview/ask.js';
import type { Store } from './storage/store.js';
import type { Style } from './terminal/style.js';

/** Where things are. All paths are absolute. */
export interface Paths {
  /** The database. */
  readonly database: string;
  /** Where the files that prove answers are kept: a folder beside the database. */
  readonly evidence: string;
  /** The database of the example. */
  readonly exampleDatabase: string;
  /** The same folder for the example. */
  readonly exampleEvidence: string;
  /** The checklists that come with the program. */
  readonly checklists: string;
  /** Where reports go unless `--out` says otherwise. */
  readonly reports: string;
  /** Makes a path that a user typed absolute. */
  readonly resolve: (path: string) => string;
  /** An absolute path as short as it can be said from here. */
  readonly short: (path: string) => string;
}

/** All that a command may touch. `app-maker.ts` makes it for a call. */
export interface App {
  /** Opens the database at first use, and makes it where there is none. */
  store(): Promise<Store>;
  /**
   * The same for those who only read: where there is no database, an empty one that isn't kept.
   *
   * @param look whether a damaged database is refused, as it is for all but those who tell what is damaged.
   * @throws UserError when the user named a database that isn't there.
   */
  readStore(look?: boolean): Promise<Store>;
  /** A second store, for the example. */
  openStore(file: string): Promise<Store>;
  /** Prompts, or null where nobody can answer: no terminal, or `--no-input`. */
  readonly ask: Ask | null;
  /** Data, to standard output, as it is. */
  out(text: string): void;
  /** Something to read on the way, to standard error; nothing with `--quiet`. */
  say(text: string): void;
  /** A warning, to standard error, with `--quiet` too. */
  warn(text: string): void;
  /** Tells how far some long work is, on a line of standard error that is gone when it is done. */
  readonly progress: Watch;
  now(): Date;
  /** Prints a page of HTML as PDF, by the browser that is there. */
  readonly toPdf: (html: string) => Promise<Uint8Array>;
  /** Why nobody would see a file that is opened here, as the rest of a sentence; null where it can be. */
  readonly whyNotOpen: string | null;
  /** Opens a file with what the desktop opens it with; false where that can't be started. */
  readonly open: (path: string) => Promise<boolean>;
  readonly paths: Paths;
  /** Colours by meaning for texts that go to the screen. */
  readonly style: Style;
  /** Whether texts are listened to, or read one line after the other. */
  readonly isPlain: boolean;
  /** Breaks a text into lines that fit the screen; `lead` stands before the first. */
  readonly wrap: (text: string, lead?: string) => string;
  /** Columns of the screen; 80 where there is none. */
  readonly width: number;
  /** How wide a table may be: as the screen, and without end where there is none. */
  readonly tableWidth: number;
  /** What is typed to start the program as it was started: `npm start`, `checkup`. */
  readonly calledAs: string;
  /** The name of the person at the keyboard, as the system knows it; '' when it doesn't. */
  readonly user: string;
}

/** How a command ended when it didn't throw. */
export const EXIT = {
  done: 0,
  userError: 1,
  usage: 2,
  /** Done, but below a limit that the user set. */
  belowLimit: 3,
  bug: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
