import { nameOf } from '../core/checklist/naming.js';
import type { Answer } from '../core/audit/answer.js';
import type { Order, Stop } from '../core/audit/route.js';
import type { Item } from '../core/checklist/checklist.js';
import { isCritical, weightOf } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { casesIn } from '../core/checklist/kinds/whole-cases.js';
import { printScore } from '../core/score/print.js';
import { smallSample } from '../core/score/small-sample.js';
import type { Draw } from '../core/draw/draw.js';
import { count } from '../core/words/numbers.js';
import { visible, visibleLine } from '../core/text.js';
import type { Canvas } from './terminal.js';

/** Where the walk is. */
export interface Place {
  readonly stop: Stop;
  readonly by: Order;
  /** Counts from 1, in walking order. */
  readonly number: number;
  readonly of: number;
  readonly answered: number;
}

/** The keys that every item takes, beside its own answer. */
export const COMMANDS = ['x', 'u', 's', 'N', 'e', 'l', '?', 'g', 'b', 'q'] as const;
export type Command = (typeof COMMANDS)[number];

/** Whether a line is one of these keys. */
export function isCommand(line: string): line is Command {
  return COMMANDS.some((key) => key === line);
}

/** Stands in for the blanks that no line breaks at. */
const TIE = '\u00a0';

/** What every item can be answered with, beside its own answer; each key and its words are one. */
export const KEYS_HELP =
  'x not applicable, u not checked, s skip, N note, e evidence, l last time, ? guidance, g go to, b back, q save and leave'
    .split(', ')
    .map((one) => one.replaceAll(' ', TIE))
    .join(', ');

/** Breaks a text into lines, but no key from its words. */
export function wrapKeys(text: string, { wrap }: Pick<Canvas, 'wrap'>): string {
  return wrap(text).replaceAll(TIE, ' ');
}

function marks({ item, departments }: Stop): string {
  return [
    ...(isCritical(item) ? ['MUST NOT FAIL'] : []),
    ...(kindOf(item).scored ? [`weight ${String(weightOf(item))}`] : []),
    departments.join(', '),
  ].join(' · ');
}

/** The lines that put an item before the auditor: where they are, the question, what counts. */
export function itemScreen(
  place: Place,
  current: Answer | undefined,
  draw: Draw | null,
  { style, wrap, isPlain }: Canvas,
): string {
  const { item } = place.stop;
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
  const where = [
    style.faint(line(placeWords(place))),
    style.faint(line(`${item.id} · ${marks(place.stop)}`)),
  ];
  return [
    '',
    ...(isPlain ? [] : where),
    style.strong(line(item.ask)),
    ...(item.criteria === undefined ? [] : [line(item.criteria)]),
    ...(widget.widget === 'number' ? [style.faint(line(`Scale: ${scale}.`))] : []),
    ...asked,
    ...(draw === null ? [] : [line(drawWords(draw))]),
    ...currentLines(item, current).map((text) => style.warn(line(text))),
    // Who listens hears the question first.
    ...(isPlain ? where : []),
  ].join('\n');
}

/** `Step 2 of 6: Response · item 9 of 36 · 8 answered`; by department, that comes first. */
function placeWords({ stop, by, number, of, answered }: Place): string {
  const step = `Step ${String(stop.stepNumber)}: ${stop.step.title}`;
  const parts = by === 'step' ? [step] : [stop.department.title, step];
  return [...parts, `item ${String(number)} of ${String(of)}`, `${String(answered)} answered`].join(
    ' · ',
  );
}

function drawWords({ refs, from, file }: Draw): string {
  return `Drawn: ${refs.map(visibleLine).join(', ')} (${String(refs.length)} of ${count(from, 'record')} in ${visibleLine(file)})`;
}

function currentLines(item: Item, current: Answer | undefined): string[] {
  if (current === undefined) return [];
  const begun = current.state === 'unanswered' ? casesIn(current.draft).length : 0;
  const said =
    current.state === 'unanswered'
      ? begun === 0
        ? ''
        : `Begun: ${count(begun, 'case')}; Enter goes on.`
      : `Answered so far: ${answerWords(item, current)}. ${detailWords(item, current)}`.trim();
  const note = current.note === undefined ? '' : `Note: ${current.note}`;
  const files = (current.evidence ?? []).map(({ name }) => visibleLine(name));
  const evidence = files.length === 0 ? '' : `Evidence: ${files.join(', ')}`;
  return [said, note, evidence].filter((text) => text !== '');
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

/** The same with the score it earns, where it earns one. */
export function scoredWords(item: Item, answer: Answer | undefined): string {
  const share = answer?.state === 'answered' ? kindOf(item).share(item, answer.value) : null;
  const small = answer?.state === 'answered' ? smallSample(item, answer.value) : null;
  const asked = small === null ? '' : ` (${String(small.asked)} are asked for)`;
  return `${answerWords(item, answer)}${asked}${share === null ? '' : ` → ${printScore(share)}`}`;
}

/** The line that confirms what is now on disk, with the score it gives. */
export function confirmation(item: Item, answer: Answer, { style, wrap }: Canvas): string {
  return style.good(wrap(`✓ saved: ${scoredWords(item, answer)} (${nameOf(item)})`));
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
