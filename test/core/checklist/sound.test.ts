import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical.js';
import { SOUND_CHECKLISTS } from '../../../src/core/checklist/sound.js';
import { builtInChecklists } from '../../../src/files/built-in.js';
import { requireChecklist } from '../../../src/files/checklist-files.js';
import { sha256 } from '../../../src/files/sha256.js';

const FOLDER = join(import.meta.dirname, '../../../checklists');

test('the fingerprints of sound checklists are those of the ones that come with it', async () => {
  const ids = await builtInChecklists(FOLDER);
  const checklists = await Promise.all(ids.map((id) => requireChecklist(join(FOLDER, id))));
  expect([...SOUND_CHECKLISTS]).toEqual(checklists.map((one) => sha256(canonicalJson(one))));
});
