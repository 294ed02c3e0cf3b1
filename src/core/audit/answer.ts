import * as z from 'zod';
import type { Json } from '../canonical.js';
import { canonicalJson } from '../canonical.js';
import { check } from '../schema/issues.js';
import type { Checked } from '../schema/issues.js';
import { advice } from '../closest.js';
import type { Issue } from '../schema/problem.js';
import type { Item } from '../checklist/kinds/index.js';
import { kindOf } from '../checklist/kinds/index.js';
import { strict, wellFormed } from '../schema/strict.js';
import type { Evidence } from './evidence.js';
import { once } from '../once.js';

/**
 * What an auditor recorded for an item. `unanswered` is a note made before the answer, or an answer
 * only begun, such as the first cases of a trace. Texts are kept exactly as typed.
 */
export type Answer = (
  | { readonly state: 'answered'; readonly value: Json }
  | { readonly state: 'not-applicable' | 'not-checked'; readonly reason: string }
  | { readonly state: 'unanswered'; readonly draft?: Json | undefined }
) & {
  readonly note?: string | undefined;
  /** What proves it, in the order it was attached; left out where there is none. */
  readonly evidence?: readonly Evidence[] | undefined;
};

export type AnswerState = Answer['state'];

/** An answer as it was put on disk: who gave it and when, and which revision of the item's it is. */
export interface RecordedAnswer {
  readonly item: string;
  readonly answer: Answer;
  /** Why an earlier answer was corrected; null for a first answer, or when nobody said. */
  readonly why: string | null;
  readonly auditor: string;
  /** A moment as `core/moment.ts` keeps it. */
  readonly at: string;
  /** Counts from 1 for each item. */
  readonly revision: number;
}

/** Notes and reasons are free text of any shape; only a book is refused. */
const noteSchema = once(() => wellFormed(z.string().max(100_000)));
const reasonSchema = once(() =>
  noteSchema().refine((text) => /\S/.test(text), { error: 'is empty (say why)' }),
);

/** Why a text is no note, in a few words; null when it is one. */
export function whyNoNote(text: string): string | null {
  const read = check(noteSchema(), text);
  return read.ok ? null : read.issues.map((issue) => issue.message).join('; ');
}

const withoutAnswer = once(
  () =>
    ({
      'not-applicable': strict({
        'not-applicable': reasonSchema(),
        note: noteSchema().optional(),
      }).transform(({ 'not-applicable': reason, note }) => ({ reason, note })),
      'not-checked': strict({
        'not-checked': reasonSchema(),
        note: noteSchema().optional(),
      }).transform(({ 'not-checked': reason, note }) => ({ reason, note })),
    }) as const,
);

const noteOnlySchema = once(() =>
  strict({
    note: noteSchema().refine((text) => /\S/.test(text), { error: 'is empty (write a note)' }),
  }),
);

/** Whether a parsed value is a map with keys. */
export function isMap(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function withNote<T extends object>(answer: T, note: string | undefined): T & { note?: string } {
  return note === undefined ? answer : { ...answer, note };
}

/**
 * Reads one answer in the form that answers files hold: the value itself (`yes`, 3, `{passed, of}`),
 * `{value, note}`, `{not-applicable: reason}`, `{not-checked: reason}` or `{note}` alone; a map may
 * carry a `note` in every case.
 *
 * @param path where the answer stands in its document, put before the path of every issue.
 */
export function readAnswer(
  item: Item,
  input: unknown,
  path: readonly PropertyKey[] = [],
): Checked<Answer> {
  if (isMap(input)) {
    for (const state of ['not-applicable', 'not-checked'] as const) {
      if (!(state in input)) continue;
      const read = check(withoutAnswer()[state], input, path);
      if (!read.ok) return read;
      return { ok: true, value: withNote({ state, reason: read.value.reason }, read.value.note) };
    }
    if (Object.keys(input).join() === 'note') {
      const read = check(noteOnlySchema(), input, path);
      return read.ok ? { ok: true, value: { state: 'unanswered', ...read.value } } : read;
    }
  }
  return readValue(item, input, path);
}

function readValue(item: Item, input: unknown, path: readonly PropertyKey[]): Checked<Answer> {
  const { value: schemaOf, besideValue } = kindOf(item);
  const schema = schemaOf(item);
  if (!isMap(input)) {
    if (schema instanceof z.ZodObject)
      return { ok: false, issues: [{ path, message: needsKeys(schema) }] };
    const read = check(schema, input, path);
    return read.ok ? { ok: true, value: { state: 'answered', value: read.value } } : read;
  }
  const { note, ...others } = input;
  const wrapped = 'value' in others || !(schema instanceof z.ZodObject);
  const keys = wrapped ? ['value', ...besideValue] : Object.keys(schema.shape);
  const unknown = unknownKeys(Object.keys(others), keys, path);
  const isAlone = wrapped && !besideValue.some((key) => key in others);
  const value = isAlone ? others['value'] : others;
  const readNote: Checked<string | undefined> =
    note === undefined
      ? { ok: true, value: undefined }
      : check(noteSchema(), note, [...path, 'note']);
  if (unknown.length > 0) {
    return { ok: false, issues: [...unknown, ...(readNote.ok ? [] : readNote.issues)] };
  }
  const read = check(schema, value, isAlone ? [...path, 'value'] : path);
  if (!read.ok || !readNote.ok) {
    return {
      ok: false,
      issues: [...(read.ok ? [] : read.issues), ...(readNote.ok ? [] : readNote.issues)],
    };
  }
  return { ok: true, value: withNote({ state: 'answered', value: read.value }, readNote.value) };
}

function needsKeys(schema: z.ZodObject): string {
  const required = Object.entries(schema.shape)
    .filter(([, field]) => !(field instanceof z.ZodOptional))
    .map(([key]) => `${key}: …`);
  return `has to be written with keys (such as { ${required.join(', ')} })`;
}

/** Says of each key that an answer to this item cannot have what was probably meant. */
function unknownKeys(
  keys: readonly string[],
  own: readonly string[],
  path: readonly PropertyKey[],
): Issue[] {
  const known = [...own, 'note', 'not-applicable', 'not-checked'];
  return keys
    .filter((key) => !own.includes(key))
    .map((key) => ({ path: [...path, key], message: `is not a key here (${advice(key, known)})` }));
}

/** The answer in the form that answers files hold, without its note; null when there is none. */
export function notationOf(answer: Answer | undefined): Json {
  switch (answer?.state) {
    case 'answered':
      return answer.value;
    case 'not-applicable':
    case 'not-checked':
      return { [answer.state]: answer.reason };
    default:
      return null;
  }
}

/** Whether an item still has to be answered: a note or a draft alone is no answer. */
export function isUnanswered(answer: Answer | undefined): boolean {
  return (answer?.state ?? 'unanswered') === 'unanswered';
}

/** Whether two answers say the same, note and evidence included. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  const text = (answer: Answer | undefined): string =>
    canonicalJson([notationOf(answer), answer?.note ?? null, answer?.evidence ?? []]);
  return text(a) === text(b);
}

/**
 * What an item's answer becomes when another is given: a note alone changes only the note, and an
 * answer without a note or evidence keeps those there are.
 */
export function onTopOf(known: Answer | undefined, given: Answer): Answer {
  if (known === undefined) return given;
  const note = given.note ?? known.note;
  const evidence = given.evidence ?? known.evidence;
  return {
    ...(given.state === 'unanswered' ? known : given),
    ...(note === undefined ? {} : { note }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
