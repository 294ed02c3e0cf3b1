/** One item of a worked example: a yes-no item, answered or not. */
export interface ExampleItem {
  readonly weight: number;
  readonly critical?: boolean;
  readonly answer: 'yes' | 'no' | 'not-applicable' | 'not-checked' | 'unanswered';
}

/** A worked example of a step: the tests compute it, and the report's method section prints it. */
export interface StepExample {
  readonly items: readonly ExampleItem[];
  /** 0 to 1, or null. */
  readonly uncapped: number | null;
  readonly share: number | null;
  readonly coverage: number | null;
  readonly because: string;
}

/** How items make a step, under the standard policy (critical below 50 caps at 59). */
export const STEP_EXAMPLES: readonly StepExample[] = [
  {
    items: [
      { weight: 3, answer: 'yes' },
      { weight: 1, answer: 'no' },
    ],
    uncapped: 0.75,
    share: 0.75,
    coverage: 1,
    because: '(3 × 1 + 1 × 0) ÷ (3 + 1)',
  },
  {
    items: [
      { weight: 3, answer: 'yes' },
      { weight: 1, answer: 'no' },
      { weight: 5, answer: 'not-applicable' },
    ],
    uncapped: 0.75,
    share: 0.75,
    coverage: 1,
    because: 'what is not applicable leaves the sum and the coverage',
  },
  {
    items: [
      { weight: 3, answer: 'yes' },
      { weight: 1, answer: 'no' },
      { weight: 4, answer: 'not-checked' },
    ],
    uncapped: 0.75,
    share: 0.75,
    coverage: 0.5,
    because: 'what is not checked leaves the sum and lowers the coverage: 4 ÷ 8',
  },
  {
    items: [
      { weight: 9, answer: 'yes' },
      { weight: 1, critical: true, answer: 'no' },
    ],
    uncapped: 0.9,
    share: 0.59,
    coverage: 1,
    because: 'a must-not-fail check under 50 holds the step at 59',
  },
  {
    items: [
      { weight: 1, answer: 'yes' },
      { weight: 3, critical: true, answer: 'no' },
    ],
    uncapped: 0.25,
    share: 0.25,
    coverage: 1,
    because: 'it never raises a score',
  },
  {
    items: [
      { weight: 2, answer: 'not-checked' },
      { weight: 2, answer: 'unanswered' },
    ],
    uncapped: null,
    share: null,
    coverage: 0,
    because: 'nothing scored is no score, neither 0 nor 100',
  },
];

/** Changes that are judged together: the tests compute it, and the report's method section prints it. */
export const SURE_EXAMPLE = {
  /** |z|, the largest first. */
  sizes: [4.1, 2.05, 1.5, 1.2, 0.6, 0.3],
  /** What each is held against, to two decimals. */
  limits: [2.39, 2.13, 1.96, 1.83, 1.73, 1.64],
  sure: 1,
  probable: 1,
} as const;

/** A range that is drawn, on 0 to 100, to six decimals. */
export const RANGE_EXAMPLE = {
  checkPassed: 9,
  checkOf: 20,
  level: 3,
  weights: { check: 1, rest: 3 },
  lower: 48.862638,
  upper: 84.144455,
} as const;
