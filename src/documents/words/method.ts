import type { Checklist, Scope } from '../../core/checklist/checklist.js';
import { askedItems } from '../../core/checklist/checklist.js';
import { kindOf, kinds, workedExamples } from '../../core/checklist/kinds/index.js';
import type { StepExample } from '../../core/score/examples.js';
import { STEP_EXAMPLES } from '../../core/score/examples.js';
import { printScore } from '../../core/score/print.js';

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
    `A must-not-fail check (critical in the checklist) that scores under ${String(below)} holds its step at ${String(cap)}, unless that stands lower anyway; the step then shows both figures.`,
    'Points at stake are what a step, and the overall score, would gain if one item alone became full (100), held steps included: that is what it is worth. What an item’s change did to the overall score is found the same way, with its earlier score in its place. Because steps are held, neither simply adds up.',
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
    .filter(({ item, because }) => used.has(item.kind) && because !== '')
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

/** One worked example of how far a share may be off. */
export interface ErrorLine extends Omit<ExampleLine, 'score'> {
  readonly alone: string;
  readonly summed: string;
}

/** The worked examples of how far the kinds that a scope asks may be off. */
export function errorExamples(checklist: Checklist, scope: Scope): ErrorLine[] {
  const used = new Set(askedItems(checklist, scope).map((item) => item.kind));
  return workedExamples().flatMap(({ item, answer, error }) =>
    error === undefined || !used.has(item.kind)
      ? []
      : [
          {
            what: item.kind,
            answer: kindOf(item).words(item, answer),
            alone: error.alone.toFixed(7),
            summed: error.summed.toFixed(7),
            because: error.because,
          },
        ],
  );
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
