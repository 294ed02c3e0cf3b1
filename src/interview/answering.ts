import type { Json } from '../core/canonical.js';
import { readAnswer } from '../core/audit/answer.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import type { Widget } from '../core/checklist/kinds/kind.js';
import type { Ask } from './ask.js';

/** One case of a trace as it is typed in. */
type Case = Readonly<{ ref: string; lapses: readonly string[] }>;

/** How an item of some widget is entered. */
export interface Entry {
  readonly keys: readonly string[];
  readonly hint: string;
  /** The answer that an entry gives, or undefined when it isn't one or needs more questions. */
  readonly read: (line: string) => Json | undefined;
  /** Whether Enter alone opens questions of its own. */
  readonly opens: boolean;
}

/** A number with a decimal point or comma; undefined when it is none or could be read two ways. */
export function readNumber(line: string): number | undefined {
  const text = line.trim();
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
        hint: widget.keys.map((key) => key.key).join(' or '),
        read: (line) => widget.keys.find((key) => key.key === line.toLowerCase())?.answer,
        opens: false,
      };
    case 'count':
      return {
        keys: [],
        hint: `passed/looked at, of ${String(widget.of)} ${widget.unit}, such as 0/${String(widget.of)}`,
        read: readCount,
        opens: false,
      };
    case 'number':
      return { keys: [], hint: `a number (${widget.unit})`, read: readNumber, opens: false };
    case 'ticks':
      return { keys: [], hint: 'Enter, to tick what passes', read: () => undefined, opens: true };
    case 'cases':
      return {
        keys: [],
        hint: `Enter, to add ${widget.unit} one by one`,
        read: () => undefined,
        opens: true,
      };
    case 'text':
      return { keys: [], hint: 'Enter, to write', read: () => undefined, opens: true };
  }
}

/** Why a value is no answer to an item, in one line; null when it is one. */
export function whyNot(item: Item, value: Json): string | null {
  const read = readAnswer(item, value);
  if (read.ok) return null;
  return read.issues
    .map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`.trim())
    .join('; ');
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
      return askTicks(widget, ask);
    case 'cases':
      return askCases(widget, begun, ask, saveDraft);
    case 'text': {
      const text = await ask.text('Your remark (empty: none)', { optional: true });
      return text.trim() === '' ? null : text;
    }
    default:
      return null;
  }
}

async function askTicks(
  widget: Extract<Widget, { widget: 'ticks' }>,
  ask: Ask,
): Promise<Json | null> {
  const choices = widget.options.map(({ id, text }) => ({ name: text, value: id }));
  const passed = await ask.tick('Which pass?', choices);
  const others = choices.filter((choice) => !passed.includes(choice.value));
  if (others.length === 0) return { checks: passed };
  const without = await ask.tick(
    'Which of the others do not apply here? (Enter: all apply)',
    others,
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

function casesIn(begun: Json | undefined): readonly Case[] {
  if (typeof begun !== 'object' || begun === null || !('cases' in begun)) return [];
  // Only `askCases` writes drafts, and `readAnswer` checks what becomes of them.
  return begun['cases'] as readonly Case[];
}

async function askCases(
  widget: Extract<Widget, { widget: 'cases' }>,
  begun: Json | undefined,
  ask: Ask,
  saveDraft: (draft: Json) => Promise<void>,
): Promise<Json | null> {
  const cases = [...casesIn(begun)];
  if (cases.length > 0) ask.show(`Already kept: ${cases.map((one) => one.ref).join(', ')}.`);
  for (;;) {
    const number = cases.length + 1;
    const goal = `${String(number)} of ${String(widget.draw)}`;
    const ref = await ask.text(
      number > widget.draw
        ? `One more? Reference (Enter: that is all)`
        : `Case ${goal}, reference such as an RO number (Enter: that is all)`,
      {
        optional: true,
        refuse: (line) =>
          cases.some((one) => one.ref === line.trim())
            ? 'That case is there already; each case counts once.'
            : line.length > 200
              ? 'At most 200 characters.'
              : null,
      },
    );
    if (ref.trim() === '') return cases.length === 0 ? null : { cases };
    const lapses = await ask.tick(
      'What was missed? (Enter: nothing)',
      widget.standards.map(({ id, text }) => ({ name: text, value: id })),
    );
    cases.push({ ref: ref.trim(), lapses });
    await saveDraft({ cases });
  }
}
