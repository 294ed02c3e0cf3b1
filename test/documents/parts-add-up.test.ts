import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Checklist } from '../../src/core/checklist/checklist.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { auditReport } from '../../src/documents/audit/index.js';
import type { AuditView, CheckedAudit } from '../../src/documents/audit/view.js';
import type { Block, Table } from '../../src/documents/tree.js';
import { changeFigures, printedParts } from '../../src/documents/words/changes.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { page } from '../../src/formats/html/page.js';
import { auditViewOf } from '../../src/usecases/views/audit-view.js';
import { someAnswers, someChecklist } from '../support/arbitraries.js';
import { makeAudit } from '../support/checklists.js';
import { CHECKLISTS } from '../support/folders.js';
import { blocksIn, linesOf, rowsOf, tableOf, textOf } from '../support/tree-text.js';

type Answers = Readonly<Record<string, Answer>>;

function checked(
  checklist: Checklist,
  answers: Answers,
  quarter: '2026-Q2' | '2026-Q3',
): CheckedAudit {
  const audit = makeAudit(checklist, answers, { quarter });
  return { audit, result: scoreAudit(audit), sealHolds: true };
}

function viewOf(checklist: Checklist, before: Answers, now: Answers): AuditView {
  const earlier = checked(checklist, before, '2026-Q2');
  return auditViewOf({
    now: checked(checklist, now, '2026-Q3'),
    before: earlier,
    past: [earlier],
    chain: [],
    evidence: new Map(),
    target: null,
  });
}

/** Two audits by one checklist, answered at random. */
const someView = someChecklist.chain((checklist) => {
  const answers = someAnswers(checklist.steps.flatMap((step) => step.items));
  return fc.tuple(answers, answers).map(([before, now]) => viewOf(checklist, before, now));
});

/** `−2.8` in tenths of a point. */
function tenths(printed: string): number {
  return Math.round(Number(printed.replace(/^[▲▼△▽≈=] /, '').replace('−', '-')) * 10);
}

/** The rows of the waterfall: whatever is drawn as one. */
function fallOf(blocks: readonly Block[]): string[][] {
  const found = blocksIn(blocks).find(
    (block): block is Table =>
      block.block === 'table' &&
      block.columns.map(({ title }) => title).join() === 'Step,Picture,Points',
  );
  if (found === undefined) throw new Error('there is no waterfall');
  return rowsOf(found);
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}

test('the steps of a waterfall lead from the first figure to the last, as printed', () => {
  fc.assert(
    fc.property(someView, (view) => {
      const { blocks } = auditReport.document(view);
      if (view.previous?.comparison.published.difference == null) return;
      const points = fallOf(blocks).map((row) => tenths(row[2] ?? ''));
      expect(points.length).toBeGreaterThan(2);
      expect((points[0] ?? 0) + sum(points.slice(1, -1))).toBe(points.at(-1));
    }),
    { numRuns: 150 },
  );
});

test('the four parts of every difference add up to it, as printed', () => {
  fc.assert(
    fc.property(someView, (view) => {
      const { blocks } = auditReport.document(view);
      if (view.previous?.comparison.parts == null) return;
      for (const row of rowsOf(tableOf(blocks, 'What the change is made of'))) {
        if (row[1] === '–') continue;
        const [published = NaN, ...parts] = row.slice(1, 6).map(tenths);
        expect(sum(parts), row.join(' | ')).toBe(published);
      }
    }),
    { numRuns: 150 },
  );
});

test('no range is without a width, and no count without its plural, whatever was answered', () => {
  fc.assert(
    fc.property(someView, (view) => {
      const text = [
        ...linesOf(auditReport.document(view).blocks),
        ...linesOf(auditReport.summary(view)),
      ].join('\n');
      expect(text).not.toMatch(/([+−]\d+\.\d) to \1/);
      expect(text).not.toMatch(
        /(?<![\d.])\b1 (?:items|points|quarters|cases|lapses|standards|steps)\b/,
      );
    }),
    { numRuns: 100 },
  );
});

test('a page of all 84 items with a note each is at most 250 kB, the same bytes twice', async () => {
  const checklist = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));
  const items = checklist.steps.flatMap((step) => step.items);
  expect(items.length).toBe(84);
  const note =
    'Looked at with the service manager on 14 September; two of them were not to be found, and one had no date.';
  const [before = {}, now = {}] = fc
    .sample(someAnswers(items), { seed: 84, numRuns: 2 })
    .map((answers) =>
      Object.fromEntries(
        Object.entries(answers).map(([id, answer]): [string, Answer] => [id, { ...answer, note }]),
      ),
    );
  const print = (): string => page(auditReport.document(viewOf(checklist, before, now)));
  const html = print();
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(250_000);
  expect(print()).toBe(html);
});

test('two scores and their change never contradict each other, and no sign its figure', () => {
  fc.assert(
    fc.property(someView, ({ previous, result }) => {
      const all = previous === null ? [] : [previous.comparison, ...previous.comparison.steps];
      for (const compared of all) {
        const { from, to, change } = changeFigures(compared, result.checklist.bands);
        const text = textOf(change);
        const [, printed = ''] = /^(?:[▲▼△▽≈=] )?([+−]?[\d.]+)/u.exec(text) ?? [];
        if (compared.published.difference === null) continue;
        const digits = (/\.(\d+)/.exec(printed)?.[1] ?? '').length;
        const shown = Number(to) - Number(from);
        const unit = digits === 0 ? 0.5 : 1.01 * 10 ** -digits;
        expect(Math.abs(shown - Number(printed.replace('−', '-'))), text).toBeLessThan(unit + 1e-9);
        expect(text).not.toMatch(/[▲△] [−0]|[▼▽] [+0]/u);
      }
    }),
  );
});

test('what part of a step’s change was done adds up with the others as printed', () => {
  fc.assert(
    fc.property(someView, (view) => {
      for (const { compared } of view.steps) {
        if (compared?.parts == null) continue;
        const { total, done, applicability, checklist, held } = printedParts(
          compared.parts,
          compared.published,
        );
        expect(
          [done, applicability, checklist, held].reduce((sum, part) => sum + tenths(part), 0),
        ).toBe(tenths(total));
      }
    }),
  );
});
