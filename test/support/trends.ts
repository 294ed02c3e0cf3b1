import type { Answer } from '../../src/core/audit/answer.js';
import type { Checklist } from '../../src/core/checklist/checklist.js';
import type { TrendAudit } from '../../src/core/compare/trend-slots.js';
import { trendOf } from '../../src/core/compare/trend.js';
import { isQuarter } from '../../src/core/quarter.js';
import type { TrendView } from '../../src/documents/trend/view.js';
import {
  NOT_CHECKED,
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  resultOf,
} from './checklists.js';

/** What a quarter's answers to a checklist score, for a trend. */
export function trendAudit(
  quarter: string,
  checklist: Checklist,
  answers: Readonly<Record<string, Answer>>,
  scope: 'core' | 'full' = 'full',
): TrendAudit {
  if (!isQuarter(quarter)) throw new Error(`${quarter} is not a quarter`);
  return { quarter, result: resultOf(checklist, answers, scope) };
}

function checklist(zero: number, title: string, own: Readonly<Record<string, unknown>> = {}) {
  const answering = [
    makeItem('sample', 'calls', {
      weight: 2,
      critical: true,
      ask: `Are calls returned, ${title}?`,
    }),
    makeItem('measure', 'reply', { zero }),
  ];
  const welcome = [makeItem('rating', 'greeting'), makeItem('yes-no', 'coffee', { core: false })];
  return makeChecklist(
    [
      makeStep('response', answering, { title: `Response ${title}` }),
      makeStep('welcome', welcome, { weight: 2 }),
    ],
    { title, ...own },
  );
}

function quarter(
  name: string,
  [passed, reply, level, coffee]: readonly [number, number, number, 'yes' | 'no' | null],
  by = checklist(60, 'Small'),
  scope: 'core' | 'full' = 'full',
): TrendAudit {
  const answers = {
    calls: answered({ passed, of: 12, from: 40 }),
    reply: answered(reply),
    greeting: answered(level),
    coffee: coffee === null ? NOT_CHECKED : answered(coffee),
  };
  return trendAudit(name, by, answers, scope);
}

/** Six quarters, by two versions of a checklist, with a gap, of which the last five are shown. */
export function trendExample(title: string, name = 'Example Motors'): TrendView {
  const first = checklist(60, title);
  const second = checklist(110, title, {
    version: 2,
    scoring: { critical: { below: 50, cap: 40 } },
  });
  const audits = [
    quarter('2023-Q1', [12, 10, 4, 'yes'], first),
    quarter('2024-Q4', [7, 50, 2, 'no'], first),
    quarter('2025-Q1', [5, 45, 3, null], first),
    quarter('2025-Q3', [8, 45, 3, 'yes'], first),
    quarter('2025-Q4', [8, 45, 2, 'yes'], second),
    quarter('2026-Q3', [11, 30, 3, 'yes'], second, 'core'),
  ];
  return {
    dealership: { name, slug: 'example-motors', yearStarts: 4 },
    trend: trendOf(audits, 5),
    chain: [],
    seals: audits.map((audit, i) => ({
      quarter: audit.quarter,
      seal: {
        at: '2026-07-11T15:30:00Z',
        by: 'A',
        hash: `${String(i)}a`.repeat(32),
        previous: null,
      },
      sealHolds: audit.quarter !== '2025-Q1',
    })),
  };
}
