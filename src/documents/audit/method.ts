import { weightOf } from '../../core/checklist/checklist.js';
import { printNumber } from '../../core/words/numbers.js';
import {
  BREAK,
  code,
  fold,
  heading,
  list,
  paragraph,
  strong,
  subheading,
  table,
} from '../blocks.js';
import type { Block, Inline, Row, Text } from '../tree.js';
import type { ErrorLine, ExampleLine } from '../words/method.js';
import {
  errorExamples,
  kindExamples,
  kindRules,
  scoringRules,
  stepExamples,
} from '../words/method.js';
import { USUAL_RULE } from '../words/usual.js';
import {
  CHANGE_RULES,
  ERROR_RULES,
  RANGE_RULES,
  kindErrors,
  rangeExample,
} from '../words/uncertainty.js';
import { drawsBlocks } from './draws.js';
import type { AuditView, StepView } from './view.js';

/** Every rule and limit that made the score, its arithmetic, worked examples and the seal. */
export function methodSection(view: AuditView): Block[] {
  const { checklist, scope } = view.audit;
  return [
    heading('How it was scored', 'method', 'How it was scored'),
    fold('The rules, the arithmetic and the seal', [
      ...list(scoringRules(checklist)),
      paragraph(
        strong('Bands.'),
        ` ${checklist.bands.map(({ name, from }) => `${name} from ${String(from)}`).join(', ')}.`,
      ),
      subheading('The arithmetic of this score'),
      ...arithmetic(view),
      subheading('How each kind of item scores'),
      ...named(kindRules(checklist, scope)),
      paragraph('The scale and the weight of every item stand under All items.'),
      subheading('Worked examples'),
      ...examples([...kindExamples(checklist, scope), ...stepExamples()]),
      subheading('How far a score may be off'),
      ...list(ERROR_RULES.map(withCode)),
      ...named(kindErrors(checklist, scope)),
      ...errors(errorExamples(checklist, scope)),
      subheading('Where a score may lie'),
      ...list([...RANGE_RULES.map(withCode), rangeExample()], true),
      subheading('What is called a change'),
      ...list([...CHANGE_RULES, USUAL_RULE]),
      ...drawsBlocks(view.audit),
      ...provenance(view.steps),
      ...sealBlocks(view),
    ]),
  ];
}

/** A text in which what stands between backticks is a key of the checklist. */
function withCode(text: string): Inline[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part));
}

function named(rules: readonly { readonly name: string; readonly rule: string }[]): Block[] {
  return list(rules.map(({ name, rule }): Text => [strong(name), ': ', ...withCode(rule), '.']));
}

/** What the sums of this very audit are, step by step. */
function arithmetic({ steps, result }: AuditView): Block[] {
  const figure = (share: number | null): string =>
    share === null ? '–' : (share * 100).toFixed(2);
  const rows = steps.map(({ number, name, result: { step, items, uncapped, share } }): Row => {
    const scored = items.filter((one) => one.share !== null);
    const weights = scored.reduce((sum, one) => sum + weightOf(one.item), 0);
    const points = scored.reduce((sum, one) => sum + weightOf(one.item) * (one.share ?? 0), 0);
    return {
      cells: [
        `${String(number)}. ${name}`,
        (points * 100).toFixed(1),
        printNumber(weights),
        figure(uncapped),
        figure(share),
        printNumber(step.weight),
      ],
    };
  });
  return [
    ...table(
      'The arithmetic of this score',
      [
        { title: 'Step', role: 'name' },
        { title: 'Σ weight × score', role: 'number' },
        { title: 'Σ weight', role: 'number' },
        { title: 'Quotient', role: 'number' },
        { title: 'If held', role: 'number' },
        { title: 'Step weight', role: 'number' },
      ],
      rows,
    ),
    paragraph(
      `The overall score is the mean of the scored steps, held where they are, by step weight: ${figure(result.share)}.`,
    ),
  ];
}

function examples(lines: readonly ExampleLine[]): Block[] {
  return table(
    'Worked examples',
    [
      { title: 'Of', role: 'name' },
      { title: 'Answers', role: 'text' },
      { title: 'Score', role: 'number' },
      { title: 'Because', role: 'text' },
    ],
    lines.map(({ what, answer, score, because }): Row => ({
      cells: [what, answer, score, because],
    })),
  );
}

function errors(lines: readonly ErrorLine[]): Block[] {
  return table(
    'Worked examples of how far a share may be off',
    [
      { title: 'Of', role: 'name' },
      { title: 'Answers', role: 'text' },
      { title: 'Alone', role: 'number' },
      { title: 'In a sum', role: 'number' },
      { title: 'Because', role: 'text' },
    ],
    lines.map(({ what, answer, alone, summed, because }): Row => ({
      cells: [what, answer, alone, summed, because],
    })),
  );
}

/** Where steps come from, where a reader has to know; steps that say the same are named together. */
function provenance(steps: readonly StepView[]): Block[] {
  const texts = Map.groupBy(
    steps.filter(({ result }) => result.step.provenance !== undefined),
    ({ result }) => result.step.provenance,
  );
  return [...texts].map(([text, those]) =>
    paragraph(
      strong(
        `On ${those.map(({ number, name }) => `step ${String(number)}, ${name}`).join('; ')}.`,
      ),
      ` ${text ?? ''}`,
    ),
  );
}

function sealBlocks({ audit }: AuditView): Block[] {
  if (audit.seal === null) return [paragraph(strong('Seal.'), ' None: the check-up is open.')];
  return [
    paragraph(
      strong('Seal.'),
      ' SHA-256 over the canonical JSON (RFC 8785) of the check-up’s facts, its checklist, every revision of every answer, its draws and its visit, chained to the seal before it. It shows a change only to whoever kept it.',
      BREAK,
      code(audit.seal.hash),
      BREAK,
      ...(audit.seal.previous === null
        ? ['No seal before it.']
        : ['Before it: ', code(audit.seal.previous)]),
    ),
  ];
}
