import type { UserError } from '../core/errors.js';

/**
 * What a search led to. That it could mean several is data: whoever can ask, asks, and whoever can't
 * has in `why` what to say.
 */
export type Found<One> =
  | { readonly kind: 'one'; readonly one: One }
  | { readonly kind: 'several'; readonly all: readonly One[]; readonly why: UserError }
  | { readonly kind: 'none'; readonly why: UserError };

/** The one of some, or what else there is to say. */
export function foundIn<One>(
  all: readonly One[],
  why: { readonly several: (all: readonly One[]) => UserError; readonly none: () => UserError },
): Found<One> {
  const [one, another] = all;
  if (one === undefined) return { kind: 'none', why: why.none() };
  if (another === undefined) return { kind: 'one', one };
  return { kind: 'several', all, why: why.several(all) };
}

/**
 * What was found, or null for nothing; for those who ask nobody.
 *
 * @throws UserError where there are several.
 */
export function oneOrNull<One>(found: Found<One>): One | null {
  if (found.kind === 'several') throw found.why;
  return found.kind === 'one' ? found.one : null;
}
