import * as z from 'zod';
import type { Checklist, Scope } from '../checklist/checklist.js';
import { SCOPES, askedItems } from '../checklist/checklist.js';
import type { Checked } from '../schema/issues.js';
import { check } from '../schema/issues.js';
import { slugSchema, strict } from '../schema/strict.js';
import type { Issue } from '../schema/problem.js';
import type { Quarter } from '../quarter.js';
import { parseQuarter } from '../quarter.js';
import type { Answer } from './answer.js';
import { nameSchema } from '../names.js';
import { isMap, readAnswer } from './answer.js';
import { whyNotAsked } from './asked-item.js';
import { once } from '../once.js';
import { visitedSchema } from './visit.js';

/** A quarter as people write it, in the form that is stored. */
const quarterSchema = once(() =>
  z.string().transform((text, context): Quarter => {
    const quarter = parseQuarter(text);
    if (quarter !== null) return quarter;
    context.addIssue({ code: 'custom', message: 'is not a quarter (write it as 2026-Q3)' });
    return z.NEVER;
  }),
);

/** Everything about an answers file but the answers, which need the checklist to be read. */
const answersHeadSchema = once(() =>
  strict({
    dealership: nameSchema().optional(),
    quarter: quarterSchema().optional(),
    auditor: nameSchema().optional(),
    scope: z.enum(SCOPES).optional(),
    checklist: slugSchema().optional(),
    visited: visitedSchema().optional(),
    answers: z.record(z.string(), z.unknown()),
  }),
);

export type AnswersHead = z.output<ReturnType<typeof answersHeadSchema>>;

/**
 * Reads all answers of a file against the checklist and scope they are for. All or nothing: with
 * one thing wrong anywhere, every issue is given and no answer. An empty value, as the form to fill
 * in has it, is no answer: nothing is read for its item.
 */
export function readAnswers(
  answers: Readonly<Record<string, unknown>>,
  checklist: Checklist,
  scope: Scope,
): Checked<Map<string, Answer>> {
  const asked = new Map(askedItems(checklist, scope).map((item) => [item.id, item]));
  const issues: Issue[] = [];
  const read = new Map<string, Answer>();
  for (const [id, input] of Object.entries(answers)) {
    const item = asked.get(id);
    const path = ['answers', id];
    if (item === undefined) {
      const { why, advice } = whyNotAsked({ checklist, scope }, id);
      issues.push({ path, message: `${why} (${advice})` });
      continue;
    }
    if (input === null) continue;
    const answer = readAnswer(item, input, path);
    if (answer.ok) read.set(id, answer.value);
    else issues.push(...answer.issues);
  }
  return issues.length === 0 ? { ok: true, value: read } : { ok: false, issues };
}

/** Holds a parsed answers file against its schema. A key with an empty value counts as left out. */
export function readAnswersHead(input: unknown): Checked<AnswersHead> {
  return check(answersHeadSchema(), isMap(input) ? withoutEmpty(input) : input);
}

/** A key that isn't known stays, empty or not: it is a misspelt one. */
function withoutEmpty(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.keys(answersHeadSchema().shape);
  return Object.fromEntries(
    Object.entries(input).filter(([key, value]) => value !== null || !known.includes(key)),
  );
}
