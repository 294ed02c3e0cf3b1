import { notationOf } from '../../core/audit/answer.js';
import { weightOf } from '../../core/checklist/checklist.js';
import { nameOf, stepName } from '../../core/checklist/naming.js';
import type { Change } from '../../core/compare/change.js';
import type { Parts } from '../../core/compare/compare.js';
import type { ItemResult } from '../../core/score/score.js';
import { changeHeadline } from '../audit/headline.js';
import { itemsOf } from '../audit/view.js';
import { chainData } from '../words/chain.js';
import { auditFacts } from '../words/audit-facts.js';
import { change, judgedPair, pair, score } from '../words/figures.js';
import type { ComparisonView } from './view.js';

/** Two quarters for other programs: scores and differences unrounded in points, coverage on 0 to 1. */
export function comparisonData(view: ComparisonView): object {
  const { previous } = view;
  const { comparison, contributions } = previous;
  const effects = new Map(itemsOf(view).map((one) => [one.result.item.id, one.effect]));
  const contributed = new Map(contributions.map(({ step, share }) => [step.id, share]));
  return {
    format: 'checkup-comparison',
    // 3: like for like is before any hold and alone has an interval and a verdict; parts have `held`.
    formatVersion: 3,
    from: { ...auditFacts(previous), coverage: previous.result.coverage },
    to: { ...auditFacts(view), coverage: view.result.coverage },
    chain: chainData(view.chain),
    headline: changeHeadline(comparison),
    overall: {
      published: pair(comparison.published),
      parts: parts(comparison.parts),
      likeForLike: judgedPair(comparison.likeForLike),
      comparableItems: comparison.comparable,
    },
    steps: comparison.steps.map((one) => ({
      id: one.step.id,
      name: stepName(one.step),
      title: one.step.title,
      weight: one.step.weight,
      published: pair(one.published),
      parts: parts(one.parts),
      likeForLike: judgedPair(one.likeForLike),
      contribution: score(contributed.get(one.step.id) ?? null),
      comparableItems: one.comparable,
      failedCritical: one.failedCritical,
      holds: one.caps.map(({ event, result, parts: hangsOn }) => ({
        event,
        item: result.item.id,
        hangsOn,
      })),
    })),
    changes: comparison.changes.map((each) => changeEntry(each, effects.get(each.id) ?? null)),
  };
}

/** The parts of a published difference, in points. */
function parts(found: Parts | null): object | null {
  if (found === null) return null;
  const { done, applicability, checklist, held } = found;
  return {
    done: done * 100,
    applicability: applicability * 100,
    checklist: checklist * 100,
    held: held * 100,
  };
}

function changeEntry(one: Change, effect: number | null): object {
  const side = (of: ItemResult): object => ({
    step: of.step,
    state: of.state,
    score: score(of.share),
    weight: weightOf(of.item),
    answer: notationOf(of.answer),
  });
  return {
    item: one.id,
    name: nameOf('to' in one ? one.to.item : one.from.item),
    change: one.tag,
    ...('because' in one ? { because: one.because } : {}),
    from: 'from' in one ? side(one.from) : null,
    to: 'to' in one ? side(one.to) : null,
    ...change('difference' in one ? one.difference : null),
    effect: score(effect),
  };
}
