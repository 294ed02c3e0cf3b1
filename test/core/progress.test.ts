import { expect, it } from 'vitest';
import type { Watch } from '../../src/core/progress.js';
import { unwatched, watched } from '../../src/core/progress.js';

function noting(seen: string[]): Watch {
  return (what, of) => {
    seen.push(`${what} ${String(of)}`);
    return { step: () => seen.push('step'), done: () => seen.push('done') };
  };
}

it('tells each thing when it is done, and the end once', () => {
  const seen: string[] = [];
  for (const thing of watched(noting(seen), 'audits', ['a', 'b'])) seen.push(thing);
  expect(seen).toEqual(['audits 2', 'a', 'step', 'b', 'step', 'done']);
});

it('tells the end also where somebody leaves early', () => {
  const seen: string[] = [];
  for (const thing of watched(noting(seen), 'audits', ['a', 'b'])) {
    seen.push(thing);
    break;
  }
  expect(seen).toEqual(['audits 2', 'a', 'done']);
});

it('is the same where nobody watches', () => {
  expect([...watched(unwatched, 'audits', ['a', 'b'])]).toEqual(['a', 'b']);
});
