import { UserError } from '../errors.js';
import { count as countOf } from '../words/numbers.js';
import { allocate } from './allocation.js';
import type { Draw } from './draw.js';
import type { Records } from './records.js';
import { byCodeUnits } from '../text.js';

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export type Digest = (text: string) => string;

/** What a draw comes to. */
export type Selection = Pick<Draw, 'from' | 'strata' | 'refs'>;

/** The text whose SHA-256 is a record's rank: `4f2c9a:RO 10234`. */
export function rankText(seed: string, reference: string): string {
  return `${seed}:${reference}`;
}

/**
 * Draws records at random without replacement. A record's rank is the SHA-256 of seed, colon and
 * reference; in each stratum those with the lowest ranks are drawn, as many as `allocate` says with
 * the strata in the order of their names (by UTF-16 code units). Nothing else decides: not the order
 * of rows, not the machine. Anyone can do it again with the
 * SHA-256 of a file that holds such a text.
 *
 * @throws UserError when there are fewer records than are to be drawn.
 */
export function drawRecords(
  records: Records,
  count: number,
  seed: string,
  digest: Digest,
): Selection {
  if (count > records.number) {
    if (records.number === 0) {
      throw new UserError(
        'There are no records to draw from.',
        'Check that the file and the column are the right ones.',
      );
    }
    throw new UserError(
      `There ${records.number === 1 ? 'is' : 'are'} only ${countOf(records.number, 'record')}, too few to draw ${String(count)}.`,
      `Draw all of them with --count ${String(records.number)}, or take a longer list.`,
    );
  }
  const strata = [...records.strata].sort(([a], [b]) => byCodeUnits(a, b));
  const parts = allocate(
    strata.map(([, references]) => references.length),
    count,
  );
  const drawn = strata.flatMap(([, references], index) =>
    inRankOrder(references, seed, digest).slice(0, parts[index]),
  );
  return {
    from: records.number,
    strata: strata.map(([name, references], index) => ({
      name,
      from: references.length,
      drawn: parts[index] ?? 0,
    })),
    refs: inRankOrder(drawn, seed, digest),
  };
}

function inRankOrder(references: readonly string[], seed: string, digest: Digest): string[] {
  return references
    .map((reference) => ({ reference, rank: digest(rankText(seed, reference)) }))
    .sort((a, b) => byCodeUnits(a.rank, b.rank))
    .map(({ reference }) => reference);
}
