/**
 * A second calculation of how far scores may be off, written from the words of the report's method
 * section alone. It imports nothing from src/, so that a slip there can't be made here too. Shares run
 * from 0 to 1.
 */

/** Records that each earned something, on a line from `zero`. */
export interface CountedShare {
  /** What each group of records earned, and how many they are. */
  readonly groups: readonly (readonly [earned: number, number: number])[];
  readonly from?: number;
  /** The part that earns nothing, and what the share moves by for each part more. */
  readonly zero: number;
  readonly slope: number;
}

/** An item that was scored. */
export interface ScoredItem {
  readonly share: number;
  readonly weight: number;
  readonly isCritical: boolean;
  readonly counted: CountedShare | null;
  /** The variance besides what was counted. */
  readonly other: number;
}

export interface ScoredStep {
  readonly weight: number;
  readonly items: readonly ScoredItem[];
}

export interface Hold {
  /** Shares under this fail. */
  readonly limit: number;
  readonly hold: number;
}

export interface Ends {
  readonly lower: number;
  readonly upper: number;
}

const TIMES = 4000;
const cut = (share: number): number => Math.max(0, Math.min(1, share));
const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

/** The variance of an item: alone or in a sum, of the process or of the quarter alone. */
export function varianceOf(
  { counted, other }: ScoredItem,
  where: 'alone' | 'summed',
  isOwn: boolean,
): number {
  if (counted === null) return Math.min(0.25, other);
  const { groups, slope } = counted;
  const n = total(groups.map(([, number]) => number));
  const earned = total(groups.map(([each, number]) => each * number));
  const squares = total(groups.map(([each, number]) => each ** 2 * number));
  let variance: number;
  if (where === 'alone') {
    const m = (earned + 2) / (n + 4);
    variance = ((squares + 2) / (n + 4) - m ** 2) / n;
  } else if (n === 1) {
    variance = 0.25;
  } else {
    variance = Math.max((squares - earned ** 2 / n) / (n - 1) / n, 1 / (2 * n ** 2));
  }
  return Math.min(0.25, variance * slope ** 2 * (isOwn ? leftOf(counted) : 1) + other);
}

function leftOf({ groups, from }: CountedShare): number {
  const n = total(groups.map(([, number]) => number));
  if (from === undefined) return 1;
  return from <= n ? 0 : (from - n) / (from - 1);
}

function evenNumbers(start: number): () => number {
  let s = BigInt(start);
  const whole = (1n << 32n) - 1n;
  return () => {
    s = (s + 0x6d2b79f5n) & whole;
    let t = ((s ^ (s >> 15n)) * (s | 1n)) & whole;
    t = (t ^ (t + (((t ^ (t >> 7n)) * (t | 61n)) & whole))) & whole;
    return (Number(t ^ (t >> 14n)) + 0.5) / 2 ** 32;
  };
}

function normalNumbers(even: () => number): () => number {
  const waiting: number[] = [];
  return () => {
    if (waiting.length === 0) {
      const [a, b] = [even(), even()];
      const r = Math.sqrt(-2 * Math.log(a));
      waiting.push(r * Math.cos(2 * Math.PI * b), r * Math.sin(2 * Math.PI * b));
    }
    return waiting.shift() ?? NaN;
  };
}

