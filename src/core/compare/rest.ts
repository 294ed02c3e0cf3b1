import type { Difference } from '../score/uncertainty.js';
import { differenceOf } from '../score/uncertainty.js';
import { plainMean } from './quartiles.js';
import type { Standing } from './ranking.js';
import { reachAmong } from './ranking.js';

/**
 * How each of several stands against the plain mean of all others: from that to its own, judged as
 * many times as there are. Null where it has no share, and where nobody else has one. The order they
 * come in changes nothing.
 */
export function againstRest(standings: readonly (Standing | null)[]): (Difference | null)[] {
  const all = standings.filter((one) => one !== null);
  const others = all.length - 1;
  const reach = reachAmong(all.length);
  const total = (of: keyof Standing): number =>
    (plainMean(all.map((one) => one[of])) ?? 0) * all.length;
  const [share, variance] = [total('share'), total('variance')];
  return standings.map((own) => {
    if (own === null || others < 1) return null;
    const rest = {
      share: (share - own.share) / others,
      variance: Math.max(0, variance - own.variance) / others ** 2,
    };
    return differenceOf(rest, own, reach);
  });
}
