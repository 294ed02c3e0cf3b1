import type { Argument, Option } from 'commander';
import { MONTHS } from '../core/quarter.js';
import { count } from '../core/words/numbers.js';
import { answers, builtIn, checklists, items, versions } from './checklist-values.js';
import type { Candidate, Known, Values } from './known.js';
import { ListOption } from './list-option.js';
import { audited, quarters } from './quarter-values.js';

type Source = (known: Known) => Values | Promise<Values>;

/**
 * Where values come from: by the flag itself, or by the name that a flag or an argument gives its
 * value. A command that uses one of these names has its values completed.
 */
const SOURCES: Readonly<Record<string, Source>> = {
  '--auditor': auditors,
  '--checklist': checklists,
  '--dealership': dealerships,
  '--group': groups,
  '--item': items,
  '--quarter': quarters,
  '<dealership>': dealerships,
  '<dir>': () => ({ candidates: [], places: 'folders' }),
  '<earlier>': versions,
  '<into>': dealerships,
  '<file>': () => ({ candidates: [], places: 'files' }),
  '<from>': audited,
  '<item>': items,
  '<later>': versions,
  '<month>': months,
  '<path>': builtIn,
  '<quarter>': quarters,
  '<to>': audited,
  '<value>': answers,
};

/** What a flag or an argument takes: what it says itself, or else what its name stands for. */
export async function valuesOf(wanted: Option | Argument, known: Known): Promise<Values> {
  if (wanted instanceof ListOption) return { candidates: listed(wanted, known.typed) };
  if (wanted.argChoices !== undefined) {
    return { candidates: wanted.argChoices.map((value) => ({ value, about: '' })) };
  }
  const found = namesOf(wanted).find((name) => Object.hasOwn(SOURCES, name));
  return (await SOURCES[found ?? '']?.(known)) ?? { candidates: [] };
}

/** `--out` and `<dir>` for `--out <dir>`; `<dir>` for an argument of that name. */
function namesOf(wanted: Option | Argument): readonly string[] {
  if (!('flags' in wanted)) return [`<${wanted.name()}>`];
  const placeholder = /[<[]([^\]>.]+)/.exec(wanted.flags)?.[1] ?? '';
  return [wanted.long ?? '', `<${placeholder}>`];
}

/** What a list of names with commas between can go on with. */
function listed({ names }: ListOption, typed: string): Candidate[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const used = new Set(before.split(','));
  const open = names.filter(({ name }) => !used.has(name));
  const candidate = (start: string) => {
    return ({ name, summary }: ListOption['names'][number]): Candidate => ({
      value: `${start}${name}`,
      about: summary,
    });
  };
  // Behind a whole name, the lists that go on with it too: a shell would end the word otherwise.
  const whole = open.find(({ name }) => `${before}${name}` === typed);
  const more = whole === undefined ? [] : open.filter((one) => one !== whole);
  return [...open.map(candidate(before)), ...more.map(candidate(`${typed},`))];
}

async function dealerships({ store }: Known): Promise<Values> {
  const all = (await (await store())?.dealerships.list()) ?? [];
  return { candidates: all.map(({ slug, name }) => ({ value: slug, about: name })) };
}

async function groups({ store }: Known): Promise<Values> {
  const all = (await (await store())?.dealerships.list()) ?? [];
  const byGroup = Map.groupBy(all, ({ group }) => group ?? '');
  byGroup.delete('');
  return {
    candidates: [...byGroup].map(([value, members]) => ({
      value,
      about: count(members.length, 'dealership'),
    })),
  };
}

async function auditors({ store }: Known): Promise<Values> {
  const names = (await (await store())?.auditors.list()) ?? [];
  return { candidates: names.map((name) => ({ value: name, about: '' })) };
}

function months(): Values {
  return { candidates: MONTHS.map((name, m) => ({ value: String(m + 1), about: name })) };
}
