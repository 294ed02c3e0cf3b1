import * as z from 'zod';
import type { Json } from '../../canonical.js';
import type { Issue } from '../../schema/problem.js';
import type { Random } from '../../random.js';
import { slugSchema, strict, textSchema } from '../../schema/strict.js';
import type { Drawn, NotationLine, Room } from './room.js';
import type { Option, Widget } from './widget.js';
import { shortNameSchema } from '../naming.js';
import { once, onceEach } from '../../once.js';
import type { Spread } from './spread.js';

/** Keys that every item has, whatever its kind. */
export const commonFields = once(() => ({
  id: slugSchema(),
  name: shortNameSchema().optional(),
  ask: textSchema().describe('The question, as the auditor reads it.'),
  departments: z.array(slugSchema()).min(1).describe('Ids of the departments it belongs to.'),
  core: z.boolean().default(false).describe('Asked in the core scope too, not only in full.'),
  criteria: textSchema()
    .optional()
    .describe('What counts as passed, or how to count. Guidance only.'),
  verify: textSchema().optional().describe('Where to look and how. Guidance only.'),
  ahead: textSchema()
    .optional()
    .describe('What has to be sent or under way before the day, such as a test enquiry.'),
  remedy: textSchema().optional().describe('What to do when it falls short.'),
  source: z.array(textSchema()).default([]).describe('Where the item and its limits come from.'),
}));

/** Keys of every kind that is scored. */
export const scoredFields = once(() => ({
  ...commonFields(),
  weight: z.number().positive().max(100).describe('Its weight within the step.'),
  critical: z.boolean().default(false).describe('A share under the limit caps the step.'),
  noise: z
    .number()
    .min(0)
    .max(1e9)
    .optional()
    .describe(
      'The smallest difference of two answers that means something, in the item’s own unit: points for a percentage or a sample, minutes for minutes, levels for a rating, checks for checks. 0: the answer is exact.',
    ),
}));

/** One of a list of things to tick: a check, or a standard. */
export const optionSchema = once(() => strict({ id: slugSchema(), text: textSchema() }));

/** The share of a value on a line from 0 at `zero` to 1 at `full`, cut at both ends. */
export function onLine(value: number, zero: number, full: number): number {
  return Math.min(1, Math.max(0, (value - zero) / (full - zero)));
}

/** `10 calls`, `10 calls (from 40)` where only some of 40 were looked at, `all 40 calls`. */
export function outOf(of: number, from: number | undefined, unit = ''): string {
  const number = `${String(of)}${unit}`;
  if (from === undefined) return number;
  return from === of ? `all ${number}` : `${number} (from ${String(from)})`;
}

/** One of the standards that every whole case is held against. */
export interface Standard extends Option {
  /** Whether a lapse from it counts double. */
  readonly double: boolean;
}

/** One whole case that was followed. */
export interface Case {
  readonly ref: string;
  /** What it earned alone, 0 to 1. */
  readonly share: number;
  /** The standards that were missed in it, each once. */
  readonly lapses: readonly Standard[];
}

/** An answer case by case. */
export interface CaseByCase {
  readonly standards: readonly Standard[];
  readonly cases: readonly Case[];
}

/**
 * What an invented answer may be made from, for the example: the same for the same dealership, item
 * and quarter, whenever it is asked for.
 */
export interface Occasion {
  /** How well the thing is done, 0 to 1. */
  readonly level: number;
  readonly random: Random;
  /** Chances that are the dealership's own, and the same in every quarter. */
  readonly habit: Random;
  /** How many records there are; undefined where nobody counts them. */
  readonly records: number | undefined;
  /** What the next case is filed under. */
  readonly nextRef: () => string;
}

/** A worked example: the tests compute it, and the report's method section prints it. */
export interface Example {
  /** The item's own keys that matter here, as in YAML. */
  readonly item: Readonly<Record<string, Json>>;
  /** The answer, as in an answers file. */
  readonly answer: Json;
  /** The share it earns, 0 to 1, or null. */
  readonly share: number | null;
  /** The arithmetic in words; '' where it is that of the example before it, and only the error is another. */
  readonly because: string;
  /** How far the share may be off, where the example tells. */
  readonly error?: ErrorExample;
}

/** The variance of a share in a worked example, to seven decimals. */
export interface ErrorExample {
  /** Where the item is judged by itself. */
  readonly alone: number;
  /** As a part of a sum. */
  readonly summed: number;
  /** The arithmetic of both in words. */
  readonly because: string;
}

/** What every kind has to say of itself. */
interface OwnFacets<
  Name extends string,
  Schema extends z.ZodType<{ kind: Name }>,
  Value extends Json,
