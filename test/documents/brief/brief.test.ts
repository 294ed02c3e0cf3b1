import { describe, expect, test } from 'vitest';
import type { Audit } from '../../../src/core/audit/audit.js';
import type { Past } from '../../../src/core/brief/brief.js';
import { briefOf } from '../../../src/core/brief/brief.js';
import { compareAudits } from '../../../src/core/compare/compare.js';
import { scoreAudit } from '../../../src/core/score/score.js';
import { isQuarter } from '../../../src/core/quarter.js';
import { brief } from '../../../src/documents/brief/index.js';
import { twoColumns } from '../../../src/documents/brief/columns.js';
import type { BriefView } from '../../../src/documents/brief/view.js';
import { page } from '../../../src/formats/html/page.js';
import { printMarkdown } from '../../../src/formats/markdown/markdown.js';
import { smallChecklist } from '../../golden/fixture/audits.js';
import {
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';

/** The brief of an open audit, after these sealed ones. */
function viewOf(audit: Audit, past: readonly Past[] = [], sealHolds = true): BriefView {
  const { checklist, scope, dealership, quarter } = audit;
  const ahead = { checklist, scope, audit, by: 'step' } as const;
  const last = past.at(-1);
  return {
    dealership,
    group: null,
    quarter,
    ahead,
    brief: briefOf(ahead, past, []),
    last: last === undefined ? null : { ...last, previous: null },
    chain: [],
    brokenSeals: sealHolds ? [] : past.map((one) => one.audit.quarter),
  };
}

function textOf(audit: Audit, past: readonly Past[] = [], sealHolds = true): string {
  return printMarkdown(brief.document(viewOf(audit, past, sealHolds)));
}

const DRAW = makeDraw({
  file: 'orders *|.csv',
  from: 40,
  refs: ['RO 1', '<b>\u001b[31m'],
  item: 'callback',
});

const fell = (ids: readonly string[]): { audit: Audit; past: Past } => {
  const items = ids.map((id) => makeItem('yes-no', id, { critical: id === 'critical' }));
  const checklist = makeChecklist([makeStep('only', items)]);
  const answers = Object.fromEntries(ids.map((id) => [id, answered('no')]));
  const audit = makeAudit(checklist, answers, { quarter: '2026-Q1' });
  return { audit: makeAudit(checklist, {}), past: { audit, result: scoreAudit(audit) } };
};

describe('the brief', () => {
  test('names the records drawn, below their item or on their own, and nothing acts', () => {
    const open = makeAudit(smallChecklist, {}, { draws: [DRAW, { ...DRAW, item: null }] });
    const text = textOf(open);
    const drawn = /Drawn, 2 of 40 in orders \\\*\|\.csv: RO 1, \\<b>\\\[U\+001B\\?\]\\\[31m/g;
    expect(text.match(drawn)).toHaveLength(2);
    expect(text).toMatch(/☐ \*\*12 calls\*\* · Are calls returned\?[^-]*Drawn, 2 of 40/);
    expect(text).not.toContain('\u001b');
    const shown = page(brief.document(viewOf(open)));
    for (const acting of ['\u001b', '<b>[']) expect(shown).not.toContain(acting);
  });

  test('escapes what auditors and dealerships are called and said', () => {
    const audit = makeAudit(smallChecklist, {
      owner: { state: 'not-checked', reason: '# *no*\n\u001b[2Jtime' },
    });
    const text = textOf(
      makeAudit(smallChecklist, {}, { dealership: { ...audit.dealership, name: '<i>*D*\u0007' } }),
      [{ audit, result: scoreAudit(audit) }],
    );
    expect(text).toContain('\\<i>\\*D\\*');
    expect(text).toMatch(/Why: .*\\\*no\\\*/);
    for (const acting of ['\u0007', '\u001b']) expect(text).not.toContain(acting);
  });

  test('says what is left of an audit that was begun, and asks for nothing when nothing is', () => {
    const begun = textOf(makeAudit(smallChecklist, { callback: answered({ passed: 1, of: 12 }) }));
    expect(begun).toMatch(/for 10 items, by our own estimate\. 9 items are left: about/);
    expect(begun).not.toContain('12 calls');
    expect(textOf(makeAudit(smallChecklist, {}, { scope: 'core' }))).toContain('for 9 items');
    const done = Object.fromEntries(
      smallChecklist.steps.flatMap(({ items }) =>
        items.map(({ id }) => [id, { state: 'not-applicable', reason: 'none' } as const]),
      ),
    );
    const text = textOf(makeAudit(smallChecklist, done));
    expect(text).toContain('Everything is answered.');
    expect(text).not.toContain('Records to ask for');
  });

  test('names five that keep falling short, and counts the others', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `item-${String(i + 1)}`);
    const { audit, past } = fell(ids);
    const text = textOf(audit, [past, past]);
    expect(text).toContain('# No must-not-fail check failed, but 12 items keep falling short');
    const [, table = ''] = text.split('## Below 80');
    expect(table.match(/^\| .*Is item-\d+ so\? .*\| .*no; aim: .* 2 \|$/gm)).toHaveLength(5);
    expect(text).toContain(
      'Also 7 items for 2 quarters in a row; the report of Q1 2026 names them.',
    );
    expect(brief.data(viewOf(audit, [past, past]))).toMatchObject({
      last: { shortfalls: ids.map((id) => ({ id, inARow: 2, score: 0 })) },
    });
  });

  test('sets apart what failed and must not, with what it holds', () => {
    const { audit, past } = fell(['critical', 'other']);
    const text = textOf(audit, [past]);
    expect(text).toContain('# “Is critical so?” failed, and nothing keeps falling short');
    expect(text).toContain('**Must-not-fail check failed:** Is critical so? no; aim: yes.');
  });

  test('judges what became of the score and of each step like for like alone', () => {
    const items = ['kept', 'new'].map((id) => makeItem('yes-no', id));
    const checklist = makeChecklist([makeStep('only', items)], {
      scoring: { critical: { below: 50, cap: 59 }, coverage: { floor: 0 } },
    });
    const [before, now] = [
      makeAudit(checklist, { kept: answered('no') }, { quarter: '2026-Q1' }),
      makeAudit(checklist, { kept: answered('no'), new: answered('yes') }, { quarter: '2026-Q2' }),
    ];
    const since = (from: Audit): string => {
      const [then, result] = [scoreAudit(from), scoreAudit(now)];
      const view = viewOf(makeAudit(checklist, {}), [{ audit: now, result }]);
      const previous = { quarter: from.quarter, comparison: compareAudits(then, result) };
      const last = view.last === null ? null : { ...view.last, previous };
      return printMarkdown(brief.document({ ...view, last }));
    };
    const text = since(before);
    expect(text).toContain(
      '**= +50** since Q1 2026 (0 → 50): the same, like for like +0.0 over 1 item.',
    );
    expect(text).toMatch(/^\| 1 Step only +\| +0 \| +50 \| += \+50 \|/m);
    const apart = since(makeAudit(checklist, {}, { quarter: '2026-Q1' }));
    expect(apart).toContain('Not to be compared with Q1 2026.');
    expect(apart).not.toMatch(/clearly|may be chance:/);
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
      'Recording the answers took about 10 minutes in Q4 2025, about 15 minutes in Q1 2026, about 20 minutes in Q2 2026; pauses of 30 minutes and more are left out.',
    );
  });

  test('names the months where the business year starts in another one', () => {
    const dealership = { name: 'D', slug: 'd', yearStarts: 4 };
    expect(brief.document(viewOf(makeAudit(smallChecklist, {}, { dealership }))).title).toBe(
      'D, Q3 2026 (October to December 2025): before you go in',
    );
  });

  test('says when a seal is broken', () => {
    const audit = makeAudit(smallChecklist, { owner: answered('yes') }, { quarter: '2026-Q2' });
    const past = [{ audit, result: scoreAudit(audit) }];
    const open = makeAudit(smallChecklist, {});
    expect(textOf(open, past, false)).toContain('The seal of Q2 2026 is broken.');
    expect(textOf(open, past)).not.toContain('broken');
  });

  test('says the same on the screen, in tables and in JSON', () => {
    const view = viewOf(makeAudit(smallChecklist, {}));
    expect(brief.summary(view).some(({ block }) => block === 'page-break')).toBe(false);
    const [items] = brief.tables?.(view) ?? [];
    expect(items?.rows).toHaveLength(10);
    expect(brief.data(view)).toMatchObject({
      format: 'checkup-brief',
      formatVersion: 1,
      all: { items: 10 },
      last: null,
      before: [],
    });
  });
});

