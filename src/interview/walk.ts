import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import type { Json } from '../core/canonical.js';
import type { Item, Step } from '../core/checklist/checklist.js';
import { visible } from '../core/text.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { askValue, entryFor, whyNot } from './answering.js';
import type { Ask } from './ask.js';
import type { Canvas } from './screen.js';
import { KEYS_HELP, answerWords, confirmation, guidance, itemScreen } from './screen.js';

/** What the walk needs of the audit. */
export interface WalkAudit {
  readonly steps: readonly Step[];
  /** The answer that is on disk now: another terminal may be recording too. */
  current(item: Item): Promise<RecordedAnswer | undefined>;
  /**
   * Puts an answer on disk; the next question waits for it.
   *
   * @param after the revision that was shown, 0 for none.
   * @returns false, and nothing recorded, when somebody else has recorded another since.
   */
  record(item: Item, answer: Answer, after: number): Promise<boolean>;
}

type Move = 'next' | 'back' | 'stay' | 'leave';

/**
 * Walks through items one by one, in the order given. Every answer is on disk before the next
 * question is shown.
 *
 * @returns whether the auditor came to the end, or left before it.
 */
export async function walk(
  items: readonly Item[],
  audit: WalkAudit,
  ask: Ask,
  canvas: Canvas,
): Promise<'finished' | 'left'> {
  const all = audit.steps.flatMap((step) => step.items);
  const path = [...items];
  let index = 0;
  for (;;) {
    const item = path[index];
    if (item === undefined) return 'finished';
    const stepIndex = audit.steps.findIndex((step) => step.items.some(({ id }) => id === item.id));
    const step = audit.steps[stepIndex];
    if (step === undefined) throw new TypeError(`${item.id} belongs to no step`);
    const number = all.findIndex(({ id }) => id === item.id);
    const position = {
      step,
      stepNumber: stepIndex + 1,
      steps: audit.steps.length,
      number: number + 1,
      of: all.length,
    };
    ask.show(itemScreen(item, position, (await audit.current(item))?.answer, canvas));
    let move: Move = 'stay';
    while (move === 'stay') move = await askItem(item, audit, ask, canvas);
    if (move === 'leave') return 'left';
    if (move === 'next') index += 1;
    else if (index > 0) index -= 1;
    else {
      // Further back than this walk began: the item before it in the checklist comes along.
      const before = all[number - 1];
      if (before === undefined) ask.show('This is the first item.');
      else path.unshift(before);
    }
  }
}

const COMMANDS = ['x', 'u', 's', 'N', '?', 'b', 'q'] as const;

async function askItem(item: Item, audit: WalkAudit, ask: Ask, canvas: Canvas): Promise<Move> {
  const { style } = canvas;
  const entry = entryFor(kindOf(item).widget(item));
  const shown = await audit.current(item);
  const current = shown?.answer;
  let revision = shown?.revision ?? 0;
  const fitted = (text: string): string => canvas.wrap(visible(text));
  const refused = (text: string): string => style.bad(fitted(text));
  const line = await ask.entry({
    keys: [...entry.keys, ...COMMANDS],
    hint: fitted(`${entry.hint}, or: ${KEYS_HELP}`),
    refuse: (typed) => {
      if (typed.trim() === '' && entry.opens) return null;
      const value = entry.read(typed);
      const why = value === undefined ? 'That is no answer here.' : whyNot(item, value);
      return why === null ? null : refused(`${why} ${entry.hint}, or: ${KEYS_HELP}`);
    },
  });

  const note = current?.note === undefined ? {} : { note: current.note };
  /** Records what follows on what was shown; says so when another terminal was quicker. */
  const record = async (answer: Answer): Promise<boolean> => {
    if (await audit.record(item, answer, revision)) {
      revision += 1;
      return true;
    }
    const now = (await audit.current(item))?.answer;
    ask.show(
      style.warn(
        fitted(
          `Somebody else has recorded this item meanwhile: ${answerWords(item, now)}. Yours was not taken; look, then answer again.`,
        ),
      ),
    );
    return false;
  };
  const save = async (answer: Answer): Promise<Move> => {
    if (!(await record(answer))) return 'stay';
    ask.show(confirmation(item, answer, canvas));
    return 'next';
  };
  const without = async (state: 'not-applicable' | 'not-checked'): Promise<Move> => {
    const why =
      state === 'not-applicable' ? 'Why does it not apply here?' : 'Why was it not checked?';
    const reason = await ask.text(`${why} (Enter: back to the question)`, {
      optional: true,
      multiline: true,
    });
    return reason.trim() === '' ? 'stay' : save({ state, reason, ...note });
  };

  switch (line) {
    case 'x':
      return without('not-applicable');
    case 'u':
      return without('not-checked');
    case 's':
      return 'next';
    case 'b':
      return 'back';
    case 'q':
      return 'leave';
    case '?':
      ask.show(guidance(item, canvas));
      return 'stay';
    case 'N': {
      const text = await ask.text(
        current?.note === undefined
          ? 'Note (Enter: none)'
          : 'Note in place of the one there is (Enter: keep that)',
        { optional: true, multiline: true },
      );
      if (text.trim() === '') return 'stay';
      if (await record({ ...(current ?? { state: 'unanswered' }), note: text })) {
        ask.show(style.good('✓ note saved'));
      }
      return 'stay';
    }
  }
  if (line.trim() === '') {
    const value = await askValue(item, begunIn(current), ask, async (draft) => {
      // An answered trace stays answered while it is mended, and only by answers.
      if (current?.state !== 'answered') await record({ state: 'unanswered', draft, ...note });
      else if (whyNot(item, draft) === null)
        await record({ state: 'answered', value: draft, ...note });
    });
    if (value === null) return 'stay';
    const why = whyNot(item, value);
    if (why === null) return save({ state: 'answered', value, ...note });
    ask.show(refused(why));
    return 'stay';
  }
  const value = entry.read(line);
  return value === undefined ? 'stay' : save({ state: 'answered', value, ...note });
}

/** What there is of an answer that is entered in parts. */
function begunIn(current: Answer | undefined): Json | undefined {
  if (current?.state === 'answered') return current.value;
  return current?.state === 'unanswered' ? current.draft : undefined;
}
