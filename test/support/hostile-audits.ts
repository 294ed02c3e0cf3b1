import fc from 'fast-check';
import type { Answer } from '../../src/core/audit/answer.js';
import { readAnswer } from '../../src/core/audit/answer.js';
import type { Checklist, Item } from '../../src/core/checklist/checklist.js';
import { checklistSchema } from '../../src/core/checklist/checklist.js';
import { phraseSchema, shortNameSchema } from '../../src/core/checklist/naming.js';
import { kinds } from '../../src/core/checklist/kinds/index.js';
import { isQuarter } from '../../src/core/quarter.js';
import type { Store } from '../../src/storage/store.js';
import { nasty } from '../formats/hostile.js';
import { makeChecklist, makeItem, makeStep } from './checklists.js';
import { makeDraw } from './draws.js';

/** So many different texts are typed. */
const TEXTS = 500;

/** What somebody may type to break out of where it is shown; with letters to find it again by. */
export const HOSTILE: readonly string[] = fc
  .sample(nasty, { seed: 8, numRuns: TEXTS })
  .map((text, index) => `q${String(index)}q${text}`.toWellFormed())
  .concat([
    'long'.repeat(2500),
    '</script></style></title></svg><img src=http://x.example onerror=alert(1)>',
    '=HYPERLINK("http://x.example","click")',
    '[a](javascript:alert(1)) ![b](http://x.example/y.png) <http://x.example>',
    '\u202egnp.exe\u202c \u2066hidden\u2069 \u001b]0;title\u0007\u001b[2J',
    '東京都自動車販売店'.repeat(20),
    '👩‍👩‍👧‍👦'.repeat(30),
    'عربي עברית '.repeat(10),
    '| a | b |\n| - | - |\n# heading\n> quote\n```\ncode',
  ]);

/** Takes the text that waits longest and fits, whole or its beginning, so that all are typed. */
function typist(): (fits?: (text: string) => boolean) => string {
  const waiting = [...HOSTILE];
  return (fits = () => true) => {
    for (const [index, text] of waiting.entries()) {
      const fitting = [text, Array.from(text).slice(0, 30).join('')].find(fits);
      if (fitting === undefined) continue;
      waiting.push(...waiting.splice(index, 1));
      return fitting;
    }
    throw new Error('no text fits');
  };
}

const isShort = (text: string): boolean => shortNameSchema().safeParse(text).success;
const isLine = (text: string): boolean => text.length <= 200 && /\S/.test(text);
const isText = (text: string): boolean => text.length <= 4000 && /\S/.test(text);
const isPhrase = (text: string): boolean => phraseSchema().safeParse(text).success;

/** A checklist in which every text is hostile: six steps, each with an item of every kind. */
export function hostileChecklist(say = typist()): Checklist {
  const option = (id: string) => ({ id, text: say(isText) });
  const own: Readonly<Partial<Record<Item['kind'], object>>> = {
    rating: { levels: [1, 2, 3, 4, 5].map(() => say(isText)) },
    sample: { unit: say(isLine), draw: 10 },
    measure: { unit: say(isLine), full: 10, zero: 60 },
    checks: { checks: ['a', 'b', 'c'].map(option) },
    trace: {
      unit: say(isLine),
      draw: 5,
      standards: [option('a'), { ...option('b'), respect: true }, option('c')],
    },
  };
  const steps = ['one', 'two', 'three', 'four', 'five', 'six'].map((id) =>
    makeStep(
      id,
      kinds.map(({ name, scored }, index) =>
        makeItem(name, `${id}-${name}`, {
          ...own[name],
          name: say(isShort),
          ask: say(isText),
          remedy: say(isText),
          verify: say(isText),
          ...(scored ? { weight: index + 1, critical: index % 2 === 0 } : {}),
        }),
      ),
      {
        name: say(isShort),
        title: say(isText),
        asks: say(isText),
        better: say(isPhrase),
        worse: say(isPhrase),
        provenance: say(isText),
      },
    ),
  );
  const bands = [0, 40, 60, 80].map((from) => ({ from, name: say(isLine), means: say(isText) }));
  return checklistSchema().parse({
    ...makeChecklist(steps),
    title: say(isText),
    bands,
    departments: ['sales', 'service'].map((id) => ({ id, title: say(isText) })),
  });
}

