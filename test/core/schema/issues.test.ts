import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import {
  checklistFileSchema,
  checklistHeadSchema,
  checklistSchema,
  stepSchema,
} from '../../../src/core/checklist/checklist.js';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { check } from '../../../src/core/schema/issues.js';
import { kinds } from '../../../src/core/checklist/kinds/index.js';
import { strict } from '../../../src/core/schema/strict.js';
import { expectIssues, issuesOf, rawItem, soundChecklist } from '../../support/checklists.js';

const item = (own: Record<string, unknown>, kind: Item['kind'] = 'yes-no') =>
  check(stepSchema(), {
    id: 'culture',
    title: 'Culture',
    asks: 'Is it?',
    items: [rawItem(kind, 'first'), rawItem(kind, 'second', own)],
  });

/** The same item without one of its keys. */
function itemWithout(key: string, kind: Item['kind'] = 'yes-no') {
  return item({ [key]: undefined }, kind);
}

describe('a key that is misspelt', () => {
  it.each([
    ['wieght', 'weight'],
    ['critcal', 'critical'],
    ['departmens', 'departments'],
    ['Core', 'core'],
  ])('such as %s is named with the key that was meant, %s', (wrong, meant) => {
    expectIssues(issuesOf(item({ [wrong]: true })), [
      `items.1.${wrong}`,
      new RegExp(`is not a key here \\(did you mean ${meant}\\?\\)`),
    ]);
  });

  it('is answered with all known keys when none is near', () => {
    expectIssues(issuesOf(item({ photograph: 'x' })), [
      'items.1.photograph',
      /\(known keys: kind, id, name, ask, .*, weight, critical, noise\)/,
    ]);
  });

  it('is found in every kind of item, and in every level of a checklist', () => {
    for (const kind of kinds) {
      expectIssues(issuesOf(item({ verfy: 'x' }, kind.name)), ['items.1.verfy', /mean verify\?/]);
    }
    const sound = soundChecklist();
    expectIssues(
      issuesOf(
        check(checklistSchema(), {
          ...sound,
          tilte: 'x',
          bands: [{ from: 0, name: 'All', mean: 'x' }],
          departments: [{ id: 'sales', title: 'Sales', titel: 'x' }],
          scoring: { critical: { below: 50, cap: 59, blow: 1 }, critcal: {} },
        }),
      ),
      ['departments.0.titel', /did you mean title\?/],
      ['bands.0.mean', /did you mean means\?/],
      ['scoring.critical.blow', /did you mean below\?/],
      ['scoring.critcal', /did you mean critical\?/],
      ['tilte', /did you mean title\?/],
    );
  });
});

describe('a key that is missing', () => {
  it.each<[Item['kind'], string]>([
    ['yes-no', 'id'],
    ['yes-no', 'ask'],
    ['yes-no', 'departments'],
    ['yes-no', 'weight'],
    ['rating', 'levels'],
    ['sample', 'unit'],
    ['sample', 'draw'],
    ['measure', 'full'],
    ['measure', 'zero'],
    ['checks', 'checks'],
    ['trace', 'standards'],
  ])('of a %s item is named: %s', (kind, key) => {
    expectIssues(issuesOf(itemWithout(key, kind)), [`items.1.${key}`, /is missing \(add it\)/]);
  });

  it('of a checklist is named', () => {
    expectIssues(
      issuesOf(check(checklistHeadSchema(), {})),
      ...['id', 'version', 'title', 'departments', 'bands', 'steps'].map(
        (key) => [key, /is missing \(add it\)/] as const,
      ),
    );
  });
});

