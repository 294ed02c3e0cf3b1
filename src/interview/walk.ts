import type { Answer } from '../core/audit/answer.js';
import { sameAnswer } from '../core/audit/answer.js';
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
  current(item: Item): Promise<Answer | undefined>;
  /** Puts an answer on disk; the next question waits for it. */
  record(item: Item, answer: Answer): Promise<void>;
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
  let index = 0;
  for (;;) {
    const item = items[index];
    if (item === undefined) return 'finished';
    const stepIndex = audit.steps.findIndex((step) => step.items.some(({ id }) => id === item.id));
    const step = audit.steps[stepIndex];
    if (step === undefined) throw new TypeError(`${item.id} belongs to no step`);
    ask.show(
      itemScreen(
        item,
        {
          step,
          stepNumber: stepIndex + 1,
          steps: audit.steps.length,
          number: index + 1,
          of: items.length,
        },
        await audit.current(item),
        canvas,
      ),
    );
    let move: Move = 'stay';
    while (move === 'stay') move = await askItem(item, audit, ask, canvas);
    if (move === 'leave') return 'left';
    if (move === 'back' && index === 0) ask.show('This is the first item.');
    index = Math.max(0, index + (move === 'back' ? -1 : 1));
  }
}

const COMMANDS = ['x', 'u', 's', 'N', '?', 'b', 'q'] as const;

async function askItem(item: Item, audit: WalkAudit, ask: Ask, canvas: Canvas): Promise<Move> {
  const { style } = canvas;
  const entry = entryFor(kindOf(item).widget(item));
  const current = await audit.current(item);
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
  /** Whether another terminal has recorded something since this question was shown. */
  const isOvertaken = async (): Promise<boolean> => {
    const now = await audit.current(item);
    if (sameAnswer(now, current)) return false;
    ask.show(
      style.warn(
        fitted(
          `Somebody else has recorded this item meanwhile: ${answerWords(item, now)}. Yours was not taken; look, then answer again.`,
        ),
      ),
    );
    return true;
  };
  // What Enter opens keeps drafts of its own as it goes.
  const opened = line.trim() === '' && kindOf(item).widget(item).widget === 'cases';
  const save = async (answer: Answer): Promise<Move> => {
    if (!opened && (await isOvertaken())) return 'stay';
    await audit.record(item, answer);
    ask.show(confirmation(item, answer, canvas));
    return 'next';
  };
  const without = async (state: 'not-applicable' | 'not-checked'): Promise<Move> => {
    const why =
      state === 'not-applicable' ? 'Why does it not apply here?' : 'Why was it not checked?';
    const reason = await ask.text(`${why} (Enter: back to the question)`, { optional: true });
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
        { optional: true },
      );
      if (text.trim() === '' || (await isOvertaken())) return 'stay';
      await audit.record(item, { ...(current ?? { state: 'unanswered' }), note: text });
      ask.show(style.good('✓ note saved'));
      return 'stay';
    }
  }
  if (line.trim() === '') {
    const value = await askValue(item, begunIn(current), ask, (draft) =>
      audit.record(
        item,
        current?.state === 'answered'
          ? { state: 'answered', value: draft, ...note }
          : { state: 'unanswered', draft, ...note },
      ),
    );
    return value === null ? 'stay' : save({ state: 'answered', value, ...note });
  }
  const value = entry.read(line);
  return value === undefined ? 'stay' : save({ state: 'answered', value, ...note });
}

/** What there is of an answer that is entered in parts. */
function begunIn(current: Answer | undefined): Json | undefined {
  if (current?.state === 'answered') return current.value;
  return current?.state === 'unanswered' ? current.draft : undefined;
}
