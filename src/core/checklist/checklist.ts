import * as z from 'zod';
import { kinds } from './kinds/index.js';
import type { Item } from './kinds/index.js';
import { slugSchema, strict, textSchema } from '../schema/strict.js';
import { shortNameSchema, phraseSchema } from './naming.js';
import { once } from '../once.js';

export type { Item } from './kinds/index.js';

/** How much of a checklist an audit asks: the core items only, or all. */
export const SCOPES = ['core', 'full'] as const;
export type Scope = (typeof SCOPES)[number];

/** The check-up has six steps, after the article it comes from. */
export const STEP_COUNT = 6;

const [first, ...rest] = kinds;
/** One item, by its kind. */
export const itemSchema = once(() =>
  z.discriminatedUnion('kind', [first.schema(), ...rest.map((kind) => kind.schema())], {
    error: () => `kinds: ${kinds.map((kind) => kind.name).join(', ')}`,
  }),
);

/** One of the six steps, as its own YAML file or inside the checklist's. */
export const stepSchema = once(() =>
  strict({
    id: slugSchema(),
    name: shortNameSchema().optional(),
    title: textSchema(),
    asks: textSchema().describe('The question the step answers.'),
    weight: z.number().positive().max(100).default(1).describe('Its voice in the overall score.'),
    better: phraseSchema()
      .optional()
      .describe('Half of a headline for when its score rises: customers are answered faster.'),
    worse: phraseSchema()
      .optional()
      .describe('The same for when it falls: customers wait longer for an answer.'),
    provenance: textSchema()
      .optional()
      .describe('Where the step comes from, when a reader of the report has to know.'),
    items: z.array(itemSchema()).min(1).max(1000),
  }),
);

const departmentSchema = once(() => strict({ id: slugSchema(), title: textSchema() }));

const bandSchema = once(() =>
  strict({
    from: z.number().min(0).lt(100).describe('The lowest score of the band.'),
    name: textSchema(),
    means: textSchema().optional(),
  }),
);

const scoringSchema = once(() =>
  strict({
    critical: strict({
      below: z
        .number()
        .gt(0)
        .max(100)
        .default(50)
        .describe('A critical item that scores less than this caps its step.'),
      cap: z.number().min(0).max(100).default(59).describe('The score its step is capped at.'),
    }).prefault({}),
    coverage: strict({
      floor: z
        .number()
        .min(0)
        .max(100)
        .default(60)
        .describe('In per cent. Under it an audit stands apart: no place, no band, no verdict.'),
    }).optional(),
  }),
);

const headFields = once(() => ({
  id: slugSchema(),
  version: z.int().min(1).describe('Raised by the author with every change that is published.'),
  title: textSchema(),
  about: textSchema().optional(),
  departments: z.array(departmentSchema()).min(1),
  bands: z
    .array(bandSchema())
    .min(1)
    .describe('Named ranges of scores, the lowest (from: 0) first.'),
  scoring: scoringSchema().prefault({}),
}));

/** `checklist.yaml` before its step files are put in: `steps` holds ids, or whole steps. */
export const checklistHeadSchema = once(() =>
  strict({
    ...headFields(),
    steps: z
      .array(z.union([slugSchema(), z.looseObject({})]))
      .max(100)
      .describe('The six steps in order: ids of step files in the same folder, or whole steps.'),
  }),
);

/** The same for the editor's schema, where a step inside the file is described in full. */
export const checklistFileSchema = once(() =>
  strict({
    ...headFields(),
    steps: z.array(z.union([slugSchema(), stepSchema()])).length(STEP_COUNT),
  }),
);

export type Step = z.output<ReturnType<typeof stepSchema>>;

/** A whole checklist, checked and completed: what an audit is asked with, and keeps. */
export const checklistSchema = once(() =>
  strict({
    ...headFields(),
    steps: z.array(stepSchema()),
  }),
);

/** Six steps in order with bands and scoring policy. */
export type Checklist = z.output<ReturnType<typeof checklistSchema>>;
export type Band = Checklist['bands'][number];

/** The steps of a checklist with only the items that a scope asks, in order. */
export function askedSteps(checklist: Checklist, scope: Scope): Step[] {
  return checklist.steps.map((step) => ({
    ...step,
    items: step.items.filter((item) => scope === 'full' || item.core),
  }));
}

/** The items that a scope asks, in order. */
export function askedItems(checklist: Checklist, scope: Scope): Item[] {
  return askedSteps(checklist, scope).flatMap((step) => step.items);
}

/** The weight of an item in its step; a remark has none. */
export function weightOf(item: Item): number {
  return 'weight' in item ? item.weight : 0;
}

/** Whether an item is critical; a remark never is. */
export function isCritical(item: Item): boolean {
  return 'critical' in item && item.critical;
}
