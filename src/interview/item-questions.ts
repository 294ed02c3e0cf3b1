import type { Answer } from '../core/audit/answer.js';
import { isUnanswered } from '../core/audit/answer.js';
import type { Json } from '../core/canonical.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { UserError } from '../core/errors.js';
import { visible, visibleLine } from '../core/text.js';
import { askValue, entryFor, whyNot } from './answering.js';
import type { Ask } from './ask.js';
import { Back } from './ask.js';
import { KEYS_HELP, answerWords, guidance } from './screen.js';
import type { Canvas } from './terminal.js';
import type { Move, WalkAudit } from './walk-audit.js';

const COMMANDS = ['x', 'u', 's', 'N', 'e', 'l', '?', 'g', 'b', 'q'] as const;

/** One question about an item: what is answered or done, and where the walk then goes. */
export async function askItem(
  item: Item,
  before: Item | null,
  audit: WalkAudit,
  ask: Ask,
  canvas: Canvas,
): Promise<Move> {
  try {
    return await new ItemQuestions(item, before, audit, ask, canvas).ask();
  } catch (error) {
    // Escape under an item leads back to the item.
    if (error instanceof Back) return { kind: 'stay', notice: '' };
    throw error;
  }
}

/** The questions about one item, each on top of what is on disk now. */
class ItemQuestions {
  private current: Answer | undefined;
  private revision = 0;

  constructor(
    private readonly item: Item,
    /** The item whose answer the screen confirms. */
    private readonly last: Item | null,
    private readonly audit: WalkAudit,
    private readonly prompts: Ask,
    private readonly canvas: Canvas,
  ) {}

  async ask(): Promise<Move> {
    const { item, prompts } = this;
    const recorded = await this.audit.current(item);
    this.current = recorded?.answer;
    this.revision = recorded?.revision ?? 0;
    const entry = entryFor(kindOf(item).widget(item));
    const help = `${entry.hint}, or:\n${KEYS_HELP}`;
    const line = await prompts.entry({
      keys: [...entry.keys, ...COMMANDS],
      hint: help,
      refuse: (typed) => {
        if (entry.opens(typed)) return null;
        const value = entry.read(typed);
        const why = value === undefined ? 'That is no answer here.' : whyNot(item, value);
        return why === null ? null : `${why} ${help}`;
      },
    });
    const command = COMMANDS.find((key) => key === line);
    if (command !== undefined) return this.obey(command);
    const value = entry.opens(line) ? await this.askMore(line) : entry.read(line);
    if (value === undefined || value === null) return { kind: 'stay' };
    const why = whyNot(item, value);
    if (why === null) return this.save({ state: 'answered', value });
    await this.say(why, 'bad');
    return { kind: 'stay' };
  }

  private async obey(command: (typeof COMMANDS)[number]): Promise<Move> {
    switch (command) {
      case 'x':
        return this.without('not-applicable', 'Why does it not apply here?');
      case 'u':
        return this.without('not-checked', 'Why was it not checked?');
      case 's':
        return { kind: 'next' };
      case 'N':
        return this.takeNote();
      case 'e':
        return this.attach();
      case 'l':
        return this.showBefore();
      case '?':
        this.prompts.show(guidance(this.item, this.canvas));
        return { kind: 'stay' };
      case 'g':
        return { kind: 'go' };
      case 'b':
        return { kind: 'back' };
      case 'q':
        return { kind: 'leave' };
    }
  }

  /** What hangs on every answer, whatever becomes of the answer itself. */
  private get attached(): Pick<Answer, 'note' | 'evidence'> {
    const { note, evidence } = this.current ?? {};
    return {
      ...(note === undefined ? {} : { note }),
      ...(evidence === undefined ? {} : { evidence }),
    };
  }

  private async say(text: string, meaning: 'bad' | 'warn'): Promise<void> {
    this.prompts.show(this.canvas.style[meaning](this.canvas.wrap(visible(text))));
    // What was typed ahead was meant for the next item, and this isn't it.
    await this.prompts.forget();
  }

