import { askedItems, weightOf } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { printNumber } from '../core/words/numbers.js';
import type { AuditResult } from '../core/score/score.js';
import type { ExampleLine } from '../documents/words/method.js';
import { kindExamples, kindRules, scoringRules, stepExamples } from '../documents/words/method.js';
import { drawsSection } from './markdown-draws.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';
import type { ScoredAudit } from './view.js';

/** Every rule, limit and weight that made the score, with worked examples. */
export function methodSection({ audit, result }: ScoredAudit): string {
  const { checklist, scope } = audit;
  return blocks([
    '## Method',
    bullets(scoringRules(checklist).map(inline)),
    `**Bands.** ${checklist.bands.map((band) => `${inline(band.name)} from ${String(band.from)}`).join(', ')}.`,
    '### The arithmetic of this score',
    arithmetic(result),
    '### How each kind of item scores',
    bullets(kindRules(checklist, scope).map(({ name, rule }) => `**${name}**: ${rule}.`)),
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
    drawsSection(audit),
    ...provenance(result),
    seal(audit),
  ]).trimEnd();
}

/** What the sums of this very audit are, step by step. */
function arithmetic(result: AuditResult): string {
  const figure = (share: number | null): string =>
    share === null ? '–' : (share * 100).toFixed(2);
  const rows = result.steps.map(({ step, items, uncapped, share }, index) => {
    const scored = items.filter((one) => one.share !== null);
    const weights = scored.reduce((sum, one) => sum + weightOf(one.item), 0);
    const points = scored.reduce((sum, one) => sum + weightOf(one.item) * (one.share ?? 0), 0);
    return [
      `${String(index + 1)}. ${inline(step.title)}`,
      (points * 100).toFixed(1),
      printNumber(weights),
      figure(uncapped),
      figure(share),
      printNumber(step.weight),
    ];
  });
  return blocks([
    mdTable(
      [
        { title: 'Step' },
        { title: 'Σ weight × score', align: 'r' },
        { title: 'Σ weight', align: 'r' },
        { title: 'Quotient', align: 'r' },
        { title: 'After caps', align: 'r' },
        { title: 'Step weight', align: 'r' },
      ],
      rows,
    ),
    `The overall score is the mean of the scored steps after caps, by step weight: ${figure(result.share)}.`,
  ]).trimEnd();
}

/** Where steps come from, where a reader has to know; steps that say the same are named together. */
function provenance(result: AuditResult): string[] {
  const texts = new Map<string, string[]>();
  result.steps.forEach(({ step }, index) => {
    if (step.provenance === undefined) return;
    const steps = texts.get(step.provenance) ?? [];
    texts.set(step.provenance, [...steps, `step ${String(index + 1)}, ${inline(step.title)}`]);
  });
  return [...texts].map(([text, steps]) => `**On ${steps.join('; ')}.** ${inline(text)}`);
}

function examples(lines: readonly ExampleLine[]): string {
  return mdTable(
    [{ title: 'Of' }, { title: 'Answers' }, { title: 'Score', align: 'r' }, { title: 'Because' }],
    lines.map((line) => [inline(line.what), inline(line.answer), line.score, inline(line.because)]),
  );
}

function seal(audit: ScoredAudit['audit']): string {
  if (audit.seal === null) return '**Seal.** None: the audit is open.';
  return `**Seal.** SHA-256 over the canonical JSON (RFC 8785) of the audit’s facts, its checklist, every revision of every answer and every draw, chained to the seal before it.\n\n${bullets([`seal \`${audit.seal.hash}\``, `before it ${audit.seal.previous === null ? 'none' : `\`${audit.seal.previous}\``}`])}`;
}
