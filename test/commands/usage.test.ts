// Wrong usage is told before anything is done or shown: no app is made for it.
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import { expectDone, runCheckup } from '../support/cli.js';
import type { Act, Declare } from '../../src/commands/command.js';
import { commands } from '../../src/commands/index.js';
import { runProgram } from '../../src/program.js';

/** How a line ends that must not get as far as to do anything. */
async function wrong(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await runProgram(args, {
    version: '0.0.0',
    width: 80,
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    makeApp: () => {
      throw new Error('something was about to be done');
    },
  });
  return { code, ...written };
}

/** Every pair of flags that exclude each other, with what to give them. */
const EXCLUDED: readonly (readonly [call: string, flag: string[], other: string[]])[] = [
  ['audit', ['--scope', 'core'], ['--full']],
  ['draw', ['--withdraw', '1'], ['--count', '5']],
  ['draw', ['--withdraw', '1'], ['--column', 'RO']],
  ['draw', ['--withdraw', '1'], ['--stratify', 'Advisor']],
  ['draw', ['--withdraw', '1'], ['--seed', 'x']],
  ['draw', ['--withdraw', '1'], ['--item', 'visits']],
  ['compare', ['--all'], ['--group', 'North']],
  ['compare', ['--all'], ['--dealership', 'one']],
  ['compare', ['--all'], ['--last', '4']],
  ['compare', ['--all'], ['--fail-under', '70']],
  ['compare', ['--all'], ['--fail-on-fall']],
  ['compare', ['--all'], ['--fail-on-critical']],
  ['compare', ['--all'], ['--min-coverage', '70']],
  ['compare', ['--group', 'North'], ['--dealership', 'one']],
  ['compare', ['--group', 'North'], ['--last', '4']],
  ['compare', ['--group', 'North'], ['--fail-under', '70']],
  ['compare', ['--group', 'North'], ['--fail-on-fall']],
  ['compare', ['--group', 'North'], ['--fail-on-critical']],
  ['compare', ['--group', 'North'], ['--min-coverage', '70']],
  ['compare', ['--masked'], ['--last', '4']],
  ['compare', ['--masked'], ['--open']],
  ['compare', ['--masked'], ['--fail-under', '70']],
  ['compare', ['--masked'], ['--fail-on-fall']],
  ['compare', ['--masked'], ['--fail-on-critical']],
  ['compare', ['--masked'], ['--min-coverage', '70']],
  ['compare', ['--last', '4'], ['--fail-under', '70']],
  ['compare', ['--last', '4'], ['--fail-on-fall']],
  ['compare', ['--last', '4'], ['--fail-on-critical']],
  ['compare', ['--last', '4'], ['--min-coverage', '70']],
  ['dealership edit one', ['--group', 'North'], ['--no-group']],
  ['verify', ['--all'], ['--dealership', 'one']],
];

describe('flags that exclude each other', () => {
  test.each(EXCLUDED)('of %s: %j and %j', async (call, flag, other) => {
    for (const flags of [
      [...flag, ...other],
      [...other, ...flag],
    ]) {
      const ran = await wrong(...call.split(' '), ...flags);
      expect(ran).toMatchObject({ code: 2, out: '' });
      for (const [name = ''] of [flag, other]) expect(ran.err).toContain(name);
      expect(ran.err).toMatch(/^error: option '[^']+' cannot be used with option '[^']+'\n/);
    }
  });

  test('are all in this list', async () => {
    const found: string[] = [];
    const act: Act = () => () => Promise.resolve();
    const declare: Declare = () => Promise.resolve();
    for (const { name, load } of commands) {
      const command = new Command(name);
      (await load()).configure(command, act, declare);
      for (const one of [command, ...command.commands]) {
        const call = one === command ? name : `${name} ${one.name()}`;
        for (const option of one.options) {
          for (const apart of conflictsOf(option)) {
            const other = one.options.find((each) => each.attributeName() === apart);
            found.push(pair(call, option.long ?? '', other?.long ?? apart));
          }
        }
      }
    }
    const listed = EXCLUDED.map(([call, [flag = ''], [other = '']]) =>
      pair(call.split(' ').slice(0, 2).join(' '), flag, other),
    );
    expect([...new Set(found)].sort()).toEqual(listed.sort());
  });
});

function conflictsOf(option: object): readonly string[] {
  const all: unknown = 'conflictsWith' in option ? option.conflictsWith : [];
  return Array.isArray(all) ? all.map(String) : [];
}

function pair(call: string, ...flags: readonly string[]): string {
  return [call, ...[...flags].sort()].join(' ');
}

test.each([
  ['compare --all --format xml', /xml is not a format; use one or more of \w+/],
  ['compare --format xml', /is not a format/],
  ['report --format md,xml', /xml is not a format/],
  ['report --format=', /Nothing is not a format/],
  ['form --format xml', /is not a format; use one or more of md, html, pdf, yaml/],
  ['report --format md,json --out -', /only one format fits on standard output; .*--format md or/],
  ['compare --all --format md,json --out -', /only one format fits on standard output/],
  ['form --format md,yaml --out -', /only one format fits on standard output/],
  ['compare --masked', /--masked needs --all or --group/],
  ['compare --calendar', /--calendar needs --all or --group/],
  ['compare --masked --dealership one', /--masked needs --all or --group/],
  ['compare --all --masked --out -', /masked reports cannot go to standard output together/],
  ['compare 2026-Q1 2026-Q2 --all', /--all compares dealerships in one quarter, and two/],
  ['compare 2026-Q1 2026-Q2 --group North', /--group compares dealerships in one quarter/],
  ['compare 2026-Q1 --last 4', /--last counts back from the latest sealed quarter/],
  ['compare --last 1', /It must be a number from 2 on/],
  ['compare --fail-under 101', /It must be a score from 0 to 100/],
  ['report --target 0', /It must be a score from 1 to 100/],
  ['draw a.csv --count 0', /It must be a number from 1 to 1000/],
  ['dealership add One --year-starts 13', /It must be a month from 1 to 12/],
  ['checklist check --against 2026-Q1', /--against needs the checklist/],
  ['compare --bogus', /unknown option '--bogus'/],
  ['nonsense', /unknown command 'nonsense'/],
])('checkup %s is wrong usage', async (line, says) => {
  const ran = await wrong(...line.split(' '));
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(says);
  expect(ran.err).toMatch(/\(checkup( [a-z]+)* --help shows what there is\)/);
});

test.each([
  ['audit --bogus', 'checkup audit'],
  ['dealership add', 'checkup dealership add'],
  ['checklist check --bogus', 'checkup checklist check'],
  ['nonsense', 'checkup'],
])('checkup %s points to the help of %s', async (line, command) => {
  const { err } = await wrong(...line.split(' '));
  expect(err).toContain(`(${command} --help shows what there is)`);
});

test('what was typed acts on no terminal, in usage errors and in the paths of what was written', async () => {
  const typed = '\u001b[31mX\u0007\u202eY';
  for (const args of [[typed], ['list', `--${typed}`], ['report', '--format', typed]]) {
    const { err } = await wrong(...args);
    expect(err).toContain('[U+001B][31mX[U+0007][U+202E]Y');
    for (const acting of ['\u001b', '\u0007', '\u202e']) expect(err).not.toContain(acting);
  }
  const { at: where } = await filledFolder();
  const ran = expectDone(await runCheckup(['report', '--out', typed, '--format', 'md'], where));
  expect(ran.stdout).toMatch(/^\[U\+001B\]\[31mX\[U\+0007\]\[U\+202E\]Y\/.*\.md\n$/);
});