describe('the doors in two columns', () => {
  const door = (title: string, records: number) => ({
    number: null,
    title,
    records: Array.from({ length: records }, (_, i) => ({
      item: makeItem('sample', `${title}-${String(i)}`),
      wanted: { number: 10, unit: 'calls' },
      draw: null,
    })),
    onTheSpot: [makeItem('rating', `${title}-seen`)],
  });

  test('keep their order, every line once, and a long door goes on in the other', () => {
    const doors = [door('a', 1), door('b', 11), door('c', 2)];
    const [left, right] = twoColumns(doors);
    expect([...left, ...right].map(({ title }) => title)).toEqual(['a', 'b', 'b, continued', 'c']);
    const ids = (some: readonly ReturnType<typeof door>[]) =>
      some.flatMap((one) => [
        ...one.records.map(({ item }) => item.id),
        ...one.onTheSpot.map(({ id }) => id),
      ]);
    expect([...left, ...right].flatMap((one) => one.records).length).toBe(14);
    expect(ids(doors).length).toBe(
      [...left, ...right].reduce((n, one) => n + one.records.length + one.onTheSpot.length, 0),
    );
  });

  test('are whole where that comes out even', () => {
    const [left, right] = twoColumns([door('a', 3), door('b', 3)]);
    expect([left, right].map((some) => some.map(({ title }) => title))).toEqual([['a'], ['b']]);
    expect(twoColumns([door('a', 3)])[1]).toEqual([]);
  });
});
