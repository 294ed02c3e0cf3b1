import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Scope } from '../../src/core/checklist/checklist.js';
import { ProblemsError, printProblem } from '../../src/core/schema/problem.js';
import { readAnswersFile } from '../../src/files/answers-files.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS, FIXTURE, placeOf, tempFolder } from '../support/folders.js';

const small = await requireChecklist(join(FIXTURE, 'small-checkup.yaml'));

/** The answers of a file with this text, or its problems as they are printed, without the path. */
async function read(
  text: string,
  scope: Scope = 'core',
): Promise<{ answers: Map<string, Answer>; problems: string[]; message: string }> {
  const file = join(tempFolder(), 'answers.yaml');
  writeFileSync(file, text);
  try {
    const { answersTo } = await readAnswersFile(file);
    return { answers: answersTo(small, scope), problems: [], message: '' };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const problems = error.problems.map((one) => printProblem(one).slice(file.length + 1));
    return { answers: new Map(), problems, message: error.message };
  }
}

// The example of the design, word for word.
const DESIGN = `dealership: Example Motors
quarter: 2026-Q3
auditor: A. Auditor
answers:
  culture-named-owner: yes
  culture-leaders-take-part: 3
  culture-anyone-greets: { passed: 9, of: 12, from: 40, note: "Two misses at the parts counter" }
  resp-web-first-reply: 22
  culture-standards-written: { checks: [sales, service, parts], not-applicable-checks: [marketing] }
  comm-service-visit-trace:
    cases:
      - { ref: RO 10234, lapses: [] }
      - { ref: RO 10251, lapses: [promised-time, on-time] }
  meas-perception-gap: { not-checked: "No customer survey ran this quarter" }
  appr-anniversary: { not-applicable: "Open for less than a year" }
`;

describe('the form of an answers file', () => {
  test('the example of the design is taken, every answer of it', async () => {
    const file = join(tempFolder(), 'answers.yaml');
    writeFileSync(file, DESIGN);
    const quarterly = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));
    const { head, answersTo } = await readAnswersFile(file);
    expect(head).toMatchObject({
      dealership: 'Example Motors',
      quarter: '2026-Q3',
      auditor: 'A. Auditor',
    });
    expect(Object.fromEntries(answersTo(quarterly, 'full'))).toEqual({
      'culture-named-owner': { state: 'answered', value: 'yes' },
      'culture-leaders-take-part': { state: 'answered', value: 3 },
      'culture-anyone-greets': {
        state: 'answered',
        value: { passed: 9, of: 12, from: 40 },
        note: 'Two misses at the parts counter',
      },
      'resp-web-first-reply': { state: 'answered', value: 22 },
      'culture-standards-written': {
        state: 'answered',
        value: { checks: ['sales', 'service', 'parts'], 'not-applicable-checks': ['marketing'] },
      },
      'comm-service-visit-trace': {
        state: 'answered',
        value: {
          cases: [
            { ref: 'RO 10234', lapses: [] },
            { ref: 'RO 10251', lapses: ['promised-time', 'on-time'] },
          ],
        },
      },
      'meas-perception-gap': {
        state: 'not-checked',
        reason: 'No customer survey ran this quarter',
      },
      'appr-anniversary': { state: 'not-applicable', reason: 'Open for less than a year' },
    });
  });

  test('every way of writing a value and a note means the same', async () => {
    const { answers, problems } = await read(`answers:
  owner: true
  leaders: { value: 3, note: seen }
  callback: { value: { passed: 1, of: 2 }, note: seen }
  first-reply: { note: only a note so far }
  call-after: No
`);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(answers)).toEqual({
      owner: { state: 'answered', value: 'yes' },
      leaders: { state: 'answered', value: 3, note: 'seen' },
      callback: { state: 'answered', value: { passed: 1, of: 2 }, note: 'seen' },
      'first-reply': { state: 'unanswered', note: 'only a note so far' },
      'call-after': { state: 'answered', value: 'no' },
    });
  });

  test('what is left empty is not filled in: nothing is read for it', async () => {
    const { answers, problems } = await read(`dealership:
quarter: ~
auditor: null
scope:
checklist:
answers:
  owner:
  leaders: 3
  callback: null
  first-reply: ~
`);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(answers)).toEqual({ leaders: { state: 'answered', value: 3 } });
    // An id that is none is a slip all the same.
    expect((await read('answers:\n  ownr:\n')).problems).toEqual([
      '2:3 answers.ownr: is not an item of small-checkup (did you mean owner?)',
    ]);
  });

  test('quarters are taken as people write them', async () => {
    for (const quarter of ['2026-Q3', '2026q3', 'Q3 2026', '2026 Q3']) {
      const file = join(tempFolder(), 'answers.yaml');
      writeFileSync(file, `quarter: ${quarter}\nanswers: {}\n`);
      expect((await readAnswersFile(file)).head.quarter).toBe('2026-Q3');
    }
  });
});