  /** Records what follows on what was shown; says so when another terminal was quicker. */
  private async record(answer: Answer): Promise<boolean> {
    if (await this.audit.record(this.item, answer, this.revision)) {
      this.revision += 1;
      return true;
    }
    const now = (await this.audit.current(this.item))?.answer;
    await this.say(
      `Somebody else has recorded this item meanwhile: ${answerWords(this.item, now)}. Yours was not taken; look, then answer again.`,
      'warn',
    );
    return false;
  }

  private async save(given: Answer): Promise<Move> {
    const answer = { ...given, ...this.attached };
    if (!(await this.record(answer))) return { kind: 'stay' };
    return { kind: 'next', recorded: { item: this.item, answer } };
  }

  private async without(state: 'not-applicable' | 'not-checked', why: string): Promise<Move> {
    const reason = await this.prompts.text(`${why} (Enter: back to the question)`, {
      optional: true,
      multiline: true,
    });
    return reason.trim() === '' ? { kind: 'stay' } : this.save({ state, reason });
  }

  private async takeNote(): Promise<Move> {
    const text = await this.prompts.text(
      this.current?.note === undefined
        ? 'Note (Enter: none)'
        : 'Note in place of the one there is (Enter: keep that)',
      { optional: true, multiline: true },
    );
    if (text.trim() === '') return { kind: 'stay' };
    return this.keep({ note: text }, '✓ note saved');
  }

  private async attach(): Promise<Move> {
    const path = await this.prompts.text(
      'File to attach: its path, or drag it in here (Enter: none)',
      { optional: true },
    );
    if (path.trim() === '') return { kind: 'stay' };
    try {
      const file = await this.audit.attach(path);
      const there = this.current?.evidence ?? [];
      if (there.some(({ sha256, name }) => sha256 === file.sha256 && name === file.name)) {
        return { kind: 'stay', notice: this.canvas.style.warn('That file is attached already.') };
      }
      return await this.keep(
        { evidence: [...there, file] },
        `✓ attached: ${visibleLine(file.name)}`,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      await this.say(`${error.message} ${error.hint ?? ''}`, 'bad');
      return { kind: 'stay' };
    }
  }

  /** Records something that hangs on the answer, and leaves the answer as it is. */
  private async keep(more: Pick<Answer, 'note' | 'evidence'>, notice: string): Promise<Move> {
    const answer: Answer = { ...(this.current ?? { state: 'unanswered' }), ...more };
    if (!(await this.record(answer))) return { kind: 'stay' };
    return { kind: 'stay', notice: this.canvas.style.good(this.canvas.wrap(notice)) };
  }

  /** The answer of the quarter before: of an item that has one now, so that it doesn't lead. */
  private async showBefore(): Promise<Move> {
    const item = isUnanswered(this.current) ? this.last : this.item;
    if (item === null) {
      await this.say(
        'Answer first: what was answered last time is shown once this time’s answer is given, so that it doesn’t lead.',
        'warn',
      );
      return { kind: 'stay' };
    }
    const words = (await this.audit.before(item)) ?? 'nothing was answered the last time';
    this.prompts.show(this.canvas.wrap(visible(`${item.id}, ${words}`)));
    return { kind: 'stay' };
  }

  /** The questions that a line opens; a trace keeps every case as soon as it is there. */
  private askMore(line: string): Promise<Json | null> {
    const { current, item, prompts } = this;
    return askValue({
      item,
      line,
      begun: begunIn(current),
      draw: this.audit.drawn(item),
      ask: prompts,
      saveDraft: async (draft) => {
        // An answered trace stays answered while it is mended, and only by answers.
        if (current?.state !== 'answered') {
          await this.record({ state: 'unanswered', draft, ...this.attached });
        } else if (whyNot(item, draft) === null) {
          await this.record({ state: 'answered', value: draft, ...this.attached });
        }
      },
    });
  }
}

/** What there is of an answer that is entered in parts. */
function begunIn(current: Answer | undefined): Json | undefined {
  if (current?.state === 'answered') return current.value;
  return current?.state === 'unanswered' ? current.draft : undefined;
}
