import { printRange, printScore } from '../../core/score/print.js';
import { rangesOf } from '../../core/score/ranges.js';
import { SAME_SHARE, directionOf } from '../../core/score/uncertainty.js';
import { numberWord, sentence } from '../../core/words/numbers.js';
import { heading, key, signed, soft, strong, table } from '../blocks.js';
import type { Block, Inline, Row, Text } from '../tree.js';
import { answerWithAim, answersWords } from '../words/answers.js';
import { changeFigures, printedParts } from '../words/changes.js';
import { isHeld } from '../words/held.js';
import { columnNames } from '../words/quarters.js';
import { scoreAxis, stripOf } from '../words/signs.js';
import { movedTitle } from './headline.js';
import type { MovedItem } from './movers.js';
import { isClear, isMoved } from './movers.js';
import type { AuditView, ItemView, Previous, StepView } from './view.js';

/** The six steps: before, now, and what is behind it. */
export function stepsSection(view: AuditView): Block[] {
  return view.previous === null ? alone(view) : since(view, view.previous);
}

function since(view: AuditView, previous: Previous): Block[] {
  const { bands } = view.result.checklist;
  const names = columnNames(previous.audit.quarter, view.audit.quarter);
  const rows = view.steps.map((step): Row => {
    const { compared, result } = step;
    const from = compared?.published.from ?? null;
    const printed = compared === null ? null : changeFigures(compared, bands);
    return {
      cells: [
        stepCell(step),
        printed?.from ?? printScore(from, bands),
        {
          drawn: stripOf({ from, to: result.share }, compared?.likeForLike ?? null, bands, {
            held: isHeld(result) ? result.uncapped : null,
          }),
        },
        strong(printed?.to ?? printScore(result.share, bands)),
        printed?.change ?? '–',
        behind(step, view),
      ],
    };
  });
  return [
    heading(movedTitle(previous.comparison), 'steps', 'Steps'),
    ...table(
      `The steps, ${names.from} and ${names.to}`,
      [
        { title: 'Step', role: 'name' },
        { title: names.from, role: 'number', spare: true },
        { title: 'Picture', role: 'mark', axis: scoreAxis(bands) },
        { title: names.to, role: 'number', large: true },
        { title: 'Change', role: 'number' },
        { title: 'What is behind it', role: 'text' },
      ],
      rows,
      { whole: true },
    ),
    key(
      `○ ${names.from}  ● ${names.to}  ▬ where ${names.to} may lie, seen from the ring, counting what was scored both times. `,
      strong('Ring outside the bar: more than chance, ▲ ▼ clearly, △ ▽ probably.'),
      ' Ring inside: it may be chance.',
    ),
  ];
}

function alone(view: AuditView): Block[] {
  const { bands } = view.result.checklist;
  const rows = view.steps.map((step): Row => {
    const { share, uncapped } = step.result;
    const interval = rangesOf(view.result).steps.get(step.result.step.id) ?? null;
    const isRange = interval !== null && interval.upper - interval.lower > SAME_SHARE;
    return {
      cells: [
        stepCell(step),
        {
          drawn: stripOf({ from: null, to: share }, null, bands, {
            held: isHeld(step.result) ? uncapped : null,
            bar: isRange ? interval : null,
          }),
        },
        strong(printScore(share, bands)),
        isRange ? printRange(interval, bands) : '–',
        behind(step, view),
      ],
    };
  });
  return [
    heading(sentence(`the ${numberWord(rows.length)} steps`), 'steps', 'Steps'),
    ...table(
      'The steps',
      [
        { title: 'Step', role: 'name' },
        { title: 'Picture', role: 'mark', axis: scoreAxis(bands) },
        { title: 'Score', role: 'number', large: true },
        { title: 'May lie', role: 'number' },
        { title: 'What is behind it', role: 'text' },
      ],
      rows,
      { whole: true },
    ),
    key('● the score  ▬ where it may lie, had all records been looked at.'),
  ];
}

function stepCell({ number, name }: StepView): Text {
  return [soft(`${String(number)} `), name];
}

/** What made a step what it is, in the units of its items. */
function behind(step: StepView, view: AuditView): Text {
  const parts: Inline[][] = [
    ...(step.compared === null ? lowest(step) : [...moved(step), ...split(step)]),
    ...held(step, view),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [' ', ...part]));
}

function lowest({ items }: StepView): Inline[][] {
  const [first] = items
    .filter(({ stake }) => stake !== null)
    .sort((a, b) => (a.result.share ?? 1) - (b.result.share ?? 1));
  if (first === undefined) return [];
  return [[`Lowest: ${first.name} (${answerWithAim(first.result)}).`]];
}

/** Of a step that clearly moved the mover that weighs most, and how many went up and down. */
function moved({ items, compared }: StepView): Inline[][] {
  const comparable = items.filter(isMoved);
  const by = (sign: 1 | -1): number =>
    comparable.filter(({ change }) => change.difference.difference * sign > SAME_SHARE).length;
  const [up, down] = [by(1), by(-1)];
  const direction = directionOf(compared?.likeForLike.verdict ?? null);
  const [first] = comparable
    .filter(
      (one) =>
        direction !== 0 && isClear(one) && directionOf(one.change.difference.verdict) === direction,
    )
    .sort((a, b) => weight(b) - weight(a));
  const counts =
    comparable.length === 0
      ? []
      : up + down === 0
        ? [['None of its items changed.']]
        : [[countWords(up, down, comparable.length)]];
  return [
    ...(first === undefined
      ? []
      : [[`${first.name}: ${answersWords(first.change.from, first.change.to)}.`]]),
    ...counts,
  ];
}

/** By what it did to the overall score; where a failed check lets nothing through, by what it would do. */
function weight({ change, effect }: MovedItem): number {
  return Math.abs(effect ?? 0) || Math.abs(change.difference.difference) / 1000;
}

function countWords(up: number, down: number, all: number): string {
  const of = `of ${String(all)} ${all === 1 ? 'item' : 'items'}`;
  if (up === 0) return `${String(down)} ${of} down.`;
  return `${String(up)} ${of} up${down === 0 ? '' : `, ${String(down)} down`}.`;
}

/** What part of a change wasn't done, where that can be seen. */
function split({ compared }: StepView): Inline[][] {
  const parts = compared?.parts ?? null;
  if (parts === null || compared === null) return [];
  // Less than half a point isn't worth a reader's minute.
  if (Math.abs(parts.applicability) + Math.abs(parts.checklist) + Math.abs(parts.held) < 0.005)
    return [];
  const { done, applicability, checklist, held: byHolds } = printedParts(parts, compared.published);
  const others = [
    ...(isNone(applicability) ? [] : [`${applicability} by what was checked or applied`]),
    ...(isNone(checklist) ? [] : [`${checklist} by the checklist`]),
    ...(isNone(byHolds) ? [] : [`${byHolds} by what is held`]),
  ];
  return [[`${done} of it was done, ${others.join(', ')}.`]];
}

function isNone(points: string): boolean {
  return points === '+0.0';
}

/** What holds a step, and what would free it. */
function held({ result, items }: StepView, { result: { checklist } }: AuditView): Inline[][] {
  if (!isHeld(result)) return [];
  const failed = items.filter((one: ItemView) => one.failed).map(({ name }) => name);
  const { bands, scoring } = checklist;
  return [
    [
      signed('worse', strong(`Held at ${String(scoring.critical.cap)}`)),
      ` (${printScore(result.uncapped, bands)} without) until ${failed.join(' and ')} ${failed.length === 1 ? 'passes' : 'pass'}.`,
    ],
  ];
}
