/** That an audit no longer counts: it stays, with all its answers, and can be verified. */
export interface Void {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
}
