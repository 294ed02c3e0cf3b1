import { chainData } from '../words/chain.js';
import type { LastTime } from '../../core/brief/brief.js';
import type { Door } from '../../core/brief/records.js';
import { nameOf, stepName } from '../../core/checklist/naming.js';
import { notationOf } from '../../core/audit/answer.js';
import type { ItemResult } from '../../core/score/score.js';
import type { BriefView, LastAudit } from './view.js';
import { localOrNull } from '../words/audit-facts.js';

/** The brief for other programs. Scores run from 0 to 100, coverage from 0 to 1; nothing is rounded. */
export function data(view: BriefView): object {
  const { dealership, group, quarter, ahead, brief, last, brokenSeals, chain } = view;
  return {
    format: 'checkup-brief',
    formatVersion: 1,
    dealership: dealership.name,
    slug: dealership.slug,
    group,
    quarter,
    checklist: { id: ahead.checklist.id, version: ahead.checklist.version },
    scope: ahead.scope,
    startedAt: localOrNull(ahead.audit?.startedAt),
    by: ahead.by,
    all: brief.all,
    left: brief.left,
    took: brief.took,
    brokenSeals,
    chain: chainData(chain),
    last: last === null || brief.last === null ? null : lastData(last, brief.last),
    before: brief.preparations.map(({ errand, items }) => ({
      errand,
      items: items.map(({ item, wanted }) => ({ id: item.id, name: nameOf(item), wanted })),
    })),
    draws: brief.draws,
    doors: brief.doors.map(doorData),
  };
}

function lastData({ audit, result, previous }: LastAudit, last: LastTime): object {
  return {
    quarter: audit.quarter,
    seal: audit.seal?.hash ?? null,
    score: scoreOf(result.share),
    band: result.band?.name ?? null,
    coverage: result.coverage,
    place: last.place,
    previous:
      previous === null
        ? null
        : {
            quarter: previous.quarter,
            score: scoreOf(previous.comparison.published.from),
            verdict: previous.comparison.likeForLike.verdict,
          },
    steps: result.steps.map((step) => ({
      id: step.step.id,
      name: stepName(step.step),
      score: scoreOf(step.share),
      uncapped: scoreOf(step.uncapped),
      coverage: step.coverage,
    })),
    failedCritical: last.failedCritical.map(itemData),
    shortfalls: last.shortfalls.map((one) => ({ ...itemData(one.result), inARow: one.inARow })),
    notChecked: last.notChecked.map(itemData),
    unanswered: last.unanswered.map(itemData),
  };
}

function itemData({ item, share, state, answer }: ItemResult) {
  const score = scoreOf(share);
  return { id: item.id, name: nameOf(item), state, score, answer: notationOf(answer) };
}

function doorData({ number, title, records, onTheSpot }: Door): object {
  return {
    number,
    title,
    records: records.map(({ item, wanted, draw }) => ({
      id: item.id,
      name: nameOf(item),
      wanted,
      draw,
    })),
    onTheSpot: onTheSpot.map((item) => ({ id: item.id, name: nameOf(item) })),
  };
}

function scoreOf(share: number | null): number | null {
  return share === null ? null : share * 100;
}
