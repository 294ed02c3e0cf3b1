import type * as z from 'zod';
import { closest } from '../closest.js';
import type { Issue } from './problem.js';

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  undefined: 'nothing',
  null: 'nothing',
};

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return NAMES[typeof value] ?? typeof value;
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing (add it)';
  const wanted = NAMES[expected] ?? expected;
  if (typeof input === 'number' && !Number.isFinite(input)) {
    return 'is no number that can be reckoned with (write a plain number)';
  }
  const remedy =
    expected === 'string' && (typeof input === 'boolean' || typeof input === 'number')
      ? `YAML reads ${String(input)} as ${nameOf(input)}: put it in quotes`
      : `write ${wanted}`;
  return `is ${nameOf(input)} where ${wanted} belongs (${remedy})`;
}

function size(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  // A schema that has something better to say than zod's own words is let speak.
  if (!/^(?:Too |Invalid )/.test(issue.message)) return issue.message;
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const inclusive = issue.inclusive !== false;
  if (issue.origin === 'array') {
    return `has too ${small ? 'few' : 'many'} entries (${small ? 'at least' : 'at most'} ${limit})`;
  }
  if (issue.origin === 'string') {
    return small ? 'is empty (write a text)' : `is too long (at most ${limit} characters)`;
  }
  const bound = small
    ? inclusive
      ? 'at least'
      : 'more than'
    : inclusive
      ? 'at most'
      : 'less than';
  return `is too ${small ? 'small' : 'big'} (must be ${bound} ${limit})`;
}

function describeIssue(issue: z.core.$ZodIssue): Issue[] {
  const here = (message: string): Issue[] => [{ path: issue.path, message }];
  switch (issue.code) {
    case 'invalid_type':
      return here(wrongType(issue.expected, issue.input));
    case 'unrecognized_keys': {
      const known = issue.message.split(' ');
      return issue.keys.map((key) => {
        const meant = closest(key, known);
        return {
          path: [...issue.path, key],
          message: `is not a key here (${meant === null ? `known keys: ${known.join(', ')}` : `did you mean ${meant}?`})`,
        };
      });
    }
    case 'too_small':
    case 'too_big':
      return here(size(issue));
    case 'invalid_value':
      return here(
        issue.input === undefined
          ? 'is missing (add it)'
          : `is not possible here (use one of: ${issue.values.map(String).join(', ')})`,
      );
    case 'invalid_union':
      return here(
        issue.input === undefined
          ? 'is missing (add it)'
          : `is not possible here (${issue.message})`,
      );
    default:
      return here(issue.message);
  }
}

/** What a schema found, in words an author of YAML understands, with the path of each problem. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.flatMap(describeIssue);
}

/** Either the value a schema was given, checked and completed, or everything wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Holds an input against a schema and says all that is wrong, below `path`. */
export function check<T>(
  schema: z.ZodType<T>,
  input: unknown,
  path: readonly PropertyKey[] = [],
): Checked<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    issues: issuesOf(result.error).map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
  };
}
