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
  /** Why a typed line can't be taken, or null when it can. */
  readonly refuse: (line: string) => string | null;
}

/**
 * How questions are put to a person. There are two ways: prompts that redraw themselves, and
 * plain lines for terminals that can't.
 */
export interface Ask {
  /** Shows a text on the screen between questions. */
  show(text: string): void;
  /** One of several; nothing is chosen beforehand but the cursor's place. */
  choose<T>(question: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Any number of several; only what an earlier answer ticked is ticked beforehand. */
  tick(
    question: string,
    choices: readonly Choice<string>[],
    ticked?: readonly string[],
  ): Promise<string[]>;
  /** A line of text; `preset` is what Enter alone gives. */
  text(
    question: string,
    options?: {
      readonly preset?: string;
      readonly optional?: boolean;
      /** Takes every line of a pasted text, not only the first. */
      readonly multiline?: boolean;
      readonly refuse?: (line: string) => string | null;
    },
  ): Promise<string>;
  /** Yes or no; Enter alone gives `preset`. */
  confirm(question: string, preset: boolean): Promise<boolean>;
  /** The entry of an item. */
  entry(question: EntryQuestion): Promise<string>;
}

/** The person left: Ctrl-C, or the input ended. Everything confirmed is on disk. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
