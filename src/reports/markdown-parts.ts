import type { Comparison, Parts } from '../core/compare/compare.js';
import { printPoints } from '../core/score/print.js';
import type { Estimate } from '../core/score/uncertainty.js';
import { detectableFrom } from '../core/score/uncertainty.js';
import { blocks, inline, mdTable } from './markdown-text.js';
import type { ComparisonView } from './view.js';

/** The change that a reader of a comparison asks for, in shares. */
const GOAL = 0.05;

/** What the published differences are made of, overall and step by step. */
export function partsSection({ parts, published, steps }: Comparison): string | null {
  const row = (name: string, found: Parts | null, difference: number | null): string[] => [
    name,
    difference === null ? '–' : printPoints(difference),
    ...(found === null
      ? ['–', '–', '–']
      : [found.done, found.applicability, found.checklist].map(printPoints)),
  ];
  if (parts === null) return null;
  return blocks([
    '## What the change is made of',
    'The published difference in three parts, which add up to it: what was done differently (items scored both times by the same definition, under the later weights); what changed in applicability or in what was checked; and what changed in the checklist, its weights, its scope or its caps.',
    mdTable(
      [
        { title: '' },
        { title: 'Published', align: 'r' },
        { title: 'Done', align: 'r' },
        { title: 'Applicability', align: 'r' },
        { title: 'Checklist', align: 'r' },
      ],
      [
        row('**Overall**', parts, published.change?.difference ?? null),
        ...steps.map((one) =>
          row(inline(one.step.title), one.parts, one.published.change?.difference ?? null),
        ),
      ],
    ),
  ]).trimEnd();
}

/** The smallest change that two audits could have shown, and how many more records show five points. */
export function detectableSection({ from, to, comparison }: ComparisonView): string | null {
  const rows = [
    { name: '**Overall**', then: from.result.estimate, now: to.result.estimate },
    ...comparison.steps.map(({ step }) => ({
      name: inline(step.title),
      then: from.result.steps.find((one) => one.step.id === step.id)?.estimate ?? null,
      now: to.result.steps.find((one) => one.step.id === step.id)?.estimate ?? null,
    })),
  ].flatMap(({ name, then, now }) => (then === null || now === null ? [] : [row(name, then, now)]));
  if (rows.length === 0) return null;
  return blocks([
    '## What these audits could have shown',
    'A smaller change than this may be there and not show. The last column says how many times the records of both audits it would have taken to show one of five points, where each was drawn from many; – where a critical item may or may not cap the score: there it takes certainty about that item.',
    mdTable(
      [
        { title: '' },
        { title: 'Smallest change', align: 'r' },
        { title: 'Records for 5 points', align: 'r' },
      ],
      rows,
    ),
  ]).trimEnd();
}

function row(name: string, then: Estimate, now: Estimate): string[] {
  const { change, factor } = detectableFrom(then, now, GOAL);
  return [
    name,
    change === 0 ? 'any' : (change * 100).toFixed(1),
    factor === null ? '–' : factor === 1 ? 'as many' : `${factor.toFixed(1)} ×`,
  ];
}
