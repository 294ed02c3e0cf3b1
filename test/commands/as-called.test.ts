import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asCalled } from '../../src/commands/as-called.js';
import { commands } from '../../src/commands/index.js';
import { CHECKUP } from '../../src/core/words/program.js';
import { expectDone, runCheckup } from '../support/cli.js';
import { ROOT, tempFolder } from '../support/folders.js';

test('the program is named as it was called, and nothing else is touched', () => {
  const called = asCalled('bin/checkup.js');
  expect(called(`Go on with ${CHECKUP} audit of The checkup audit shop.`)).toBe(
    'Go on with node bin/checkup.js audit of The checkup audit shop.',
  );
  expect(asCalled('checkup')(`${CHECKUP} list`)).toBe('checkup list');
});

test('what users call theirs stands on the screen as they typed it', async () => {
  const folder = tempFolder();
  const where = { home: folder, cwd: folder };
  const name = 'The checkup audit shop';
  const added = expectDone(await runCheckup(['dealership', 'add', name], where));
  expect(added.stderr).toContain(`Added ${name} (`);
  const again = await runCheckup(['dealership', 'add', name], where);
  expect(again.stderr).toContain(`${name} is taken by ${name}`);
  expect(again.stderr).toMatch(/Change that one with node \S+ dealership edit/);
  expect(again.stderr).not.toContain('\u2060');
});

test('a message never names the program but by its mark', () => {
  const names = commands.map(({ name }) => name).join('|');
  const bare = new RegExp(`(?<![\\w\\u2060])checkup (?:${names})\\b`);
  const found = ['commands', 'usecases', 'storage', 'interview', 'files'].flatMap((room) =>
    readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        readFileSync(join(ROOT, 'src', room, file), 'utf8')
          .split('\n')
          .filter((line) => bare.test(line) && !/^\s*(?:\/\*\*|\*|\/\/)/.test(line))
          .map((line) => `${room}/${file}: ${line.trim()}`),
      ),
  );
  expect(found).toEqual([]);
});
