import type { Block, Figure } from '../../documents/tree.js';
import { blanks, entry } from './entry.js';
import { inline, keyed } from './inline.js';
import { drawn } from './marks/mark.js';
import type { PageParts } from './parts.js';
import { caption, table } from './table.js';
import type { Html } from './text.js';
import { NO_HTML, markup, typedLines } from './text.js';

/** Blocks, one after the other. */
export function blocks(all: readonly Block[], parts: PageParts): Html {
  return markup`${all.map((each) => block(each, parts))}`;
}

function block(each: Block, parts: PageParts): Html {
  switch (each.block) {
    case 'heading': {
      const id = parts.id(each.id);
      const named = id === null ? NO_HTML : markup` id="${id}"`;
      return each.level === 2
        ? markup`<h2${named}>${inline(each.text)}</h2>`
        : markup`<h3${named}>${inline(each.text)}</h3>`;
    }
    case 'paragraph':
      return each.tone === 'plain'
        ? markup`<p>${inline(each.text)}</p>`
        : markup`<p class="fine">${each.tone === 'key' ? keyed(each.text) : inline(each.text)}</p>`;
    case 'list': {
      const items = each.items.map((item) => markup`<li>${inline(item)}</li>`);
      if (each.ticks === true) return markup`<ul class="ticks">${items}</ul>`;
      return each.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
    }
    case 'quote':
      return markup`<blockquote>${typedLines(each.text)}</blockquote>`;
    case 'alarm': {
      const note =
        each.note.trim() === '' ? NO_HTML : markup`<p class="note">${typedLines(each.note)}</p>`;
      return markup`<div class="alarm"><p>${inline(each.text)}</p>${note}</div>`;
    }
    case 'score':
      return score(each);
    case 'table':
      return table(each, parts, blocks);
    case 'figure':
      return figure(each, parts);
    case 'grid':
      return markup`<div class="grid by-${each.columns}">${each.cells.map((cell) => markup`<div>${blocks(cell, parts)}</div>`)}</div>`;
    case 'fold':
      return markup`<details><summary><span class="ends"><span>${inline(each.summary)}</span>${each.figure === '' ? NO_HTML : markup` <b>${each.figure}</b>`}</span></summary><div class="folded">${blocks(each.blocks, parts)}</div></details>`;
    case 'blanks':
      return blanks(each);
    case 'entry':
      return entry(each, parts);
    case 'page-break':
      return markup`<div class="page-break"></div>`;
  }
}

function score({ figure, of, band, says }: Extract<Block, { readonly block: 'score' }>): Html {
  // A figure has few signs; words such as "not scored" can't be as large.
  const words = figure.length > 4 ? ' words' : '';
  return markup`<div class="hero"><p class="score"><b class="figure${words}">${figure}</b> <span class="of">${of}</span> <b class="band">${band}</b></p><div class="says">${says.map((text) => markup`<p>${inline(text)}</p>`)}</div></div>`;
}

function figure({ caption: text, mark, words }: Figure, parts: PageParts): Html {
  const picture = drawn(mark, parts);
  const shown =
    words === '' ? picture : markup`<div role="img" aria-label="${words}">${picture}</div>`;
  const title = caption(text);
  return markup`<figure class="of-${mark.mark}">${title.text === '' ? NO_HTML : markup`<figcaption>${title}</figcaption>`}${shown}</figure>`;
}
