import type { Checklist, Scope } from '../../core/checklist/checklist.js';
import { askedItems } from '../../core/checklist/checklist.js';
import { kindOf, kinds, workedExamples } from '../../core/checklist/kinds/index.js';
import type { StepExample } from '../../core/score/examples.js';
import { STEP_EXAMPLES } from '../../core/score/examples.js';
import { printScore } from '../../core/score/print.js';

/** How sure a score is, for those who have to trust it. */
export const UNCERTAINTY_RULE =
  'Where only some of many records were looked at, chance had a hand in which. The range beside a score (95 %) is where it would lie, 19 times of 20, had all been looked at: the estimate ± 1.96 standard errors. An item’s variance is p (1 − p) ÷ of, with p = (passed + 2) ÷ (of + 4) (after Agresti and Coull, “Approximate is better than exact”, 1998), times the square of its scale’s slope; where it is known how many there were (from), of × (from − 1) ÷ (from − of) takes the place of “of”, and a check of all has none. A trace counts the sum of its case scores as passed. Variances add with squared weights to steps, to the overall score and to differences. Where a critical item’s range straddles the limit, the range of its step reaches from the capped to the uncapped score. A change rose or fell only when the range of the difference leaves zero out; else it is no clear change.';

/** The rules that made a score, in words, for every format. */
export function scoringRules(checklist: Checklist): string[] {
  const { below, cap } = checklist.scoring.critical;
  const weights = [...new Set(checklist.steps.map((step) => step.weight))];
  return [
    'An item earns a share between 0 and 1 by its kind; its score is the share times 100. Shares are never rounded before they are printed.',
    'A step is the sum of weight × share of its scored items, divided by the sum of their weights.',
    weights.length === 1
      ? 'The overall score is the mean of the scored steps, each with an equal voice; it is not a pool of all items.'
      : `The overall score is the mean of the scored steps by step weight: ${checklist.steps.map((step) => `${step.title} ${String(step.weight)}`).join(', ')}.`,
    'What is not applicable leaves the sum and the weights. What is not checked or not answered leaves both too, and lowers coverage: weight scored divided by weight applicable.',
    'Where nothing could be scored, there is no score: it reads "not scored", never 0 and never 100.',
    `A critical item that scores under ${String(below)} caps its step at ${String(cap)}; the step then shows both figures.`,
    UNCERTAINTY_RULE,
    'Points at stake are what a step, and the overall score, would gain if one item alone became full (100), caps included. What an item’s change did to the overall score is found the same way, with its earlier score in its place. Because of caps, neither simply adds up.',
    'Scores are printed as whole numbers, and differences are taken before rounding. Where whole numbers would contradict each other or the band, decimals are shown.',
  ];
}

/** The kinds of item that a scope asks, each with its rule. */
export function kindRules(checklist: Checklist, scope: Scope): { name: string; rule: string }[] {
  const used = new Set(askedItems(checklist, scope).map((item) => item.kind));
  return kinds
    .filter((kind) => used.has(kind.name))
    .map((kind) => ({ name: kind.name, rule: kind.summary }));
}

/** One line of the worked examples. */
export interface ExampleLine {
  readonly what: string;
  readonly answer: string;
  readonly score: string;
  readonly because: string;
}

/** The worked examples of the kinds that a scope asks: the same that the tests compute. */
export function kindExamples(checklist: Checklist, scope: Scope): ExampleLine[] {
  const used = new Set(askedItems(checklist, scope).map((item) => item.kind));
  return workedExamples()
    .filter(({ item }) => used.has(item.kind))
    .map(({ item, answer, share, because }) => ({
      what: item.kind,
      answer: kindOf(item).words(item, answer),
      score: printScore(share),
      because,
    }));
}

function said(example: StepExample): string {
  return example.items
    .map(
      (item) =>
        `${item.answer} (${item.critical === true ? 'critical, ' : ''}weight ${String(item.weight)})`,
    )
    .join(', ');
}

/** The worked examples of a step. */
export function stepExamples(): ExampleLine[] {
  return STEP_EXAMPLES.map((example) => ({
    what: 'step',
    answer: said(example),
    score: printScore(example.share),
    because: example.because,
  }));
}
