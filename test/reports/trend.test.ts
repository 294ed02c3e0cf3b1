// A trend in every format, held against test/golden/, and what those must never do.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trendOf } from '../../src/core/compare/trend.js';
import type { TrendAudit } from '../../src/core/compare/trend-slots.js';
import { formats } from '../../src/reports/index.js';
import { trendJson } from '../../src/reports/json-trend.js';
import { trendMarkdown } from '../../src/reports/markdown-trend.js';
import { sparkline } from '../../src/reports/sparkline.js';
import type { TrendView } from '../../src/reports/trend-view.js';
import { NOT_CHECKED, answered, makeChecklist, makeItem, makeStep } from '../support/checklists.js';
import { at, parseJson } from '../support/cli.js';
import { ROOT } from '../support/folders.js';
import { trendAudit } from '../support/trends.js';

const HOSTILE = 'A | *B* <b>\u001b[31m\n# C';

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

function viewOf(title: string, name = 'Example Motors'): TrendView {
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

describe('the trend is what was read and approved', () => {
  test.each(formats.map((format) => [format.name, format] as const))(
    'as %s',
    async (name, format) => {
      await expect(format.trend(viewOf('Small'))).toMatchFileSnapshot(
        join(ROOT, 'test', 'golden', `trend.${name}`),
      );
    },
  );
});

test('lets nothing act that somebody typed', () => {
  const view = viewOf(HOSTILE, HOSTILE);
  const text = trendMarkdown(view);
  expect(text).toContain('\\<b>');
  expect(text).not.toMatch(/(?<!\\)<b>/);
  expect(text).not.toContain('\u001b');
  expect(text).not.toMatch(/^# C/m);
  expect(trendJson(view)).not.toContain('\u001b');
  expect(at(parseJson(trendJson(view)), 'dealership')).toBe(HOSTILE);
});

test('a bar stands for an eighth, and nothing for a gap', () => {
  const eighths = Array.from({ length: 9 }, (_, i) => i / 8);
  expect(sparkline(eighths)).toBe('▁▂▃▄▅▆▇██');
  expect(sparkline(eighths.map((share) => share - 0.001))).toBe('▁▁▂▃▄▅▆▇█');
  // Like-for-like lines may leave 0 to 1.
  expect(sparkline([-0.4, null, 1.3, 0.1 + 0.2 + 0.2])).toBe('▁–█▅');
});
