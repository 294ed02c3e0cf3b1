import type { Issue } from '../schema/problem.js';
import type { Checklist, Item } from './checklist.js';
import { SCOPES, STEP_COUNT, askedSteps, weightOf } from './checklist.js';
import { advice } from '../closest.js';
import { foldName } from '../names.js';
import { kindOf } from './kinds/index.js';
import { NAME_LENGTH, lengthOf } from './naming.js';

interface Placed {
  readonly item: Item;
  readonly path: readonly PropertyKey[];
}

function placedItems(checklist: Checklist): Placed[] {
  return checklist.steps.flatMap((step, s) =>
    step.items.map((item, i) => ({ item, path: ['steps', s, 'items', i] })),
  );
}

function sixSteps(checklist: Checklist): Issue[] {
  const has = checklist.steps.length;
  if (has === STEP_COUNT) return [];
  return [
    {
      path: ['steps'],
      message: `has ${String(has)} steps (a check-up has ${String(STEP_COUNT)}: ${has < STEP_COUNT ? 'add what is missing' : 'take out what is too many'})`,
    },
  ];
}

function uniqueIds(checklist: Checklist): Issue[] {
  const twice = (seen: Set<string>, id: string, path: readonly PropertyKey[], what: string) => {
    if (seen.has(id)) {
      return [{ path, message: `${id} is the id of another ${what} too (give each its own id)` }];
    }
    seen.add(id);
    return [];
  };
  const steps = new Set<string>();
  const items = new Set<string>();
  const departments = new Set<string>();
  return [
    ...checklist.departments.flatMap((department, d) =>
      twice(departments, department.id, ['departments', d, 'id'], 'department'),
    ),
    ...checklist.steps.flatMap((step, s) => twice(steps, step.id, ['steps', s, 'id'], 'step')),
    ...placedItems(checklist).flatMap(({ item, path }) =>
      twice(items, item.id, [...path, 'id'], 'item'),
    ),
  ];
}

interface Named {
  readonly what: 'step' | 'item';
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** All that has a name of its own; one that is only made from the text needn't be anything. */
function namesOf(checklist: Checklist): Named[] {
  const steps = checklist.steps.map(
    ({ name }, s) => ({ what: 'step', name, path: ['steps', s] }) as const,
  );
  const items = placedItems(checklist).map(
    ({ item, path }) => ({ what: 'item', name: item.name, path }) as const,
  );
  return [...steps, ...items].flatMap(({ what, name, path }) =>
    name === undefined ? [] : [{ what, name, path: [...path, 'name'] }],
  );
}

function shortNames(checklist: Checklist): Issue[] {
  return namesOf(checklist).flatMap(({ name, path }) => {
    const length = lengthOf(name);
    if (length <= NAME_LENGTH) return [];
    const message = `is ${String(length)} characters long (a name has at most ${String(NAME_LENGTH)}: say it in fewer words)`;
    return [{ path, message }];
  });
}

/** A step may be called like an item: no table holds both. */
function uniqueNames(checklist: Checklist): Issue[] {
  const seen = new Set<string>();
  return namesOf(checklist).flatMap(({ what, name, path }) => {
    const key = `${what} ${foldName(name)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `“${name}” is the name of another ${what} too (readers tell them apart by it: give each its own)`;
    return [{ path, message }];
  });
}

function knownDepartments(checklist: Checklist): Issue[] {
  const known = checklist.departments.map((department) => department.id);
  return placedItems(checklist).flatMap(({ item, path }) =>
    item.departments.flatMap((id, d) =>
      known.includes(id)
        ? []
        : [
            {
              path: [...path, 'departments', d],
              message: `${id} is not a department of this checklist (${advice(id, known)})`,
            },
          ],
    ),
  );
}

function bandsInOrder(checklist: Checklist): Issue[] {
  return checklist.bands.flatMap((band, b) => {
    const before = checklist.bands[b - 1];
    const path = ['bands', b, 'from'];
    if (before === undefined) {
      return band.from === 0
        ? []
        : [
            {
              path,
              message: `leaves scores below ${String(band.from)} without a band (the first band starts at 0)`,
            },
          ];
    }
    return band.from > before.from
      ? []
      : [
          {
            path,
            message: `is not above ${String(before.from)}, where the band before it starts (put bands in rising order)`,
          },
        ];
  });
}

function scorableSteps(checklist: Checklist): Issue[] {
  return SCOPES.flatMap((scope) =>
    askedSteps(checklist, scope).flatMap((step, s) =>
      step.items.some((item) => kindOf(item).scored)
        ? []
        : [
            {
              path: ['steps', s, 'items'],
              message: `cannot give a score in scope ${scope} (${scope === 'core' ? 'mark at least one scored item core: true' : 'add an item that is scored'})`,
            },
          ],
    ),
  );
}

/** The least weight that still says something beside others of at most 100. */
const LEAST_WEIGHT = 0.01;

/** Here and not in the schema: an audit's own checklist stays readable, whatever its weights. */
function weightsThatCount(checklist: Checklist): Issue[] {
  const weighed = [
    ...checklist.steps.map(({ weight }, s) => ({ weight, path: ['steps', s] })),
    ...placedItems(checklist).map(({ item, path }) => ({
      weight: kindOf(item).scored ? weightOf(item) : LEAST_WEIGHT,
      path,
    })),
  ];
  return weighed.flatMap(({ weight, path }) =>
    weight >= LEAST_WEIGHT
      ? []
      : [
          {
            path: [...path, 'weight'],
            message: `is ${String(weight)}, which counts for nothing (give at least ${String(LEAST_WEIGHT)})`,
          },
        ],
  );
}

function rulesOfKinds(checklist: Checklist): Issue[] {
  return placedItems(checklist).flatMap(({ item, path }) =>
    kindOf(item)
      .rules(item)
      .map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
  );
}

const RULES = [
  sixSteps,
  uniqueIds,
  shortNames,
  uniqueNames,
  knownDepartments,
  bandsInOrder,
  scorableSteps,
  weightsThatCount,
  rulesOfKinds,
] as const;

/** Everything that the schema alone can't see. All rules run; paths are into the whole checklist. */
export function brokenRules(checklist: Checklist): Issue[] {
  return RULES.flatMap((rule) => rule(checklist));
}