function gammaNumber(k: number, normal: () => number, even: () => number): number {
  if (k === 0.5) return normal() ** 2 / 2;
  const d = k - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal();
    if (1 + c * z <= 0) continue;
    const v = (1 + c * z) ** 3;
    if (Math.log(even()) < z ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** All that is drawn of one thing: as a sign of how things are done, and as of the quarter alone. */
type Twice = readonly [process: readonly number[], own: readonly number[]];

const many = (next: () => number): number[] => Array.from({ length: TIMES }, next);

/** Where the scores of steps and of the whole may lie; null for a step without a score. */
export function independentRanges(
  steps: readonly ScoredStep[],
  { limit, hold }: Hold,
): { overall: Ends; steps: (Ends | null)[] } {
  const normal = normalNumbers(evenNumbers(1));
  const even = evenNumbers(2);
  const fails = (share: number): boolean => share * 100 < limit * 100 - 1e-9;
  const mayFail = (item: ScoredItem): boolean =>
    item.isCritical &&
    (fails(item.share) ||
      fails(cut(item.share - 1.96 * Math.sqrt(varianceOf(item, 'alone', true)))));
  const meanOf = (items: readonly ScoredItem[]) => {
    const weights = total(items.map(({ weight }) => weight));
    const variance = (isOwn: boolean): number =>
      total(items.map((one) => (one.weight / weights) ** 2 * varianceOf(one, 'summed', isOwn)));
    return {
      weights,
      share: total(items.map(({ share, weight }) => (weight / weights) * share)),
      process: variance(false),
      own: variance(true),
    };
  };
  const around = (share: number, variance: number): Ends => ({
    lower: cut(share - 1.96 * Math.sqrt(variance)),
    upper: cut(share + 1.96 * Math.sqrt(variance)),
  });
  const drawWhole = (share: number, process: number, own: number): Twice => {
    const zs = many(normal);
    return [
      zs.map((z) => cut(share + z * Math.sqrt(process))),
      zs.map((z) => cut(share + z * Math.sqrt(own))),
    ];
  };
  const drawCheck = (item: ScoredItem): Twice => {
    const { counted, share, other } = item;
    if (counted === null) {
      return drawWhole(share, varianceOf(item, 'alone', false), varianceOf(item, 'alone', true));
    }
    const n = total(counted.groups.map(([, number]) => number));
    const found = total(counted.groups.map(([each, number]) => each * number)) / n;
    const shapes = new Map([
      [1, 0.5],
      [0, 0.5],
    ]);
    for (const [earned, number] of rounded(counted.groups, n)) {
      shapes.set(earned, (shapes.get(earned) ?? 0) + number);
    }
    const groups = [...shapes]
      .sort(([a], [b]) => b - a)
      .map(([earned, k]) => ({ earned, drawn: many(() => gammaNumber(k, normal, even)) }));
    const zs = other > 0 ? many(normal) : many(() => 0);
    const shares = (left: number): number[] =>
      zs.map((z, i) => {
        const weights = groups.map(({ earned, drawn }) => [earned, drawn[i] ?? NaN] as const);
        const part =
          total(weights.map(([earned, weight]) => earned * weight)) /
          total(weights.map(([, weight]) => weight));
        const near = found + (part - found) * left;
        return cut((near - counted.zero) * counted.slope + z * Math.sqrt(other));
      });
    return [shares(1), shares(Math.sqrt(leftOf(counted)))];
  };

  const scored = steps.map(({ weight, items }) => {
    const mean = meanOf(items);
    const atRisk = items.filter(mayFail);
    const isHeld = items.some((one) => one.isCritical && fails(one.share));
    const share = isHeld ? Math.min(hold, mean.share) : mean.share;
    return { weight, items, atRisk, mean, share, isScored: items.length > 0 };
  });
  const present = scored.filter(({ isScored }) => isScored);
  const voices = total(present.map(({ weight }) => weight));
  const overallShare = total(present.map(({ weight, share }) => (weight / voices) * share));
  if (present.every(({ atRisk }) => atRisk.length === 0)) {
    const variance = total(present.map(({ weight, mean }) => (weight / voices) ** 2 * mean.own));
    return {
      overall: around(overallShare, variance),
      steps: scored.map(({ isScored, mean }) => (isScored ? around(mean.share, mean.own) : null)),
    };
  }
  const drawn = present.map(({ items, atRisk, mean }): Twice => {
    if (atRisk.length === 0) return drawWhole(mean.share, mean.process, mean.own);
    const rest = items.filter((one) => !atRisk.includes(one));
    const middle = rest.length === 0 ? { share: 0, process: 0, own: 0, weights: 0 } : meanOf(rest);
    const whole = drawWhole(middle.share, middle.process, middle.own);
    const checks = atRisk.map((item) => ({ item, draws: drawCheck(item) }));
    const settle = (of: 0 | 1): number[] => {
      const sums = whole[of].map(
        (each, i) =>
          (middle.weights * each +
            total(checks.map(({ item, draws }) => item.weight * (draws[of][i] ?? NaN)))) /
          mean.weights,
      );
      const shift = mean.share - total(sums) / TIMES;
      return sums.map((sum, i) => {
        const moved = cut(sum + shift);
        return checks.some(({ draws }) => fails(draws[of][i] ?? NaN))
          ? Math.min(hold, moved)
          : moved;
      });
    };
    return [settle(0), settle(1)];
  });
  const endsOf = (draws: readonly number[], share: number): Ends => {
    const sorted = [...draws].sort((a, b) => a - b);
    const at = (p: number): number => {
      const position = (TIMES - 1) * p;
      const below = Math.floor(position);
      const [one, next] = [sorted[below] ?? NaN, sorted[below + 1] ?? NaN];
      return one + (next - one) * (position - below);
    };
    return { lower: Math.min(share, at(0.025)), upper: Math.max(share, at(0.975)) };
  };
  const overall = Array.from({ length: TIMES }, (_, i) =>
    total(present.map(({ weight }, s) => (weight / voices) * (drawn[s]?.[1][i] ?? NaN))),
  );
  let at = 0;
  return {
    overall: endsOf(overall, overallShare),
    steps: scored.map(({ isScored, atRisk, mean, share }) => {
      if (!isScored) return null;
      const own = drawn[at++]?.[1] ?? [];
      return atRisk.length === 0 ? around(mean.share, mean.own) : endsOf(own, share);
    }),
  };
}

/** Passes of a percentage are rounded to whole ones. */
function rounded(
  groups: CountedShare['groups'],
  n: number,
): readonly (readonly [number, number])[] {
  if (groups.every(([, number]) => Number.isInteger(number))) return groups;
  const passed = Math.round(groups.find(([earned]) => earned === 1)?.[1] ?? 0);
  return [
    [1, passed],
    [0, n - passed],
  ];
}
