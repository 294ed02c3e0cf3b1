import type { Json } from '../canonical.js';
import { canonicalJson } from '../canonical.js';

/** What is written of something, by key. */
export type Facts = Readonly<Record<string, Json | undefined>>;

/** One key under which two versions of something don't say the same. */
export interface Detail {
  /** As in YAML. */
  readonly key: string;
  /** Null where nothing stood. */
  readonly from: Json;
  readonly to: Json;
}

/** How much of a text is shown, and how much of that stands before the first difference. */
const SHOWN = 60;
const LEAD = 20;

/** The keys that differ, in the order in which they are written. */
export function detailsOf(from: Facts, to: Facts): Detail[] {
  const keys = new Set([...Object.keys(to), ...Object.keys(from)]);
  return [...keys]
    .map((key): Detail => ({ key, from: from[key] ?? null, to: to[key] ?? null }))
    .filter((detail) => canonicalJson(detail.from) !== canonicalJson(detail.to));
}

/**
 * A difference in words, such as `zero: 60 → 90` or `checks: “seats” is new`. What authors wrote is
 * in it as they wrote it.
 */
export function detailWords({ key, from, to }: Detail): string {
  if (!isList(from) || !isList(to)) return `${key}: ${pairWords(from, to)}`;
  return `${key}: ${listWords(from, to)}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function listWords(from: readonly Json[], to: readonly Json[]): string {
  const [before, after] = [from.map(textOf), to.map(textOf)];
  const swapped = before.flatMap((text, i) => {
    const now = after[i];
    return now === undefined || now === text ? [] : [[text, now] as const];
  });
  // What only changed places would be named twice.
  const isInPlace =
    before.length === after.length &&
    swapped.every(([was]) => swapped.every(([, now]) => now !== was));
  if (isInPlace) return swapped.map(([was, now]) => pairWords(was, now)).join('; ');
  const gone = before.filter((text) => !after.includes(text));
  const added = after.filter((text) => !before.includes(text));
  if (gone.length === 0 && added.length === 0) return 'in another order';
  return [
    ...added.map((text) => `${quoted(text)} is new`),
    ...gone.map((text) => `${quoted(text)} is gone`),
  ].join('; ');
}

function pairWords(from: Json, to: Json): string {
  if (typeof from !== 'string' || typeof to !== 'string') return `${plain(from)} → ${plain(to)}`;
  const [before, after] = [Array.from(from), Array.from(to)];
  const same = before.findIndex((character, i) => character !== after[i]);
  const start = Math.max(0, (same < 0 ? before.length : same) - LEAD);
  return `${quoted(from, start)} → ${quoted(to, start)}`;
}

function plain(value: Json): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? quoted(value) : textOf(value);
}

/** At most so many characters of a text, from a place on where it is longer. */
function quoted(text: string, from = 0): string {
  const characters = Array.from(text);
  if (characters.length <= SHOWN) return `“${text}”`;
  const start = Math.min(from, characters.length - SHOWN);
  const end = start + SHOWN;
  const [before, after] = [start > 0 ? '…' : '', end < characters.length ? '…' : ''];
  return `“${before}${characters.slice(start, end).join('')}${after}”`;
}

/** A value as a text. */
function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || typeof value === 'number') return String(value);
  return canonicalJson(value);
}
