import * as z from 'zod';
import type { Json } from '../../canonical.js';
import type { Issue } from '../../schema/problem.js';
import { slugSchema, strict, textSchema } from '../../schema/strict.js';
import { shortNameSchema } from '../naming.js';

/** Keys that every item has, whatever its kind. */
export const commonFields = {
  id: slugSchema,
  name: shortNameSchema.optional(),
  ask: textSchema.describe('The question, as the auditor reads it.'),
  departments: z.array(slugSchema).min(1).describe('Ids of the departments it belongs to.'),
  core: z.boolean().default(false).describe('Asked in the core scope too, not only in full.'),
  criteria: textSchema
    .optional()
    .describe('What counts as passed, or how to count. Guidance only.'),
  verify: textSchema.optional().describe('Where to look and how. Guidance only.'),
  remedy: textSchema.optional().describe('What to do when it falls short.'),
  source: z.array(textSchema).default([]).describe('Where the item and its limits come from.'),
};

/** Keys of every kind that is scored. */
export const scoredFields = {
  ...commonFields,
  weight: z.number().positive().max(100).describe('Its weight within the step.'),
  critical: z.boolean().default(false).describe('A share under the limit caps the step.'),
};

/** One of a list of things to tick: a check, or a standard. */
export const optionSchema = strict({ id: slugSchema, text: textSchema });

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

/**
 * What a kind wants to ask, as data: the kind stays pure, and only `interview/` knows how a
 * terminal does it.
 */
export type Widget =
  | { readonly widget: 'keys'; readonly keys: readonly Key[] }
  | { readonly widget: 'count'; readonly unit: string; readonly of: number }
  | { readonly widget: 'number'; readonly unit: string }
  | { readonly widget: 'ticks'; readonly options: readonly Option[] }
  | {
      readonly widget: 'cases';
      readonly unit: string;
      readonly draw: number;
      readonly standards: readonly Option[];
    }
  | { readonly widget: 'text' };

/** Some of many that were looked at: what a share's uncertainty is computed from. */
export interface Sampled {
  /** How many passed; for a trace the sum of its case shares. */
  readonly passed: number;
  readonly of: number;
  /** How many there were to draw from; undefined when nobody said. */
  readonly from: number | undefined;
  /** By how much the share moves when the part that passed moves by 1. */
  readonly slope: number;
}

/** One answer that one key gives. */
export interface Key {
  readonly key: string;
  readonly label: string;
  readonly answer: string | number;
}

/** One thing to tick. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

/** A worked example: the tests compute it, and the report's method section prints it. */
export interface Example {
  /** The item's own keys that matter here, as in YAML. */
  readonly item: Readonly<Record<string, Json>>;
  /** The answer, as in an answers file. */
  readonly answer: Json;
  /** The share it earns, 0 to 1, or null. */
  readonly share: number | null;
  /** The arithmetic in words. */
  readonly because: string;
}

/** All that one kind of item knows: how it is written, asked, answered, scored and put in words. */
export interface KindFacets<
  Name extends string,
  Schema extends z.ZodType<{ kind: Name }>,
  Value extends Json,
> {
  readonly name: Name;
  /** One line for help, README and the method section: what the answer is, and its share. */
  readonly summary: string;
  /** Whether it earns a score at all. */
  readonly scored: boolean;
  /** The item as it stands in YAML. */
  readonly schema: Schema;
  /** The answers this item takes: exactly the form that answers files hold. */
  readonly value: (item: z.output<Schema>) => z.ZodType<Value>;
  /** What decides the score, by key: the item's definition but for its kind. Nothing about wording. */
  readonly definition: (item: z.output<Schema>) => Readonly<Record<string, Json>>;
  /** Rules across the item's own fields, paths relative to the item. */
  readonly rules: (item: z.output<Schema>) => readonly Issue[];
  readonly widget: (item: z.output<Schema>) => Widget;
  /** The exact share of a valid answer, 0 to 1; null for a kind that isn't scored. */
  readonly share: (item: z.output<Schema>, value: Value) => number | null;
  /** What the share was estimated from; null where everything there is was looked at. */
  readonly sampled: (item: z.output<Schema>, value: Value) => Sampled | null;
  /** The answer in a few words, for tables. */
  readonly words: (item: z.output<Schema>, value: Value) => string;
  /** The answer alone, for headlines and pages: `9 of 20`. What else belongs to it is in `words`. */
  readonly short: (item: z.output<Schema>, value: Value) => string;
  /** What the few words leave out and a reader asks next; '' when there is nothing. */
  readonly detail: (item: z.output<Schema>, value: Value) => string;
  /** The least that earns the full score, in the answer's own words: `95 or more`, `all`; '' for a kind that isn't scored. */
  readonly aim: (item: z.output<Schema>) => string;
  /** How this very item is scored, with its limits; '' when there is nothing to say. */
  readonly scale: (item: z.output<Schema>) => string;
  readonly examples: readonly Example[];
}

/** Declares a kind; only infers its types. */
export function defineKind<
  const Name extends string,
  Schema extends z.ZodType<{ kind: Name }>,
  Value extends Json,
>(facets: KindFacets<Name, Schema, Value>): KindFacets<Name, Schema, Value> {
  return facets;
}
