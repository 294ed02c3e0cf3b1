import type { Checklist, Scope } from '../checklist/checklist.js';
import type { Quarter } from '../quarter.js';
import type { Order } from './route.js';

/** What an audit asks: by which checklist, and how much of it. */
export interface Asked {
  readonly checklist: Checklist;
  readonly scope: Scope;
}

/** How it was last time: what Enter alone gives again. */
export interface LastTime extends Asked {
  readonly quarter: Quarter;
  readonly auditor: string;
  /** In which order they walked. */
  readonly by: Order;
  /** How long they were at it, in minutes; null where its times don't tell. */
  readonly minutes: number | null;
}