> {
  readonly name: Name;
  /** One line for help, README and the method section: what the answer is, and its share. */
  readonly summary: string;
  /** Whether it earns a score at all. */
  readonly scored: boolean;
  /** The item as it stands in YAML. Made when it is asked for: most calls read no item. */
  readonly schema: () => Schema;
  /** The answers this item takes: exactly the form that answers files hold. */
  readonly value: (item: z.output<Schema>) => z.ZodType<Value>;
  /** What decides the score, by key: the item's definition but for its kind. Nothing about wording. */
  readonly definition: (item: z.output<Schema>) => Readonly<Record<string, Json>>;
  /** How the walk asks for it. */
  readonly widget: (item: z.output<Schema>) => Widget;
  /** The exact share of a valid answer, 0 to 1; null for a kind that isn't scored. */
  readonly share: (item: z.output<Schema>, value: Value) => number | null;
  /** The answer in a few words, for tables. */
  readonly words: (item: z.output<Schema>, value: Value) => string;
  /** The answer alone, for headlines and pages: `9 of 20`. What else belongs to it is in `words`. */
  readonly short: (item: z.output<Schema>, value: Value) => string;
  /** The least that earns the full score, in the answer's own words: `95 or more`, `all`; '' for a kind that isn't scored. */
  readonly aim: (item: z.output<Schema>) => string;
  /** How this very item is scored, with its limits; '' when there is nothing to say. */
  readonly scale: (item: z.output<Schema>) => string;
  /** Right answers to this very item, as they are typed behind its id on the command line. */
  readonly typed: (item: z.output<Schema>) => string;
  /** The room for the answer on paper. Where records were drawn, it has room for those. */
  readonly room: (item: z.output<Schema>, drawn: Drawn) => Room;
  /**
   * What stands above the empty answer in an answers file: what to write, and what it may name. Its
   * examples put together, or each of the words behind `Answer: `, are a valid answer.
   */
  readonly notation: (item: z.output<Schema>, drawn: Drawn) => readonly NotationLine[];
  /** A valid answer that earns about the level of the occasion, where records allow. */
  readonly invent: (item: z.output<Schema>, occasion: Occasion) => Json;
  /** At least one. The item of the first is the least that an item of the kind has to say. */
  readonly examples: readonly Example[];
}

/** What only some kinds have something to say about, and what the others say. */
interface MoreFacets<Item, Value> {
  /** Rules across the item's own fields, paths relative to the item. Else: none. */
  readonly rules: (item: Item) => readonly Issue[];
  /** What the error of the share comes from. Every scored kind says. Else null: there is no share. */
  readonly spread: (item: Item, value: Value) => Spread | null;
  /** The same in words: the variance of the share. Else ''. */
  readonly error: string;
  /**
   * The same answer with so many more of its smallest parts good, fewer where negative: a record
   * that passes, a level, a check. Null where it has no such parts, or not so many. Else null.
   */
  readonly shifted: (item: Item, value: Value, by: number) => Json | null;
  /** The keys that may stand beside `value` in an answers file, where an answer is a value alone or with more. Else none. */
  readonly besideValue: readonly string[];
  /** What such a part is called, in the singular: `pass`, `level`. Else ''. */
  readonly part: (item: Item) => string;
  /** How many records or cases an answer should be made from, and what they are. Else null. */
  readonly asksFor: (item: Item) => { readonly number: number; readonly unit: string } | null;
  /** The most that a single one of as many moves the share, 0 to 1. Else 0: it isn't made from records. */
  readonly oneMoves: (item: Item) => number;
  /** What the few words leave out and a reader asks next. Else ''. */
  readonly detail: (item: Item, value: Value) => string;
  /** The answer case by case. Else null: it isn't made of whole cases. */
  readonly cases: (item: Item, value: Value) => CaseByCase | null;
  /** The whole text, where the answer is one. Else ''. */
  readonly text: (item: Item, value: Value) => string;
  /** What an answer may name or choose, by the word that stands for it, as `checklist show` lists it. Else none. */
  readonly options: (item: Item) => readonly Option[];
  /** The value of a line typed in the short form, such as `9/12`; it may still be refused by `value`. Else undefined: there is no short form. */
  readonly readLine: (item: Item, line: string) => Json | undefined;
  /** What is so unlikely about a valid answer that it is asked about, as a sentence. Else null. */
  readonly doubt: (item: Item, value: Value) => string | null;
  /** Whole answers that Tab offers behind the item's id, each with what it says. Else none. */
  readonly completes: (item: Item) => readonly Option[];
}

const NOTHING_MORE: MoreFacets<unknown, unknown> = {
  rules: () => [],
  spread: () => null,
  error: '',
  shifted: () => null,
  besideValue: [],
  part: () => '',
  asksFor: () => null,
  oneMoves: () => 0,
  detail: () => '',
  cases: () => null,
  text: () => '',
  options: () => [],
  readLine: () => undefined,
  doubt: () => null,
  completes: () => [],
};

/**
 * All that one kind of item knows: how it is written, asked, answered on a screen, on paper and in a
 * file, scored, put in words and invented. Nothing outside asks for a kind by its name.
 */
export type KindFacets<
  Name extends string,
  Schema extends z.ZodType<{ kind: Name }>,
  Value extends Json,
> = OwnFacets<Name, Schema, Value> & MoreFacets<z.output<Schema>, Value>;

/** Declares a kind. */
export function defineKind<
  const Name extends string,
  Schema extends z.ZodType<{ kind: Name }>,
  Value extends Json,
>(
  facets: OwnFacets<Name, Schema, Value> & Partial<MoreFacets<z.output<Schema>, Value>>,
): KindFacets<Name, Schema, Value> {
  const value = onceEach<object & z.output<Schema>, z.ZodType<Value>>(facets.value);
  return { ...NOTHING_MORE, ...facets, schema: once(facets.schema), value };
}
