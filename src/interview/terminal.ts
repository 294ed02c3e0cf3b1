/** Where questions are asked. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Writes a text to the output, in signs that it can show. */
  readonly write: (text: string) => void;
  /** Aborted when the process is to stop. */
  readonly stop: AbortSignal;
}
