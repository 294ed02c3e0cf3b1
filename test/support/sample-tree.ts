import type { Printable, Tree } from '../../src/documents/tree.js';
import { strong } from '../../src/documents/blocks.js';
import { ALL, CASES, DEPARTMENTS, METHOD } from './sample/details.js';
import { FIRST_PAGE } from './sample/first-page.js';
import { MOVED, WATERFALL, YEAR } from './sample/moves.js';

/** A made-up document with every block and every mark, as full as a real one. */
export const SAMPLE: Tree = {
  kind: 'Customer-service check-up',
  subject: [strong('Example Motors'), ' · Q3 2026, compared with Q2 2026'],
  title: 'Example Motors, Q3 2026: customer-service check-up',
  headline: 'Customers are answered faster, but contact after the sale has slipped',
  blocks: [
    ...FIRST_PAGE,
    ...WATERFALL,
    ...MOVED,
    ...YEAR,
    ...DEPARTMENTS,
    ...CASES,
    ...ALL,
    ...METHOD,
  ],
  foot: [
    'Audited 14 September 2026 to 21 September 2026 by A. Auditor · Quarterly check-up, version 2, core items',
  ],
  running: 'Example Motors, Q3 2026',
};

/** A document with nothing but a tree. */
export function printableTree(tree: Tree): Printable {
  return { tree: () => tree, data: () => ({}), tables: () => [], answersFile: () => null };
}

/** What a part of a tree is, and how it is drawn: no text. */
const KINDS = ['block', 'inline', 'mark', 'sign', 'tone', 'role', 'size', 'squares'];

/** The same tree with each of its texts replaced: ids and links too, kinds and signs not. */
export function retold<T>(tree: T, tell: (text: string) => string): T {
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KINDS.includes(key) ? value : tell(value);
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, walk(each, name)]),
    );
  };
  // What is neither text nor list nor object stays, and those stay what they are.
  return walk(tree) as T;
}
