import * as z from 'zod';
import { strict } from '../schema/strict.js';
import { once } from '../once.js';

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
  /**
   * Whether somebody gave the seed; else it was random. Who gives one may have tried others before,
   * where nobody saw it.
   */
  readonly seedGiven: boolean;
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
  /** A moment as `core/moment.ts` keeps it. */
  readonly at: string;
  /** That it doesn't count any more; left out where it does. */
  readonly withdrawn?: Withdrawn | undefined;
}>;

/** Who took a draw back, when and why; it stays where everybody sees it. */
export type Withdrawn = Readonly<{
  readonly by: string;
  /** A moment as `core/moment.ts` keeps it. */
  readonly at: string;
  readonly why: string;
}>;

const amount = once(() => z.int().min(0));

/** A draw as it is kept. */
export const drawSchema: () => z.ZodType<Draw> = once(() =>
  strict({
    file: z.string(),
    fileHash: z.string(),
    column: z.string(),
    stratify: z.string().nullable(),
    seed: z.string(),
    seedGiven: z.boolean(),
    from: amount(),
    strata: z.array(strict({ name: z.string(), from: amount(), drawn: amount() })),
    refs: z.array(z.string()),
    item: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    withdrawn: strict({ by: z.string(), at: z.string(), why: z.string() }).optional(),
  }),
);

/**
 * The draw that says which records to check for an item: the latest that was made for it and that
 * nobody has withdrawn. A draw
 * for no item in particular isn't put before the auditor by itself.
 */
export function drawFor(draws: readonly Draw[], item: string): Draw | null {
  return draws.findLast((draw) => draw.item === item && draw.withdrawn === undefined) ?? null;
}

/** Whether two draws rank the same records in the same way, so that one is the start of the other. */
function sameRanks(a: Draw, b: Draw): boolean {
  return (
    a.fileHash === b.fileHash &&
    a.column === b.column &&
    a.stratify === b.stratify &&
    a.seed === b.seed
  );
}

/** Whether two draws are one and the same, whoever asked for it and when. */
export function sameDraw(a: Draw, b: Draw): boolean {
  return sameRanks(a, b) && a.item === b.item && a.refs.length === b.refs.length;
}

/**
 * The draws that were made for the same purpose and could have come out otherwise: for the same
 * item, or, where no item is named, from the same file. One with the same seed that takes more or
 * fewer of the same ranking is none of them.
 */
export function rivalsOf(draw: Draw, draws: readonly Draw[]): Draw[] {
  return draws.filter(
    (other) =>
      other.item === draw.item &&
      (draw.item !== null || other.file === draw.file || other.fileHash === draw.fileHash) &&
      !sameRanks(other, draw),
  );
}
