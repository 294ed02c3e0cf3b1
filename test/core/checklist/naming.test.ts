import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepSchema } from '../../../src/core/checklist/checklist.js';
import { check } from '../../../src/core/schema/issues.js';
import {
  NAME_LENGTH,
  betterPhrase,
  lengthOf,
  nameOf,
  phraseSchema,
  stepName,
  worsePhrase,
} from '../../../src/core/checklist/naming.js';
import { someText } from '../../support/arbitraries.js';
import { expectIssues, issuesOf, makeItem, makeStep, rawItem } from '../../support/checklists.js';

const plain = [makeItem('yes-no', 'x')];

describe('an item is called', () => {
  it('by its name', () => {
    const name = 'Buyer called within 3 days';
    expect(nameOf(makeItem('sample', 'x', { name }))).toBe(name);
  });

  it.each([
    ['Is it so?', 'Is it so?'],
    ['Is it so, and was it ever since?', 'Is it so, and was it ever since?'],
    ['x'.repeat(34), 'x'.repeat(34)],
    ['x'.repeat(35), `${'x'.repeat(33)}…`],
    ['Do they greet everybody who comes, always?', 'Do they greet everybody who comes…'],
    ["Do they greet whoever is at the GM's door?", 'Do they greet whoever is at the…'],
    ['Do they greet those who come in – always?', 'Do they greet those who come in…'],
    ['Do they greet those who come on foot, too?', 'Do they greet those who come on…'],
    ['Donaudampfschifffahrtsgesellschaftskapitän?', 'Donaudampfschifffahrtsgesellschaf…'],
    ['A Donaudampfschifffahrtsgesellschaftskapitän?', 'A Donaudampfschifffahrtsgesellsch…'],
    ['あ'.repeat(40), `${'あ'.repeat(33)}…`],
    ['Is it\n  so?', 'Is it so?'],
    ['  Is it so? ', 'Is it so?'],
  ])('without one, by how its question begins: %j', (ask, called) => {
    expect(nameOf(makeItem('yes-no', 'x', { ask }))).toBe(called);
  });

  it('by characters as readers count them', () => {
    const family = '👨‍👩‍👧';
    const accented = 'e\u0301';
    expect(nameOf({ ask: family.repeat(34) })).toBe(family.repeat(34));
    expect(nameOf({ ask: accented.repeat(35) })).toBe(`${accented.repeat(33)}…`);
    expect(lengthOf(`${family}${accented}a`)).toBe(3);
  });

  it('by no more than fits, and by nothing that its question does not begin with', () => {
    fc.assert(
      fc.property(
        fc.array(someText).map((words) => `a${words.join(' ')}`),
        (ask) => {
          const called = nameOf({ ask });
          const whole = ask.replace(/\s+/g, ' ').trim();
          expect(lengthOf(called)).toBeLessThanOrEqual(NAME_LENGTH);
          expect(called).not.toBe('');
          if (lengthOf(whole) <= NAME_LENGTH) expect(called).toBe(whole);
          else expect(whole.startsWith(called.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});

describe('a step is called', () => {
  const title = 'Customer care as part of all that is done here';

  it('by its name, or by how its title begins', () => {
    expect(stepName(makeStep('x', plain, { title, name: 'Culture' }))).toBe('Culture');
    expect(stepName(makeStep('x', plain, { title }))).toBe('Customer care as part of all that…');
  });

  it('better and worse in its own phrases, or plainly by its title', () => {
    const own = { title, better: 'care is more of a habit', worse: 'care has slipped' };
    const step = makeStep('x', plain, own);
    expect([betterPhrase(step), worsePhrase(step)]).toEqual([own.better, own.worse]);
    const bare = makeStep('x', plain, { title });
    expect([betterPhrase(bare), worsePhrase(bare)]).toEqual([
      `“${title}” got better`,
      `“${title}” got worse`,
    ]);
  });
});

describe('names and phrases are refused that', () => {
  const refused = (own: object, item: object = {}): ReturnType<typeof issuesOf> =>
    issuesOf(
      check(stepSchema(), {
        id: 'x',
        title: 'X',
        asks: 'Is it?',
        items: [rawItem('remark', 'y', { ...item })],
        ...own,
      }),
    );

  it.each<[string, string, RegExp]>([
    ['are empty', '', /is empty/],
    ['are white space', '  ', /is empty/],
    ['cannot be seen', '\u200b\u2060', /nothing that can be seen \(write/],
    ['are on two lines', 'A\nB', /more than one line \(write it on one/],
    ['hold a tab', 'A\tB', /more than one line/],
    ['hold a line separator', 'A\u2028B', /more than one line/],
    ['hold half a character', 'A\ud83d', /half a character/],
  ])('%s', (_what, text, says) => {
    expectIssues(refused({ name: text }), ['name', says]);
    expectIssues(refused({ better: text }), ['better', says]);
    expectIssues(refused({ worse: text }), ['worse', says]);
    expectIssues(refused({}, { name: text }), ['items.0.name', says]);
  });

  it('are a page long', () => {
    expectIssues(refused({ name: 'x'.repeat(137) }), ['name', /too long \(at most 136/]);
    expectIssues(refused({ better: 'x'.repeat(81) }), ['better', /too long \(at most 80/]);
  });

  it('are whole sentences where half of one is wanted', () => {
    expectIssues(refused({ worse: 'customers wait longer.' }), ['worse', /full stop \(leave it/]);
  });
});

describe('half of a headline', () => {
  const refusals = (phrase: string): string[] => {
    const read = check(phraseSchema(), phrase);
    return read.ok ? [] : read.issues.map(({ message }) => message);
  };

  it('has no full stop at its end, blanks or not', () => {
    const stop = 'ends with a full stop (leave it out: it is half of a headline)';
    expect(refusals('customers hear back. ')).toEqual([stop]);
    expect(refusals('customers hear back.')).toEqual([stop]);
    expect(refusals('no. 5 hears back ')).toEqual([]);
    expect(refusals('x')).toEqual([]);
  });

  it('says once that it is empty', () => {
    expect(refusals(' ')).toEqual(['is empty (write a text)']);
  });
});
