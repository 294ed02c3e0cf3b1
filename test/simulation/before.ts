import type { Checklist } from '../../src/core/checklist/checklist.js';
import { isCritical, weightOf } from '../../src/core/checklist/checklist.js';
import type { AuditResult, ItemResult } from '../../src/core/score/score.js';
import type { Verdict } from '../../src/core/score/uncertainty.js';
import { capped } from '../../src/core/score/limits.js';
import type { Called } from './pairs.js';

// The rules of scoring version 3, against which those of today have to show what they are worth:
// only what was counted had an error, a hold lay at its worst in the one quarter and at its best in the
// other, and each item stood for itself.

/** A share, and where a hold that may or may not be there would put it. */
interface Before {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly variance: number;
}

const REACH = 1.96;
const COUNTED: readonly string[] = ['sample', 'trace'];

function ofItem({ item, share, estimate }: ItemResult): Before | null {
  if (share === null) return null;
  const counted = COUNTED.includes(item.kind) ? (estimate?.spread.counted ?? null) : null;
  if (counted === null) return { share, low: share, high: share, variance: 0 };
  const p = (counted.passed + 2) / (counted.of + 4);
  const variance = ((p * (1 - p)) / counted.of) * counted.slope ** 2;
  return { share, low: share, high: share, variance };
}

function mean(parts: readonly { readonly weight: number; readonly one: Before }[]): Before {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const sum = (of: (one: Before) => number, power = 1): number =>
    parts.reduce((total, { weight, one }) => total + (weight / weights) ** power * of(one), 0);
  return {
    share: sum(({ share }) => share),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
    variance: sum(({ variance }) => variance, 2),
  };
}

function ofStep(items: readonly ItemResult[], checklist: Checklist): Before {
  const parts = items.flatMap((result) => {
    const one = ofItem(result);
    return one === null ? [] : [{ weight: weightOf(result.item), item: result.item, one }];
  });
  const { share, variance } = mean(parts);
  const limit = checklist.scoring.critical.below / 100;
  const fails = (end: (one: Before) => number): boolean =>
    parts.some(({ item, one }) => isCritical(item) && end(one) < limit);
  const half = ({ variance: own }: Before): number => REACH * Math.sqrt(own);
  const where = (isHeld: boolean): number => (isHeld ? capped(share, checklist) : share);
  return {
    share: where(fails((one) => one.share)),
    low: where(fails((one) => one.share - half(one))),
    high: where(fails((one) => one.share + half(one))),
    variance,
  };
}

interface Change {
  readonly verdict: Verdict;
  readonly width: number;
}

function change(from: Before, to: Before): Change {
  const half = REACH * Math.sqrt(from.variance + to.variance);
  const [lower, upper] = [to.low - from.high - half, to.high - from.low + half];
  const width = (upper - lower) / 2;
  if (Math.abs(to.share - from.share) < 1e-9) return { verdict: 'same', width };
  if (lower > 0) return { verdict: 'rose', width };
  return { verdict: upper < 0 ? 'fell' : 'no-clear-change', width };
}

/** What two quarters, in which the same items were scored, were called by the rules of version 3. */
export function calledBefore(from: AuditResult, to: AuditResult): Called {
  const pairs = to.steps.map((now, s) => {
    const then = from.steps[s];
    if (then === undefined) throw new Error('another checklist');
    return { then, now };
  });
  const steps = pairs.map(({ then, now }) => ({
    weight: now.step.weight,
    from: ofStep(then.items, from.checklist),
    to: ofStep(now.items, to.checklist),
  }));
  const items = pairs.flatMap(({ then, now }) =>
    now.items.flatMap((item, i) => {
      const [a, b] = [then.items[i], item].map((one) => (one === undefined ? null : ofItem(one)));
      return a == null || b == null ? [] : [change(a, b).verdict];
    }),
  );
  const whole = change(
    mean(steps.map(({ weight, from: one }) => ({ weight, one }))),
    mean(steps.map(({ weight, to: one }) => ({ weight, one }))),
  );
  return {
    items,
    steps: steps.map((one) => change(one.from, one.to).verdict),
    overall: whole.verdict,
    width: whole.width,
  };
}
