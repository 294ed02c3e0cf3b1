import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/root.js';

test('Inquirer and our own screens stand on one and the same core', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  expect(lock.match(/node_modules\/@inquirer\/core"/g)).toHaveLength(1);
});
