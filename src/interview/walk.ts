import { isUnanswered } from '../core/audit/answer.js';
import type { Stop } from '../core/audit/route.js';
import type { Item } from '../core/checklist/checklist.js';
import type { Ask } from './ask.js';
import { Back } from './ask.js';
import { askWhere } from './go-to.js';
import { ItemQuestions } from './item-questions.js';
import { confirmation, itemScreen } from './screen.js';
import type { Canvas } from './terminal.js';
import type { Move, Recorded, WalkAudit } from './walk-audit.js';

/** Which items a walk asks. */
export interface Todo {
  readonly items: readonly Item[];
  /** Whether items that have an answer are asked again. */
  readonly again: boolean;
}

/**
 * Walks through items one by one, each on a screen of its own. Every answer is on disk before the
 * next question is shown.
 *
 * @returns whether the auditor came to the end, or left before it.
 */
export async function walk(
  { items, again }: Todo,
  audit: WalkAudit,
  ask: Ask,
  canvas: Canvas,
): Promise<'finished' | 'left'> {
  const { route } = audit;
  const wanted = new Set(items.map(({ id }) => id));
  const isWanted = ({ item }: Stop): boolean =>
    wanted.has(item.id) && (again || isUnanswered(audit.current(item)?.answer));
  const nextFrom = async (start: number): Promise<number> => {
    await audit.refresh();
    const ahead = route.findIndex((stop, index) => index >= start && isWanted(stop));
    return ahead < 0 ? route.length : ahead;
  };

  const behind: number[] = [];
  let index = await nextFrom(0);
  let recorded: Recorded | null = null;
  let notice = '';
  for (;;) {
    const stop = route[index];
    if (stop === undefined) {
      if (recorded !== null) ask.show(confirmation(recorded.item, recorded.answer, canvas));
      return 'finished';
    }
    const current = audit.current(stop.item);
    const place = { stop, by: audit.by, number: index + 1, of: route.length };
    const head = notice;
    const last: Recorded | null = recorded;
    const answered = audit.answered();
    ask.page(() =>
      [
        ...(last === null ? [] : [confirmation(last.item, last.answer, canvas)]),
        ...(head === '' ? [] : [head]),
        itemScreen({ ...place, answered }, current?.answer, audit.drawn(stop.item), canvas),
      ].join('\n'),
    );
    const questions: ItemQuestions = new ItemQuestions(
      stop.item,
      current,
      last?.item ?? null,
      audit,
      ask,
      canvas,
    );
    let move: Move = { kind: 'stay' };
    while (move.kind === 'stay' && move.notice === undefined) move = await questions.ask();
    notice = '';
    recorded = null;
    // Another terminal may be recording, too: each item is looked at again before it is asked.
    if (move.kind === 'stay' || move.kind === 'back') await audit.refresh();
    switch (move.kind) {
      case 'leave':
        return 'left';
      case 'stay':
        notice = move.notice ?? '';
        break;
      case 'next':
        recorded = move.recorded ?? null;
        behind.push(index);
        index = await nextFrom(index + 1);
        break;
      case 'back':
        if (behind.length > 0 || index > 0) index = behind.pop() ?? index - 1;
        else notice = canvas.style.warn('This is the first item.');
        break;
      case 'go': {
        const there = await askWhere(
          route,
          ({ item }) => isUnanswered(audit.current(item)?.answer),
          ask,
        ).catch(backToItem);
        await audit.refresh();
        if (there !== null && there !== stop) {
          behind.push(index);
          index = route.indexOf(there);
        }
      }
    }
  }
}

/** Escape where an item is looked for leads back to the one that was shown. */
function backToItem(error: unknown): null {
  if (error instanceof Back) return null;
  throw error;
}
