/** Which records an audit was told to look at, and all it takes to draw them again. */
export type Draw = Readonly<{
  /** The file's own name, without folders. */
  readonly file: string;
  /** SHA-256 of its bytes, in lower-case hex. */
  readonly fileHash: string;
  /** The column that holds the references. */
  readonly column: string;
  /** The column whose values were drawn from in proportion; null for none. */
  readonly stratify: string | null;
  readonly seed: string;
  /** How many different records there were to draw from. */
  readonly from: number;
  /** Each stratum with how many it has and how many of them were drawn; one, '', without strata. */
  readonly strata: readonly {
    readonly name: string;
    readonly from: number;
    readonly drawn: number;
  }[];
  /** The references drawn, in the order in which they were drawn. */
  readonly refs: readonly string[];
  /** The item it was drawn for; null for any. */
  readonly item: string | null;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}>;
