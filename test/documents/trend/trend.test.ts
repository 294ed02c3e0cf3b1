import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import { trendOf } from '../../../src/core/compare/trend.js';
import type { TrendAudit } from '../../../src/core/compare/trend-slots.js';
import { shiftQuarter } from '../../../src/core/quarter.js';
import { trend } from '../../../src/documents/trend/index.js';
import type { TrendView } from '../../../src/documents/trend/view.js';
import {
  answered,
  makeChecklist,
  makeItem,
  makeStep,
  NOT_CHECKED,
} from '../../support/checklists.js';
import { at, listAt } from '../../support/cli.js';
import {
  linesOf,
  marksIn,
  rowsOf,
  tableOf,
  textOf,
  treeText,
  wrongPlurals,
} from '../../support/tree-text.js';
import { trendAudit } from '../../support/trends.js';

function checklist(zero = 60, more: readonly string[] = [], version = 1) {
  return makeChecklist(
    [
      makeStep(
        's-response',
        [
          makeItem('sample', 'i-calls', { weight: 2, critical: true, name: 'Calls returned' }),
          makeItem('measure', 'i-reply', { zero, name: 'First reply' }),
        ],
        { title: 'How quickly are customers answered?', name: 'Response' },
      ),
      makeStep(
        's-welcome',
        [
          makeItem('rating', 'i-greeting', { name: 'Warm greeting' }),
          ...more.map((id) => makeItem('rating', id, { name: `The ${id.slice(2)}` })),
        ],
        { title: 'Welcome', name: 'Welcome' },
      ),
    ],
    { version },
  );
}

/** Calls returned of 12, minutes to a reply, a level; null for what wasn't checked. */
type Figures = readonly [calls: number | null, reply: number | null, level: number | null];

function audit(name: string, [calls, reply, level]: Figures, by = checklist()): TrendAudit {
  const or = (value: number | null, answer: (value: number) => Answer): Answer =>
    value === null ? NOT_CHECKED : answer(value);
  return trendAudit(name, by, {
    'i-calls': or(calls, (passed) => answered({ passed, of: 12, from: 40 })),
    'i-reply': or(reply, answered),
    'i-greeting': or(level, answered),
    'i-coffee': answered(4),
  });
}

function viewOf(audits: readonly TrendAudit[], last = 8): TrendView {
  return {
    dealership: { name: 'Example Motors', slug: 'example-motors', yearStarts: 1 },
    trend: trendOf(audits, last),
    chain: [],
    seals: audits.map(({ quarter }, i) => ({
      quarter,
      seal: {
        at: '2026-07-11T15:30:00Z',
        by: 'A',
        hash: `${String(i)}a`.repeat(32),
        previous: null,
      },
      sealHolds: quarter !== '2025-Q2',
    })),
  };
}

const headlineOf = (...audits: readonly TrendAudit[]): string =>
  textOf(trend.document(viewOf(audits)).headline);

describe('the headline', () => {
  test('holds the last audit against the same quarter a year before', () => {
    expect(
      headlineOf(
        audit('2024-Q4', [12, 10, 4]),
        audit('2025-Q3', [3, 60, 1]),
        audit('2026-Q3', [10, 20, 4]),
      ),
    ).toBe('Up 70 points in a year');
  });

  test('else against the first shown', () => {
    expect(headlineOf(audit('2026-Q1', [12, 10, 4]), audit('2026-Q3', [2, 60, 1]))).toBe(
      'Down 82 points since Q1 2026',
    );
  });

  test('says what may be chance', () => {
    expect(headlineOf(audit('2025-Q3', [7, 30, 3]), audit('2026-Q3', [8, 30, 3]))).toBe(
      'Up 3 points in a year, which may be chance',
    );
  });

  test('says where only the checklist moved it', () => {
    expect(
      headlineOf(audit('2025-Q3', [8, 40, 3]), audit('2026-Q3', [8, 40, 3], checklist(110, [], 2))),
    ).toMatch(/^Up \d+ points in a year, but the same like for like$/);
  });

  test('counts one point as one', () => {
    const minutes = (quarter: string, reply: number): TrendAudit => audit(quarter, [12, reply, 4]);
    expect(headlineOf(minutes('2025-Q3', 16), minutes('2026-Q3', 10))).toMatch(
      /^Up 2 points in a year/,
    );
    expect(headlineOf(minutes('2025-Q3', 13), minutes('2026-Q3', 10))).toMatch(
      /^Up 1 point in a year/,
    );
  });

  test('says what was not scored, and what stayed', () => {
    const none: Figures = [null, null, null];
    expect(headlineOf(audit('2025-Q3', [8, 40, 3]), audit('2026-Q3', none))).toBe(
      'Q3 2026 is not scored',
    );
    expect(headlineOf(audit('2025-Q3', none), audit('2026-Q3', [12, 10, 4]))).toBe(
      'Score 100 in Q3 2026; Q3 2025 is not scored',
    );
    expect(headlineOf(audit('2025-Q3', [8, 40, 3]), audit('2026-Q3', [8, 40, 3]))).toBe(
      'The same score as in Q3 2025',
    );
  });
});

