/** One thing that was looked at. */
export interface Check {
  /** What it is called, such as `Seals`. */
  readonly what: string;
  /** What was found in order, such as `40 seals hold`; '' where nothing was. */
  readonly sound: string;
  /** What doesn't match, a sentence each; nothing where all does. */
  readonly wrong: readonly string[];
}

/** Whether what is kept is what was recorded and sealed. */
export interface VerificationView {
  /** What was looked at, such as `all that is kept`. */
  readonly subject: string;
  readonly checks: readonly Check[];
}
