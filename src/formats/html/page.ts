import { createHash } from 'node:crypto';
import type { Block, Tree } from '../../documents/tree.js';
import { blocks } from './blocks.js';
import { inline } from './inline.js';
import { anchor } from './links.js';
import { PageParts } from './parts.js';
import type { Paper } from '../format.js';
import { style } from './style/style.js';
import type { Html } from './text.js';
import { NO_HTML, markup } from './text.js';

type Heading = Extract<Block, { readonly block: 'heading' }>;

/** What stands below one heading. */
interface Section {
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
  /** Whether it begins a new sheet of paper. */
  readonly breaks: boolean;
}

/**
 * A tree as one self-contained page: no script, nothing from elsewhere, and a policy that lets the
 * browser hold it to that.
 *
 * @param paper the paper that it is printed on; left out, whoever prints it chooses.
 */
export function page(tree: Tree, paper?: Paper): string {
  const parts = new PageParts();
  const [lead, ...rest] = sections(tree.blocks);
  const opening = lead === undefined ? NO_HTML : blocks(lead.blocks, parts);
  const body = rest.map((each) => section(each, parts));
  const css = style(tree.running, paper);
  const hash = createHash('sha256').update(css, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:`;
  const symbols =
    parts.symbols.length === 0
      ? NO_HTML
      : markup`<svg class="unseen" width="0" height="0" aria-hidden="true">${parts.symbols}</svg>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${markup`<title>${tree.title}</title>`.text}
<style>${css}</style>
</head>
<body>
${
  markup`${symbols}<a class="skip" href="#_main">To the content</a>
<header class="top"><p>${tree.kind}</p><p class="who">${inline(tree.subject)}</p></header>
<main id="_main">
<h1>${inline(tree.headline)}</h1>
${opening}
${contents(tree.blocks)}
${body}</main>
${foot(tree)}`.text
}
</body>
</html>
`;
}

/** What stands before the first heading of a section, and each section. */
function sections(all: readonly Block[]): Section[] {
  const found: { heading: Heading | null; blocks: Block[]; breaks: boolean }[] = [
    { heading: null, blocks: [], breaks: false },
  ];
  for (const each of all) {
    const last = found.at(-1);
    if (each.block === 'heading' && each.level === 2) {
      // A page break before a heading is the section's own, so that nothing stands above it.
      const breaks = last?.blocks.at(-1)?.block === 'page-break';
      if (breaks) last.blocks.pop();
      found.push({ heading: each, blocks: [], breaks });
    } else {
      last?.blocks.push(each);
    }
  }
  return found;
}

function section({ heading, blocks: inside, breaks }: Section, parts: PageParts): Html {
  const title = heading === null ? [] : [heading];
  const classes = breaks ? markup` class="new-page"` : NO_HTML;
  return markup`<section${classes}>${blocks([...title, ...inside], parts)}</section>
`;
}

/** The contents of the page: its headings in short. */
function contents(all: readonly Block[]): Html {
  const links = all.flatMap((each) =>
    each.block === 'heading' && each.id !== undefined && each.short !== undefined
      ? [markup`<a href="#${anchor(each.id)}">${each.short}</a> `]
      : [],
  );
  return links.length === 0 ? NO_HTML : markup`<nav aria-label="On this page">${links}</nav>`;
}

function foot({ foot }: Tree): Html {
  if (foot.length === 0) return NO_HTML;
  return markup`<footer>${foot.map((text) => markup`<p>${inline(text)}</p>`)}</footer>`;
}
