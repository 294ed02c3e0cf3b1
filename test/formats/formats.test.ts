import { expect, test } from 'vitest';
import { formats } from '../../src/formats/index.js';
import { json } from '../../src/formats/json.js';
import { samplePrintable } from './sample.js';
import { TOOLS } from './tools.js';

test('each format has a name of its own, and says what it is for', () => {
  expect(formats.map(({ name }) => name)).toEqual(['html', 'pdf', 'md', 'json', 'csv']);
  expect(formats.filter(({ byDefault }) => byDefault).map(({ name }) => name)).toEqual([
    'html',
    'md',
  ]);
  for (const { summary } of formats) expect(summary).toMatch(/^\S.{9,60}[^.\s]$/);
});

test('JSON holds the data exactly, and nothing in it acts on a terminal', async () => {
  const [file] = await json.print(samplePrintable(), TOOLS);
  const text = String(file?.content);
  expect(JSON.parse(text)).toEqual(samplePrintable().data());
  await expect(text).toMatchFileSnapshot('../golden/sample-tree.json');
  expect(text).not.toContain('\u001b');
});
