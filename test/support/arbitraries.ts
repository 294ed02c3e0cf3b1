import fc from 'fast-check';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Json } from '../../src/core/canonical.js';
import type { Checklist, Item, Step } from '../../src/core/checklist/checklist.js';
import { kindOf, kinds } from '../../src/core/checklist/kinds/index.js';
import { makeChecklist, makeItem, makeStep } from './checklists.js';

/** Random items, answers and whole audits: everything that the schemas let through. */

/** Any text that UTF-8 can hold, control and bidi characters included, with something to see. */
export const someText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 30 })
  .filter((text) => /\S/.test(text));

const names = (most: number): fc.Arbitrary<string[]> =>
  fc
    .integer({ min: 1, max: most })
    .map((n) => Array.from({ length: n }, (_, i) => `o${String(i)}`));

const limit = fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => value + 0);

function ownKeys(kind: Item['kind']): fc.Arbitrary<Record<string, unknown>> {
  switch (kind) {
    case 'sample':
      return fc.record({ zero: fc.integer({ min: 0, max: 99 }) }, { requiredKeys: [] });
    case 'measure':
      return fc
        .record({ full: limit, zero: limit, unit: fc.constantFrom('%', 'minutes') })
        .filter(({ full, zero }) => Math.abs(full - zero) > 1e-6);
    case 'checks':
      return names(6).map((ids) => ({ checks: ids.map((id) => ({ id, text: id })) }));
    case 'trace':
      return names(6).chain((ids) =>
        fc.tuple(...ids.map(() => fc.boolean())).map((respect) => ({
          standards: ids.map((id, i) => ({ id, text: id, respect: respect[i] === true })),
        })),
      );
    default:
      return fc
        .constantFrom(...(kinds.find(({ name }) => name === kind)?.examples ?? []))
        .map(({ item }) => item);
  }
}

export const SCORED_KINDS = kinds.filter((kind) => kind.scored).map((kind) => kind.name);

/** An item of one of the kinds, with random limits and weight. */
export function someItem(
  id: string,
  among: readonly Item['kind'][] = kinds.map((kind) => kind.name),
): fc.Arbitrary<Item> {
  return fc.constantFrom(...among).chain((kind) =>
    fc
      .record({
        own: ownKeys(kind),
        weight: fc.integer({ min: 1, max: 10 }),
        critical: fc.boolean(),
        core: fc.boolean(),
      })
      .map(({ own, weight, critical, core }) =>
        makeItem(kind, id, {
          core,
          ...(SCORED_KINDS.includes(kind) ? { weight, critical } : {}),
          ...own,
        }),
      ),
  );
}

/** A valid value of an item, in the form in which it is kept. */
export function someValue(item: Item): fc.Arbitrary<Json> {
  const widget = kindOf(item).widget(item);
  if (widget.widget === 'keys') return fc.constantFrom(...widget.keys.map(({ answer }) => answer));
  switch (item.kind) {
    case 'sample':
      return fc
        .tuple(fc.nat(40), fc.nat(40), fc.option(fc.nat(500)))
        .map(([passed, failed, more]) => {
          const of = Math.max(1, passed + failed);
          return { passed, of, ...(more === null ? {} : { from: of + more }) };
        });
    case 'measure': {
      const lowest = Math.min(item.full, item.zero);
      const [from, to] = [lowest - 50, Math.max(item.full, item.zero) + 50];
      return fc
        .double({
          min: lowest < 0 ? from : 0,
          max: item.unit === '%' ? Math.max(100, item.full, item.zero) : to,
          noNaN: true,
        })
        .map((value) => value + 0);
    }
    case 'checks':
      return fc
        .tuple(...item.checks.map(() => fc.constantFrom('passes', 'fails', 'without')))
        .filter((fates) => fates.some((fate) => fate !== 'without'))
        .map((fates) => {
          const ids = (fate: string): string[] =>
            item.checks.flatMap(({ id }, i) => (fates[i] === fate ? [id] : []));
          const without = ids('without');
          return {
            checks: ids('passes'),
            ...(without.length === 0 ? {} : { 'not-applicable-checks': without }),
          };
        });
    case 'trace':
      return fc
        .tuple(
          fc
            .uniqueArray(someText, { minLength: 1, maxLength: 6 })
            .chain((refs) =>
              fc.tuple(
                ...refs.map((ref) =>
                  fc
                    .subarray(item.standards.map((standard) => standard.id))
                    .map((lapses) => ({ ref, lapses })),
                ),
              ),
            ),
          fc.option(fc.nat(100)),
        )
        .map(([cases, more]) => ({
          cases,
          ...(more === null ? {} : { from: cases.length + more }),
        }));
    default:
      return someText;
  }
}

/** An answer with a state of its own, and sometimes a note. */
export function someAnswer(item: Item): fc.Arbitrary<Answer> {
  const withNote = (answer: Answer): fc.Arbitrary<Answer> =>
    fc.option(someText).map((note) => (note === null ? answer : { ...answer, note }));
  return fc
    .oneof(
      {
        weight: 5,
        arbitrary: someValue(item).map((value): Answer => ({ state: 'answered', value })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('not-applicable' as const, 'not-checked' as const), someText)
          .map(([state, reason]): Answer => ({ state, reason })),
      },
    )
    .chain(withNote);
}

/** A checklist with answers to it; some items have none. */
export interface Answered {
  readonly checklist: Checklist;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Answers to items; about one in eight is left without. */
export function someAnswers(items: readonly Item[]): fc.Arbitrary<Record<string, Answer>> {
  return fc.tuple(...items.map((item) => fc.option(someAnswer(item), { freq: 8 }))).map((answers) =>
    Object.fromEntries(
      items.flatMap((item, i) => {
        const answer = answers[i];
        return answer === undefined || answer === null ? [] : [[item.id, answer]];
      }),
    ),
  );
}

function someStep(id: string, most: number): fc.Arbitrary<Step> {
  return fc
    .tuple(fc.integer({ min: 1, max: most }), fc.constantFrom(1, 1, 2, 0.5))
    .chain(([length, weight]) =>
      fc
        .tuple(...Array.from({ length }, (_, i) => someItem(`${id}-${String(i)}`)))
        .map((items) => makeStep(id, items, { weight })),
    );
}

/** A checklist of up to four steps with up to five items each, under a random policy. */
export const someChecklist: fc.Arbitrary<Checklist> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
  )
  .chain(([length, below, cap]) =>
    fc
      .tuple(...Array.from({ length }, (_, i) => someStep(`s${String(i)}`, 5)))
      .map((steps) => makeChecklist(steps, { scoring: { critical: { below, cap } } })),
  );

/** The same, answered. */
export const someAnswered: fc.Arbitrary<Answered> = someChecklist.chain((checklist) =>
  someAnswers(checklist.steps.flatMap((step) => step.items)).map((answers) => ({
    checklist,
    answers,
  })),
);
