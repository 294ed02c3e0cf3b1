// What README.md and docs/ say there is, against THE LISTS and the help, both ways.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../src/commands/index.js';
import { kinds } from '../src/core/checklist/kinds/index.js';
import { formFormats, formats } from '../src/formats/index.js';
import { expectDone, runCheckup } from './support/cli.js';
import { ROOT } from './support/folders.js';

/** What users read, from the root of the repo. */
const MANUAL = ['README.md', ...globSync('docs/*.md', { cwd: ROOT }).sort()];

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What stands under a heading, up to the next of its rank or above. */
function under(file: string, heading: string): string {
  const [, section] = `\n${read(file)}`.split(`\n${heading}\n`);
  if (section === undefined) throw new Error(`${file} has no heading "${heading}"`);
  const rank = /^#+/.exec(heading)?.[0].length ?? 1;
  return section.split(new RegExp(`\\n#{1,${String(rank)}} `))[0] ?? '';
}

/** The rows of the first table under a heading, cell by cell, without its head. */
function rowsUnder(file: string, heading: string): string[][] {
  const [table = ''] = /(?:^\|.*\n)+/m.exec(under(file, heading)) ?? [];
  const rows = table.trimEnd().split('\n').slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const FENCED = /^```.*\n([^]*?)^```$/gm;

/** What stands in backticks. */
function ticked(text: string): string[] {
  return [...text.replace(FENCED, '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** The names in backticks in the first column of the first table under a heading. */
function namesUnder(file: string, heading: string): string[] {
  return rowsUnder(file, heading).flatMap(([first = '']) => ticked(first));
}

/** The flags of each command, those of its own and those that every command has. */
interface Flags {
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly global: readonly string[];
}

function flagsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z-]*)/gm)].map(([, flag = '']) => flag);
}

/** The help of a command and of all below it, by the words that call it. */
async function helps(call: readonly string[]): Promise<[string, string][]> {
  const { stdout } = expectDone(await runCheckup([...call, '--help']));
  const [, list = ''] = stdout.split('\nCommands:\n');
  const below = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
  const others = below.filter((name) => name !== 'help');
  const deeper = await Promise.all(others.map((name) => helps([...call, name])));
  return [[call.join(' '), stdout], ...deeper.flat()];
}

let flags: Flags;
beforeAll(async () => {
  const own = new Map<string, string[]>();
  let global: string[] = [];
  for (const [call, help] of await helps([])) {
    const [first = '', after = ''] = help.split('\nGlobal Options:\n');
    if (call === '') global = flagsIn(first);
    else {
      own.set(
        call,
        flagsIn(first).filter((flag) => flag !== '--help'),
      );
      expect([...flagsIn(after), '--help'].sort()).toEqual([...global].sort());
    }
  }
  flags = { own, global };
});

describe('THE LISTS', () => {
  test('docs/checklists.md lists the kinds of item there are, in order', () => {
    expect(rowsUnder('docs/checklists.md', '## Kinds of item').map(([name]) => name)).toEqual(
      kinds.map((kind) => `\`${kind.name}\``),
    );
  });

  test('docs/answers-files.md says for each kind what its answer looks like', () => {
    expect(namesUnder('docs/answers-files.md', '# Answers from a file')).toEqual(
      kinds.map((kind) => kind.name),
    );
  });

  test('docs/reports.md lists the formats there are, in order', () => {
    expect(namesUnder('docs/reports.md', '## Formats')).toEqual(
      formats.map((format) => format.name),
    );
  });

  test('docs/audit.md names the formats of the form', () => {
    expect(ticked(under('docs/audit.md', '## On paper'))).toEqual(
      expect.arrayContaining(formFormats.map(({ name }) => name)),
    );
  });

  test('docs/commands.md lists the commands there are, in order', () => {
    const listed = rowsUnder('docs/commands.md', '## Commands').map(([call = '']) => call);
    expect(listed).toEqual(commands.map(({ name }) => `\`checkup ${name}\``));
  });

  test('docs/commands.md lists every flag, each with exactly the commands that take it', () => {
    const documented = rowsUnder('docs/commands.md', '## Flags').map(([flag = '', of = '']) => [
      /--[a-z-]+/.exec(flag)?.[0],
      ticked(of).sort(),
    ]);
    const all = [...new Set([...flags.own.values()].flat())];
    const real = all.map((flag) => [
      flag,
      [...flags.own].flatMap(([call, theirs]) => (theirs.includes(flag) ? [call] : [])).sort(),
    ]);
    expect(all.length).toBeGreaterThan(30);
    const byName = (rows: unknown[][]): unknown[][] =>
      rows.sort((one, other) => String(one[0]).localeCompare(String(other[0])));
    expect(byName(documented)).toEqual(byName(real));
  });

  test('docs/commands.md lists the flags of every command', () => {
    const listed = namesUnder('docs/commands.md', '## Flags of every command');
    expect(listed.map((flag) => flag.split(' ')[0]).sort()).toEqual([...flags.global].sort());
  });
});

