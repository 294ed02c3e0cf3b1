import type { Quarter } from '../quarter.js';

/** A seal as a link of the chain of its dealership. */
export interface Link<Sealed = SealedAudit> {
  readonly hash: string;
  /** The hash of the seal before it; null for the first. */
  readonly previous: string | null;
  /** What was sealed. */
  readonly audit: Sealed;
}

/** What was sealed, for those who look for it. */
export interface SealedAudit {
  readonly dealership: string;
  readonly quarter: Quarter;
  readonly checklist: string;
  /** When it was sealed: a moment as `core/moment.ts` keeps it. */
  readonly at: string;
}

/** A seal as the register has it, which lists all that were ever set. */
export interface Registered<Sealed = SealedAudit> {
  readonly hash: string;
  readonly audit: Sealed;
}

/** What is wrong with a chain of seals. */
export type ChainFault<Sealed = SealedAudit> =
  /** It was sealed, and its seal or the audit itself isn't there any more. */
  | { readonly fault: 'gone'; readonly audit: Sealed; readonly hash: string }
  /** It names a seal before it that isn't there, and that the register has never seen. */
  | { readonly fault: 'gap'; readonly audit: Sealed; readonly previous: string }
  /** It says that it is the first, or follows another than the one that was set before it. */
  | { readonly fault: 'misplaced'; readonly audit: Sealed }
  /** The register has never seen it. */
  | { readonly fault: 'unregistered'; readonly audit: Sealed };

/**
 * Walks the chain of seals of one dealership: each follows the one that was set before it, nothing
 * between is missing, and every one that was ever set is there.
 *
 * @param links the seals that are there, in any order.
 * @param register what was ever sealed of it, in the order of the numbers.
 */
export function chainFaults<Sealed>(
  links: readonly Link<Sealed>[],
  register: readonly Registered<Sealed>[],
): readonly ChainFault<Sealed>[] {
  const there = new Map(links.map((link) => [link.hash, link]));
  const known = new Set(register.map(({ hash }) => hash));
  const faults: ChainFault<Sealed>[] = [];
  let before: string | null = null;
  for (const { hash, audit } of register) {
    const link = there.get(hash);
    if (link === undefined) faults.push({ fault: 'gone', audit, hash });
    else faults.push(...placeFault(link, before, known));
    before = hash;
  }
  for (const link of links) {
    if (known.has(link.hash)) continue;
    faults.push({ fault: 'unregistered', audit: link.audit });
  }
  return faults;
}

function placeFault<Sealed>(
  { previous, audit }: Link<Sealed>,
  before: string | null,
  known: ReadonlySet<string>,
): readonly ChainFault<Sealed>[] {
  if (previous === before) return [];
  if (previous !== null && !known.has(previous)) return [{ fault: 'gap', audit, previous }];
  return [{ fault: 'misplaced', audit }];
}