const LONG = viewOf(
  [
    audit('2023-Q1', [12, 10, 4]),
    audit('2024-Q4', [3, 50, 1]),
    audit('2025-Q1', [4, 45, 2]),
    audit('2025-Q2', [3, null, 2]),
    audit('2025-Q4', [8, 45, 1], checklist(110, ['i-coffee'], 2)),
    audit('2026-Q3', [11, 58, 3], checklist(110, ['i-coffee'], 2)),
  ],
  5,
);

describe('the document', () => {
  const tree = trend.document(LONG);
  const text = treeText(tree);

  test('names what it is of', () => {
    expect(tree.title).toBe('Example Motors, the trend to Q3 2026');
    expect(textOf(tree.subject)).toBe('Example Motors · Q4 2024 to Q3 2026');
    const moved = viewOf([audit('2026-Q2', [8, 40, 3]), audit('2026-Q3', [8, 40, 3])]);
    expect(
      textOf(
        trend.document({ ...moved, dealership: { ...moved.dealership, yearStarts: 4 } }).subject,
      ),
    ).toBe('Example Motors · Q2 2026 to Q3 2026 (October to December 2025)');
  });

  test('has no id where a name fits, and no count at odds with its noun', () => {
    expect(text.match(/\b[is]-[a-z]+/g)).toBeNull();
    expect(wrongPlurals(text)).toEqual([]);
    expect(text).not.toMatch(/\b(?:critical|capped|caps|95 %)\b/);
  });

  test('draws the overall line, breaks it in gaps and marks where the checklist changed', () => {
    const [large] = marksIn(tree.blocks).filter((mark) => mark.mark === 'line');
    if (large?.mark !== 'line') throw new Error('no line');
    expect(large.size).toBe('large');
    expect(large.points.map((point) => point?.figure ?? null)).toEqual(
      LONG.trend.slots.map((slot) => (slot.kind === 'gap' ? null : (expect.any(String) as string))),
    );
    expect(large.names.map((name) => name.join(' '))).toEqual([
      'Q4 2024',
      'Q1 2025',
      'Q2',
      'Q3',
      'Q4',
      'Q1 2026',
      'Q2',
      'Q3',
    ]);
    expect(large.changes).toEqual([4]);
    expect(large.grid).toEqual([0.4, 0.6, 0.8]);
  });

  test('has a small line for each step', () => {
    const lines = marksIn(tree.blocks).filter((mark) => mark.mark === 'line');
    expect(lines.filter(({ size }) => size === 'small')).toHaveLength(2);
  });

  test('names what stays short, with the answer and what it should be', () => {
    expect(linesOf(tree.blocks)).toContain(
      'Three items scored under 60 in at least 3 of 5 quarters, one still does',
    );
    expect(rowsOf(tableOf(tree.blocks, 'Items that scored under 60'))).toEqual([
      ['First reply · Response', '', '3 of 4', '58 minutes; aim: 10 or less', '52'],
      ['Warm greeting · Welcome', '', '4 of 5', 'level 3; aim: level 4', '75'],
      ['Calls returned · Response · must-not-fail', '', '3 of 5', '11 of 12; aim: all', '92'],
    ]);
    const squares = marksIn(tree.blocks).filter((mark) => mark.mark === 'squares');
    expect(squares[0]).toMatchObject({ squares: ['missed', 'missed', 'kept', 'missed'] });
  });

  test('says in words what changed in the checklist', () => {
    expect(linesOf(tree.blocks)).toContain('What was asked changed once');
    expect(text).toContain(
      'Q4 2025: the checklist changed (version 1 → 2). Scored by another scale: First reply. New: The coffee. 2 of 3 items stay comparable.',
    );
  });

  test('says what it can’t tell, and what is amiss', () => {
    expect(text).toContain(
      'No sealed audit in Q3 2025, Q1 2026, Q2 2026: there the lines break off, and changes reach across.',
    );
    expect(text).toContain('Q3 2025, has no sealed audit by this checklist');
    expect(text).toContain('The seal of Q2 2025 is broken:');
    expect(text).toContain('The best was 100, in Q1 2023.');
  });

  test('has the whole seal of every audit', () => {
    for (const { seal } of LONG.seals) expect(text).toContain(seal?.hash ?? 'no seal');
  });

  test('shades every item in every quarter, and signs what is clear', () => {
    const welcome = tableOf(tree.blocks, 'The items of Welcome');
    expect(rowsOf(welcome)).toEqual([
      ['Warm greeting', '25', '50', '50', '', '25', '', '', '▲ 75'],
      ['The coffee', '', '', '', '', '100', '', '', '100'],
    ]);
    expect(welcome.rows[0]?.cells[1]).toMatchObject({ inline: 'shaded', shade: 0 });
    expect(welcome.rows[1]?.cells[5]).toMatchObject({ inline: 'shaded', shade: 3 });
  });
});

