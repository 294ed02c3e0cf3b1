import { describe, expect, it } from 'vitest';
import { once, onceEach } from '../../src/core/once.js';

describe('what is made when it is asked for', () => {
  it('is made at the first call, and never again', () => {
    let made = 0;
    const get = once(() => {
      made += 1;
      return null;
    });
    expect(made).toBe(0);
    expect([get(), get(), made]).toEqual([null, null, 1]);
  });

  it('is made anew after it could not be made', () => {
    let tries = 0;
    const get = once(() => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    expect(get).toThrow('not yet');
    expect(get()).toBe(2);
  });

  it('is made once for each', () => {
    const made: object[] = [];
    const get = onceEach((key: object) => made.push(key));
    const [a, b] = [{}, {}];
    expect([get(a), get(b), get(a)]).toEqual([1, 2, 1]);
  });
});
