// What README.md says there is, against THE LISTS and the help, both ways.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/commands/index.js';
import { kinds } from '../src/core/checklist/kinds/index.js';
import { formFormats, formats } from '../src/formats/index.js';
import { expectDone, runCheckup } from './support/cli.js';
import { ROOT } from './support/folders.js';

function readme(): string {
  return readFileSync(join(ROOT, 'README.md'), 'utf8');
}

/** The names in backticks in the first column of the first table under a heading. */
function namesUnder(heading: string): string[] {
  const [, section] = readme().split(`\n${heading}\n`);
  if (section === undefined) throw new Error(`README.md has no heading "${heading}"`);
  const body = section.split(/\n#{1,3} /)[0] ?? '';
  const [table = ''] = /(?:^\|.*\n)+/m.exec(body) ?? [];
  return [...table.matchAll(/^\|\s*`([^`|]+)`/gm)].map((match) => match[1] ?? '');
}

/** The commands, `checkup checklist new` among them; the first is `checkup` alone. */
const CALLS: readonly (readonly string[])[] = [
  [],
  ...commands.map((entry) => [entry.name]),
  ...['check', 'show', 'new', 'diff', 'schema'].map((name) => ['checklist', name]),
  ...['add', 'list', 'edit'].map((name) => ['dealership', name]),
];

test('README.md lists the kinds of item there are, in order', () => {
  expect(namesUnder('### Kinds of item')).toEqual(kinds.map((kind) => kind.name));
});

test('README.md lists the formats there are, in order', () => {
  expect(namesUnder('### Formats')).toEqual(formats.map((format) => format.name));
});

test('README.md names the formats of the form', () => {
  const [, section = ''] = readme().split('\n## On paper\n');
  const body = section.split('\n## ')[0] ?? '';
  for (const { name } of formFormats) expect(body).toContain(`\`${name}\``);
});

test('README.md lists the commands there are', () => {
  const listed = namesUnder('## Commands').map((call) => call.split(/ (?=[[<A-Z-])/)[0] ?? '');
  const named = new Set(listed.map((call) => /^checkup(?: ([a-z]+))?/.exec(call)?.[1] ?? 'home'));
  expect([...named].sort()).toEqual(commands.map((entry) => entry.name).sort());
  for (const call of listed) expect(call).toMatch(/^checkup(?: [a-z]+)*$/);
});

test('every flag of every command is in README.md, and every flag in README.md is one', async () => {
  const flags = new Set<string>();
  for (const call of CALLS) {
    const ran = await runCheckup([...call, '--help']);
    // A command that isn't there yet has no flags.
    if (ran.code !== 0) continue;
    const { stdout } = expectDone(ran);
    for (const [, flag = ''] of stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z-]*)/gm))
      flags.add(flag);
  }
  expect(flags.size).toBeGreaterThan(10);
  // Lines that call another program have flags of their own.
  const text = readme()
    .split('\n')
    .filter((line) => !/^\s*\$?\s*(?:npm|npx|node|git|cp|mkdir)\b/.test(line))
    .join('\n')
    .replace(/`(?:npm|npx|node|git)[^`]*`/g, '');
  const written = new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []);
  expect([...flags].filter((flag) => !written.has(flag))).toEqual([]);
  expect([...written].filter((flag) => !flags.has(flag))).toEqual([]);
});

test('every file that README.md links to in this repository is there', () => {
  const links = [...readme().matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
    (match) => match[1] ?? '',
  );
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});
