import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, target } from '../../../src/formats/html/links.js';

describe('a link', () => {
  it.each([
    ['#all', '#all'],
    ['#resp.web first', '#resp_2e_web_20_first'],
    ['evidence/a b.pdf', 'evidence/a%20b.pdf'],
    ['50 % done#2?.pdf', '50%20%25%20done%232%3F.pdf'],
    ['évidence/日本.png', '%C3%A9vidence/%E6%97%A5%E6%9C%AC.png'],
    ['../other.html', '../other.html'],
    ['lone\ud800', 'lone%EF%BF%BD'],
  ])('to %s leads to %s', (to, address) => {
    expect(target(to)).toBe(address);
  });

  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'mailto:a@b',
    '//example.com',
    '/etc/passwd',
    'C:\\x',
    'a\\b',
    'java\nscript:x',
    'a//b',
    '',
    '#',
  ])('to %j leads nowhere', (to) => {
    expect(target(to)).toBeNull();
  });
});

describe('an id', () => {
  it('is never that of another, and never one of the page itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        if (one !== other) expect(anchor(one)).not.toBe(anchor(other));
        expect(['_main', '_z0', '_z1']).not.toContain(anchor(one));
      }),
    );
  });
});
