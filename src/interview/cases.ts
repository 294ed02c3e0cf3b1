import type { Json } from '../core/canonical.js';
import type { AnsweredCase } from '../core/checklist/kinds/whole-cases.js';
import { casesIn } from '../core/checklist/kinds/whole-cases.js';
import type { Widget } from '../core/checklist/kinds/widget.js';
import { foldReference } from '../core/names.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import type { Ask, MarksQuestion } from './ask.js';
import { Back } from './ask.js';
import type { Opened } from './opened.js';

type CasesWidget = Extract<Widget, { widget: 'cases' }>;

const LAPSE_MARKS: MarksQuestion['marks'] = [
  { key: 'y', means: 'kept' },
  { key: 'n', means: 'missed' },
];

/** What ends the cases while drawn ones are still to come. */
const END = '.';

/**
 * Adds, changes and takes out cases one by one, each kept before the next is asked. Then asks how
 * many there were to draw from.
 */
export async function askCases(
  widget: CasesWidget,
  { begun, draw, ask, saveDraft }: Omit<Opened, 'item' | 'line'>,
): Promise<Json | null> {
  let cases = [...casesIn(begun)];
  const before = fromIn(begun) ?? draw?.from;
  const from = (): { from?: number } =>
    before === undefined || before < cases.length ? {} : { from: before };
  if (cases.length > 0) {
    ask.show(
      `Already kept: ${visibleLine(cases.map(caseWords).join('; '))}. To change one, type its reference; to take one out, - and its reference.`,
    );
  }
  // What was pasted as several lines is as many cases.
  const pasted: string[] = [];
  for (;;) {
    const drawn = draw?.refs.find((ref) => !cases.some((one) => isSame(one.ref, ref)));
    const typed: string =
      pasted.shift() ??
      (
        await ask.text(caseQuestion(cases.length + 1, widget, drawn !== undefined), {
          ...(drawn === undefined ? { optional: true } : { preset: drawn }),
          back: true,
          several: true,
          refuse: (line) => refuseCases(line, cases, drawn),
        })
      ).trim();
    const [first = '', ...more] = linesOf(typed);
    pasted.push(...more);
    if (first === '' || first === END) {
      const total = await oneBack(() => askTotal(widget, cases.length, from().from, ask));
      if (total === null) continue;
      return cases.length === 0
        ? null
        : { cases, ...(total === '' ? from() : { from: Number(total) }) };
    }
    if (first.startsWith('-') && first !== drawn) {
      cases = cases.filter((one) => !isSame(one.ref, first.slice(1)));
    } else {
      const known = cases.find((one) => isSame(one.ref, first));
      const now = await oneBack(async () => {
        const ref = known === undefined ? first : await askNewRef(known, cases, ask);
        return { ref, lapses: await askLapses(ref, known?.lapses, widget, ask) };
      });
      if (now === null) {
        const left = [...(pasted.length > 0 ? [first] : []), ...pasted.splice(0)];
        if (left.length > 0) ask.show(`Not added yet: ${visibleLine(left.join(', '))}.`);
        continue;
      }
      cases =
        known === undefined ? [...cases, now] : cases.map((one) => (one === known ? now : one));
    }
    await saveDraft({ cases, ...from() });
  }
}

/** What some questions give; null where Escape leads back to the one before them. */
async function oneBack<T>(questions: () => Promise<T>): Promise<T | null> {
  try {
    return await questions();
  } catch (error) {
    if (error instanceof Back) return null;
    throw error;
  }
}

/** How many there were to draw from; '' where it is as before, or no case is there at all. */
async function askTotal(
  { unit }: CasesWidget,
  cases: number,
  before: number | undefined,
  ask: Ask,
): Promise<string> {
  if (cases === 0) return '';
  const total = await ask.text(
    `How many ${unit} were there in all? (Enter: ${String(before ?? 'not known')})`,
    {
      optional: true,
      back: true,
      refuse: (line) =>
        /^\d+$/.test(line.trim()) && Number(line) >= cases
          ? null
          : `Type a whole number, at least ${String(cases)}.`,
    },
  );
  return total.trim();
}

/** The lines of a text, without blank ones. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `RO 10234 (2 lapses)`. */
function caseWords({ ref, lapses }: AnsweredCase): string {
  return `${ref} (${count(lapses.length, 'lapse')})`;
}

/** The reference of a case that is changed: the same, or another that isn't there yet. */
async function askNewRef(
  known: AnsweredCase,
  cases: readonly AnsweredCase[],
  ask: Ask,
): Promise<string> {
  const others = cases.filter((one) => one !== known);
  const typed = await ask.text('Its reference', {
    preset: known.ref,
    back: true,
    refuse: (line) =>
      others.some((one) => isSame(one.ref, line))
        ? 'That is another case; each counts once.'
        : refuseReference(line.trim()),
  });
  return typed.trim();
}

/** Which standards were missed in a case: each has to be said. */
async function askLapses(
  ref: string,
  before: readonly string[] | undefined,
  { standards }: CasesWidget,
  ask: Ask,
): Promise<string[]> {
  const given = standards.map(({ id }) => [id, before?.includes(id) === true ? 'n' : 'y'] as const);
  const said = await ask.marks({
    question: `${ref}: each standard`,
    options: standards,
    marks: LAPSE_MARKS,
    given: before === undefined ? {} : Object.fromEntries(given),
  });
  return standards.map(({ id }) => id).filter((id) => said[id] === 'n');
}

/** How many there were to draw from, where that was said before. */
function fromIn(begun: Json | undefined): number | undefined {
  if (typeof begun !== 'object' || begun === null || !('from' in begun)) return undefined;
  return typeof begun['from'] === 'number' ? begun['from'] : undefined;
}

function caseQuestion(number: number, { draw }: CasesWidget, drawn: boolean): string {
  const end = drawn ? `Enter: the next drawn one; ${END} ends` : 'Enter: that is all';
  return number > draw
    ? `One more? Reference (${end})`
    : `Case ${String(number)} of ${String(draw)}, reference such as an RO number (${end})`;
}

/** Whether two typed references mean the same case. */
function isSame(ref: string, typed: string): boolean {
  return foldReference(ref) === foldReference(typed);
}

function refuseReference(typed: string): string | null {
  if (typed.length > 200) return 'At most 200 characters.';
  return /^[a-z?]$/i.test(typed)
    ? 'A reference has more than one letter; Enter ends the cases.'
    : null;
}

function refuseCases(
  typed: string,
  cases: readonly AnsweredCase[],
  drawn: string | undefined,
): string | null {
  for (const line of linesOf(typed)) {
    const why = refuseCase(line, cases, drawn);
    if (why !== null) return why;
  }
  return null;
}

function refuseCase(
  typed: string,
  cases: readonly AnsweredCase[],
  drawn: string | undefined,
): string | null {
  if (typed === drawn || typed === END) return null;
  if (typed.startsWith('-')) {
    const isThere = cases.some((one) => isSame(one.ref, typed.slice(1)));
    return isThere ? null : 'There is no case of that reference to take out.';
  }
  return refuseReference(typed);
}
