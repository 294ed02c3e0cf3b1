import type { Key, Option, Widget } from './widget.js';
import type { NotationLine, Room } from './room.js';
import { option, words } from './room.js';

/** The facets that every kind has which one key answers. */
export function keyed<I>(keys: (item: I) => readonly Key[]) {
  const answers = (item: I): string[] => keys(item).map(({ answer }) => String(answer));
  return {
    widget: (item: I): Widget => ({ widget: 'keys', keys: keys(item) }),
    readLine: (item: I, line: string): string | number | undefined =>
      keys(item).find(({ key }) => key === line.trim().toLowerCase())?.answer,
    typed: (item: I): string => answers(item).join(', '),
    completes: (item: I): Option[] =>
      keys(item).map(({ answer, label }) => ({ id: String(answer), text: label })),
  };
}

/**
 * The facets of such a kind whose answers are described, each in words of its own.
 *
 * @param say what stands above them on paper.
 */
export function described<I>(keys: (item: I) => readonly Key[], say: string) {
  const options = (item: I): Option[] => keyed(keys).completes(item);
  return {
    ...keyed(keys),
    options,
    room: (item: I): Room => ({
      words: say,
      needsScale: false,
      fields: [
        { field: 'choices', choices: keys(item).map(({ key, label }) => ({ key, text: label })) },
      ],
      hasNote: true,
    }),
    notation: (item: I): NotationLine[] => [
      words(`Answer: ${keyed(keys).typed(item)}`),
      ...options(item).map(({ id, text }) => option(id, text)),
    ],
  };
}
