import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { drawWalk } from '../support/picture.js';

const PICTURE = fileURLToPath(new URL('../../reports/example/walk.svg', import.meta.url));

// When the screen has changed on purpose: npx vitest run test/terminal/picture.test.ts -u
test('the picture in the README shows the walk as it looks today', async () => {
  await expect(await drawWalk()).toMatchFileSnapshot(PICTURE);
});
