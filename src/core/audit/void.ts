/** That an audit no longer counts: it stays, with all its answers, and can be verified. */
export interface Void {
  /** A moment as `core/moment.ts` keeps it. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
}
