import type { Answer } from '../core/audit/answer.js';
import type { Item, Step } from '../core/checklist/checklist.js';
import { isCritical, weightOf } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { printScore } from '../core/score/print.js';
import { visible, visibleLine } from '../core/text.js';

type Paint = (text: string) => string;

/** How texts are laid on the screen: the part of `App` that the walk needs. */
export interface Canvas {
  /** Paints by meaning. */
  readonly style: Readonly<Record<'strong' | 'faint' | 'good' | 'bad' | 'warn' | 'key', Paint>>;
  /** Breaks a text into lines that fit the screen; `lead` stands before the first. */
  readonly wrap: (text: string, lead?: string) => string;
}

/** Where the walk is. */
export interface Position {
  readonly step: Step;
  readonly stepNumber: number;
  readonly steps: number;
  readonly number: number;
  readonly of: number;
}

/** What every item can be answered with, beside its own answer. */
export const KEYS_HELP =
  'x not applicable, u not checked, s skip, N note, ? guidance, b back, q save and leave';

function marks(item: Item): string {
  return [
    ...(isCritical(item) ? ['CRITICAL'] : []),
    ...(kindOf(item).scored ? [`weight ${String(weightOf(item))}`] : []),
    item.departments.join(', '),
  ].join(' · ');
}

/** The lines that put an item before the auditor: where they are, the question, what counts. */
export function itemScreen(
  item: Item,
  position: Position,
  current: Answer | undefined,
  { style, wrap }: Canvas,
): string {
  const line = (text: string): string => wrap(visible(text));
  const widget = kindOf(item).widget(item);
  const options =
    widget.widget === 'ticks' ? widget.options : widget.widget === 'cases' ? widget.standards : [];
  const asked = [
    ...(widget.widget === 'keys'
      ? widget.keys.map((key) => wrap(visible(key.label), `  ${style.key(key.key)}  `))
      : []),
    ...options.map((option) => wrap(visible(option.text), '  - ')),
  ];
  const scale = kindOf(item).scale(item);
  return [
    '',
    style.faint(
      line(
        `Step ${String(position.stepNumber)} of ${String(position.steps)}: ${position.step.title} · item ${String(position.number)} of ${String(position.of)}`,
      ),
    ),
    style.faint(line(`${item.id} · ${marks(item)}`)),
    style.strong(line(item.ask)),
    ...(item.criteria === undefined ? [] : [line(item.criteria)]),
    ...(widget.widget === 'number' ? [style.faint(line(`Scale: ${scale}.`))] : []),
    ...asked,
    ...currentLines(item, current).map((text) => style.warn(line(text))),
  ].join('\n');
}

function currentLines(item: Item, current: Answer | undefined): string[] {
  if (current === undefined) return [];
  const said =
    current.state === 'unanswered'
      ? ''
      : `Answered so far: ${answerWords(item, current)}. ${detailWords(item, current)}`.trim();
  const note = current.note === undefined ? '' : `Note: ${current.note}`;
  return [said, note].filter((text) => text !== '');
}

function detailWords(item: Item, answer: Answer): string {
  return answer.state === 'answered' ? visibleLine(kindOf(item).detail(item, answer.value)) : '';
}

/** An answer in a few words. */
export function answerWords(item: Item, answer: Answer | undefined): string {
  switch (answer?.state) {
    case 'answered':
      return visibleLine(kindOf(item).words(item, answer.value));
    case 'not-applicable':
      return `not applicable: ${visibleLine(answer.reason)}`;
    case 'not-checked':
      return `not checked: ${visibleLine(answer.reason)}`;
    default:
      return 'no answer yet';
  }
}

/** The line that confirms what is now on disk, with the score it gives. */
export function confirmation(item: Item, answer: Answer, { style, wrap }: Canvas): string {
  if (answer.state === 'unanswered') return style.good('✓ saved');
  const share = answer.state === 'answered' ? kindOf(item).share(item, answer.value) : null;
  const score = share === null ? '' : ` → ${printScore(share)}`;
  return style.good(wrap(`✓ saved: ${answerWords(item, answer)}${score}`));
}

/** All the help there is for an item. */
export function guidance(item: Item, { style, wrap }: Canvas): string {
  const parts: [string, string | undefined][] = [
    ['How to verify', item.verify],
    ['How it scores', kindOf(item).scale(item)],
    ['If it falls short', item.remedy],
    ['Source', item.source.join('; ')],
  ];
  return parts
    .filter(([, text]) => text !== undefined && text !== '')
    .map(([title, text]) => `${style.strong(title)}\n${wrap(visible(text ?? ''), '  ')}`)
    .join('\n');
}
