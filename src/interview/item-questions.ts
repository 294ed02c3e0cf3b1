import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { isUnanswered, notationOf, whyNoNote } from '../core/audit/answer.js';
import { isSameEvidence } from '../core/audit/evidence.js';
import type { Json } from '../core/canonical.js';
import { canonicalJson } from '../core/canonical.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { UserError } from '../core/errors.js';
import { visible, visibleLine } from '../core/text.js';
import { lastTimeWords } from './audit-words.js';
import { askValue, begunIn, entryFor, whyNot, withDraw } from './answering.js';
import type { Ask } from './ask.js';
import { Back } from './ask.js';
import type { Command } from './screen.js';
import { COMMANDS, KEYS_HELP, answerWords, guidance, isCommand, wrapKeys } from './screen.js';
import type { Canvas } from './terminal.js';
import type { Move, WalkAudit } from './walk-audit.js';
import { Overtaken } from './walk-audit.js';

// Longer than others, because every key acts on the one answer and revision that the screen shows.

/** How a text of several lines is asked for that may be left out. */
const SEVERAL_LINES = { optional: true, multiline: true, back: true };

/** The questions about one item, each on top of the answer that the screen shows. */
export class ItemQuestions {
  private current: Answer | undefined;
  private revision: number;

  /**
   * @param shown the answer that the screen shows.
   * @param last the item whose answer the screen confirms.
   */
  constructor(
    private readonly item: Item,
    shown: RecordedAnswer | undefined,
    private readonly last: Item | null,
    private readonly audit: WalkAudit,
    private readonly prompts: Ask,
    private readonly canvas: Canvas,
  ) {
    this.current = shown?.answer;
    this.revision = shown?.revision ?? 0;
  }

  /** One question: what is answered or done, and where the walk then goes. */
  async ask(): Promise<Move> {
    try {
      return await this.askOnce();
    } catch (error) {
      // Escape under an item leads back to the item.
      if (error instanceof Back) return { kind: 'stay', notice: '' };
      if (error instanceof Overtaken) return this.overtaken();
      throw error;
    }
  }

  private async askOnce(): Promise<Move> {
    const { item } = this;
    const kind = kindOf(item);
    const entry = entryFor(kind.widget(item));
    const also = `or${entry.isText ? ' one of these keys and Enter' : ''}:\n${KEYS_HELP}`;
    const line = await this.prompts.entry({
      // A text may begin with any letter: there a key is one only when it stands alone.
      keys: entry.isText ? [] : [...entry.keys, ...COMMANDS],
      hint: entry.hint,
      also,
      refuse: (typed) => {
        if (isCommand(typed) || entry.opens(typed)) return null;
        const value = kind.readLine(item, typed);
        const why = value === undefined ? 'That is no answer here.' : whyNot(item, value);
        return why === null ? null : `${why} ${entry.hint}, ${also}`;
      },
    });
    if (isCommand(line)) return this.obey(line);
    const given = entry.opens(line) ? await this.askMore(line) : kind.readLine(item, line);
    if (given === undefined || given === null) return { kind: 'stay', notice: '' };
    const value = withDraw(given, this.audit.drawn(item));
    const why = whyNot(item, value);
    if (why === null) {
      const doubt = kind.doubt(item, value);
      const isSure =
        doubt === null || (await this.prompts.confirm(`${doubt} Is that right?`, false));
      return isSure ? this.save({ state: 'answered', value }) : { kind: 'stay', notice: '' };
    }
    this.say(why, 'bad');
    return { kind: 'stay' };
  }

