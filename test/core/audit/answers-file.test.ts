import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notationOf } from '../../../src/core/audit/answer.js';
import { readAnswers, readAnswersHead } from '../../../src/core/audit/answers-file.js';
import { someAnswered } from '../../support/arbitraries.js';
import {
  NOT_CHECKED,
  answered,
  expectIssues,
  issuesOf,
  makeChecklist,
  makeItem,
  makeStep,
  valueOf,
} from '../../support/checklists.js';

const checklist = makeChecklist([
  makeStep('one', [
    makeItem('yes-no', 'named-owner'),
    makeItem('rating', 'leaders', { core: false }),
  ]),
  makeStep('two', [makeItem('sample', 'callbacks-kept')]),
]);

describe('the answers of a file', () => {
  it('are read against their items', () => {
    const read = valueOf(
      readAnswers(
        {
          'callbacks-kept': { passed: 1, of: 2, note: 'n' },
          'named-owner': true,
          leaders: { 'not-checked': 'No time' },
        },
        checklist,
        'full',
      ),
    );
    expect([...read]).toEqual([
      ['callbacks-kept', { ...answered({ passed: 1, of: 2 }), note: 'n' }],
      ['named-owner', answered('yes')],
      ['leaders', NOT_CHECKED],
    ]);
  });

  it('may be fewer than the items, or none', () => {
    expect(valueOf(readAnswers({}, checklist, 'full')).size).toBe(0);
  });

  it('count as not given where they are empty, and only there', () => {
    const empty = { 'named-owner': null, leaders: 2, 'callbacks-kept': null };
    expect([...valueOf(readAnswers(empty, checklist, 'full'))]).toEqual([['leaders', answered(2)]]);
    expectIssues(issuesOf(readAnswers({ 'named-ownr': null }, checklist, 'full')), [
      'answers.named-ownr',
      /did you mean named-owner\?/,
    ]);
    expectIssues(issuesOf(readAnswers({ leaders: null }, checklist, 'core')), [
      'answers.leaders',
      /is not a core item/,
    ]);
    expectIssues(issuesOf(readAnswers({ leaders: { 'not-checked': null } }, checklist, 'full')), [
      'answers.leaders.not-checked',
      /./,
    ]);
  });

  it('are taken all or not at all, with every issue at once', () => {
    expectIssues(
      issuesOf(
        readAnswers(
          {
            'named-owner': 'yes',
            leaders: 7,
            'callbacks-kept': { passed: 3, of: 2 },
            'callback-kept': { passed: 1, of: 2 },
            'photograph-of-the-yard': 'yes',
          },
          checklist,
          'full',
        ),
      ),
      ['answers.leaders', /too big/],
      ['answers.callbacks-kept.passed', /more than `of`/],
      ['answers.callback-kept', /not an item of test-checklist \(did you mean callbacks-kept\?\)/],
      ['answers.photograph-of-the-yard', /\(see \u2060checkup checklist show for the ids\)/],
    );
  });

  it('are refused for an item that the scope does not ask, and the reason is told', () => {
    expectIssues(issuesOf(readAnswers({ leaders: 3 }, checklist, 'core')), [
      'answers.leaders',
      /is not a core item \(only an audit of the full scope asks it\)/,
    ]);
  });

  it('are read back from the notation of any audit', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist: any, answers }) => {
        const file = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [id, notationOf(answer)]),
        );
        const read = valueOf(readAnswers(file, any, 'full'));
        expect([...read.keys()]).toEqual(Object.keys(answers));
        for (const [id, answer] of Object.entries(answers)) {
          // The notation alone leaves the note out.
          const expected = Object.fromEntries(
            Object.entries(answer).filter(([key]) => key !== 'note'),
          );
          expect(read.get(id)).toStrictEqual(expected);
        }
      }),
    );
  });
});

describe('the head of an answers file', () => {
  const read = (own: Record<string, unknown>) => readAnswersHead({ answers: {}, ...own });

  it('needs nothing but answers', () => {
    expect(valueOf(read({}))).toEqual({ answers: {} });
    expectIssues(issuesOf(readAnswersHead({})), ['answers', /is missing/]);
  });

  it('leaves out what is empty, but for a key that it does not know', () => {
    const empty = { dealership: null, quarter: null, auditor: null, scope: null, checklist: null };
    expect(valueOf(read(empty))).toStrictEqual({ answers: {} });
    expectIssues(issuesOf(read({ dealer: null })), ['dealer', /is not a key here/]);
    expectIssues(issuesOf(read({ answers: null })), ['answers', /is missing/]);
  });

  it('says whose answers they are, and brings the quarter into its one form', () => {
    expect(
      valueOf(
        read({
          dealership: 'Example Motors',
          quarter: 'q3 2026',
          auditor: 'A. Auditor',
          scope: 'core',
          checklist: 'quick-checkup',
        }),
      ),
    ).toEqual({
      dealership: 'Example Motors',
      quarter: '2026-Q3',
      auditor: 'A. Auditor',
      scope: 'core',
      checklist: 'quick-checkup',
      answers: {},
    });
  });

  it.each<[Record<string, unknown>, string, RegExp]>([
    [{ quarter: '2026-Q5' }, 'quarter', /is not a quarter \(write it as 2026-Q3\)/],
    [{ quarter: 2026 }, 'quarter', /put it in quotes/],
    [{ dealership: ' ' }, 'dealership', /is empty/],
    [{ dealership: 'A\nB' }, 'dealership', /control characters/],
    [{ auditor: 'A\u001b[31m' }, 'auditor', /control characters/],
    [{ dealership: 'x'.repeat(121) }, 'dealership', /too long \(at most 120 characters\)/],
    [{ scope: 'all' }, 'scope', /use one of: core, full/],
    [{ checklist: 'Quick Checkup' }, 'checklist', /is not an id/],
    [{ answers: ['yes'] }, 'answers', /is a list where/],
    [{ anwsers: {} }, 'anwsers', /did you mean answers\?/],
    [{ dealer: 'x' }, 'dealer', /is not a key here/],
  ])('with %j is refused', (own, path, says) => {
    expectIssues(issuesOf(read(own)), [path, says]);
  });

  it.each([0x0a, 0x0d, 0x85, 0x2028, 0x2029])(
    'has no name with a character that breaks its one line, such as code %d',
    (code) => {
      const dealership = `A${String.fromCharCode(code)}B`;
      expectIssues(issuesOf(read({ dealership })), ['dealership', /characters/]);
    },
  );

  it.each([null, 'text', []])('is no head when it is %j', (input) => {
    expect(issuesOf(readAnswersHead(input))).toHaveLength(1);
  });
});