describe('a value of the wrong type', () => {
  it.each<[Record<string, unknown>, string, RegExp]>([
    [{ ask: false }, 'ask', /is true or false where text belongs \(YAML reads false .*quotes\)/],
    [{ ask: 12 }, 'ask', /is a number where text belongs \(YAML reads 12 .*quotes\)/],
    [{ ask: ['x'] }, 'ask', /is a list where text belongs \(write text\)/],
    [{ ask: null }, 'ask', /is nothing where text belongs/],
    [{ ask: '' }, 'ask', /is empty \(write a text\)/],
    [{ ask: ' \n ' }, 'ask', /is empty \(write a text\)/],
    [{ weight: '5' }, 'weight', /is text where a number belongs \(write a number\)/],
    [{ weight: 0 }, 'weight', /too small \(must be more than 0\)/],
    [{ weight: -1 }, 'weight', /too small \(must be more than 0\)/],
    [{ weight: 101 }, 'weight', /too big \(must be at most 100\)/],
    [{ critical: 'yes' }, 'critical', /is text where true or false belongs/],
    [{ departments: 'sales' }, 'departments', /is text where a list belongs/],
    [{ departments: [] }, 'departments', /too few entries \(at least 1\)/],
    [{ id: 'Two Words' }, 'id', /is not an id \(use lower-case/],
    [{ id: 'a--b' }, 'id', /is not an id/],
    [{ id: 'x'.repeat(61) }, 'id', /too long \(at most 60 characters\)/],
    [{ source: 'the article' }, 'source', /is text where a list belongs/],
    [
      { kind: 'yesno' },
      'kind',
      new RegExp(`\\(kinds: ${kinds.map(({ name }) => name).join(', ')}\\)`),
    ],
  ])('%j is explained', (own, path, says) => {
    expectIssues(issuesOf(item(own)), [`items.1.${path}`, says]);
  });

  it('is explained for whole numbers', () => {
    expectIssues(issuesOf(item({ draw: 2.5 }, 'sample')), [
      'items.1.draw',
      /is a number where a whole number belongs/,
    ]);
  });

  it('is explained for an item that is no map', () => {
    expectIssues(
      issuesOf(check(stepSchema(), { id: 'a', title: 'A', asks: 'A?', items: ['first'] })),
      ['items.0', /is text where keys with values belongs/],
    );
  });

  it('is explained for thresholds that cannot be', () => {
    expectIssues(
      issuesOf(
        check(checklistSchema(), {
          ...soundChecklist(),
          version: 0,
          bands: [{ from: 100, name: 'Top' }],
          scoring: { critical: { below: 0, cap: 101 } },
        }),
      ),
      ['version', /too small \(must be at least 1\)/],
      ['bands.0.from', /too big \(must be less than 100\)/],
      ['scoring.critical.below', /too small \(must be more than 0\)/],
      ['scoring.critical.cap', /too big \(must be at most 100\)/],
    );
  });

  it('is explained for an enumeration', () => {
    const schema = strict({ scope: z.enum(['core', 'full']) });
    expectIssues(issuesOf(check(schema, { scope: 'cor' })), ['scope', /use one of: core, full/]);
    expectIssues(issuesOf(check(schema, {})), ['scope', /is missing/]);
  });
});

describe('all problems of a step', () => {
  it('are given at once', () => {
    expectIssues(
      issuesOf(
        check(stepSchema(), {
          id: 'culture',
          title: true,
          items: [rawItem('yes-no', 'a', { wieght: 3, weight: undefined }), rawItem('rating', 'B')],
        }),
      ),
      ['title', /put it in quotes/],
      ['asks', /is missing/],
      ['items.0.weight', /is missing/],
      ['items.0.wieght', /did you mean weight\?/],
      ['items.1.id', /is not an id/],
    );
  });

  it('stand below the path that is given', () => {
    const read = check(stepSchema().shape.title, 7, ['steps', 2, 'title']);
    expectIssues(issuesOf(read), ['steps.2.title', /quotes/]);
  });
});

describe('what is left out', () => {
  it('is completed with what the design says', () => {
    const read = check(checklistSchema(), {
      id: 'a',
      version: 1,
      title: 'A',
      departments: [{ id: 'sales', title: 'Sales' }],
      bands: [{ from: 0, name: 'All' }],
      steps: [{ id: 's', title: 'S', asks: 'S?', items: [rawItem('yes-no', 'x')] }],
    });
    if (!read.ok) throw new Error('refused');
    expect(read.value.scoring).toEqual({ critical: { below: 50, cap: 59 } });
    expect(read.value.steps[0]?.weight).toBe(1);
    expect(read.value.steps[0]?.items[0]).toMatchObject({
      core: false,
      critical: false,
      source: [],
    });
  });
});

describe('a checklist in one file', () => {
  it('holds six steps, as ids or whole', () => {
    const { steps, ...head } = soundChecklist();
    expect(check(checklistFileSchema(), { ...head, steps }).ok).toBe(true);
    expect(check(checklistFileSchema(), { ...head, steps: steps.map((s) => s.id) }).ok).toBe(true);
    expect(check(checklistFileSchema(), { ...head, steps: steps.slice(1) }).ok).toBe(false);
  });
});
