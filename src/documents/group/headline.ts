import type { GroupComparison, GroupRow } from '../../core/compare/group.js';
import { isAhead } from '../../core/compare/ranking.js';
import { andList } from '../../core/words/lists.js';
import { countWord, sentence } from '../../core/words/numbers.js';

/** So many names fit a headline. */
const MOST = 3;

/** Who leads, and who can't be told apart, by the strict order of clear differences. */
export function headline({ rows }: Pick<GroupComparison, 'rows'>): string {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const [only, second] = ranked;
  if (only === undefined) return 'No dealership has a score';
  if (second === undefined) return `${only.name} alone has a score: nobody to compare it with`;
  const top = at(ranked, 1);
  const ahead = top.filter(({ rank }) => isAhead(rank));
  const beside = top.filter(({ rank }) => !isAhead(rank));
  const [leader, another] = ahead;
  if (leader === undefined) {
    const who =
      ranked.length > MOST ? `The ${countWord(ranked.length, 'dealership')}` : named(ranked, '');
    return `${who} cannot be told apart`;
  }
  if (beside.length > 0) {
    return `${first(ahead)} ${ahead.length === 1 ? 'is' : 'are'} ahead of most, but cannot be told from ${named(beside, 'others')}`;
  }
  if (another !== undefined) return `${first(ahead)} lead and cannot be told apart`;
  return `${leader.name} leads${behind(ranked)}`;
}

/** What follows those of the first place, who is one. */
function behind(ranked: readonly GroupRow[]): string {
  const next = at(ranked, 2);
  const [one, another] = next;
  if (one === undefined) return '';
  if (another === undefined) return `, ${one.name} follows`;
  const who =
    next.length > MOST && next.length === ranked.length - 1
      ? `the ${countWord(next.length, 'other')}`
      : named(next, 'dealerships behind it');
  return `; ${who} cannot be told apart`;
}

function at(ranked: readonly GroupRow[], place: number): GroupRow[] {
  return ranked.filter(({ rank }) => rank?.place === place);
}

/** Their names, or how many they are. */
function named(rows: readonly GroupRow[], what: string): string {
  return rows.length > MOST
    ? countWord(rows.length, what, what)
    : andList(rows.map(({ name }) => name));
}

/** The same where it begins the headline. */
function first(rows: readonly GroupRow[]): string {
  const text = named(rows, 'dealerships');
  return rows.length > MOST ? sentence(text) : text;
}
