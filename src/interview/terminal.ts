type Paint = (text: string) => string;

/** How texts are laid on the screen: the part of `App` that the interview needs. */
export interface Canvas {
  /** Paints by meaning. */
  readonly style: Readonly<Record<'strong' | 'faint' | 'good' | 'bad' | 'warn' | 'key', Paint>>;
  /** Whether the screen is listened to: then what matters most comes first. */
  readonly isPlain: boolean;
  /** Breaks a text into lines that fit the screen; `lead` stands before the first. */
  readonly wrap: (text: string, lead?: string) => string;
}

/** Where questions are asked. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Writes a text to the output, in signs that it can show. */
  readonly write: (text: string) => void;
  /** What was written last, to be written anew on a cleared screen; `add` for what Inquirer wrote. */
  readonly recent: {
    readonly mark: () => number;
    readonly since: (mark: number) => string;
    readonly add: (text: string) => void;
    readonly over: (text: string) => void;
  };
  readonly canvas: Canvas;
  /** Tells the process to stop, as Ctrl-C does where no key is read. */
  readonly leave: () => void;
  /** Aborted when the process is to stop. */
  readonly stop: AbortSignal;
}
