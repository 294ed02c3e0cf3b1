import { describe, expect, it } from 'vitest';
import { ProblemsError, printProblem } from '../../src/core/schema/problem.js';
import { UserError } from '../../src/core/errors.js';

const problem = {
  file: '1-culture.yaml',
  line: 7,
  column: 5,
  path: ['items', 0, 'wieght'],
  message: 'is not a key here (did you mean weight?)',
};

describe('a problem in a file', () => {
  it('is printed as file:line:column, key, what is wrong and what to do', () => {
    expect(printProblem(problem)).toBe(
      '1-culture.yaml:7:5 items.0.wieght: is not a key here (did you mean weight?)',
    );
  });

  it('names no key when it is about the whole file', () => {
    expect(printProblem({ ...problem, path: [], message: 'is empty (write it)' })).toBe(
      '1-culture.yaml:7:5: is empty (write it)',
    );
  });
});

describe('a problem that holds what someone typed', () => {
  it('is printed on one line, with nothing that acts on the terminal', () => {
    const printed = printProblem({ ...problem, path: ['a\u001b[2J'], message: 'is\nno \u202ekey' });
    expect(printed).toBe('1-culture.yaml:7:5 a[U+001B][2J: is no [U+202E]key');
  });
});

describe('what a user can mend', () => {
  it('carries a hint beside the message', () => {
    const error = new UserError('There is no checklist.', 'Give a path.');
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message, error.hint]).toEqual([
      'UserError',
      'There is no checklist.',
      'Give a path.',
    ]);
  });

  it('includes files with problems, all of them at once', () => {
    const error = new ProblemsError('2 problems', [problem, problem]);
    expect(error).toBeInstanceOf(UserError);
    expect(error.problems).toHaveLength(2);
    expect(error.hint).toBeUndefined();
  });
});
