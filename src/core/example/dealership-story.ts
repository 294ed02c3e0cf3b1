import type { Quarter } from '../quarter.js';
import { shiftQuarter } from '../quarter.js';

/** The quarters of the example, the earliest first. */
export const QUARTERS: readonly Quarter[] = Array.from({ length: 8 }, (_, by) =>
  shiftQuarter('2024-Q4', by),
);

/** From this quarter on the example is audited by today's checklist, before by the first version. */
export const CHECKLIST_CHANGED: Quarter = '2025-Q4';

/** How well a step is done, 0 to 1. */
export interface StepStory {
  /** In the first quarter. */
  readonly start: number;
  /** What each quarter adds. */
  readonly drift: number;
}

/** Something that happened, and what it did to some steps. */
export interface StoryEvent {
  readonly steps: readonly string[];
  readonly from: Quarter;
  /** The first quarter in which it is overcome; it wears off evenly until then. Else it stays. */
  readonly until?: Quarter;
  /** What it adds to the steps in its first quarter. */
  readonly by: number;
}

/** Some quarters of one item: from the first of the example, to its last, where left out. */
interface Span {
  readonly item: string;
  readonly from?: Quarter;
  /** Included. */
  readonly to?: Quarter;
}

/** What is told of one dealership; all that is audited of it follows from this and the seed. */
export interface DealershipStory {
  readonly name: string;
  readonly auditor: string;
  /** How many days after the Monday the auditor comes. */
  readonly visit: number;
  /** How many records there are, as a multiple of Example Motors'. */
  readonly size: number;
  /** How far an item may stray from its step in one quarter, to each side. */
  readonly noise: number;
  /** By step id. */
  readonly steps: Readonly<Record<string, StepStory>>;
  readonly events: readonly StoryEvent[];
  /** Items that go their own way, whatever their step does. */
  readonly apart: readonly (Span & { readonly level: number })[];
  /** Items that got no answer, and why. */
  readonly left: readonly (Span & {
    readonly state: 'not-checked' | 'not-applicable';
    readonly reason: string;
  })[];
  readonly notes: readonly (Span & { readonly note: string })[];
}

/** The part of an item's story that tells of a quarter; undefined where none does. */
export function toldOf<Part extends Span>(
  parts: readonly Part[],
  item: string,
  quarter: Quarter,
): Part | undefined {
  return parts.find(
    (part) =>
      part.item === item &&
      (part.from === undefined || part.from <= quarter) &&
      (part.to === undefined || quarter <= part.to),
  );
}

/** How well a step is done in a quarter, 0 to 1 or, where a story goes too far, beyond. */
export function levelOf(story: DealershipStory, step: string, quarter: Quarter): number {
  const { start, drift } = story.steps[step] ?? { start: 0.5, drift: 0 };
  const events = story.events
    .filter(({ steps }) => steps.includes(step))
    .reduce((sum, event) => sum + effectOf(event, quarter), 0);
  return start + drift * QUARTERS.indexOf(quarter) + events;
}

function effectOf({ from, until, by }: StoryEvent, quarter: Quarter): number {
  if (quarter < from) return 0;
  if (until === undefined) return by;
  const left = QUARTERS.indexOf(until) - QUARTERS.indexOf(quarter);
  return left <= 0 ? 0 : (by * left) / (QUARTERS.indexOf(until) - QUARTERS.indexOf(from));
}
