import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedPath } from '../../src/files/typed-path.js';

describe('a path as a terminal gives it', () => {
  test.each([
    ['/home/a/photo.jpg', '/home/a/photo.jpg'],
    ['/home/a/my\\ photo\\ \\(1\\).jpg ', '/home/a/my photo (1).jpg'],
    ["'/home/a/my photo.jpg' ", '/home/a/my photo.jpg'],
    ["'/home/a/it'\\''s.jpg'", "/home/a/it's.jpg"],
    ['"/home/a/say \\"hi\\" \\$5.jpg"', '/home/a/say "hi" $5.jpg'],
    ['file:///home/a/my%20photo.jpg', '/home/a/my photo.jpg'],
    ["'file:///home/a/b.jpg'\n", '/home/a/b.jpg'],
    ['/ends/in\\ ', '/ends/in '],
    ['  a b.jpg  ', 'a b.jpg'],
    // Quotes that stand inside a name, or don't pair up, are part of it.
    ["/home/o'brien/x.jpg", "/home/o'brien/x.jpg"],
    ["Bob's and Tim's.jpg", "Bob's and Tim's.jpg"],
    ["'", "'"],
    // Addresses that lead to no file here are names like any other.
    ['file://elsewhere/a.jpg', 'file://elsewhere/a.jpg'],
    ['file:///a%2Fb', 'file:///a%2Fb'],
    ['https://example.com/a.jpg', 'https://example.com/a.jpg'],
    ['', ''],
    ['   ', ''],
  ])('on Linux and macOS: %s', (typed, meant) => {
    expect(typedPath(typed, 'linux')).toBe(meant);
    expect(typedPath(typed, 'darwin')).toBe(meant);
  });

  test.each([
    ['C:\\Users\\a\\photo.jpg', 'C:\\Users\\a\\photo.jpg'],
    ['"C:\\Users\\a b\\photo.jpg" ', 'C:\\Users\\a b\\photo.jpg'],
    ["'C:\\Users\\a b\\photo.jpg'", 'C:\\Users\\a b\\photo.jpg'],
    ['file:///C:/Users/a%20b/photo.jpg', 'C:\\Users\\a b\\photo.jpg'],
    ['\\\\server\\share\\photo.jpg', '\\\\server\\share\\photo.jpg'],
    ['"', '"'],
  ])('on Windows, where backslashes are separators: %s', (typed, meant) => {
    expect(typedPath(typed, 'win32')).toBe(meant);
  });

  test('in the home folder begins with ~/, unless that is quoted or escaped', () => {
    expect(typedPath('~/my\\ photo.jpg ', 'linux', '/home/a b')).toBe('/home/a b/my photo.jpg');
    expect(typedPath('~/../x.jpg', 'linux', '/home/a')).toBe('/home/a/../x.jpg');
    expect(typedPath('~\\x.jpg', 'win32', 'C:\\Users\\a')).toBe('C:\\Users\\a\\x.jpg');
    for (const name of ["'~/x'", '\\~/x']) expect(typedPath(name, 'linux', '/h')).toBe('~/x');
    for (const name of ['~', '~a/x', 'x/~/y']) expect(typedPath(name, 'linux', '/h')).toBe(name);
  });

  test('any path survives being quoted or escaped as a shell would', () => {
    // A file's name; with a slash at its end it would be a folder's.
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => !text.endsWith('/'));
    fc.assert(
      fc.property(name, (text) => {
        const path = `/a/${text}`;
        const quoted = `'${path.replaceAll("'", "'\\''")}'`;
        expect(typedPath(`${quoted} `, 'linux')).toBe(path);
        const escaped = path.replace(/[^A-Za-z0-9/]/gu, (one) =>
          one.length === 1 ? `\\${one}` : one,
        );
        expect(typedPath(`${escaped} `, 'linux')).toBe(path);
        expect(typedPath(pathToFileURL(path).href, 'linux')).toBe(resolve(path));
      }),
    );
  });
});
