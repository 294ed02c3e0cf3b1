import { sameAnswer } from '../../core/audit/answer.js';
import { weightOf } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import { printChange, printScore } from '../../core/score/print.js';
import { printNumber, sentence } from '../../core/words/numbers.js';
import {
  code,
  fine,
  fold,
  heading,
  paragraph,
  quote,
  soft,
  strong,
  subheading,
  table,
} from '../blocks.js';
import type { Block, Inline, Row, Text } from '../tree.js';
import { answerWithAim, answersWords, wholeAnswerWords } from '../words/answers.js';
import { differenceWords } from '../words/changes.js';
import { signOf } from '../words/signs.js';
import { signed } from '../blocks.js';
import { evidenceLines, takenOffLines } from './evidence.js';
import { isMoved } from './movers.js';
import { departmentNames, itemName, worthWords } from './todo.js';
import type { AuditView, ItemView, StepView } from './view.js';

/** Every item with its question, scale, answers, notes and evidence, folded by step. */
export function itemsSection(view: AuditView): Block[] {
  const number = view.steps.reduce((sum, { items }) => sum + items.length, 0);
  return [
    heading(itemsTitle(number), 'all', 'All items'),
    ...view.steps.map((step) =>
      fold(`${String(step.number)}. ${step.result.step.title}`, itemsOfStep(step, view), {
        figure: stepFigure(step, view),
        plain: itemsTable(step, view),
      }),
    ),
  ];
}

/** `All 36 items`. */
export function itemsTitle(number: number): string {
  return number === 1 ? 'The only item' : `All ${String(number)} items`;
}

/** `60 → 66`, or the score alone. */
function stepFigure({ compared, result }: StepView, view: AuditView): string {
  const { bands } = view.result.checklist;
  const before = compared?.published.from ?? null;
  if (before === null) return printScore(result.share, bands);
  const { from, to } = printChange(before, result.share, bands);
  return `${from} → ${to}`;
}

function itemsOfStep({ items }: StepView, view: AuditView): Block[] {
  return items.flatMap((one): Block[] => [
    subheading(itemName(one)),
    paragraph(strong(scoreWords(one)), ' ', ...changeWords(one), answersOf(one)),
    fine(
      `${one.result.item.ask} `,
      ...(kindOf(one.result.item).scored
        ? [
            `${sentence(kindOf(one.result.item).scale(one.result.item))}; weight ${printNumber(weightOf(one.result.item))}. `,
          ]
        : []),
      `${departmentNames(one, view.result.checklist)}, `,
      code(one.result.item.id),
    ),
    ...details(one, view),
  ]);
}

/** What stands below an item: what its few words leave out, reasons, corrections, notes, evidence. */
function details(one: ItemView, view: AuditView): Block[] {
  const { result } = one;
  const detail =
    result.answer?.state === 'answered'
      ? kindOf(result.item).detail(result.item, result.answer.value)
      : '';
  const whole = wholeText(one);
  return [
    ...(detail === '' ? [] : [fine(detail)]),
    ...(whole === null ? [] : quote(whole)),
    ...reason(one),
    ...corrections(one, view).map((text) => fine(text)),
    ...quote(result.answer?.note),
    ...[...evidenceLines(one, view), ...takenOffLines(one, view)].map((text): Block => ({
      block: 'paragraph',
      tone: 'fine',
      text,
    })),
  ];
}

/** A remark as it was typed; null for what is scored. */
function wholeText({ result: { item, answer } }: ItemView): string | null {
  if (kindOf(item).scored || answer?.state !== 'answered') return null;
  return typeof answer.value === 'string' ? answer.value : null;
}

function reason({ result: { answer } }: ItemView): Block[] {
  return answer?.state === 'not-applicable' || answer?.state === 'not-checked'
    ? quote(`Why: ${answer.reason}`)
    : [];
}

/** Earlier answers that were replaced by another, oldest first, with the reason where one was given. */
function corrections({ result }: ItemView, { audit }: AuditView): string[] {
  const revisions = audit.revisions
    .filter(
      (recorded) => recorded.item === result.item.id && recorded.answer.state !== 'unanswered',
    )
    .sort((a, b) => a.revision - b.revision);
  return revisions.slice(1).flatMap((now, index) => {
    const before = revisions[index];
    if (
      before === undefined ||
      sameAnswer(before.answer, {
        ...now.answer,
        note: before.answer.note,
        evidence: before.answer.evidence,
      })
    ) {
      return [];
    }
    const words = wholeAnswerWords({
      ...result,
      state: before.answer.state,
      answer: before.answer,
    });
    const why = now.why === null ? '' : `: ${now.why}`;
    return [`Changed from ${words} by ${now.auditor}${why}`];
  });
}

function scoreWords(one: ItemView): string {
  const { share, item } = one.result;
  if (!kindOf(item).scored) return 'Remark';
  if (!isMoved(one)) return printScore(share);
  const { from, to } = printChange(one.change.from.share, one.change.to.share);
  return `${from} → ${to}`;
}

function changeWords(one: ItemView): Inline[] {
  if (!isMoved(one)) return [];
  const sign = signOf(one.change.difference.verdict);
  const text = differenceWords({ from: one.change.from.share, to: one.change.to.share }, []);
  return sign === null ? [] : [signed(sign, text), ' · '];
}

/** Then and now with the aim, in the item's own unit. */
function answersOf(one: ItemView): string {
  if (!kindOf(one.result.item).scored) return '';
  if (one.change === null || !('from' in one.change)) return answerWithAim(one.result);
  const aim = kindOf(one.result.item).aim(one.result.item);
  return `${answersWords(one.change.from, one.result)}${aim === '' ? '' : `; aim: ${aim}`}`;
}

/** The same as a table: all that a recomputation needs, and the notes below it. */
function itemsTable({ items, name }: StepView, view: AuditView): Block[] {
  const hasBefore = view.previous !== null;
  return table(
    `The items of ${name}`,
    [
      { title: 'Item', role: 'name' },
      { title: 'Weight', role: 'number' },
      { title: 'Answer', role: 'text' },
      { title: 'Scale', role: 'text' },
      { title: 'Score', role: 'number' },
      ...(hasBefore ? [{ title: 'Change', role: 'number' } as const] : []),
      { title: 'Worth', role: 'number' },
    ],
    items.map((one): Row => {
      const { item } = one.result;
      const cells: Text[] = [
        itemName(one),
        kindOf(item).scored ? printNumber(weightOf(item)) : '–',
        one.change !== null && 'from' in one.change
          ? `${wholeAnswerWords(one.change.from)} → ${wholeAnswerWords(one.result)}`
          : wholeAnswerWords(one.result),
        kindOf(item).scale(item),
        one.result.share === null ? '–' : printScore(one.result.share),
        ...(hasBefore ? [plainChange(one)] : []),
        worthWords(one),
      ];
      return { cells, notes: details(one, view) };
    }),
  );
}

function plainChange(one: ItemView): Text {
  if (!isMoved(one)) return '–';
  const sign = signOf(one.change.difference.verdict);
  const text = differenceWords({ from: one.change.from.share, to: one.change.to.share }, []);
  return sign === null ? soft(text) : signed(sign, text);
}
