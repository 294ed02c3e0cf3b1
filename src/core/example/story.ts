import type { DealershipStory, StepStory } from './dealership-story.js';

/** The group that the five dealerships of the example belong to. */
export const EXAMPLE_GROUP = 'Example Group';

/** The dealership whose last quarters are told in answers files, not here. */
export const EXAMPLE_DEALERSHIP = 'Example Motors';

type Start = readonly [number, number, number, number, number, number];

/** Six starts in the order of the steps, and one drift for all. */
function steps(
  [culture, response, communication, appreciation, afterSale, measurement]: Start,
  drift: number,
): Readonly<Record<string, StepStory>> {
  return {
    culture: { start: culture, drift },
    response: { start: response, drift },
    communication: { start: communication, drift },
    appreciation: { start: appreciation, drift },
    'after-sale': { start: afterSale, drift },
    measurement: { start: measurement, drift },
  };
}

const NO_ACTIONS_YET = {
  item: 'meas-actions-closed',
  to: '2024-Q4',
  state: 'not-applicable',
  reason: 'First check-up: there is no list of actions to look at yet',
} as const;

/** Five dealerships: what happens to each, told so that every kind of report has something to show. */
export const STORIES: readonly DealershipStory[] = [
  {
    // Rises steadily, from poor to sound. Its last two quarters are answers files.
    name: EXAMPLE_DEALERSHIP,
    auditor: 'A. Auditor',
    visit: 0,
    size: 1,
    noise: 0.05,
    steps: steps([0.36, 0.24, 0.34, 0.44, 0.48, 0.28], 0.04),
    events: [{ steps: ['measurement'], from: '2025-Q4', by: 0.02 }],
    apart: [],
    left: [
      NO_ACTIONS_YET,
      {
        item: 'culture-phone-manner',
        state: 'not-checked',
        reason: 'Calls are not recorded, and too few came in while we listened',
      },
    ],
    notes: [
      {
        item: 'culture-manager-verifies',
        from: '2026-Q1',
        to: '2026-Q1',
        note: 'Counted with all managers; used cars has the best log of all.',
      },
      {
        item: 'resp-callback-kept',
        from: '2025-Q2',
        to: '2025-Q2',
        note: 'Messages for parts lie on a pad by the till. Nobody owns them.',
      },
      {
        item: 'meas-low-score-call',
        from: '2025-Q4',
        to: '2025-Q4',
        note: 'Alerts go to one mailbox, which is read twice a week.',
      },
    ],
  },
  {
    // Strong throughout. A new phone system costs it one quarter, and is overcome.
    name: 'Model Autos',
    auditor: 'B. Auditor',
    visit: 1,
    size: 1.4,
    noise: 0.04,
    steps: steps([0.86, 0.84, 0.85, 0.9, 0.86, 0.82], 0.003),
    events: [
      {
        // A new phone system: calls are lost until everybody knows it.
        steps: ['response'],
        from: '2025-Q2',
        until: '2025-Q4',
        by: -0.3,
      },
    ],
    apart: [],
    left: [NO_ACTIONS_YET],
    notes: [
      {
        item: 'resp-phone-reached',
        from: '2025-Q2',
        to: '2025-Q2',
        note: 'The new phone system was switched on in April; the ring groups came in June.',
      },
    ],
  },
  {
    // Neither rises nor falls: every change is chance.
    name: 'Pattern Cars',
    auditor: 'A. Auditor',
    visit: 2,
    size: 0.8,
    noise: 0.06,
    steps: steps([0.6, 0.54, 0.58, 0.64, 0.6, 0.56], 0),
    events: [],
    apart: [],
    left: [
      NO_ACTIONS_YET,
      {
        item: 'comm-ordered-cars',
        from: '2025-Q1',
        to: '2025-Q2',
        state: 'not-applicable',
        reason: 'No customer order was open in the quarter',
      },
    ],
    notes: [
      {
        item: 'appr-amenities',
        from: '2026-Q2',
        note: 'The lounge is to be rebuilt; nothing is replaced until then.',
      },
    ],
  },
  {
    // Sound until its service manager leaves; most of what that broke is still broken.
    name: 'Sample Motors',
    auditor: 'A. Auditor',
    visit: 7,
    size: 1.1,
    noise: 0.05,
    steps: steps([0.7, 0.68, 0.74, 0.76, 0.72, 0.66], 0),
    events: [
      {
        // The service manager leaves: nobody answers for calls, promises and follow-up.
        steps: ['culture', 'response', 'communication', 'after-sale'],
        from: '2025-Q4',
        by: -0.3,
      },
      {
        // The team is upset at first, and gets over it.
        steps: ['appreciation', 'measurement'],
        from: '2025-Q4',
        until: '2026-Q2',
        by: -0.15,
      },
    ],
    apart: [],
    left: [
      NO_ACTIONS_YET,
      {
        item: 'comm-special-parts',
        from: '2025-Q4',
        to: '2025-Q4',
        state: 'not-checked',
        reason: 'The special-order list left with the service manager; a new one is being made',
      },
    ],
    notes: [
      {
        item: 'resp-callback-kept',
        from: '2025-Q4',
        to: '2025-Q4',
        note: 'The service manager left on 10 October. His voicemail still answered in December.',
      },
      {
        item: 'comm-promised-time-kept',
        from: '2026-Q1',
        to: '2026-Q1',
        note: 'Two advisors share the desk until a manager is found.',
      },
    ],
  },
  {
    // Weak; its best step is capped, because nobody asks lost customers why they left.
    name: 'Specimen Garage',
    auditor: 'B. Auditor',
    visit: 8,
    size: 0.5,
    noise: 0.06,
    steps: steps([0.3, 0.26, 0.34, 0.4, 0.82, 0.24], 0.004),
    events: [],
    apart: [
      { item: 'post-lost-why-where', level: 0.1 },
      { item: 'post-buyer-call', level: 0.95 },
    ],
    left: [
      NO_ACTIONS_YET,
      {
        item: 'meas-perception-gap',
        state: 'not-checked',
        reason: 'The departments have not marked themselves, and no customer survey ran',
      },
      {
        item: 'meas-no-begging',
        from: '2025-Q1',
        to: '2025-Q1',
        state: 'not-checked',
        reason: 'The texts sent to customers are not kept',
      },
    ],
    notes: [
      {
        item: 'post-lost-why-where',
        from: '2026-Q3',
        note: 'The reasons are the sellers’ guesses. Hardly anybody was called.',
      },
      {
        item: 'post-buyer-call',
        from: '2026-Q3',
        note: 'The owner calls every buyer himself, and always has.',
      },
    ],
  },
];
