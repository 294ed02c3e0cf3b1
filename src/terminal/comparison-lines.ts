import type { Band } from '../core/checklist/checklist.js';
import type { Comparison } from '../core/compare/compare.js';
import { isComparable } from '../core/compare/compare.js';
import { printChange, verdictWords } from '../core/score/print.js';
import { visibleLine } from '../core/text.js';
import { count } from '../core/words/numbers.js';
import { shorten, table } from '../formats/layout.js';

/** Columns of a name: with the figures beside it, a line fits 80. */
const NAME = 22;

type Compared = Pick<Comparison, 'published' | 'likeForLike'>;

/** Two audits, as far as a few lines about them need it. */
export interface TwoAudits {
  readonly from: { readonly audit: { readonly quarter: string } };
  readonly to: {
    readonly audit: {
      readonly quarter: string;
      readonly dealership: { readonly name: string };
      readonly checklist: { readonly bands: readonly Band[] };
    };
  };
  readonly comparison: Comparison;
}

/** The comparison in a few lines, for the screen. */
export function comparisonLines(view: TwoAudits, width: number): string {
  const { from, to, comparison } = view;
  const { bands } = to.audit.checklist;
  const row = (name: string, { published, likeForLike }: Compared): string[] => {
    const shown = printChange(published.from, published.to, bands);
    const like = printChange(likeForLike.from, likeForLike.to, bands);
    return [
      shorten(name, NAME),
      shown.from,
      shown.to,
      shown.difference,
      like.difference,
      verdictWords(likeForLike.change),
    ];
  };
  const number = (tag: string): string =>
    String(
      comparison.changes.filter((change) => isComparable(change) && change.tag === tag).length,
    );
  const others = comparison.changes.length - comparison.comparable;
  return [
    table(
      [
        { title: shorten(visibleLine(to.audit.dealership.name), NAME) },
        { title: from.audit.quarter, align: 'right' },
        { title: to.audit.quarter, align: 'right' },
        { title: 'change', align: 'right' },
        { title: 'like for like', align: 'right' },
        { title: 'so it' },
      ],
      [
        row('Overall', comparison),
        ...comparison.steps.map((step) => row(visibleLine(step.step.title), step)),
      ],
      width,
    ),
    `${number('rose')} of ${count(comparison.changes.length, 'item')} rose, ${number('fell')} fell, ${number('no-clear-change')} changed without being clear, ${number('same')} stayed the same; ${String(others)} cannot be compared.`,
  ].join('\n');
}
