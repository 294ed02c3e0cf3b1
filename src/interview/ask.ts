/** One thing to choose. */
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** An entry of an item: a key that answers at once, or a typed line. */
export interface EntryQuestion {
  /** Keys that answer at once, without Enter. */
  readonly keys: readonly string[];
  /** What to type, in a few words. */
  readonly hint: string;
  /** What else can be typed. */
  readonly also: string;
  /** Why a typed line can't be taken, or null when it can. */
  readonly refuse: (line: string) => string | null;
}

/** What one key says of one thing in a list. */
export interface Mark {
  readonly key: string;
  /** In a word or two: `passes`, `kept`. */
  readonly means: string;
}

/** A list in which every single thing has to be marked: what nobody marked doesn't count. */
export interface MarksQuestion {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** The first of them in capitals marks all that are still without a mark. */
  readonly marks: readonly [Mark, ...Mark[]];
  /** The marks of an earlier answer, by id; empty for a first answer. */
  readonly given: Readonly<Record<string, string>>;
  /** A mark that was pressed already, for the first line; in capitals for all of them. */
  readonly first?: string;
}

/** A line of text. */
export interface TextOptions {
  /** What Enter alone gives. */
  readonly preset?: string;
  readonly optional?: boolean;
  /** Whether Escape leads back to the question before, and says so. */
  readonly back?: boolean;
  /** Takes several lines: Enter begins another, and in an empty one ends the text. */
  readonly multiline?: boolean;
  /** Takes a pasted text of several lines as it is, though Enter ends the line. */
  readonly several?: boolean;
  /** Whether it goes on with what was typed just before, and is no other question. */
  readonly goesOn?: boolean;
  /** What there is of the text already, to be gone on with or changed. */
  readonly begun?: string;
  /** Why a line can't be taken, or null when it can. */
  readonly refuse?: (line: string) => string | null;
}

/**
 * How questions are put to a person. There are two ways: prompts that redraw themselves, and
 * plain lines for terminals that can't and for those who listen. What is typed ahead of a question is
 * no answer to it, and is told.
 *
 * @throws Interrupted when the person leaves; Back when they take the question back, by Escape, or
 *   by `b` where it can't be an answer.
 */
export interface Ask {
  /** Shows a text on the screen between questions. */
  show(text: string): void;
  /** Starts a new screen with a text, which is made again when the window changes its size. */
  page(text: () => string): void;
  /** One of several; nothing is chosen beforehand but the cursor's place. */
  choose<T>(question: string, choices: readonly Choice<T>[]): Promise<T>;
  /** A mark for every option, by id. */
  marks(question: MarksQuestion): Promise<Readonly<Record<string, string>>>;
  text(question: string, options?: TextOptions): Promise<string>;
  /** Yes or no; Enter alone gives `preset`. */
  confirm(question: string, preset: boolean): Promise<boolean>;
  /** The entry of an item. */
  entry(question: EntryQuestion): Promise<string>;
}

/** The person left: Ctrl-C, or the input ended. Everything confirmed is on disk. */
export class Interrupted extends Error {
  override readonly name: string = 'Interrupted';
}

/** The person took one question back. Where there is nothing to go back to, they leave. */
export class Back extends Interrupted {
  override readonly name = 'Back';
}
