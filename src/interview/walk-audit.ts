import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import type { Evidence } from '../core/audit/evidence.js';
import type { Order, Stop } from '../core/audit/route.js';
import type { Item } from '../core/checklist/checklist.js';
import type { Draw } from '../core/draw/draw.js';

/** What the walk needs of the audit. */
export interface WalkAudit {
  /** Every item that the audit asks, in walking order. */
  readonly route: readonly Stop[];
  readonly by: Order;
  /** Looks at what is on disk now: another terminal may be recording, too. */
  refresh(): Promise<void>;
  /** How many items have an answer. */
  answered(): number;
  current(item: Item): RecordedAnswer | undefined;
  /**
   * Puts an answer on disk; the next question waits for it.
   *
   * @param after the revision that was shown, 0 for none.
   * @param why an earlier answer is corrected; null where nobody says.
   * @returns false, and nothing recorded, when somebody else has recorded another since.
   */
  record(item: Item, answer: Answer, after: number, why: string | null): Promise<boolean>;
  /** Whether its answer was recorded in this sitting. */
  isOwn(item: Item): boolean;
  /** What was answered the quarter before, in words; null when nothing was. */
  before(item: Item): Promise<string | null>;
  /** Which records were drawn for an item; null for none. */
  drawn(item: Item): Draw | null;
  /**
   * Keeps a file as evidence.
   *
   * @throws UserError when it can't be taken.
   */
  attach(path: string): Promise<Evidence>;
}

/** What was just recorded: the next screen confirms it. */
export interface Recorded {
  readonly item: Item;
  readonly answer: Answer;
}

/** What the auditor does with an item. */
export type Move =
  | { readonly kind: 'next'; readonly recorded?: Recorded }
  | { readonly kind: 'back' | 'leave' | 'go' }
  /** Asks the item again: on a new screen that starts with a notice, or below what stands there. */
  | { readonly kind: 'stay'; readonly notice?: string };

/** Another terminal recorded what the questions under an item stand on. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}
