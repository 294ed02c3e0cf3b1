import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/core/checklist/kinds/index.js';
import { kindOf } from '../../../src/core/checklist/kinds/index.js';
import type { Field } from '../../../src/documents/tree.js';
import { form as formKind } from '../../../src/documents/form/index.js';
import type { Format } from '../../../src/formats/format.js';
import { formFormats } from '../../../src/formats/index.js';
import { makeChecklist, makeItem, makeStep } from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';
import { makeForm, retold } from '../../support/forms.js';
import { printed as printedAs } from '../../support/printed.js';
import type { FormView } from '../../../src/documents/form/view.js';

const onPaper = formFormats.filter(({ isText, isFilledIn }) => isText && isFilledIn !== true);

function printed(name: string, view: FormView): string {
  const format = formFormats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return printedAs(format, formKind, view);
}

/** How many boxes a field has to tick. */
function boxesIn(field: Field): number {
  switch (field.field) {
    case 'words':
      return field.words.length;
    case 'choices':
      return field.choices.length;
    case 'ticks':
      return field.texts.length;
    case 'boxes':
      return field.rows.length * field.columns.length;
    case 'cases':
      return field.refs.length * field.standards.length;
    default:
      return 0;
  }
}

const every = makeChecklist([
  makeStep(
    'every',
    kinds.map(({ name }) => makeItem(name, name, { criteria: 'Counts so', verify: 'Look there' })),
  ),
]);