/** Some quarters one after the other. */
const someAudits = fc
  .array(
    fc.tuple(
      fc.option(fc.integer({ min: 0, max: 12 }), { freq: 6 }),
      fc.option(fc.integer({ min: 5, max: 70 }), { freq: 6 }),
      fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) => all.map((figures, i) => audit(shiftQuarter('2023-Q3', i), figures)));

test('by law a ring lies outside its bar exactly where the change is clear', () => {
  fc.assert(
    fc.property(someAudits, (audits) => {
      for (const mark of marksIn(trend.document(viewOf(audits, 14)).blocks)) {
        if (mark.mark !== 'strip' || mark.bar === null || mark.ring === null) continue;
        const isOutside = mark.ring < mark.bar.lower || mark.ring > mark.bar.upper;
        const isClear = mark.sign === 'better' || mark.sign === 'worse';
        if (mark.bar.upper - mark.bar.lower > 1e-6) expect(isOutside).toBe(isClear);
      }
    }),
  );
});

test('by law no count is at odds with its noun, and no range has no width', () => {
  fc.assert(
    fc.property(someAudits, (audits) => {
      const view = viewOf(audits, 14);
      for (const text of [
        treeText(trend.document(view)),
        linesOf(trend.summary(view)).join('\n'),
      ]) {
        expect(wrongPlurals(text)).toEqual([]);
        expect(text).not.toMatch(/(?<![\d.])([+−]?\d+(?:\.\d+)?) to \1(?![\d.])/);
      }
    }),
  );
});

describe('the summary', () => {
  test('is a table of quarters with signs, the older ones dropped with a sentence', () => {
    const lines = linesOf(trend.summary(LONG));
    expect(lines[0]).toMatch(
      /^Up \d+ points since Q4 2024.*\. Example Motors, Q4 2024 to Q3 2026\.$/,
    );
    expect(lines).toContain(' | Q4 24 | Q1 25 | Q2 25 | Q3 25 | Q4 25 | Q1 26 | Q2 26 | Q3 26');
    expect(lines.some((line) => line.startsWith('The latest'))).toBe(false);
    const longer = viewOf(
      Array.from({ length: 12 }, (_, i) => audit(shiftQuarter('2023-Q3', i), [i, 40, 2])),
      12,
    );
    expect(linesOf(trend.summary(longer))).toContain(
      'The latest 8 of 12 quarters; the report has all of them.',
    );
  });
});

describe('the data', () => {
  const json = trend.data(LONG);

  test('ends like for like at the published score', () => {
    const last = listAt(json, 'overall').at(-1);
    expect(at(last, 'likeForLike', 'value')).toBe(at(last, 'score'));
  });

  test('has coverage from 0 to 1 and whole seals', () => {
    const quarters = listAt(json, 'quarters');
    expect(at(quarters[0], 'audit', 'coverage')).toBe(1);
    expect(at(quarters[0], 'audit', 'seal')).toMatch(/^[0-9a-f]{64}$/);
    expect(at(json, 'formatVersion')).toBe(3);
    expect(at(json, 'persistent', 'items', 0)).toMatchObject({
      id: 'i-reply',
      name: 'First reply',
      times: 3,
      stillShort: true,
    });
    expect(at(json, 'lastYear')).toBeNull();
    expect(at(json, 'since', 'quarter')).toBe('2024-Q4');
  });

  test('stands in tidy tables, too', () => {
    const [audits, scores, items] = trend.tables?.(LONG) ?? [];
    expect(audits?.rows).toHaveLength(5);
    expect(scores?.rows).toHaveLength(3 * 5);
    for (const { columns, rows } of [audits, scores, items].filter((one) => one !== undefined)) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });
});
