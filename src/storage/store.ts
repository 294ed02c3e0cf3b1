import { Auditors } from './auditors.js';
import { Audits } from './audits.js';
import type { OpenDatabase, Opening } from './database.js';
import { openDatabase } from './database.js';
import { Dealerships } from './dealerships.js';
import { Draws } from './draws.js';
import { checklistReader } from './kept.js';
import { peekDatabase } from './peek.js';
import { Scores } from './scores.js';
import { Seals } from './seals.js';
import { Soundness } from './soundness.js';
import type { StoreTools } from './store-tools.js';
import { Voids } from './voids.js';
import { Visits } from './visits.js';

/** All that is kept, in one file. */
export interface Store {
  readonly dealerships: Dealerships;
  readonly audits: Audits;
  readonly draws: Draws;
  readonly auditors: Auditors;
  readonly seals: Seals;
  readonly visits: Visits;
  readonly voids: Voids;
  readonly scores: Scores;
  readonly soundness: Soundness;
  close(): void;
}

/**
 * Opens the store in a file; see `openDatabase` for what it refuses.
 */
export function openStore(file: string, tools: StoreTools, how: Opening = {}): Store {
  return storeOf(openDatabase(file, tools.hash, how), tools);
}

/** Opens a store to look into it, without writing anything; see `peekDatabase`. */
export function peekStore(file: string, tools: StoreTools): Store {
  return storeOf(peekDatabase(file, tools.hash), tools);
}

function storeOf(database: OpenDatabase, tools: StoreTools): Store {
  const { queries, close, isReadOnly } = database;
  const { hash, slugify, progress } = tools;
  const readChecklist = checklistReader(hash);
  return {
    dealerships: new Dealerships(queries, slugify, hash),
    audits: new Audits(queries, hash, readChecklist),
    draws: new Draws(queries, hash),
    auditors: new Auditors(queries),
    seals: new Seals(queries, hash, readChecklist),
    visits: new Visits(queries, hash),
    voids: new Voids(queries, hash),
    scores: new Scores(queries, hash, readChecklist, { progress, isReadOnly }),
    soundness: new Soundness(queries, hash, database),
    close,
  };
}
