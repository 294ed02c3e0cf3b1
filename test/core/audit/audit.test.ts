import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedAnswer } from '../../../src/core/audit/answer.js';
import {
  auditorsOf,
  currentAnswers,
  lastAuditor,
  stateOf,
  unansweredItems,
} from '../../../src/core/audit/audit.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';

const checklist = makeChecklist([
  makeStep('one', [makeItem('yes-no', 'a'), makeItem('yes-no', 'b', { core: false })]),
  makeStep('two', [makeItem('yes-no', 'c'), makeItem('yes-no', 'd'), makeItem('remark', 'e')]),
]);

const revision = (
  item: string,
  number: number,
  value: string,
  own: Partial<RecordedAnswer> = {},
): RecordedAnswer => ({
  item,
  revision: number,
  answer: answered(value),
  why: null,
  auditor: 'A. Auditor',
  at: '2026-08-01T09:00:00.000Z',
  ...own,
});

describe('the current answer of an item', () => {
  const revisions = [
    revision('a', 1, 'no', { at: '2026-08-03T00:00:00.000Z' }),
    revision('a', 2, 'no', { at: '2026-08-02T00:00:00.000Z' }),
    revision('a', 3, 'yes', { at: '2026-08-01T00:00:00.000Z' }),
    revision('c', 1, 'yes'),
  ];

  it('is its highest revision, whatever the clock said and in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(revisions, { minLength: 4 }), (shuffled) => {
        const current = currentAnswers(makeAudit(checklist, {}, { revisions: shuffled }));
        expect(current.get('a')?.revision).toBe(3);
        expect(current.get('a')?.answer).toEqual(answered('yes'));
        expect(current.size).toBe(2);
      }),
    );
  });

  it('may be that there is none any more', () => {
    const audit = makeAudit(
      checklist,
      {},
      {
        revisions: [
          revision('a', 1, 'yes'),
          revision('a', 2, '', { answer: { state: 'unanswered', note: 'Asked too early' } }),
        ],
      },
    );
    expect(currentAnswers(audit).get('a')?.answer.state).toBe('unanswered');
    expect(unansweredItems(audit).map((item) => item.id)).toContain('a');
  });
});

describe('what is left to ask', () => {
  it('is every item that the scope asks and that has no answer, in order, remarks too', () => {
    const audit = makeAudit(checklist, { c: answered('yes') });
    expect(unansweredItems(audit).map((item) => item.id)).toEqual(['a', 'b', 'd', 'e']);
    expect(unansweredItems({ ...audit, scope: 'core' }).map((item) => item.id)).toEqual([
      'a',
      'd',
      'e',
    ]);
  });

  it('is not what was found not applicable or not checked', () => {
    const audit = makeAudit(checklist, { a: NOT_APPLICABLE, c: NOT_CHECKED });
    expect(unansweredItems(audit).map((item) => item.id)).toEqual(['b', 'd', 'e']);
  });

  it('is what has only a note or a beginning', () => {
    const audit = makeAudit(checklist, {
      a: { state: 'unanswered', note: 'n' },
      b: { state: 'unanswered', draft: 1 },
      c: answered('yes'),
      d: answered('no'),
      e: answered('text'),
    });
    expect(unansweredItems(audit).map((item) => item.id)).toEqual(['a', 'b']);
  });
});

describe('who audited', () => {
  it('is who started it, then everyone who recorded something, each once', () => {
    const audit = makeAudit(
      checklist,
      {},
      {
        auditor: 'Starter',
        revisions: [
          revision('a', 1, 'no', { auditor: 'Kim' }),
          revision('a', 2, 'yes', { auditor: 'Lee' }),
          revision('c', 1, 'yes', { auditor: 'Kim' }),
          revision('d', 1, 'yes', { auditor: 'Starter' }),
        ],
      },
    );
    expect(auditorsOf(audit)).toEqual(['Starter', 'Kim', 'Lee']);
  });
});

describe('the state of an audit', () => {
  it('is sealed with a seal, and open without', () => {
    const audit = makeAudit(checklist, {});
    expect(stateOf(audit)).toBe('open');
    const seal = { at: '2026-10-01T00:00:00.000Z', by: 'A', hash: 'ab', previous: null };
    expect(stateOf({ ...audit, seal })).toBe('sealed');
  });
});

describe('who goes on', () => {
  it('is who recorded last, or who started it where nothing is recorded', () => {
    const begun = makeAudit(checklist, {}, { auditor: 'Ann' });
    expect(lastAuditor(begun)).toBe('Ann');
    const revisions = [
      revision('a', 1, 'yes', { auditor: 'Bob' }),
      revision('c', 1, 'yes', { auditor: 'Cy' }),
    ];
    expect(lastAuditor({ ...begun, revisions })).toBe('Cy');
  });
});
