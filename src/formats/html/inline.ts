import type { Inline, Text } from '../../documents/tree.js';
import { GLYPHS, SIGN_WORDS, pieces } from '../signs.js';
import { target } from './links.js';
import type { Html } from './text.js';
import { NO_HTML, markup } from './text.js';

/** A line, or a few of them. */
export function inline(text: Text): Html {
  return markup`${pieces(text).map(piece)}`;
}

/**
 * The same in the cell of a table: what is soft behind a break is a small line of its own, and in
 * the cell that names a row a soft number at the beginning is the row's number.
 */
export function inCell(
  text: Text,
  names = false,
): { readonly html: Html; readonly numbered: boolean } {
  const all = pieces(text);
  const [first] = all;
  const number = names && first !== undefined ? softNumber(first) : null;
  const rest = number === null ? all : all.slice(1);
  const html = rest.map((each, index) => {
    const next = rest[index + 1];
    if (isBreak(each) && next !== undefined && isSoft(next)) return NO_HTML;
    const before = rest[index - 1];
    if (isSoft(each) && before !== undefined && isBreak(before)) {
      return markup`<small>${inline(each.text)}</small>`;
    }
    return typeof each === 'string' && index === 0 && number !== null
      ? piece(each.trimStart())
      : piece(each);
  });
  const lead = number === null ? NO_HTML : markup`<span class="no">${number}</span>`;
  return { html: markup`${lead}${html}`, numbered: number !== null };
}

type Soft = Extract<Inline, { readonly inline: 'strong' | 'soft' }>;

function isSoft(each: Inline): each is Soft {
  return typeof each !== 'string' && each.inline === 'soft';
}

function isBreak(each: Inline): boolean {
  return typeof each !== 'string' && each.inline === 'break';
}

function softNumber(each: Inline): string | null {
  if (!isSoft(each)) return null;
  const [text, more] = pieces(each.text);
  if (typeof text !== 'string' || more !== undefined) return null;
  return /^\s*(\d+\.?)\s*$/.exec(text)?.[1] ?? null;
}

function piece(each: Inline): Html {
  if (typeof each === 'string') return markup`${each}`;
  switch (each.inline) {
    case 'strong':
      return markup`<b>${inline(each.text)}</b>`;
    case 'soft':
      return markup`<span class="soft">${inline(each.text)}</span>`;
    case 'code':
      return markup`<code>${each.text}</code>`;
    case 'link': {
      const to = target(each.to);
      return to === null ? inline(each.text) : markup`<a href="${to}">${inline(each.text)}</a>`;
    }
    case 'signed': {
      const { sign } = each;
      return markup`<span class="signed ${sign}"><span aria-hidden="true">${GLYPHS[sign]}</span><span class="unseen">${SIGN_WORDS[sign]}:</span> ${inline(each.text)}</span>`;
    }
    case 'tag':
      return markup`<span class="tag${each.bad ? ' bad' : ''}">${each.text}</span>`;
    case 'shaded':
      return markup`<span class="shade s${each.shade}">${inline(each.text)}</span>`;
    case 'break':
      return markup`<br>`;
    case 'blank':
      return markup`<span class="blank"></span>`;
  }
}

/** A part of a mark, as small as a letter. */
function sample(width: number, shape: Html): Html {
  return markup`<svg class="key" width="${width}" height="14" aria-hidden="true"><g class="unclear">${shape}</g></svg>`;
}

const TRIANGLE = 'M7 2 13 13H1z';

/** What the signs of a key are drawn as: the parts of the marks themselves. */
const KEY: ReadonlyMap<string, Html> = new Map([
  ['○', sample(14, markup`<circle class="ring" cx="7" cy="7" r="4.5"/>`)],
  ['●', sample(14, markup`<circle class="dot" cx="7" cy="7" r="5.5"/>`)],
  ['▬', sample(30, markup`<rect class="bar" x="1" y="2" width="28" height="10" rx="2"/>`)],
  ['┊', sample(8, markup`<line class="change" x1="4" x2="4" y2="14"/>`)],
  ['■', sample(14, markup`<rect class="missed" width="14" height="14" rx="2"/>`)],
  ['□', sample(14, markup`<rect class="kept" width="14" height="14" rx="2"/>`)],
  ['▲', sample(14, markup`<path class="better dot" d="${TRIANGLE}"/>`)],
  ['▼', sample(14, markup`<path class="worse dot" d="${TRIANGLE}" transform="rotate(180 7 7)"/>`)],
  ['△', sample(14, markup`<path class="better hollow" d="${TRIANGLE}"/>`)],
  [
    '▽',
    sample(14, markup`<path class="worse hollow" d="${TRIANGLE}" transform="rotate(180 7 7)"/>`),
  ],
]);
/** A sign of a key with the word behind it: they stay on one line. */
const SIGN = new RegExp(
  `([${[...KEY.keys()].join('')}]\\s*[^\\s${[...KEY.keys()].join('')}]*)`,
  'u',
);

/** A key: in it ○ ● ▬ ┊ ■ □ ▲ ▼ △ ▽ are drawn as the marks that they explain. */
export function keyed(text: Text): Html {
  const parts = pieces(text).flatMap((each) =>
    typeof each === 'string'
      ? each.split(SIGN).map((part) => {
          const sign = KEY.get(part.charAt(0));
          return sign === undefined
            ? markup`${part}`
            : markup`<span class="explained">${sign}${part.slice(1)}</span>`;
        })
      : [piece(each)],
  );
  return markup`${parts}`;
}
