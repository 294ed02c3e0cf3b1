import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Checklist } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { builtInChecklists } from '../../src/files/built-in.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';

const all: readonly (readonly [string, Checklist])[] = await Promise.all(
  (await builtInChecklists(CHECKLISTS)).map(
    async (id) => [id, await requireChecklist(join(CHECKLISTS, id))] as const,
  ),
);

describe.each(all)('the checklist %s', (_id, checklist) => {
  const items = askedItems(checklist, 'full');

  it('names every item and step so that the name can stand in a sentence', () => {
    for (const { id, name } of [...items, ...checklist.steps]) {
      expect(name, id).toMatch(/^[A-Z][a-z]+(?:[^.?]*[^.?\s])?$/);
    }
  });

  it('has two phrases for every step that can be halves of one headline', () => {
    const phrases = checklist.steps.flatMap(({ better, worse }) => [better, worse]);
    for (const phrase of phrases) expect(phrase).toMatch(/^[a-z][^.]{10,59}$/);
    expect(new Set(phrases).size).toBe(checklist.steps.length * 2);
  });

  it('says of every scored item what to do when it falls short, in short', () => {
    for (const item of items.filter((one) => kindOf(one).scored)) {
      expect(item.remedy?.length, item.id).toBeGreaterThan(0);
      expect(item.remedy?.length, item.id).toBeLessThanOrEqual(140);
      expect(item.remedy, item.id).toMatch(/^[A-Z].*[.?]$/);
    }
  });
});
