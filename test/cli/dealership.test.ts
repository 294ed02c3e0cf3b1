import { describe, expect, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import type { Ran, CallOptions } from '../support/cli.js';
import { at, expectDone, expectRefused, parseJson, runCheckup } from '../support/cli.js';
import { tempFolder } from '../support/folders.js';

/** Runs `checkup dealership` in one folder. */
function caller(where: CallOptions = { home: tempFolder() }): (...args: string[]) => Promise<Ran> {
  return (...args) => runCheckup(['dealership', ...args], where);
}

async function listed(call: ReturnType<typeof caller>, ...more: string[]): Promise<unknown> {
  const { stdout } = expectDone(await call('list', '--json', ...more));
  return at(parseJson(stdout), 'dealerships');
}

describe('checkup dealership', () => {
  test('adds, lists and edits, and says what is so now', async () => {
    const call = caller();
    const added = expectDone(await call('add', 'North Street', '--group', 'North'));
    expect(added).toMatchObject({
      stdout: '',
      stderr: 'Added North Street (north-street), in the group North.\n',
    });
    expectDone(await call('add', 'Sud', '--year-starts', '4', '--group', 'NORTH'));
    expectDone(await call('add', 'Alone'));
    const { stdout, stderr } = expectDone(await call('list'));
    expect(stderr).toBe('3 dealerships\n');
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['Dealership', 'Slug', 'Group', 'Year starts', 'Audits', 'Latest sealed'],
      ['Alone', 'alone', 'January', '0'],
      ['North Street', 'north-street', 'North', 'January', '0'],
      ['Sud', 'sud', 'North', 'April', '0'],
      [''],
    ]);
    const edited = expectDone(
      await call('edit', 'SUD', '--name', 'South', '--slug', 'south', '--no-group'),
    );
    expect(edited.stderr).toBe(
      'From now on: South (south), in no group, its year starting in April.\n',
    );
    expect(await listed(call, '--group', 'north')).toEqual([
      {
        name: 'North Street',
        slug: 'north-street',
        group: 'North',
        yearStarts: 1,
        yearNamed: 'last',
        audits: 0,
        latestSealed: null,
      },
    ]);
    expectDone(await call('edit', 'south', '--group', 'Lake', '--year-starts', '1'));
    expect(await listed(call, '--group', 'lake')).toMatchObject([
      { name: 'South', slug: 'south', group: 'Lake', yearStarts: 1 },
    ]);
    const named = expectDone(
      await call('add', 'East', '--year-starts', '10', '--year-named', 'first'),
    );
    expect(named.stderr).toContain(
      'its year starting in October, named by its first calendar year',
    );
    expect(await listed(call)).toContainEqual(
      expect.objectContaining({ slug: 'east', yearStarts: 10, yearNamed: 'first' }),
    );
    expectDone(await call('edit', 'east', '--year-named', 'last'));
    expect(await listed(call)).toContainEqual(
      expect.objectContaining({ slug: 'east', yearStarts: 10, yearNamed: 'last' }),
    );
  });

  test('renames one that has audits, whose reports and seals stay as they are', async () => {
    const { at: where } = await filledFolder(['2026-Q2', '2026-Q3'], ['Exmaple Motors']);
    const call = caller(where);
    const before = expectDone(await runCheckup(['report', '--out', '-'], where));
    const { stderr } = expectDone(await call('edit', 'exmaple-motors', '--name', 'Example Motors'));
    expect(stderr).toBe(
      'From now on: Example Motors (exmaple-motors), in no group.\nThe 2 audits so far keep the name they were made under.\n',
    );
    expect(expectDone(await runCheckup(['report', '--out', '-'], where))).toMatchObject({
      stdout: before.stdout,
      stderr: before.stderr,
    });
    expect(await listed(call)).toMatchObject([
      { name: 'Example Motors', audits: 2, latestSealed: '2026-Q3' },
    ]);
  });

  test('lists nothing where nothing is, and says how to begin', async () => {
    const call = caller();
    expect(await listed(call)).toEqual([]);
    const { stdout, stderr } = expectDone(await call('list'));
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^No dealership yet\. Add one with .* dealership add/);
    expectRefused(await call('list', '--group', 'G'), /There is no group G\.\nPut a dealership/);
  });

  test('shows what acts on a terminal as a mark', async () => {
    const call = caller();
    // An override of the direction of text is no control character, and may stand in a name.
    const ran = expectDone(await call('add', 'D\u202eX', '--group', 'G\u202eX'));
    const { stdout } = expectDone(await call('list'));
    expect(ran.stderr).toContain('D[U+202E]X');
    expect(stdout).toMatch(/D\[U\+202E\]X +d-x +G\[U\+202E\]X/);
    expect(ran.stderr + stdout).not.toContain('\u202e');
  });
});

describe('checkup dealership refuses, and changes nothing', () => {
  test.each<[readonly string[], RegExp]>([
    [['add', 'ONE'], /ONE is taken by One \(one\)\.\nChange that one with .* dealership edit one/],
    [['add', ' '], /The name is empty/],
    [['add', 'A\u001b[31mB'], /The name has control characters/],
    [['add', 'New', '--group', ' '], /--group is empty/],
    [['edit', 'one'], /Nothing was said that is to change\.\nGive --name/],
    [['edit', 'one', '--name', 'tWO'], /tWO is taken by Two \(two\)/],
    [['edit', 'one', '--name', ''], /--name is empty/],
    [['edit', 'one', '--slug', 'two'], /two is taken by Two \(two\)/],
    [['edit', 'one', '--slug', '../X'], /--slug \.\.\/X is no short form.*\nx would be one\./],
    [['edit', 'one', '--slug', 'con'], /con-dealership would be one/],
    [['edit', 'one', '--year-starts', '4'], /One has audits/],
    [['edit', 'onne', '--no-group'], /There is no dealership onne\.\nDid you mean One\?/],
    [['edit', 'nothing-like-it', '--no-group'], /See .* dealership list for those there are/],
    [['list', '--group', 'Nort'], /There is no group Nort\.\nThere are: North\./],
  ])('%j', async (args, says) => {
    const { at: where } = await filledFolder(['2026-Q2'], ['One', 'Two']);
    const call = caller(where);
    expectDone(await call('edit', 'two', '--group', 'North'));
    const before = await listed(call);
    expectRefused(await call(...args), says);
    expect(await listed(call)).toEqual(before);
  });

  test('a month that is none, and a line without a name, are wrong usage', async () => {
    const call = caller();
    expect(await call('add', 'D', '--year-starts', '13')).toMatchObject({ code: 2, stdout: '' });
    expect(await call('add')).toMatchObject({ code: 2, stdout: '' });
    expect(await listed(call)).toEqual([]);
  });
});

test('groups and dealerships are completed', async () => {
  const where = (await filledFolder(['2026-Q2'], ['One', 'Two', 'Three'])).at;
  const here = caller(where);
  for (const slug of ['one', 'three']) {
    expectDone(await here('edit', slug, '--group', 'North Lake'));
  }
  const words = async (...line: string[]): Promise<string> =>
    expectDone(await runCheckup(['completion', 'words', '--', 'dealership', ...line], where))
      .stdout;
  expect(await words('list', '--group', '')).toBe('nothing\nNorth Lake\t2 dealerships\n');
  expect(await words('edit', 't')).toBe('nothing\nthree\tThree\ntwo\tTwo\n');
});
