import type { Seal } from '../core/audit/audit.js';
import type { Void } from '../core/audit/void.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import type { Quarter } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import type { StoredDealership } from './dealerships.js';

/** An audit as lists show it, without its answers. */
export interface AuditSummary {
  readonly id: string;
  readonly dealership: StoredDealership;
  readonly quarter: Quarter;
  readonly scope: Scope;
  readonly checklistId: string;
  readonly checklistVersion: number;
  readonly startedAt: string;
  readonly auditor: string;
  readonly seal: Seal | null;
  /** That it no longer counts; null for one that does. */
  readonly voided: Void | null;
  /** Whether its facts are what was written; the seal covers what can be told anew. */
  readonly isSound: boolean;
}

/** `the audit of Alpha Motors for 2026-Q3`. */
export function nameOf({ dealership, quarter }: AuditSummary): string {
  return `the audit of ${visibleLine(dealership.name)} for ${quarter}`;
}

/** What an audit is started with. */
export interface NewAudit {
  readonly dealership: StoredDealership;
  readonly quarter: Quarter;
  readonly scope: Scope;
  readonly checklist: Checklist;
  readonly auditor: string;
}

/** How answers are recorded, beyond what they are. */
export interface RecordOptions {
  /** Why earlier answers are corrected; null when nothing is, or nobody says. */
  readonly why?: string | null;
  /** The revision of each item that the auditor had seen; none for one that isn't in it. */
  readonly after?: ReadonlyMap<string, number>;
}

/** Somebody else recorded an item after the auditor had last seen it. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}
