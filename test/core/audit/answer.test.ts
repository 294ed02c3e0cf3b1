import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import {
  notationOf,
  onTopOf,
  readAnswer,
  sameAnswer,
  whyNoNote,
} from '../../../src/core/audit/answer.js';
import { kinds } from '../../../src/core/checklist/kinds/index.js';
import { printJson } from '../../../src/core/text.js';
import { someAnswer, someItem, someText } from '../../support/arbitraries.js';
import {
  NOT_CHECKED,
  answered,
  expectIssues,
  issuesOf,
  makeItem,
  valueOf,
} from '../../support/checklists.js';

const yesNo = makeItem('yes-no', 'owner');
const rating = makeItem('rating', 'part');
const sample = makeItem('sample', 'calls');
const checks = makeItem('checks', 'standards');
const trace = makeItem('trace', 'visits');
const remark = makeItem('remark', 'said');

describe('an answer as the design writes it', () => {
  it.each<[string, ReturnType<typeof makeItem>, unknown, Answer]>([
    ['a plain value', yesNo, 'yes', answered('yes')],
    ['a level', rating, 3, answered(3)],
    ['a map', sample, { passed: 9, of: 12, from: 40 }, answered({ passed: 9, of: 12, from: 40 })],
    [
      'a map with a note in it',
      sample,
      { passed: 9, of: 12, note: 'Two misses' },
      { ...answered({ passed: 9, of: 12 }), note: 'Two misses' },
    ],
    [
      'checks, some of which do not apply',
      checks,
      { checks: ['first'], 'not-applicable-checks': ['third'] },
      answered({ checks: ['first'], 'not-applicable-checks': ['third'] }),
    ],
    [
      'cases',
      trace,
      {
        cases: [
          { ref: 'RO 1', lapses: [] },
          { ref: 'RO 2', lapses: ['told'] },
        ],
        note: 'n',
      },
      {
        ...answered({
          cases: [
            { ref: 'RO 1', lapses: [] },
            { ref: 'RO 2', lapses: ['told'] },
          ],
        }),
        note: 'n',
      },
    ],
    [
      'a value with a note',
      rating,
      { value: 3, note: 'Nearly 4' },
      { ...answered(3), note: 'Nearly 4' },
    ],
    ['a value in a map', yesNo, { value: true }, answered('yes')],
    ['a map in a map', sample, { value: { passed: 1, of: 2 } }, answered({ passed: 1, of: 2 })],
    ['a text', remark, 'Parking is tight', answered('Parking is tight')],
    [
      'not applicable',
      rating,
      { 'not-applicable': 'Open for less than a year' },
      { state: 'not-applicable', reason: 'Open for less than a year' },
    ],
    [
      'not checked, with a note',
      trace,
      { 'not-checked': 'No survey ran', note: 'Ask in Q4' },
      { state: 'not-checked', reason: 'No survey ran', note: 'Ask in Q4' },
    ],
    ['a note alone', yesNo, { note: 'Ask Kim' }, { state: 'unanswered', note: 'Ask Kim' }],
    [
      'an empty note',
      sample,
      { passed: 1, of: 2, note: '' },
      { ...answered({ passed: 1, of: 2 }), note: '' },
    ],
  ])('is read: %s', (_name, item, input, answer) => {
    expect(valueOf(readAnswer(item, input))).toStrictEqual(answer);
  });

  it('keeps reasons and notes exactly as typed', () => {
    fc.assert(
      fc.property(someText, someText, (reason, note) => {
        expect(valueOf(readAnswer(yesNo, { 'not-checked': reason, note }))).toStrictEqual({
          state: 'not-checked',
          reason,
          note,
        });
      }),
    );
  });
});

