import { spelledAs } from '../core/names.js';
import type { Store } from '../storage/store.js';

/** An auditor in the spelling in which they are known: Anna and anna are one person. */
export async function auditorNamed(store: Store, typed: string): Promise<string> {
  return spelledAs(typed, await store.auditors.known());
}
