import { fellShort } from '../core/findings/findings.js';
import type { ItemPoint } from '../core/compare/trend-items.js';
import type { TrendPoint } from '../core/compare/trend-line.js';
import type { TrendAudit, TrendBreak, TrendSlot } from '../core/compare/trend-slots.js';
import type { ItemDiff } from '../core/compare/item-diff.js';
import { printJson } from '../core/text.js';
import { change, pair, range } from '../documents/words/figures.js';
import { score } from '../documents/words/figures.js';
import type { TrendSeal, TrendView } from './trend-view.js';

/** A trend for other programs: a point for each of `quarters`, null in a gap; shares on 0 to 100. */
export function trendJson({ dealership, trend, seals }: TrendView): string {
  const { last, best, lastYear, oftenShort } = trend;
  const sealOf = new Map(seals.map((seal) => [seal.quarter, seal]));
  const { checklist } = last.result;
  return printJson({
    format: 'checkup-trend',
    formatVersion: 1,
    dealership: dealership.name,
    slug: dealership.slug,
    checklist: { id: checklist.id, title: checklist.title },
    quarters: trend.slots.map((slot) => slotEntry(slot, sealOf.get(slot.quarter))),
    overall: trend.overall.points.map(point),
    steps: trend.steps.map(({ step, points }) => ({
      id: step.id,
      title: step.title,
      points: points.map(point),
    })),
    items: trend.items.map(({ item, points }) => ({
      id: item.id,
      ask: item.ask,
      points: points.map(itemPoint),
    })),
    fellShort: {
      least: oftenShort.least,
      of: oftenShort.of,
      items: oftenShort.items.map(({ last: now, times, scored }) => ({
        id: now.item.id,
        step: now.step,
        times,
        scored,
        lastScore: score(now.share),
        stillShort: fellShort(now.share, checklist),
      })),
    },
    lastYear:
      lastYear === null
        ? null
        : {
            quarter: lastYear.quarter,
            seal: sealEntry(sealOf.get(lastYear.quarter)),
            published: pair(lastYear.comparison.published),
            likeForLike: pair(lastYear.comparison.likeForLike),
            steps: lastYear.comparison.steps.map(({ step, published, likeForLike }) => ({
              id: step.id,
              published: pair(published),
              likeForLike: pair(likeForLike),
            })),
          },
    best: best === null ? null : bestEntry(best, sealOf.get(best.quarter)),
  });
}

function slotEntry(slot: TrendSlot, seal: TrendSeal | undefined): object {
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
      band: result.band?.name ?? null,
      ...sealEntry(seal),
      changed: broke === null ? null : brokeEntry(broke),
    },
  };
}

function sealEntry(seal: TrendSeal | undefined): object {
  return { seal: seal?.seal?.hash ?? null, sealHolds: seal?.sealHolds ?? null };
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
    change: change(of.change),
    likeForLike:
      likeForLike === null
        ? null
        : { value: likeForLike.value * 100, change: change(likeForLike.change) },
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

function bestEntry({ quarter, result }: TrendAudit, seal: TrendSeal | undefined): object {
  return {
    quarter,
    score: score(result.share),
    checklistVersion: result.checklist.version,
    scope: result.scope,
    seal: sealEntry(seal),
  };
}
