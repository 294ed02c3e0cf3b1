import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import { headlineOf } from '../../../src/documents/audit/document.js';
import { alarms } from '../../../src/documents/audit/lead.js';
import { auditTables } from '../../../src/documents/audit/tables.js';
import type { AuditView } from '../../../src/documents/audit/view.js';
import { viewOfAudit } from '../../support/audit-views.js';
import {
  NOT_CHECKED,
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';
import { linesOf } from '../../support/tree-text.js';

/** A step of yes-no items, all must-not-fail checks, and one of an item that isn't answered. */
function viewOf(
  answers: Readonly<Record<string, Answer>>,
  more: readonly string[] = [],
): AuditView {
  const items = [...Object.keys(answers), ...more].map((id) =>
    makeItem('yes-no', id, { name: `Check ${id}`, critical: true }),
  );
  const rest = makeStep('two', [makeItem('yes-no', 'other')]);
  return viewOfAudit(makeAudit(makeChecklist([makeStep('one', items), rest]), answers));
}

describe('what must not be overlooked', () => {
  test('is a must-not-fail check that failed, and one that nobody looked at', () => {
    const view = viewOf({ a: answered('yes'), b: answered('no'), c: NOT_CHECKED }, ['d']);
    expect(linesOf(alarms(view)).filter((line) => line !== '')).toEqual([
      'Must-not-fail check failed: Check b. no. Step 1 stands at 50 anyway.',
      'Two must-not-fail checks not looked at: Check c (not checked); Check d (unanswered).',
    ]);
  });

  test('is nothing where all of them passed', () => {
    expect(alarms(viewOf({ a: answered('yes') }))).toEqual([]);
  });
});

test('the headline of a first check-up of which one step is scored says so', () => {
  expect(headlineOf(viewOf({ a: answered('yes') }))).toMatch(/is the only step that was scored$/);
});

test('the headline of a first check-up counts the steps that are scored, and says that others are not', () => {
  const step = (id: string) => makeStep(id, [makeItem('yes-no', `${id}-item`)]);
  const of = (ids: readonly string[]): string =>
    headlineOf(
      viewOfAudit(
        makeAudit(makeChecklist([step('one'), step('two'), step('three')]), {
          'one-item': answered('no'),
          ...Object.fromEntries(ids.map((id) => [`${id}-item`, answered('yes')])),
        }),
      ),
    );
  expect(of(['two', 'three'])).toMatch(/ is the weakest of three steps$/);
  expect(of(['two'])).toMatch(/ is the weakest of two scored steps$/);
});

test('the table of items says why one was left out, and which must not fail', () => {
  const [items] = auditTables(viewOf({ a: answered('yes'), c: NOT_CHECKED }));
  const at = (name: string): number => items?.columns.indexOf(name) ?? -1;
  const row = items?.rows.find((one) => one[at('item')] === 'c');
  expect(row?.[at('reason')]).toBe('reason' in NOT_CHECKED ? NOT_CHECKED.reason : '');
  expect(row?.[at('must_not_fail')]).toBe(true);
});
