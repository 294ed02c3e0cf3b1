import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/core/words/numbers.js';
import {
  asSentence,
  byCodeUnits,
  firstSentence,
  printJson,
  visible,
  visibleLine,
} from '../../src/core/text.js';

// Written as ranges of numbers, apart from the expression in the code.
const inRange = (code: number, from: number, to: number): boolean => code >= from && code <= to;
function acts(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (inRange(code, 0x00, 0x1f) && code !== 0x09 && code !== 0x0a) || // C0 and ESC
    inRange(code, 0x7f, 0x9f) || // DEL and C1
    code === 0x061c || // Arabic letter mark
    inRange(code, 0x200e, 0x200f) || // LRM, RLM
    inRange(code, 0x2028, 0x2029) || // line and paragraph separator
    inRange(code, 0x202a, 0x202e) || // embeddings and overrides
    inRange(code, 0x2066, 0x2069) // isolates
  );
}
const ACTING = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(acts);

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ACTING),
      fc.constantFrom('\r\n', '\n', '\t', 'a', ' ', '\u{1f697}', '\ud800', 'ß', '\\', '"'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('what is shown of a text', () => {
  it('holds no character that acts on a terminal or turns the direction of a line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(Array.from(visible(text)).filter(acts)).toEqual([]);
        expect(Array.from(visibleLine(text)).filter(acts)).toEqual([]);
      }),
    );
  });

  it('names each of them by its code', () => {
    expect(ACTING.length).toBeGreaterThan(60);
    for (const character of ACTING) {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      expect(visible(`a${character}b`)).toBe(`a[U+${code}]b`);
    }
  });

  it('leaves everything else as it is', () => {
    const harmless = 'Grüße, 你好, 🚗 \u{e0001}, "quoted" \\ `code`\n\tindented';
    expect(visible(harmless)).toBe(harmless);
  });

  it('takes CR LF as a line feed, and marks a lone CR', () => {
    expect(visible('a\r\nb\rc')).toBe('a\nb[U+000D]c');
  });

  it('stays what it is when it is shown again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });

  it('disarms an escape sequence and keeps its letters', () => {
    expect(visible('\u001b[31mred\u001b[0m')).toBe('[U+001B][31mred[U+001B][0m');
  });

  it('is one trimmed line with single spaces where one line is asked for', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = visibleLine(text);
        expect(line).not.toMatch(/[\n\t]|\s\s|^\s|\s$/);
      }),
    );
    expect(visibleLine('  a\n\n\tb \r\n c ')).toBe('a b c');
  });
});

describe('JSON that is printed', () => {
  it('parses back to exactly the same texts', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, text) => {
        const value = { list: [text], map: Object.fromEntries([[key, text]]) };
        expect(JSON.parse(printJson(value))).toEqual(value);
      }),
    );
  });

  it('holds no character that acts', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, text) => {
        expect(Array.from(printJson(Object.fromEntries([[key, text]]))).filter(acts)).toEqual([]);
      }),
    );
  });

  it('is indented by two spaces and ends with a line feed', () => {
    expect(printJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });
});

describe('a number of things', () => {
  it('is one thing only when it is one', () => {
    expect([0, 1, 2].map((n) => count(n, 'item'))).toEqual(['0 items', '1 item', '2 items']);
    expect(count(2, 'lapse', 'lapses in all')).toBe('2 lapses in all');
  });
});

describe('sentences', () => {
  it.each([
    ['CRM lead report, 10 leads. Recompute them.', 'CRM lead report, 10 leads.'],
    ['  One alone ', 'One alone'],
    ['', ''],
  ])('the first of %j', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });

  it.each([
    ['Calls returned', 'Calls returned.'],
    ['Are calls returned?', 'Are calls returned?'],
    ['How it begins…', 'How it begins…'],
  ])('%j ends with one mark', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });
});

describe('the parts of a text', () => {
  it('end as a sentence does, once, wherever else a full stop stands', () => {
    expect(asSentence('No. 5 is late')).toBe('No. 5 is late.');
    expect(asSentence('Is it?')).toBe('Is it?');
  });

  it('are its first sentence, without the blanks around', () => {
    expect(firstSentence('  One. Two.')).toBe('One.');
  });
});

it('sorts texts the same everywhere', () => {
  expect(['é', 'b', 'B', 'a'].toSorted(byCodeUnits)).toEqual(['B', 'a', 'b', 'é']);
});