  private async obey(command: Command): Promise<Move> {
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
        if (this.canvas.isPlain) this.prompts.show(wrapKeys(`Keys: ${KEYS_HELP}`, this.canvas));
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

  private say(text: string, meaning: 'bad' | 'warn'): void {
    this.prompts.show(this.canvas.style[meaning](this.canvas.wrap(visible(text))));
  }

  /** Records what follows on what was shown; false when another terminal was quicker. */
  private async record(answer: Answer, why: string | null = null): Promise<boolean> {
    if (!(await this.audit.record(this.item, answer, this.revision, why))) return false;
    this.current = answer;
    this.revision += 1;
    return true;
  }

  /** Another terminal was quicker: shows what is there now, and asks again. */
  private async overtaken(): Promise<Move> {
    await this.audit.refresh();
    const now = this.audit.current(this.item)?.answer;
    const notice = `Somebody else has recorded this item meanwhile: ${answerWords(this.item, now)}. Yours was not taken; look, then answer again.`;
    return { kind: 'stay', notice: this.canvas.style.warn(this.canvas.wrap(visible(notice))) };
  }

  private async save(given: Answer): Promise<Move> {
    const answer = { ...given, ...this.attached };
    const { item, audit } = this;
    const isCorrection = !isUnanswered(this.current) && !audit.isOwn(item);
    const isSame =
      canonicalJson([notationOf(answer)]) === canonicalJson([notationOf(this.current)]);
    if (!(await this.record(answer))) return this.overtaken();
    if (isCorrection && !isSame) await this.askWhy(answer);
    return { kind: 'next', recorded: { item, answer } };
  }

  /** Why an answer of an earlier sitting was corrected; the answer itself is on disk by then. */
  private async askWhy(answer: Answer): Promise<void> {
    const why = await this.prompts
      .text('Saved. Why is it corrected? (Enter: no reason)', SEVERAL_LINES)
      .catch((error: unknown) => {
        if (error instanceof Back) return '';
        throw error;
      });
    if (why.trim() !== '') await this.record(answer, why);
  }

  private async without(state: 'not-applicable' | 'not-checked', why: string): Promise<Move> {
    const reason = await this.prompts.text(`${why} (Enter: back to the question)`, SEVERAL_LINES);
    return reason.trim() === '' ? { kind: 'stay', notice: '' } : this.save({ state, reason });
  }

  private async takeNote(): Promise<Move> {
    const there = this.current?.note;
    const text = await this.prompts.text(
      there === undefined ? 'Note (Enter: none)' : 'Note, to change; emptied it is taken off',
      { ...(there === undefined ? {} : { begun: there }), ...SEVERAL_LINES },
    );
    if (text === (there ?? '')) return { kind: 'stay', notice: '' };
    if (text.trim() === '') return this.keep({ note: undefined }, '✓ note taken off');
    const why = whyNoNote(text);
    if (why === null) return this.keep({ note: text }, '✓ note saved');
    this.say(`The note ${why}.`, 'bad');
    return { kind: 'stay' };
  }

  private async attach(): Promise<Move> {
    const path = await this.prompts.text(
      'File to attach: its path, or drag it in here (Enter: none)',
      { optional: true, back: true },
    );
    if (path.trim() === '') return { kind: 'stay', notice: '' };
    try {
      const file = await this.audit.attach(path);
      const there = this.current?.evidence ?? [];
      if (there.some((one) => isSameEvidence(one, file))) {
        return { kind: 'stay', notice: this.canvas.style.warn('That file is attached already.') };
      }
      return await this.keep(
        { evidence: [...there, file] },
        `✓ attached: ${visibleLine(file.name)}`,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.say(`${error.message} ${error.hint ?? ''}`, 'bad');
      return { kind: 'stay' };
    }
  }

  /** Records something that hangs on the answer, and leaves the answer as it is. */
  private async keep(
    more: { readonly note?: string | undefined; readonly evidence?: Answer['evidence'] },
    notice: string,
  ): Promise<Move> {
    const { note, evidence, ...answered } = this.current ?? { state: 'unanswered' as const };
    const hangs = { note, evidence, ...more };
    const answer: Answer = {
      ...answered,
      ...(hangs.note === undefined ? {} : { note: hangs.note }),
      ...(hangs.evidence === undefined ? {} : { evidence: hangs.evidence }),
    };
    if (!(await this.record(answer))) return this.overtaken();
    return { kind: 'stay', notice: this.canvas.style.good(this.canvas.wrap(notice)) };
  }

  /** The answer of the quarter before: of an item that has one now, so that it doesn't lead. */
  private async showBefore(): Promise<Move> {
    const item = isUnanswered(this.current) ? this.last : this.item;
    const words = await this.audit.before(item ?? this.item);
    if (item === null && words !== null) {
      this.say(
        'Answer first: what was answered last time is shown once this time’s answer is given, so that it doesn’t lead.',
        'warn',
      );
      return { kind: 'stay' };
    }
    this.prompts.show(this.canvas.wrap(visible(lastTimeWords(item ?? this.item, words))));
    return { kind: 'stay' };
  }

  /**
   * The questions that a line opens; a trace keeps every case as soon as it is there.
   *
   * @throws Overtaken when another terminal was quicker: nothing more could be kept.
   */
  private askMore(line: string): Promise<Json | null> {
    const { item, prompts } = this;
    return askValue({
      item,
      line,
      begun: begunIn(this.current),
      draw: this.audit.drawn(item),
      ask: prompts,
      saveDraft: async (draft) => {
        const wasAnswered = this.current?.state === 'answered';
        // An answered trace stays answered while it is mended, and only by answers.
        if (wasAnswered && whyNot(item, draft) !== null) return;
        const answer = (): Answer => ({
          ...(wasAnswered ? { state: 'answered', value: draft } : { state: 'unanswered', draft }),
          ...this.attached,
        });
        if (await this.record(answer())) return;
        await this.rebase();
        if (!(await this.record(answer()))) throw new Overtaken();
      },
    });
  }

  /** Goes on from what another terminal recorded where that is only a note or evidence. */
  private async rebase(): Promise<void> {
    await this.audit.refresh();
    const now = this.audit.current(this.item);
    const said = (answer: Answer | undefined): string =>
      canonicalJson([notationOf(answer), begunIn(answer) ?? null]);
    if (said(now?.answer) !== said(this.current)) throw new Overtaken();
    this.current = now?.answer;
    this.revision = now?.revision ?? 0;
  }
}
