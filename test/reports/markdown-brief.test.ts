import { describe, expect, test } from 'vitest';
import type { Audit } from '../../src/core/audit/audit.js';
import type { Past } from '../../src/core/brief/brief.js';
import { briefOf } from '../../src/core/brief/brief.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { isQuarter } from '../../src/core/quarter.js';
import { briefMarkdown } from '../../src/reports/markdown-brief.js';
import { aboutHours } from '../../src/core/words/time.js';
import { ordinal } from '../../src/core/words/numbers.js';
import { smallChecklist } from '../golden/fixture/audits.js';
import { answered, makeAudit, makeChecklist, makeItem, makeStep } from '../support/checklists.js';
import { makeDraw } from '../support/draws.js';

/** The brief of an open audit of the fixture, after these sealed ones. */
function textOf(audit: Audit, past: readonly Past[] = [], sealHolds = true): string {
  const { checklist, scope, dealership, quarter } = audit;
  const ahead = { checklist, scope, audit, by: 'step' } as const;
  const checked = past.map((one) => ({ ...one, sealHolds }));
  const last = checked.at(-1);
  return briefMarkdown({
    dealership,
    group: null,
    quarter,
    ahead,
    brief: briefOf(ahead, past, []),
    past: checked,
    last:
      last === undefined ? null : { ...last, previous: null, evidence: new Map(), target: null },
  });
}

const DRAW = makeDraw({
  file: 'orders *|.csv',
  from: 40,
  refs: ['RO 1', '<b>\u001b[31m'],
  item: 'callback',
});

describe('the brief in words', () => {
  test('names the records drawn, below their item or on their own, and nothing acts', () => {
    const text = textOf(makeAudit(smallChecklist, {}, { draws: [DRAW, { ...DRAW, item: null }] }));
    const line = 'Drawn, 2 of 40 in orders \\*|.csv: RO 1, \\<b>\\[U+001B\\]\\[31m';
    expect(text).toContain(`- **12 calls** \`callback\`: Are calls returned?\n  - ${line}\n`);
    expect(text).toContain(`## Records to ask for\n\n- ${line}\n`);
    expect(text).not.toContain('\u001b');
  });

  test('escapes what auditors and dealerships are called and said', () => {
    const audit = makeAudit(smallChecklist, {
      owner: { state: 'not-checked', reason: '# *no*\n\u001b[2Jtime' },
    });
    const text = textOf(
      makeAudit(smallChecklist, {}, { dealership: { ...audit.dealership, name: '<i>*D*\u0007' } }),
      [{ audit, result: scoreAudit(audit) }],
    );
    expect(text).toMatch(/^# \\<i>\\\*D\\\*\\\[U\+0007\\\], 2026-Q3: before you go in\n/);
    expect(text).toContain('Why: \\# \\*no\\* \\[U+001B\\]\\[2Jtime\n');
    for (const acting of ['\u0007', '\u001b']) expect(text).not.toContain(acting);
  });

  test('says what is left of an audit that was begun, and asks for nothing when nothing is', () => {
    const begun = textOf(makeAudit(smallChecklist, { callback: answered({ passed: 1, of: 12 }) }));
    expect(begun).toMatch(
      /for 10 items, by our own estimate\. 9 items are left: about \d+ minutes\./,
    );
    expect(begun).not.toContain('`callback`');
    const all = textOf(makeAudit(smallChecklist, {}, { scope: 'core' }));
    expect(all).toContain('for 9 items');
    const done = Object.fromEntries(
      smallChecklist.steps.flatMap(({ items }) =>
        items.map(({ id }) => [id, { state: 'not-applicable', reason: 'none' } as const]),
      ),
    );
    const text = textOf(makeAudit(smallChecklist, done));
    expect(text).toContain('Everything is answered.');
    expect(text).not.toContain('Records to ask for');
  });

  test('prints ten that keep falling short with their question, the others by their ids', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `item-${String(i + 1)}`);
    const checklist = makeChecklist([
      makeStep(
        'only',
        ids.map((id) => makeItem('yes-no', id)),
      ),
    ]);
    const answers = Object.fromEntries(ids.map((id) => [id, answered('no')]));
    const audit = makeAudit(checklist, answers, { quarter: '2026-Q1' });
    const past = { audit, result: scoreAudit(audit) };
    const text = textOf(makeAudit(checklist, {}), [past, past]);
    expect(text.match(/^- Is item-\d+ so\? `item-\d+`: 0, 2 quarters in a row$/gm)).toHaveLength(
      10,
    );
    expect(text).toContain('- Also 2 quarters in a row: `item-11` 0, `item-12` 0\n');
  });

  test('says how long earlier audits took, the last three of them', () => {
    const past = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'].map((quarter, index): Past => {
      if (!isQuarter(quarter)) throw new Error(`${quarter} is not a quarter`);
      const base = makeAudit(smallChecklist, { owner: answered('no'), leaders: answered(1) });
      const revisions = base.revisions.map((one, i) => ({
        ...one,
        at: new Date(Date.UTC(2026, 0, 1, 9, i * (5 + index * 5))).toISOString(),
      }));
      const audit = { ...base, quarter, revisions };
      return { audit, result: scoreAudit(audit) };
    });
    expect(textOf(makeAudit(smallChecklist, {}), past)).toContain(
      '- Recording the answers took about 10 minutes in 2025-Q4, about 15 minutes in 2026-Q1, about 20 minutes in 2026-Q2; pauses of 30 minutes and more are left out.\n',
    );
  });

  test('names the months where the business year starts in another one', () => {
    const dealership = { name: 'D', slug: 'd', yearStarts: 4 };
    expect(textOf(makeAudit(smallChecklist, {}, { dealership }))).toMatch(
      /^# D, 2026-Q3 \(October to December 2025\): before/,
    );
  });

  test('says when a seal is broken', () => {
    const audit = makeAudit(smallChecklist, { owner: answered('yes') }, { quarter: '2026-Q2' });
    const past = [{ audit, result: scoreAudit(audit) }];
    const open = makeAudit(smallChecklist, {});
    expect(textOf(open, past, false)).toContain('> **The seal of 2026-Q2 is broken.**');
    expect(textOf(open, past)).not.toContain('broken');
  });
});

test('minutes are said no finer than an estimate can be', () => {
  const said = [0, 3, 12, 24, 25, 44, 46, 74, 76, 104, 106, 149, 151, 841].map(aboutHours);
  expect(said).toEqual([
    'about 5 minutes',
    'about 5 minutes',
    'about 10 minutes',
    'about 25 minutes',
    'about half an hour',
    'about half an hour',
    'about an hour',
    'about an hour',
    'about an hour and a half',
    'about an hour and a half',
    'about 2 hours',
    'about 2 hours',
    'about 3 hours',
    'about 14 hours',
  ]);
});

test('places are said as people say them', () => {
  const said = [1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 101, 111, 112].map(ordinal).join(' ');
  expect(said).toBe('1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th');
});
