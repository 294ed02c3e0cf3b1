import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import { isMap, notationOf } from '../../../src/core/audit/answer.js';
import { readAnswers, readAnswersHead } from '../../../src/core/audit/answers-file.js';
import { ORDERS } from '../../../src/core/audit/route.js';
import type { Checklist } from '../../../src/core/checklist/checklist.js';
import { SCOPES, askedItems } from '../../../src/core/checklist/checklist.js';
import { kinds } from '../../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../../src/files/checklist-files.js';
import { parseYaml } from '../../../src/files/yaml-file.js';
import type { FormView } from '../../../src/documents/form/view.js';
import { blankAnswersFile } from '../../../src/documents/form/answers-file.js';
import { someAnswers, someChecklist, someText } from '../../support/arbitraries.js';
import { makeChecklist, makeItem, makeStep, valueOf } from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';
import { CHECKLISTS, changed } from '../../support/folders.js';
import { makeForm, retold } from '../../support/forms.js';

/** What a form holds when it is read as the answers file it is. */
function taken(text: string, view: FormView) {
  const file = parseYaml('form.yaml', text);
  expect(file.problems).toEqual([]);
  const head = valueOf(readAnswersHead(file.data));
  return { head, answers: valueOf(readAnswers(head.answers, view.checklist, view.scope)) };
}

/** The form with a value written behind the key of an item, as a person would. */
function filledIn(text: string, id: string, value: string): string {
  return changed(text, `\n  ${id}:\n`, `\n  ${id}: ${value}\n`);
}

/** An answer as it is written in a file, note included. */
function written(answer: Answer): string {
  const notation = notationOf(answer);
  const { note } = answer;
  if (note === undefined) return JSON.stringify(notation);
  return JSON.stringify(isMap(notation) ? { ...notation, note } : { value: notation, note });
}

const someForm = fc
  .record({
    plain: someChecklist,
    text: someText,
    scope: fc.constantFrom(...SCOPES),
    order: fc.constantFrom(...ORDERS),
    name: fc.option(fc.constantFrom('Example Motors', 'A "B" # C: \\ D', 'yes', '汽车')),
  })
  .map(({ plain, text, scope, order, name }) =>
    makeForm(retold(plain, text), {
      scope,
      order,
      dealership: name,
      auditor: name,
      draws: [makeDraw({ refs: [text] }), makeDraw({ item: 's0-0', refs: [text, 'RO 1'] })],
    }),
  );

const every = makeChecklist([
  makeStep(
    'every',
    kinds.map(({ name }) => makeItem(name, name)),
  ),
]);

/** How many were drawn and from how many, where 10 calls and 5 visits are planned. */
const DRAWN: readonly (readonly [number: number, from: number])[] = [
  [1, 1],
  [3, 3],
  [3, 7],
  [12, 12],
  [60, 400],
];

/** The form of every kind with so many records drawn for each item that takes some. */
function drawnForm(number: number, from: number): FormView {
  const refs = Array.from({ length: number }, (_, index) => `RO ${String(index)}`);
  return makeForm(every, {
    draws: ['sample', 'trace'].map((item) => makeDraw({ item, refs, from })),
  });
}

describe('the answers file to fill in', () => {
  it('is one, whatever the texts of a checklist: it asks exactly what is asked, and says nothing', () => {
    fc.assert(
      fc.property(someForm, (view) => {
        const { head, answers } = taken(blankAnswersFile(view), view);
        const asked = askedItems(view.checklist, view.scope).map(({ id }) => id);
        expect(Object.keys(head.answers).sort()).toEqual(asked.sort());
        expect(answers.size).toBe(0);
        expect(head).toStrictEqual({
          scope: view.scope,
          checklist: view.checklist.id,
          ...(view.dealership === null ? {} : { dealership: view.dealership }),
          ...(view.auditor === null ? {} : { auditor: view.auditor }),
          answers: head.answers,
        });
      }),
    );
  });

  it('gives back every answer that is written into it', () => {
    const filled = someForm.chain((view) =>
      someAnswers(askedItems(view.checklist, view.scope)).map((answers) => ({ view, answers })),
    );
    fc.assert(
      fc.property(filled, ({ view, answers }) => {
        const text = Object.entries(answers).reduce(
          (form, [id, answer]) => filledIn(form, id, written(answer)),
          blankAnswersFile(view),
        );
        expect(Object.fromEntries(taken(text, view).answers)).toStrictEqual(answers);
      }),
    );
  });

  it('shows for every item an answer that it takes, drawn records included', async () => {
    const quarterly = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));
    const refs = ['RO 1', 'a "b": [c', '# 4'];
    const draws = [makeDraw({ item: 'trace', refs }), makeDraw({ item: 'sample', refs })];
    const drawn = DRAWN.map(([number, from]) => drawnForm(number, from));
    for (const view of [
      makeForm(every),
      makeForm(every, { draws }),
      makeForm(quarterly),
      ...drawn,
    ]) {
      const text = blankAnswersFile(view);
      const lines = text.split('\n');
      for (const item of askedItems(view.checklist, 'full')) {
        const at = lines.indexOf(`  ${item.id}:`);
        const start = lines.lastIndexOf('', at);
        const shown = lines.slice(start, at).filter((line) => line.startsWith('  #>'));
        const [words = ''] = lines.slice(start, at).filter((line) => line.startsWith('  # Answer'));
        const choices = /^ {2}# Answer: (\w+(?:(?: or |, )\w+)+)$/.exec(words)?.[1];
        const values = choices?.split(/ or |, /) ?? [
          shown.map((line) => line.replace('#>', '')).join('\n'),
        ];
        expect(values.join(''), item.id).toMatch(/\S/);
        for (const value of values) {
          const { answers } = taken(filledIn(text, item.id, value.trim()), view);
          expect(answers.get(item.id)?.state, item.id).toBe('answered');
        }
      }
    }
    for (const ref of refs) {
      const shown = `#>     { ref: ${JSON.stringify(ref)}, lapses: [] },`;
      expect(blankAnswersFile(makeForm(every, { draws }))).toContain(shown);
    }
  });

  it.each(DRAWN)('shows %i of %i drawn as what was looked at', (number, from) => {
    const text = blankAnswersFile(drawnForm(number, from));
    expect(text).toContain(`, of: ${String(number)}, from: ${String(from)} }`);
    expect(text.match(/#> {5}\{ ref: "RO \d+", lapses/g)).toHaveLength(number);
  });

  it('has keys that stay themselves where YAML would make something else of them', () => {
    const ids = ['null', 'true', 'yes', 'on', '123', '1e3', '0x1f', '0o17', '2026-07-01'];
    const checklist: Checklist = makeChecklist([
      makeStep(
        'odd',
        ids.map((id) => makeItem('yes-no', id)),
      ),
    ]);
    const view = makeForm(checklist);
    expect(Object.keys(taken(blankAnswersFile(view), view).head.answers).sort()).toEqual(
      ids.sort(),
    );
  });

  it('names each heading once, and how it comes in again', () => {
    const checklist = makeChecklist([
      makeStep('one', [makeItem('yes-no', 'a'), makeItem('yes-no', 'b')]),
    ]);
    const text = blankAnswersFile(makeForm(checklist, { checklistPath: './my own' }));
    expect(text.match(/# 1\. Step one$/gm)).toHaveLength(1);
    expect(text).toContain('checkup audit --checklist "./my own" --answers FILE');
    expect(blankAnswersFile(makeForm(checklist))).toContain('checkup audit --answers FILE');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(96);
  });
});
