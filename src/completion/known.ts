import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';

/** One thing that can be typed, and what it is. */
export interface Candidate {
  readonly value: string;
  /** In the words of whoever made it; '' where the value says all. */
  readonly about: string;
}

/** What the shell adds by itself, because it knows best how. */
export type Places = 'files' | 'folders';

/** What a value can be. */
export interface Values {
  readonly candidates: readonly Candidate[];
  readonly places?: Places;
}

/** The flags on a line that say which audit is meant. */
interface NamedAudit {
  readonly dealership: string | undefined;
  readonly quarter: string | undefined;
  readonly checklist: string | undefined;
}

/** What is known when values are asked for. */
export interface Known {
  readonly now: () => Date;
  /** Where the checklists are that come along, and where a typed path leads. */
  readonly paths: { readonly checklists: string; readonly resolve: (path: string) => string };
  /** The open audits that are meant, whosever they are. */
  readonly openAudits: (store: Store, named: NamedAudit) => Promise<AuditSummary[]>;
  readonly typed: string;
  /** The value of a flag before the cursor, by its long name. */
  readonly given: (flag: string) => string | undefined;
  /** The arguments before the cursor. */
  readonly operands: readonly string[];
  /** What is kept; null where there is no database that can be read. */
  readonly store: () => Promise<Store | null>;
}