/** An answer of its kind, with hostile words wherever there is room for them. */
function answerTo(item: Item, say: ReturnType<typeof typist>, turn: number): Answer {
  const note = say();
  const evidence = [
    {
      sha256: (turn % 10).toString().repeat(64),
      name: say((text) => text.length <= 200 && /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u.test(text)),
      size: 10,
      type: 'image/png',
    },
  ];
  if (turn % 7 === 5) return { state: 'not-checked', reason: say(isText), note };
  if (turn % 7 === 6) return { state: 'not-applicable', reason: say(isText), note };
  const typed: Readonly<Record<Item['kind'], () => unknown>> = {
    'yes-no': () => (turn % 2 === 0 ? 'yes' : 'no'),
    rating: () => turn % 5,
    sample: () => ({ passed: turn % 10, of: 10, from: 50 }),
    measure: () => turn % 70,
    checks: () => ({ checks: turn % 2 === 0 ? ['a'] : ['a', 'b'] }),
    trace: () => ({
      cases: [
        { ref: `1${say(isLine)}`, lapses: ['a', 'b'] },
        { ref: `2${say(isLine)}`, lapses: ['c'] },
      ],
    }),
    remark: () => say(isText),
  };
  const read = readAnswer(item, typed[item.kind]());
  if (!read.ok) throw new Error(`${item.id}: ${read.issues.map((one) => one.message).join()}`);
  return { ...read.value, note, evidence };
}

/** Where the hostile group is found. */
export interface HostileGroup {
  readonly dealership: string;
  readonly group: string;
}

/** Records two sealed quarters of five dealerships of one group, every text of them hostile. */
export async function recordHostile(store: Store): Promise<HostileGroup> {
  const say = typist();
  const isName = (text: string): boolean =>
    isLine(text) && text.length < 60 && !/\p{Cc}/u.test(text);
  const checklist = hostileChecklist(say);
  const group = say(isName);
  const names: string[] = [];
  let turn = 0;
  for (let house = 0; house < 5; house++) {
    const at = new Date('2026-05-01T09:00:00Z');
    const dealership = await store.dealerships.add(
      `${String(house)}${say(isName)}`,
      { yearStarts: 1 },
      at,
      group,
    );
    names.push(dealership.name);
    for (const [quarter, month] of [
      ['2026-Q2', '06'],
      ['2026-Q3', '09'],
    ] as const) {
      if (!isQuarter(quarter)) continue;
      const [start, end] = ['01', '02'].map((day) => new Date(`2026-${month}-${day}T09:00:00Z`));
      if (start === undefined || end === undefined) continue;
      const auditor = say(isName);
      const audit = await store.audits.start(
        { dealership, quarter, scope: 'full', checklist, auditor },
        start,
      );
      await store.draws.add(
        audit,
        makeDraw({
          file: say(isName),
          column: say(isName),
          refs: [say(isLine), `2${say(isLine)}`],
          stratify: say(isName),
          strata: [{ name: say(isLine), from: 3, drawn: 2 }],
          by: auditor,
          item: 'one-sample',
        }),
      );
      const items = checklist.steps.flatMap((step) => step.items);
      for (let round = 0; round < 2; round++) {
        const answers = new Map(items.map((item) => [item.id, answerTo(item, say, turn++)]));
        await store.audits.record(audit, answers, say(isName), start, {
          why: round === 0 ? null : say(isText),
        });
      }
      await store.seals.set(audit, say(isName), end);
    }
  }
  return { dealership: names[0] ?? '', group };
}
