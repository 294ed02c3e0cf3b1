import { expect, test } from 'vitest';
import { aboutHours } from '../../../src/core/words/time.js';

test('minutes are said no finer than an estimate can be', () => {
  const said = [0, 3, 12, 24, 25, 44, 46, 74, 76, 104, 106, 149, 151, 841].map(aboutHours);
  expect(said).toEqual([
    'about 5 minutes',
    'about 5 minutes',
    'about 10 minutes',
    'about 25 minutes',
    'about half an hour',
    'about half an hour',
    'about an hour',
    'about an hour',
    'about an hour and a half',
    'about an hour and a half',
    'about 2 hours',
    'about 2 hours',
    'about 3 hours',
    'about 14 hours',
  ]);
});
