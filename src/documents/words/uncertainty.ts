import type { Checklist, Scope } from '../../core/checklist/checklist.js';
import { askedItems } from '../../core/checklist/checklist.js';
import { kinds } from '../../core/checklist/kinds/index.js';
import { RANGE_EXAMPLE, SURE_EXAMPLE } from '../../core/score/examples.js';
import { andList } from '../../core/words/lists.js';

/** How far an item's share may be off, and a sum of several: for those who compute it anew. */
export const ERROR_RULES: readonly string[] = [
  'How far a share may be off is told as its variance, at most ¼: alone, where the item is judged by itself, and in a sum, where s² = (Σ squares − (Σ earned)² ÷ n) ÷ (n − 1) over what the n records earned, and s² ÷ n is at least 1 ÷ (2n²), ¼ of a single record. Of a percentage of n, value ÷ 100 × n records passed. Variances add with squared weights: of a step Σ (weight ÷ Σ weights)² × variance in a sum, of the whole likewise.',
  'Noise, the smallest difference that means something, is a variance of (noise ÷ 2.77 ÷ scale)²: a difference of just that lies at the limit. Scale: |`full` − `zero`| of a measure, 100 − `zero` points of a sample, 100 of a trace, 4 levels, the checks that apply, 1 of yes or no. Of what was judged it takes the place of the usual error.',
  'For the quarter’s own range, what was counted is first multiplied by (from − n) ÷ (from − 1), where it is known how many there were; 0 where all were looked at. Changes and places take it whole: all records of a quarter are one quarter of a process (Deming, 1975).',
];

/** The kinds of item that a scope asks, each with how far it may be off. */
export function kindErrors(checklist: Checklist, scope: Scope): { name: string; rule: string }[] {
  const used = new Set(askedItems(checklist, scope).map((item) => item.kind));
  return kinds
    .filter((kind) => kind.scored && used.has(kind.name))
    .map((kind) => ({ name: kind.name, rule: kind.error }));
}

/** Where a published score may lie, holds and all, in the order in which it is computed. */
export const RANGE_RULES: readonly string[] = [
  '± 1.96 √variance, cut at 0 and 100, 19 times of 20: where no must-not-fail check scored under the limit, nor could by the lower end of its own range alone. Else the scores of all steps are drawn 4,000 times, as follows.',
  'Even numbers: a state s of 32 bits begins at 1 for normal numbers, another at 2 for gamma numbers. For each, s grows by 0x6D2B79F5; t = (s xor s ≫ 15) × (s or 1); t = t xor (t + (t xor t ≫ 7) × (t or 61)), all modulo 2³²; the number is ((t xor t ≫ 14) + ½) ÷ 2³².',
  'Normal numbers z come in pairs from two even ones: √(−2 ln a) cos(2πb), then the same with sin (Box and Muller, 1958).',
  'Gamma numbers of shape ½ are z² ÷ 2. Of a shape k ≥ 1, d = k − ⅓ and c = 1 ÷ √(9d): take a z; where 1 + c z ≤ 0, the next; v = (1 + c z)³; take an even u; where ln u < z² ÷ 2 + d − d v + d ln v, it is d v, else begin with the next z (Marsaglia and Tsang, 2000).',
  'In the order of the steps: one in which no check failed or could has 4,000 numbers z, score + z √variance, cut.',
  'In any other first the rest, all items but the checks that failed or could: 4,000 z (without a rest, too), its mean + z √variance as in a sum, cut. Then each such check. Not counted: 4,000 z, share + z √variance, cut. Counted: records that earned the same are a group, from 1 down to 0, the passes of a percentage rounded; its shape is their number, and ½ more of 1 and 0, which are always there; 4,000 gamma numbers for each group in turn; the part that passes is Σ gamma × earned ÷ Σ gamma. Where there is noise, 4,000 z: the share is (part − `zero`) × slope + z √noise, cut.',
  'The quarter’s own draws take the same numbers with its variances, and found + (part − found) × √((from − n) ÷ (from − 1)) for a part. The others tell dealerships apart.',
  'A step’s draws, the mean of rest and checks by weight, are moved so that their mean is the score without the hold, and cut; where a check was drawn under the limit, more than the hold becomes the hold. The whole is their mean by step weight. Its range, and that of a step with such checks, runs from quantile 0.025 to 0.975 of the own draws (type 7, as spreadsheets have it), and to the score itself where that lies outside.',
];

/** When a change is called clear. */
export const CHANGE_RULES: readonly string[] = [
  'A change is judged like for like and before any hold; that a hold came or went is told for itself, with the fewest records, levels or checks that would turn it round. z is the difference by √(variance of the one + variance of the other), its range ± 1.96 of those, cut at ±100; an item’s alone, a step’s and the whole’s over the items compared, by the later weights.',
  'The whole is clear (▲ or ▼) beyond |z| = 1.96. Items are judged together, and steps among themselves: sorted by |z|, the largest first, number i of m is clear when it, or one behind it, reaches Φ⁻¹(1 − 0.05 i ÷ m), and is beyond 1.96 (Benjamini and Hochberg, 1995); what is beyond 1.96 and does not withstand is probable (△ or ▽); all else may be chance (≈). A difference under 0.05 points is the same (=), and has a |z| of 0. Where less was scored than the checklist’s floor, there is no verdict.',
  sureExample(),
];

function sureExample(): string {
  const { sizes, limits, sure, probable } = SURE_EXAMPLE;
  const figures = (all: readonly number[]): string => andList(all.map((one) => one.toFixed(2)));
  return `So ${String(sizes.length)} changes with |z| of ${figures(sizes)} meet limits of ${figures(limits)}: ${String(sure)} is clear, ${String(probable)} is probable, the rest may be chance.`;
}

/** A range that is drawn, for those who compute it anew. */
export function rangeExample(): string {
  const { checkPassed, checkOf, level, weights, lower, upper } = RANGE_EXAMPLE;
  return `For example a step of a check of which ${String(checkPassed)} of ${String(checkOf)} passed (weight ${String(weights.check)}, limit 50, hold 59) and a rating of level ${String(level)} (weight ${String(weights.rest)}), as an audit of its own: its range runs from ${lower.toFixed(6)} to ${upper.toFixed(6)}.`;
}

/** Where the rules are that a document of many audits takes over from theirs. */
export const OWN_REPORTS =
  'How far each score may be off is computed as in its own report, whose method section has every rule, with worked examples.';