describe('an answer that cannot be', () => {
  it.each<[string, ReturnType<typeof makeItem>, unknown, string, RegExp]>([
    ['an empty reason', yesNo, { 'not-checked': '' }, 'not-checked', /is empty \(say why\)/],
    [
      'a blank reason',
      yesNo,
      { 'not-applicable': ' \n' },
      'not-applicable',
      /is empty \(say why\)/,
    ],
    ['no reason', yesNo, { 'not-applicable': null }, 'not-applicable', /is nothing where text/],
    ['true for a reason', yesNo, { 'not-applicable': true }, 'not-applicable', /quotes/],
    ['an endless reason', yesNo, { 'not-checked': 'x'.repeat(100_001) }, 'not-checked', /too long/],
    [
      'a state beside a value',
      sample,
      { 'not-checked': 'No time', passed: 1 },
      'passed',
      /is not a key here/,
    ],
    [
      'two states',
      yesNo,
      { 'not-checked': 'No time', 'not-applicable': 'No desk' },
      'not-checked',
      /is not a key here/,
    ],
    ['a misspelt state', yesNo, { 'not-cheked': 'No time' }, 'not-cheked', /mean not-checked\?/],
    [
      'a misspelt state beside values',
      sample,
      { 'not-applicabel': 'x' },
      'not-applicabel',
      /mean not-applicable\?/,
    ],
    ['a misspelt key', sample, { pased: 9, of: 12 }, 'pased', /did you mean passed\?/],
    ['a misspelt note', yesNo, { value: 'yes', notes: 'x' }, 'notes', /did you mean note\?/],
    ['an empty note alone', yesNo, { note: ' ' }, 'note', /is empty \(write a note\)/],
    ['a note that is a number', sample, { passed: 1, of: 2, note: 3 }, 'note', /quotes/],
    ['a key beside value', rating, { value: 3, level: 3 }, 'level', /is not a key here/],
    ['a wrong value beside a note', rating, { value: 9, note: 'x' }, 'value', /too big/],
    ['an empty map', sample, {}, 'passed', /is missing/],
    ['half a character in a value', remark, 'x \ud800', '', /half a character/],
    ['half a character in a note', yesNo, { value: 'yes', note: '\udc00' }, 'note', /half a char/],
    ['half a character in a reason', yesNo, { 'not-checked': '\ud83d' }, 'not-checked', /half a/],
    [
      'half a character in a reference',
      trace,
      { cases: [{ ref: 'RO \ud800', lapses: [] }] },
      'cases.0.ref',
      /half a character/,
    ],
    ['nothing', rating, null, '', /is nothing where a/],
    ['a list', rating, [3], '', /is a list where a/],
  ])('is refused: %s', (_name, item, input, path, says) => {
    const issues = issuesOf(readAnswer(item, input)).slice(0, 1);
    expectIssues(issues, [path, says]);
  });

  it('is told with everything wrong about it, below its place in the file', () => {
    const place = ['answers', 'x'];
    expectIssues(
      issuesOf(readAnswer(sample, { value: { passed: 3, of: 2 }, note: 1 }, place)),
      ['answers.x.value.passed', /more than/],
      ['answers.x.note', /quotes/],
    );
    expectIssues(
      issuesOf(readAnswer(sample, { pass: 3, off: 2, note: 1 }, place)),
      ['answers.x.pass', /is not a key here/],
      ['answers.x.off', /is not a key here/],
      ['answers.x.note', /quotes/],
    );
  });

  it('never makes the reading fail', () => {
    const items = kinds.map((kind) => makeItem(kind.name, 'x'));
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.anything(), (item, input) => {
        const read = readAnswer(item, input);
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

/** The whole notation: `{value, note}` where there is a note and the value is no map. */
function withNote(answer: Answer): unknown {
  const notation = notationOf(answer);
  if (answer.note === undefined) return notation;
  if (typeof notation === 'object') return Object.assign({}, notation, { note: answer.note });
  return { value: notation, note: answer.note };
}

describe.each(kinds.map((kind) => kind.name))('any answer to a %s item', (kind) => {
  const pair = someItem('x', [kind]).chain((item) =>
    someAnswer(item).map((answer) => ({ item, answer })),
  );

  it('is read back from its notation', () => {
    fc.assert(
      fc.property(pair, ({ item, answer }) => {
        const { note, ...bare } = answer;
        expect(valueOf(readAnswer(item, notationOf(answer)))).toStrictEqual(bare);
        expect(valueOf(readAnswer(item, withNote(answer))).note).toBe(note);
      }),
      { numRuns: 200 },
    );
  });

  it('is read back from the JSON of a report', () => {
    fc.assert(
      fc.property(pair, ({ item, answer }) => {
        const input: unknown = JSON.parse(printJson(withNote(answer)));
        expect(sameAnswer(valueOf(readAnswer(item, input)), answer)).toBe(true);
      }),
    );
  });
});

describe('two answers', () => {
  it('say the same when state, value, reason, note and evidence are the same', () => {
    expect(sameAnswer(answered({ passed: 1, of: 2 }), answered({ passed: 1, of: 2 }))).toBe(true);
    expect(sameAnswer(undefined, undefined)).toBe(true);
    expect(sameAnswer({ state: 'unanswered' }, undefined)).toBe(true);
  });

  it.each<[string, Answer | undefined, Answer | undefined]>([
    ['another value', answered('yes'), answered('no')],
    ['another reason', NOT_CHECKED, { state: 'not-checked', reason: 'Other' }],
    ['another state', NOT_CHECKED, { state: 'not-applicable', reason: 'No time' }],
    ['a note', answered('yes'), { ...answered('yes'), note: 'n' }],
    [
      'a file that proves it',
      answered('yes'),
      {
        ...answered('yes'),
        evidence: [{ sha256: 'a'.repeat(64), name: 'a.jpg', size: 1, type: 'image/jpeg' }],
      },
    ],
    ['another note', { ...answered('yes'), note: 'm' }, { ...answered('yes'), note: 'n' }],
    ['none at all', answered('yes'), undefined],
    ['a note made before the answer', { state: 'unanswered', note: 'n' }, undefined],
  ])('differ by %s', (_name, a, b) => {
    expect(sameAnswer(a, b)).toBe(false);
    expect(sameAnswer(b, a)).toBe(false);
  });

  it('say the same whatever the order of keys: what is kept is sorted, what is read is not', () => {
    const sampled = valueOf(readAnswer(sample, { passed: 1, of: 2, from: 3 }));
    const traced = valueOf(readAnswer(trace, { cases: [{ ref: 'RO 1', lapses: ['told'] }] }));
    expect(sameAnswer(answered({ from: 3, of: 2, passed: 1 }), sampled)).toBe(true);
    expect(sameAnswer(answered({ cases: [{ lapses: ['told'], ref: 'RO 1' }] }), traced)).toBe(true);
  });
});

describe('an answer given on top of another', () => {
  const evidence = [{ sha256: 'a'.repeat(64), name: 'a.jpg', size: 1, type: 'image/jpeg' }];
  const known: Answer = { ...answered('no'), note: 'n', evidence };

  it('takes its place, and keeps the note and the evidence where it has none', () => {
    expect(onTopOf(undefined, answered('yes'))).toEqual(answered('yes'));
    expect(onTopOf(known, answered('yes'))).toEqual({ ...answered('yes'), note: 'n', evidence });
    expect(onTopOf(known, NOT_CHECKED)).toEqual({ ...NOT_CHECKED, note: 'n', evidence });
    // Without a key that has nothing in it: what is sealed would be another text.
    expect(onTopOf(answered('no'), answered('yes'))).toStrictEqual(answered('yes'));
  });

  it('brings a note and evidence of its own', () => {
    const other = [{ sha256: 'b'.repeat(64), name: 'b.jpg', size: 1, type: 'image/jpeg' }];
    const given: Answer = { ...answered('yes'), note: 'm', evidence: other };
    expect(onTopOf(known, given)).toEqual(given);
  });

  it('changes nothing else when it is a note alone', () => {
    const note: Answer = { state: 'unanswered', note: 'm' };
    expect(onTopOf(known, note)).toEqual({ ...known, note: 'm' });
    const begun: Answer = { state: 'unanswered', draft: { cases: [] }, note: 'n' };
    expect(onTopOf(begun, note)).toEqual({ ...begun, note: 'm' });
  });
});

describe('the notation of an answer', () => {
  it('is nothing when there is none yet', () => {
    expect(notationOf(undefined)).toBeNull();
    expect(notationOf({ state: 'unanswered', note: 'n' })).toBeNull();
  });
});

describe('a note', () => {
  it('may be long, of several lines and in any script', () => {
    for (const note of ['', 'One\nTwo', '修理 🙂', 'x'.repeat(100_000)]) {
      expect(whyNoNote(note)).toBeNull();
    }
  });

  it('is no book, and holds no half characters', () => {
    expect(whyNoNote('x'.repeat(100_001))).toMatch(/100000/);
    expect(whyNoNote('\ud800')).toBe(
      'holds half a character (write the whole character, or leave it out)',
    );
  });

  it('that stands alone, and a reason, say what is missing when they are blank', () => {
    const said = (given: unknown): string => JSON.stringify(issuesOf(readAnswer(yesNo, given)));
    expect(said({ note: ' ' })).toContain('is empty (write a note)');
    expect(said({ 'not-checked': ' ' })).toContain('is empty (say why)');
  });
});