describe('an answers file that is refused', () => {
  test('every problem is named at once, each at its own line and column', async () => {
    const text = `dealership: Example Motors
answers:
  owner: maybe
  leaders: 5
  callback: { passed: 13, of: 12 }
  first-reply: fast
  visits:
    cases:
      - { ref: RO 1, lapses: [ontime] }
      - { ref: RO 1, lapses: [] }
  welcome: { checks: [cofee] }
  call-aftr: yes
  anniversary: yes
  satisfied: 140
  remarks: ''
`;
    const { problems, message } = await read(text);
    const wanted: readonly (readonly [piece: string, key: string, says: string])[] = [
      ['owner:', 'owner', 'yes'],
      ['leaders:', 'leaders', '4'],
      ['passed: 13', 'callback.passed', 'more than `of`'],
      ['first-reply:', 'first-reply', 'write a number'],
      ['ontime', 'visits.cases.0.lapses.0', 'did you mean on-time?'],
      ['cofee', 'welcome.checks.0', 'did you mean coffee?'],
      ['call-aftr', 'call-aftr', 'did you mean call-after?'],
      [
        'anniversary',
        'anniversary',
        'is not a core item (only an audit of the full scope asks it)',
      ],
      ['satisfied', 'satisfied', 'at most 100'],
      ['remarks', 'remarks', 'is empty'],
    ];
    for (const [piece, key, says] of wanted) {
      const start = `${placeOf(text, piece)} answers.${key}: `;
      const found = problems.find((line) => line.startsWith(start)) ?? '';
      expect(found, `${start}\n${problems.join('\n')}`).toContain(says);
    }
    expect(message).toMatch(/ has \d+ problems; nothing of it was stored\.$/);
  });

  test('what looks like an answer but is none is refused', async () => {
    const bad = [
      'owner: []',
      'owner: 1',
      'leaders: 2.5',
      'leaders: "3"',
      'leaders: -1',
      'callback: 9',
      'callback: { passed: 1 }',
      'callback: { passed: 1, of: 0 }',
      'callback: { passed: -1, of: 3 }',
      'callback: { passed: 1, of: 3, from: 2 }',
      'callback: { passed: 1, of: 3, form: 5 }',
      'callback: { passed: 1.5, of: 3 }',
      'first-reply: .nan',
      'first-reply: .inf',
      'first-reply: 1e999',
      'first-reply: -5',
      'visits: { cases: [] }',
      'visits: { cases: [{ ref: "", lapses: [] }] }',
      'visits: { cases: [{ ref: a, lapses: [], lapse: 1 }] }',
      'visits: { cases: [{ ref: a, lapses: [] }, { ref: a, lapses: [] }] }',
      'welcome: { checks: [coffee], not-applicable-checks: [coffee] }',
      'welcome: { checks: [], not-applicable-checks: [coffee, seats, toys, quiet] }',
      'owner: { not-applicable: "" }',
      'owner: { not-applicable: "  " }',
      'owner: { not-checked: }',
      'owner: { not-checked: why, value: yes }',
      'owner: { not-checked: why, not-applicable: why }',
      'owner: { note: "" }',
      'owner: { value: yes, note: 5 }',
      'owner: { value: yes, because: of }',
      'constructor: yes',
    ];
    for (const line of bad) {
      const { problems } = await read(`answers:\n  ${line}\n`);
      expect(problems, line).not.toEqual([]);
      expect(problems[0], line).toMatch(/^2:\d+ answers\.[\w.-]+: .+\(.+\)$/);
    }
  });

  test('a head that is wrong is refused before any checklist is needed', async () => {
    const { problems } = await read(
      'quarter: 2026-Q5\nscope: half\nanswer: {}\nauditor: "a\\eb"\n',
    );
    expect(problems).toHaveLength(5);
    const wanted: readonly unknown[] = [
      expect.stringMatching(/^1:1 quarter: is not a quarter \(write it as 2026-Q3\)$/),
      expect.stringMatching(/^4:1 auditor: has control characters/),
      expect.stringMatching(/^2:1 scope: is not possible here \(use one of: core, full\)$/),
      expect.stringMatching(/^1:1 answers: is missing/),
      expect.stringMatching(/^3:1 answer: is not a key here \(did you mean answers\?\)$/),
    ];
    expect(problems).toEqual(expect.arrayContaining([...wanted]));
  });

  test('no key is dropped in silence, whatever JavaScript makes of its name', async () => {
    const { problems } = await read('answers:\n  __proto__: yes\n');
    expect(problems).toHaveLength(1);
  });

  test('names that hold half a character are refused: they could not be kept exactly', async () => {
    const { problems } = await read(
      '{"dealership": "A\\ud800", "auditor": "B\\udc00", "answers": {}}',
    );
    expect(problems).toHaveLength(2);
  });

  test('an empty file, a list and plain text are refused with a place', async () => {
    for (const text of ['', '# nothing\n', '- a\n', 'text\n', 'null\n', '42\n']) {
      const { problems } = await read(text);
      expect(problems.length, text).toBeGreaterThan(0);
      expect(problems[0], text).toMatch(/^\d+:\d+/);
    }
  });
});

test('the example that comes with the program is taken as a whole', async () => {
  const folder = join(CHECKLISTS, 'quarterly-checkup');
  const checklist = await requireChecklist(folder);
  for (const quarter of ['2026-Q2', '2026-Q3']) {
    const file = join(folder, 'example', `${quarter}.yaml`);
    const { head, answersTo } = await readAnswersFile(file);
    expect(head.quarter).toBe(quarter);
    expect(answersTo(checklist, head.scope ?? 'core').size).toBeGreaterThan(30);
    expect(readFileSync(file, 'utf8')).not.toContain('\t');
  }
});