/** The part of a form that is about one item, as it is written. */
function sourceOf(form: string, id: string): string {
  const parts = form.split(/(?=<article)|(?=^### )/m);
  const part = parts.find((each) => each.includes(`<code>${id}<`) || each.includes(`\`${id}\``));
  if (part === undefined) throw new Error(`${id} is not on the form`);
  return part;
}

/** The same as it is read: without tags, its white space closed up. */
function partOf(form: string, id: string): string {
  return sourceOf(form, id)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function boxes(form: string, id: string): number {
  return sourceOf(form, id).match(/class="box"|☐|\[ \]/g)?.length ?? 0;
}

describe.each(onPaper)('the form as $name', (format: Format) => {
  const form = (view: FormView): string => printedAs(format, formKind, view);
  const blank = form(makeForm(every));

  it('has room for every kind: boxes to tick, figures to write, a line for each case', () => {
    // Besides the two boxes of "not applicable" and "not checked".
    const wanted: Record<string, number> = {
      'yes-no': 2,
      rating: 5,
      sample: 0,
      measure: 0,
      checks: 3 * 3,
      trace: 5 * 3,
      remark: 0,
    };
    for (const [id, number] of Object.entries(wanted)) {
      expect(boxes(blank, id), id).toBe(number + 2);
    }
    for (const { name } of kinds) {
      const { fields } = kindOf(makeItem(name, name)).room(makeItem(name, name), {
        refs: [],
        from: null,
      });
      const inAll = fields.reduce((total, field) => total + boxesIn(field), 0);
      expect(boxes(blank, name), name).toBe(inAll + 2);
    }
    expect(partOf(blank, 'rating')).toMatch(/0.* None .*1.* Little .*4.* All/);
    expect(partOf(blank, 'sample')).toMatch(/Look at 10 calls\..* Passed.* of.*from.* in all/);
    expect(partOf(blank, 'measure')).toMatch(
      /10 minutes or less scores 100, 60 or more scores 0.*Measured.* minutes/,
    );
    expect(partOf(blank, 'checks')).toMatch(/Pass .*Fail .*Does not apply .*First .*Third/);
    expect(partOf(blank, 'trace')).toMatch(
      /Follow 5 visits from start to end\. Mark every standard that was missed\..*Told the truth \(respect: counts double\)/,
    );
  });

  it('says of every item what it is, how to check it, and has room for exceptions', () => {
    for (const { name, scored } of kinds) {
      const part = partOf(blank, name);
      expect(part).toContain(scored ? 'weight 1' : 'not scored');
      expect(part).toMatch(/sales.*Counts so.*Look there/);
      expect(part).toMatch(/Not applicable, because.*Not checked, because/);
      if (scored) expect(part).toMatch(/Note/);
    }
    const critical = makeChecklist([
      makeStep('one', [makeItem('yes-no', 'much', { critical: true }), makeItem('yes-no', 'less')]),
    ]);
    expect(partOf(form(makeForm(critical)), 'much')).toMatch(/must not fail/i);
    expect(partOf(form(makeForm(critical)), 'less')).not.toMatch(/must not fail/i);
  });

  it('has what is known at its head, and lines for what is not', () => {
    const known = form(
      makeForm(every, {
        dealership: 'Example Motors',
        year: { yearStarts: 4 },
        quarter: '2026-Q3',
        auditor: 'A. Auditor',
      }),
    );
    for (const text of ['Example Motors', '2026-Q3 (October to December 2025)', 'A. Auditor']) {
      expect(known).toContain(text);
      expect(blank).not.toContain(text);
    }
    for (const title of ['Dealership', 'Quarter', 'Auditor']) expect(blank).toContain(title);
  });

  it('lists the records that were drawn where they are looked at', () => {
    const refs = ['RO 10234', 'RO 10251'];
    const drawn = form(
      makeForm(every, {
        draws: [
          makeDraw({ item: 'sample', refs, from: 40 }),
          makeDraw({ item: 'trace', refs }),
          makeDraw({ refs: ['RO 99'] }),
        ],
      }),
    );
    expect(partOf(drawn, 'sample')).toMatch(/from 40 in all/);
    expect(boxes(drawn, 'sample')).toBe(2 + 2);
    for (const ref of refs) {
      for (const id of ['sample', 'trace']) expect(partOf(drawn, id)).toContain(ref);
    }
    expect(partOf(drawn, 'sample')).toContain('Look at the 2 drawn calls.');
    expect(partOf(drawn, 'trace')).toContain('Follow the 2 drawn visits from start to end.');
    // A row for each drawn record and no more.
    expect(boxes(drawn, 'trace')).toBe(2 * 3 + 2);
    expect(drawn).toContain('RO 99');
  });

  it('lists of several draws for one item the latest, which is the one that counts', () => {
    const draws = ['sample', 'trace'].flatMap((item) => [
      makeDraw({ item, refs: ['RO 1', 'RO 2'], from: 90, seed: 'earlier' }),
      makeDraw({ item, refs: ['RO 3'], from: 40 }),
    ]);
    const drawn = form(makeForm(every, { draws }));
    for (const id of ['sample', 'trace']) {
      expect(partOf(drawn, id)).toContain('RO 3');
      expect(partOf(drawn, id)).not.toContain('RO 1');
      expect(partOf(drawn, id)).toMatch(/from 40/i);
    }
  });

  it('stands by step, or by the department that comes first, each heading once', () => {
    const mixed = makeChecklist([
      makeStep('one', [
        makeItem('yes-no', 'at-service', { departments: ['service', 'sales'] }),
        makeItem('yes-no', 'at-sales', { departments: ['sales'] }),
      ]),
      makeStep('two', [makeItem('yes-no', 'again', { departments: ['sales'] })]),
    ]);
    const order = (text: string): string[] =>
      [...text.matchAll(/^## (.+)$|<h2[^>]*>([^<]+)|^`([\w-]+)` ·|<code>([\w-]+)</gm)].map(
        (match) => match.slice(1).join('').replaceAll('\\', ''),
      );
    expect(order(form(makeForm(mixed)))).toEqual([
      '1. Step one',
      'at-service',
      'at-sales',
      '2. Step two',
      'again',
    ]);
    const by = form(makeForm(mixed, { order: 'department' }));
    expect(order(by)).toEqual(['sales', 'at-sales', 'again', 'service', 'at-service']);
    expect(partOf(by, 'again')).toContain('step 2');
  });

  it('splits standards that are too many for one table over several', () => {
    const standards = Array.from({ length: 50 }, (_, i) => ({
      id: `s${String(i)}`,
      text: `Standard ${String(i)}`,
    }));
    const many = makeChecklist([makeStep('one', [makeItem('trace', 'many', { standards })])]);
    expect(boxes(form(makeForm(many)), 'many')).toBe(5 * 50 + 2);
    expect(form(makeForm(many)).match(/<thead>|\| Reference/g)?.length).toBeGreaterThan(2);
  });
});

describe('texts that would be markup', () => {
  const evil =
    '</style></title><script>alert(1)</script> "\'& <img src=x onerror=alert(1)> \u001b[31m\u202e \\" }\n# no heading | [x](javascript:alert(1)) `code` ![i](http://x/y)';
  const hostile = makeForm(retold(every, evil), {
    dealership: evil,
    auditor: evil,
    quarter: '2026-Q3',
    draws: [
      makeDraw({ item: 'sample', refs: [evil] }),
      makeDraw({ item: 'trace', refs: [evil] }),
      makeDraw({ refs: [evil] }),
    ],
  });

  it('are texts in HTML, in its title and its style too', () => {
    const text = printed('html', hostile);
    const tags = (form: string): Set<string> =>
      new Set(form.match(/<\/?[a-z][a-z0-9]*/gi)?.map((tag) => tag.toLowerCase()));
    const harmless = makeForm(every, { ...hostile, checklist: every, dealership: 'x' });
    expect([...tags(text)].sort()).toEqual([...tags(printed('html', harmless))].sort());
    expect(text.match(/<style>/g)).toHaveLength(1);
    expect(text.match(/<\/style>/g)).toHaveLength(1);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
    expect(style.match(/\{/g)?.length).toBe(style.match(/\}/g)?.length);
    const plain = text.replace('href="#_main"', '').replace(/"[^"]*"/g, '');
    expect(/<[^>]*\s(?:on\w+|src|href)=/.exec(plain)).toBeNull();
  });

  it('are texts in Markdown', () => {
    const text = printed('md', hostile);
    expect(text).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(text).not.toMatch(/^# no heading/m);
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(text).not.toContain('\u001b');
  });
});

it('the formats differ in name, and only what people fill in is kept from being written over', () => {
  expect(formFormats.map(({ name }) => name)).toEqual(['md', 'html', 'pdf', 'yaml']);
  expect(formFormats.filter((each) => each.isFilledIn).map(({ name }) => name)).toEqual(['yaml']);
});
