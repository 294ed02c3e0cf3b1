import type { Json } from '../core/canonical.js';
import type { Answer } from '../core/audit/answer.js';
import { readAnswer } from '../core/audit/answer.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { isTime } from '../core/checklist/kinds/times.js';
import type { Widget } from '../core/checklist/kinds/widget.js';
import type { Draw } from '../core/draw/draw.js';
import type { Ask, MarksQuestion } from './ask.js';
import { askCases } from './cases.js';
import type { Opened } from './opened.js';

/** How an item of some widget is entered. */
export interface Entry {
  readonly keys: readonly string[];
  readonly hint: string;
  /** Whether a line opens questions of its own; Enter alone is the empty line. */
  readonly opens: (line: string) => boolean;
  /** Whether any text is an answer. */
  readonly isText?: boolean;
}

const WHOLE = /^\s*\d+\s*$/;

const isEmpty = (line: string): boolean => line.trim() === '';
const never = (): boolean => false;

/** How the answer to a widget is entered; what a line says, its kind reads. */
export function entryFor(widget: Widget): Entry {
  switch (widget.widget) {
    case 'keys':
      return {
        keys: widget.keys.map((key) => key.key),
        hint: `Press ${widget.keys.map((key) => key.key).join(', ')}`,
        opens: never,
      };
    case 'count':
      return {
        keys: [],
        hint: `Type passed/looked at, such as 9/12, and Enter (${String(widget.of)} ${widget.unit} are to be looked at)`,
        opens: (line) => WHOLE.test(line),
      };
    case 'number':
      return {
        keys: [],
        hint: `Type a number (${widget.unit}${isTime(widget.unit) ? ', 1:20 or 2 hours' : ''}), or 24/231 where it sums up 231, and Enter`,
        opens: never,
      };
    case 'ticks':
      return {
        hint: 'Press y or n for the first check, Y where all pass, or Enter to go through them',
        keys: ['y', 'n', 'Y'],
        opens: (line) => isEmpty(line) || ['y', 'n', 'Y'].includes(line),
      };
    case 'cases':
      return {
        keys: [],
        hint: `Press Enter to add ${widget.unit} one by one`,
        opens: isEmpty,
      };
    case 'text':
      return {
        keys: [],
        hint: 'Type your remark; Enter begins another line, and in an empty one ends it',
        opens: () => true,
        isText: true,
      };
  }
}

/** Why a value is no answer to an item, in one line; null when it is one. */
export function whyNot(item: Item, value: Json): string | null {
  const read = readAnswer(item, value);
  if (read.ok) return null;
  return read.issues
    .map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`.trim())
    .join('; ')
    .concat('.');
}

/** The questions that a line opens under an item. Gives null when there is no answer after all. */
export async function askValue(opened: Opened): Promise<Json | null> {
  const { item, line, begun, draw, ask } = opened;
  const widget = kindOf(item).widget(item);
  switch (widget.widget) {
    case 'count':
      return askOf(Number(line), draw?.refs.length ?? widget.of, ask);
    case 'ticks':
      return askChecks(widget, line, begun, ask);
    case 'cases':
      return askCases(widget, opened);
    case 'text': {
      const text = await ask.text('Your remark (empty: none)', {
        optional: true,
        multiline: true,
        back: true,
        goesOn: line.trim() !== '',
        begun: line.trim() === '' && typeof begun === 'string' ? begun : line,
      });
      return text.trim() === '' ? null : text;
    }
    default:
      return null;
  }
}

/** The other number of a count: of how many. */
async function askOf(passed: number, planned: number, ask: Ask): Promise<Json | null> {
  const least = Math.max(1, passed);
  const typed = await ask.text(`${String(passed)} passed, of how many looked at?`, {
    preset: String(planned),
    back: true,
    refuse: (text) =>
      WHOLE.test(text) && Number(text) >= least
        ? null
        : `Type a whole number, at least ${String(least)}.`,
  });
  return { passed, of: Number(typed) };
}

/** A count of just what was drawn says how many there were to draw from. */
export function withDraw(value: Json, draw: Draw | null): Json {
  const isWholeDraw =
    draw !== null &&
    typeof value === 'object' &&
    value !== null &&
    'of' in value &&
    value['of'] === draw.refs.length &&
    !('from' in value);
  return isWholeDraw ? { ...value, from: draw.from } : value;
}

const CHECK_MARKS: MarksQuestion['marks'] = [
  { key: 'y', means: 'passes' },
  { key: 'n', means: 'fails' },
  { key: 'x', means: 'does not apply' },
];

/** Ids that an earlier answer named under a key. */
function idsIn(begun: Json | undefined, key: string): string[] {
  if (typeof begun !== 'object' || begun === null || !(key in begun)) return [];
  const ids = (begun as Readonly<Record<string, Json | undefined>>)[key];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

async function askChecks(
  { options }: Extract<Widget, { widget: 'ticks' }>,
  line: string,
  begun: Json | undefined,
  ask: Ask,
): Promise<Json | null> {
  const before = (id: string): string => {
    if (idsIn(begun, 'checks').includes(id)) return 'y';
    return idsIn(begun, 'not-applicable-checks').includes(id) ? 'x' : 'n';
  };
  const said = await ask.marks({
    question: 'Check by check',
    options,
    marks: CHECK_MARKS,
    ...(isEmpty(line) ? {} : { first: line }),
    given: begun === undefined ? {} : Object.fromEntries(options.map(({ id }) => [id, before(id)])),
  });
  const marked = (key: string): string[] =>
    options.map(({ id }) => id).filter((id) => said[id] === key);
  const without = marked('x');
  if (without.length === options.length) {
    ask.show('Then the whole item does not apply: press x and say why.');
    return null;
  }
  return {
    checks: marked('y'),
    ...(without.length === 0 ? {} : { 'not-applicable-checks': without }),
  };
}

/** What there is of an answer that is entered in parts. */
export function begunIn(current: Answer | undefined): Json | undefined {
  if (current?.state === 'answered') return current.value;
  return current?.state === 'unanswered' ? current.draft : undefined;
}
