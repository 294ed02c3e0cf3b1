/**
 * Something the user can mend. `main.ts` prints the message and the hint, without a stack, and
 * ends with exit code 1. Everything else that is thrown counts as our own bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  /**
   * @param message what is wrong, and where; one sentence.
   * @param hint what to do about it.
   */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
