import type { Answer } from '../audit/answer.js';
import { isMap } from '../audit/answer.js';
import { readAnswers } from '../audit/answers-file.js';
import type { Json } from '../canonical.js';
import type { Checklist, Item } from '../checklist/checklist.js';
import { askedSteps } from '../checklist/checklist.js';
import type { Quarter } from '../quarter.js';
import type { DealershipStory } from './dealership-story.js';
import { CHECKLIST_CHANGED, QUARTERS, levelOf, toldOf } from './dealership-story.js';
import { exampleAnswer } from './example-answer.js';
import { firstVersion } from './first-version.js';
import { stray, whole } from '../random.js';
import { randomFrom } from './random.js';
import type { Moment } from '../moment.js';
import { dayOf, momentOf } from '../moment.js';
import type { Day } from '../audit/visit.js';

/** One audit of the example, ready to be recorded and sealed. */
export interface ExampleAudit {
  readonly dealership: string;
  readonly quarter: Quarter;
  readonly auditor: string;
  readonly checklist: Checklist;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly startedAt: Moment;
  /** On which days was looked. */
  readonly visited: readonly Day[];
  readonly sealedAt: Moment;
}

/** How far an item lies from its step in all quarters alike, to each side. */
const LEAN = 0.12;

/**
 * The audits of one dealership as its story tells them, core items only, in order of quarters. The
 * same story and checklist give the same audits, to the minute.
 *
 * @param today the checklist in use since `CHECKLIST_CHANGED`.
 */
export function exampleAudits(story: DealershipStory, today: Checklist): ExampleAudit[] {
  const before = firstVersion(today);
  return QUARTERS.map((quarter) => {
    const checklist = quarter < CHECKLIST_CHANGED ? before : today;
    const answers = readAnswers(answersOf(story, quarter, checklist, today), checklist, 'core');
    if (!answers.ok) {
      throw new TypeError(answers.issues.map((issue) => issue.message).join('; '));
    }
    const { name: dealership, auditor } = story;
    return {
      dealership,
      quarter,
      auditor,
      checklist,
      answers: answers.value,
      ...timesOf(story, quarter),
    };
  });
}

/** The answers to what a checklist asks; what was found doesn't hang on its limits, but on today's. */
function answersOf(
  story: DealershipStory,
  quarter: Quarter,
  asked: Checklist,
  today: Checklist,
): Record<string, Json> {
  const ids = new Set(askedSteps(asked, 'core').flatMap(({ items }) => items.map(({ id }) => id)));
  return Object.fromEntries(
    askedSteps(today, 'core').flatMap((step) =>
      step.items
        .filter(({ id }) => ids.has(id))
        .map((item) => [item.id, answerTo(story, quarter, step.id, item)]),
    ),
  );
}

function answerTo(story: DealershipStory, quarter: Quarter, step: string, item: Item): Json {
  const { name: at, size } = story;
  const left = toldOf(story.left, item.id, quarter);
  if (left !== undefined) return { [left.state]: left.reason };
  const lean = stray(randomFrom('lean', at, item.id), LEAN);
  const noise = stray(randomFrom('noise', at, quarter, item.id), story.noise);
  const own = toldOf(story.apart, item.id, quarter);
  const level = (own?.level ?? levelOf(story, step, quarter) + lean) + noise;
  const value = exampleAnswer(item, Math.min(1, Math.max(0, level)), { at, quarter, size });
  const note = toldOf(story.notes, item.id, quarter)?.note;
  if (note === undefined) return value;
  return isMap(value) ? { ...value, note } : { value, note };
}

/** Two working days in the last month of the quarter: from nine in the morning to late afternoon. */
function timesOf(
  { name, visit }: DealershipStory,
  quarter: Quarter,
): Pick<ExampleAudit, 'startedAt' | 'visited' | 'sealedAt'> {
  const [year, month] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3 - 1];
  const day = (number: number, minutes: number): Date =>
    new Date(Date.UTC(year, month, number, 0, minutes));
  // The Monday on the 8th or after it.
  const monday = 8 + ((8 - day(8, 0).getUTCDay()) % 7);
  const minutes = whole(randomFrom('sealed', name, quarter), 15 * 60, 17 * 60);
  return {
    startedAt: momentOf(day(monday + visit, 9 * 60), 0),
    visited: [0, 1].map((later) => dayOf(momentOf(day(monday + visit + later, 0), 0))),
    sealedAt: momentOf(day(monday + visit + 1, minutes), 0),
  };
}
