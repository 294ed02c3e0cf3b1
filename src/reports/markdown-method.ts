import { askedItems, weightOf } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import type { ExampleLine } from './method.js';
import { kindExamples, kindRules, scoringRules, stepExamples } from './method.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';
import type { ScoredAudit } from './view.js';

/** Every rule, limit and weight that made the score, with worked examples. */
export function methodSection({ audit, result }: ScoredAudit): string {
  const { checklist, scope } = audit;
  return blocks([
    '## Method',
    bullets(scoringRules(checklist).map(inline)),
    `**Bands.** ${checklist.bands.map((band) => `${inline(band.name)} from ${String(band.from)}`).join(', ')}.`,
    '### How each kind of item scores',
    bullets(kindRules(checklist, scope).map(({ name, rule }) => `**${name}**: ${inline(rule)}.`)),
    '### Worked examples',
    examples([...kindExamples(checklist, scope), ...stepExamples()]),
    '### Weights and limits of the items',
    mdTable(
      [{ title: 'Item' }, { title: 'Weight', align: 'r' }, { title: 'Scale' }],
      askedItems(checklist, scope)
        .filter((item) => kindOf(item).scored)
        .map((item) => [
          `\`${item.id}\``,
          String(weightOf(item)),
          inline(kindOf(item).scale(item)),
        ]),
    ),
    ...result.steps.flatMap(({ step }, index) =>
      step.provenance === undefined
        ? []
        : [`**Step ${String(index + 1)}, ${inline(step.title)}.** ${inline(step.provenance)}`],
    ),
    seal(audit),
  ]).trimEnd();
}

function examples(lines: readonly ExampleLine[]): string {
  return mdTable(
    [{ title: 'Of' }, { title: 'Answers' }, { title: 'Score', align: 'r' }, { title: 'Because' }],
    lines.map((line) => [inline(line.what), inline(line.answer), line.score, inline(line.because)]),
  );
}

function seal(audit: ScoredAudit['audit']): string {
  if (audit.seal === null) return '**Seal.** None: the audit is open.';
  return `**Seal.** SHA-256 over the canonical JSON (RFC 8785) of the audit’s facts, its checklist and every revision of every answer, chained to the seal before it.\n\n${bullets([`seal \`${audit.seal.hash}\``, `before it ${audit.seal.previous === null ? 'none' : `\`${audit.seal.previous}\``}`])}`;
}
