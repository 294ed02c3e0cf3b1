import * as z from 'zod';
import { once } from '../once.js';

// Schemas of answers are made for an item and used once: compiling each costs more than it saves.
z.config({ jitless: true });

/**
 * An object that refuses every key it doesn't know: a misspelt `wieght:` must not be dropped in
 * silence. The message of such an issue is the list of known keys, for `describeIssue`.
 */
export function strict<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined,
  });
}

/** Ids are made for typing: lower-case words joined by single hyphens. */
export const slugSchema = once(() =>
  z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
      error: 'is not an id (use lower-case letters and digits, in words joined by single hyphens)',
    })
    .describe('Stable id: lower-case words joined by hyphens. A renamed id is a new thing.'),
);

/** Refuses half a surrogate pair, which an escape in JSON can make and no file can hold. */
export function wellFormed(schema: z.ZodString): z.ZodString {
  return schema.refine((text) => text.isWellFormed(), {
    error: 'holds half a character (write the whole character, or leave it out)',
  });
}

/** A text for people, with at least one character that can be seen. */
export const textSchema = once(() =>
  wellFormed(z.string().max(4000).regex(/\S/, { error: 'is empty (write a text)' })),
);
