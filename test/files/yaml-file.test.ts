import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printProblem } from '../../src/core/schema/problem.js';
import { parseYaml } from '../../src/files/yaml-file.js';

function lines(text: string): string[] {
  return parseYaml('f.yaml', text).problems.map(printProblem);
}

describe('YAML that is refused, with place, reason and cure', () => {
  test('a tab for indentation', () => {
    expect(lines('a:\n\tb: 1\n')).toEqual([
      expect.stringMatching(/^f\.yaml:2:1: a tab is used for indentation \(use spaces\)$/),
    ]);
  });

  test('a key that is there twice, at the second', () => {
    expect(lines('a: 1\nb: 2\na: 3\n')).toEqual([
      'f.yaml:3:1: the same key is there twice in one map (keep one)',
    ]);
  });

  test('a second document, where it starts', () => {
    const found = lines('a: 1\n---\nb: 2\n');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^f\.yaml:[23]:1: a second document starts here/);
  });

  test('an alias to nothing', () => {
    expect(lines('a: *b\n')).toEqual([
      'f.yaml:1:4: the alias *b points to no anchor before it (write the value out)',
    ]);
  });

  test('an alias inside its own anchor', () => {
    expect(lines('&a [*a]\n')).toEqual([
      'f.yaml:1:5: the alias *a stands inside its own anchor (write the value out)',
    ]);
  });

  test('aliases that unfold without end, and more than a hundred of them', () => {
    const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const level of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const below = `*${level === 1 ? 'a' : `a${String(level - 1)}`}`;
      laughs.push(`a${String(level)}: &a${String(level)} [${Array(9).fill(below).join(', ')}]`);
    }
    const started = performance.now();
    expect(lines(laughs.join('\n'))).toEqual([
      'f.yaml:1:1: the aliases unfold into too much (write the values out)',
    ]);
    expect(performance.now() - started).toBeLessThan(5000);

    const many = `a: &a 1\nb: [${Array(101).fill('*a').join(', ')}]\n`;
    expect(lines(many)).toHaveLength(1);
    expect(lines(many)[0]).toContain('more than 100 aliases');
    expect(lines(many.replace('*a, ', ''))).toEqual([]);
  });

  test('several things at once are all reported', () => {
    expect(lines('a: 1\na: 2\nb:\n\tc: 1\n').map((line) => line.slice(0, 10))).toEqual([
      'f.yaml:2:1',
      'f.yaml:4:1',
    ]);
  });
});

describe('texts that come through exactly', () => {
  test('any JSON is read as what it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (note) => {
        const file = parseYaml('f.json', JSON.stringify({ note, list: [note] }, null, 1));
        expect(file.problems).toEqual([]);
        expect(file.data).toEqual({ note, list: [note] });
      }),
      { numRuns: 300 },
    );
  });

  test('yes and no stay words, and dates stay text', () => {
    expect(parseYaml('f.yaml', 'a: yes\nb: no\nc: 2026-07-01\nd: 017\n').data).toEqual({
      a: 'yes',
      b: 'no',
      c: '2026-07-01',
      d: 17,
    });
  });
});

test.each([
  ['lists', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['maps', `a: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['lines', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['JSON', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
])('what is nested too deeply is the fault of no line: %s', (_what, text) => {
  expect(() => parseYaml('deep.yaml', text)).toThrow(
    'deep.yaml is nested too deeply: lists and maps lie hundreds deep in one another.',
  );
});
