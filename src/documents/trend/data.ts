import { nameOf, stepName } from '../../core/checklist/naming.js';
import type { ItemDiff } from '../../core/compare/item-diff.js';
import { SHORT, isShort } from '../../core/compare/persistent.js';
import type { LastYear } from '../../core/compare/trend.js';
import type { ItemPoint } from '../../core/compare/trend-items.js';
import type { TrendPoint } from '../../core/compare/trend-line.js';
import type { TrendAudit, TrendBreak, TrendSlot } from '../../core/compare/trend-slots.js';
import { change, judgedPair, pair, range, score } from '../words/figures.js';
import { chainData } from '../words/chain.js';
import { usualData } from '../words/usual.js';
import { headline } from './headline.js';
import type { TrendSeal, TrendView } from './view.js';

type SealOf = (quarter: TrendSeal['quarter']) => TrendSeal | undefined;

/** A trend for other programs: a point for each of `quarters`, null in a gap; scores on 0 to 100. */
export function trendData({ dealership, trend, seals, chain }: TrendView): object {
  const { last, best, lastYear, since, persistent } = trend;
  const sealOf: SealOf = (quarter) => seals.find((seal) => seal.quarter === quarter);
  const { checklist } = last.result;
  return {
    format: 'checkup-trend',
    // 3: like for like is before any hold and alone has a verdict; `usual` says what was to be expected.
    formatVersion: 3,
    dealership: dealership.name,
    slug: dealership.slug,
    checklist: { id: checklist.id, title: checklist.title },
    chain: chainData(chain),
    headline: headline(trend),
    quarters: trend.slots.map((slot) => slotEntry(slot, sealOf)),
    overall: trend.overall.points.map(point),
    usual: usualData(trend.overall.usual),
    steps: trend.steps.map(({ step, points, usual }) => ({
      id: step.id,
      name: stepName(step),
      title: step.title,
      points: points.map(point),
      usual: usualData(usual),
    })),
    items: trend.items.map(({ item, points }) => ({
      id: item.id,
      name: nameOf(item),
      ask: item.ask,
      points: points.map(itemPoint),
    })),
    persistent: {
      below: SHORT,
      least: persistent.least,
      of: persistent.of,
      items: persistent.items.map(({ last: now, times, scored }) => ({
        id: now.item.id,
        name: nameOf(now.item),
        step: now.step,
        times,
        scored,
        lastScore: score(now.share),
        stillShort: isShort(now.share),
      })),
    },
    since: besideEntry(since, sealOf),
    lastYear: besideEntry(lastYear, sealOf),
    best: best === null ? null : bestEntry(best, sealOf),
  };
}

function slotEntry(slot: TrendSlot, sealOf: SealOf): object {
  if (slot.kind === 'gap') {
    return { from: slot.quarter, to: slot.to, quarters: slot.quarters, audit: null };
  }
  const { result, broke } = slot;
  return {
    from: slot.quarter,
    to: slot.quarter,
    quarters: 1,
    audit: {
      checklistVersion: result.checklist.version,
      scope: result.scope,
      coverage: result.coverage,
      apart: result.apart,
      band: result.band?.name ?? null,
      ...sealEntry(sealOf(slot.quarter)),
      changed: broke === null ? null : brokeEntry(broke),
    },
  };
}

function sealEntry(seal: TrendSeal | undefined): object {
  return { seal: seal?.seal?.hash ?? null, sealHolds: seal?.sealHolds ?? null };
}

function besideEntry(beside: LastYear | null, sealOf: SealOf): object | null {
  if (beside === null) return null;
  const { quarter, comparison } = beside;
  return {
    quarter,
    seal: sealEntry(sealOf(quarter)),
    published: pair(comparison.published),
    likeForLike: judgedPair(comparison.likeForLike),
    steps: comparison.steps.map(({ step, published, likeForLike }) => ({
      id: step.id,
      published: pair(published),
      likeForLike: judgedPair(likeForLike),
    })),
  };
}

function brokeEntry({ checklist, scope }: TrendBreak): object {
  const ids = (some: readonly ItemDiff[]): object[] =>
    some.map(({ id, was, tag, breaks }) => ({ id, was, change: tag, breaks }));
  return {
    checklist:
      checklist === null
        ? null
        : {
            from: checklist.from.version,
            to: checklist.to.version,
            items: ids(checklist.items.filter(({ tag }) => tag !== 'same')),
            comparable: checklist.comparable,
          },
    scope,
  };
}

function point(of: TrendPoint | null): object | null {
  if (of === null) return null;
  const { likeForLike } = of;
  return {
    score: score(of.share),
    interval: range(of.interval),
    change: score(of.change),
    likeForLike:
      likeForLike === null
        ? null
        : {
            value: likeForLike.value * 100,
            change: change(likeForLike.change, likeForLike.verdict),
          },
  };
}

function itemPoint(of: ItemPoint | null): object | null {
  if (of === null) return null;
  const { change: since } = of;
  const difference = since !== null && 'difference' in since ? since.difference : null;
  return {
    score: score(of.share),
    interval: range(of.interval),
    change: since === null ? null : { change: since.tag, ...change(difference) },
  };
}

function bestEntry({ quarter, result }: TrendAudit, sealOf: SealOf): object {
  return {
    quarter,
    score: score(result.share),
    checklistVersion: result.checklist.version,
    scope: result.scope,
    seal: sealEntry(sealOf(quarter)),
  };
}
