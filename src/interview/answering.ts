import type { Json } from '../core/canonical.js';
import { readAnswer } from '../core/audit/answer.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import type { Widget } from '../core/checklist/kinds/kind.js';
import type { TraceCase } from '../core/checklist/kinds/trace.js';
import { casesIn } from '../core/checklist/kinds/trace.js';
import { visibleLine } from '../core/text.js';
import type { Ask } from './ask.js';

/** How an item of some widget is entered. */
export interface Entry {
  readonly keys: readonly string[];
  readonly hint: string;
  /** The answer that an entry gives, or undefined when it isn't one or needs more questions. */
  readonly read: (line: string) => Json | undefined;
  /** Whether Enter alone opens questions of its own. */
  readonly opens: boolean;
}

/** A number with a decimal point or comma, with or without its unit; undefined when it is none or could be read two ways. */
function readNumber(line: string, unit: string): number | undefined {
  const typed = line.trim();
  const text = typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
  // 1,500 is fifteen hundred to some and one and a half to others.
  if (!/^[-+]?\d+(?:[.,]\d+)?$/.test(text) || /,\d{3}$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}

/** `9/12`, `9 of 12`, `9/12/40` or `9/12 from 40`. */
function readCount(line: string): Json | undefined {
  const match = /^\s*(\d+)\s*(?:\/|of)\s*(\d+)(?:\s*(?:\/|from)\s*(\d+))?\s*$/i.exec(line);
  if (match === null) return undefined;
  const [, passed, of, from] = match;
  return {
    passed: Number(passed),
    of: Number(of),
    ...(from === undefined ? {} : { from: Number(from) }),
  };
}

/** How the answer to a widget is typed. */
export function entryFor(widget: Widget): Entry {
  switch (widget.widget) {
    case 'keys':
      return {
        keys: widget.keys.map((key) => key.key),
        hint: `Press ${widget.keys.map((key) => key.key).join(', ')}`,
        read: (line) => widget.keys.find((key) => key.key === line.trim().toLowerCase())?.answer,
        opens: false,
      };
    case 'count':
      return {
        keys: [],
        hint: `Type passed/looked at, such as 9/12, and Enter (${String(widget.of)} ${widget.unit} are to be looked at)`,
        read: readCount,
        opens: false,
      };
    case 'number':
      return {
        keys: [],
        hint: `Type a number (${widget.unit}) and Enter`,
        read: (line) => readNumber(line, widget.unit),
        opens: false,
      };
    case 'ticks':
      return {
        keys: [],
        hint: 'Press Enter to tick what passes',
        read: () => undefined,
        opens: true,
      };
    case 'cases':
      return {
        keys: [],
        hint: `Press Enter to add ${widget.unit} one by one`,
        read: () => undefined,
        opens: true,
      };
    case 'text':
      return { keys: [], hint: 'Press Enter, then write', read: () => undefined, opens: true };
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

/** The questions that Enter opens under an item. Gives null when the auditor took it back. */
export async function askValue(
  item: Item,
  begun: Json | undefined,
  ask: Ask,
  saveDraft: (draft: Json) => Promise<void>,
): Promise<Json | null> {
  const widget = kindOf(item).widget(item);
  switch (widget.widget) {
    case 'ticks':
      return askTicks(widget, begun, ask);
    case 'cases':
      return askCases(widget, begun, ask, saveDraft);
    case 'text': {
      const text = await ask.text('Your remark (empty: none)', {
        optional: true,
        multiline: true,
      });
      return text.trim() === '' ? null : text;
    }
    default:
      return null;
  }
}

/** Ids that an earlier answer ticked; a first answer starts with none. */
function idsIn(begun: Json | undefined, key: string): string[] {
  if (typeof begun !== 'object' || begun === null || !(key in begun)) return [];
  const ids = (begun as Readonly<Record<string, Json | undefined>>)[key];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

async function askTicks(
  widget: Extract<Widget, { widget: 'ticks' }>,
  begun: Json | undefined,
  ask: Ask,
): Promise<Json | null> {
  const choices = widget.options.map(({ id, text }) => ({ name: text, value: id }));
  const passed = await ask.tick('Tick what passes', choices, idsIn(begun, 'checks'));
  const others = choices.filter((choice) => !passed.includes(choice.value));
  if (others.length === 0) return { checks: passed };
  const without = await ask.tick(
    'Tick what does not apply here (Enter: all of it applies)',
    others,
    idsIn(begun, 'not-applicable-checks'),
  );
  if (without.length === choices.length) {
    ask.show('Then the whole item does not apply: press x and say why.');
    return null;
  }
  if (passed.length === 0 && !(await ask.confirm('So not one of them passes?', false))) return null;
  return {
    checks: passed,
    ...(without.length === 0 ? {} : { 'not-applicable-checks': without }),
  };
}

/**
 * Adds cases one by one, each kept before the next is asked; `-` and a reference takes one out.
 * Then asks how many there were to draw from.
 */
async function askCases(
  widget: Extract<Widget, { widget: 'cases' }>,
  begun: Json | undefined,
  ask: Ask,
  saveDraft: (draft: Json) => Promise<void>,
): Promise<Json | null> {
  let cases = [...casesIn(begun)];
  const before = fromIn(begun);
  const from = (): { from?: number } =>
    before === undefined || before < cases.length ? {} : { from: before };
  if (cases.length > 0) {
    ask.show(
      `Already kept: ${visibleLine(cases.map((one) => one.ref).join(', '))}. To take one out, type - and its reference.`,
    );
  }
  for (;;) {
    const typed = (
      await ask.text(caseQuestion(cases.length + 1, widget.draw), {
        optional: true,
        refuse: (line) => refuseCase(line.trim(), cases),
      })
    ).trim();
    if (typed === '') break;
    if (typed.startsWith('-')) {
      cases = cases.filter((one) => !isSame(one.ref, typed.slice(1)));
    } else {
      const lapses = await ask.tick(
        'Tick what was MISSED (Enter: nothing was)',
        widget.standards.map(({ id, text }) => ({ name: `missed: ${text}`, value: id })),
      );
      cases.push({ ref: typed, lapses });
    }
    await saveDraft({ cases, ...from() });
  }
  if (cases.length === 0) return null;
  const total = await ask.text(
    `How many ${widget.unit} were there in all? (Enter: ${String(from().from ?? 'not known')})`,
    {
      optional: true,
      refuse: (line) =>
        /^\d+$/.test(line.trim()) && Number(line) >= cases.length
          ? null
          : `Type a whole number, at least ${String(cases.length)}.`,
    },
  );
  return { cases, ...(total.trim() === '' ? from() : { from: Number(total) }) };
}

/** How many there were to draw from, where that was said before. */
function fromIn(begun: Json | undefined): number | undefined {
  if (typeof begun !== 'object' || begun === null || !('from' in begun)) return undefined;
  return typeof begun['from'] === 'number' ? begun['from'] : undefined;
}

function caseQuestion(number: number, draw: number): string {
  return number > draw
    ? 'One more? Reference (Enter: that is all)'
    : `Case ${String(number)} of ${String(draw)}, reference such as an RO number (Enter: that is all)`;
}

/** Whether two typed references mean the same case. */
function isSame(ref: string, typed: string): boolean {
  return ref.toLowerCase() === typed.trim().toLowerCase();
}

function refuseCase(typed: string, cases: readonly TraceCase[]): string | null {
  if (typed.length > 200) return 'At most 200 characters.';
  if (/^[a-z?]$/i.test(typed)) return 'A reference has more than one letter; Enter ends the cases.';
  if (typed.startsWith('-')) {
    const isThere = cases.some((one) => isSame(one.ref, typed.slice(1)));
    return isThere ? null : 'There is no case of that reference to take out.';
  }
  return cases.some((one) => isSame(one.ref, typed))
    ? 'That case is there already; each case counts once.'
    : null;
}