describe('every page of the manual', () => {
  test.each(MANUAL)('%s names only flags that there are', (file) => {
    // What calls another program has flags of its own.
    const text = read(file)
      .split('\n')
      .filter((line) => !/^\s*\$?\s*(?:npm|npx|yarn|git)\b/.test(line))
      .join('\n')
      .replace(/`(?:npm|npx|yarn|git)[^`]*`/g, '');
    const known = new Set([...flags.global, ...[...flags.own.values()].flat()]);
    const written = new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []);
    expect([...written].filter((flag) => !known.has(flag))).toEqual([]);
  });

  test.each(MANUAL)('%s calls commands with flags that they take', (file) => {
    const fenced = [...read(file).matchAll(FENCED)].flatMap(([, code = '']) => code.split('\n'));
    const calls = [...fenced, ...ticked(read(file))].filter((line) => /^checkup [a-z]/.test(line));
    const wrong = calls.filter((line) => {
      const [, first = '', second = ''] = line.split(' ');
      const call = flags.own.has(`${first} ${second}`) ? `${first} ${second}` : first;
      const known = flags.own.get(call);
      const used = line.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
      return (
        known === undefined ||
        used.some((flag) => !known.includes(flag) && !flags.global.includes(flag))
      );
    });
    expect(wrong).toEqual([]);
  });
});

/** The id that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The ids of all headings of a file. */
function anchors(file: string): string[] {
  return [
    ...read(file)
      .replace(FENCED, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = '']) => anchor(heading));
}

const PAGES = [
  ...MANUAL,
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('checklists/*/README.md', { cwd: ROOT }),
];

test.each(PAGES)('what %s links to in this repository is there, headings too', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)];
  const broken = links.flatMap(([, link = '']) => {
    const [path = '', id] = link.split('#');
    const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
    if (!existsSync(join(ROOT, file))) return [link];
    return id === undefined || anchors(file).includes(id) ? [] : [link];
  });
  expect(broken).toEqual([]);
});

test('README.md leads to every page of docs/', () => {
  const readme = read('README.md');
  expect(MANUAL.slice(1).filter((file) => !readme.includes(`](${file}`))).toEqual([]);
});

test('README.md is short enough to be read, and shows the page and the walk', () => {
  const readme = read('README.md');
  const words = readme.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  expect(words.length).toBeLessThan(1000);
  const picture = 'reports/example/page.png';
  for (const file of [picture, 'reports/example/walk.svg']) {
    expect(readme).toMatch(new RegExp(`!\\[[^\\]]+\\]\\(${file.replaceAll('.', '\\.')}\\)`));
  }
  expect(readFileSync(join(ROOT, picture)).subarray(1, 4).toString()).toBe('PNG');
  expect(statSync(join(ROOT, picture)).size).toBeLessThanOrEqual(200_000);
});
