/** A tag of a page, as it is written. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A page as it is written: its tags in order, its text, and the text of its style. */
export interface ReadPage {
  readonly tags: readonly Tag[];
  readonly text: string;
  readonly style: string;
}

const TOKEN =
  /<!doctype html>|<style>(?<style>[^<]*)<\/style>|<\/(?<end>[a-z][a-z0-9]*)>|<(?<start>[a-z][a-z0-9]*)(?<attributes>(?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)(?<closed>\/?)>|(?<text>[^<>]+)/gy;
/** What has no end. */
const VOID = ['meta', 'br', 'col'];
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** A text without its entities. */
export function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/**
 * Reads a page far more strictly than a browser: whatever isn't a well-formed tag, closed in its
 * order, or a text without a stray sign, is an error.
 */
export function readPage(page: string): ReadPage {
  const tags: Tag[] = [];
  const open: string[] = [];
  let [text, style, at] = ['', '', 0];
  TOKEN.lastIndex = 0;
  while (at < page.length) {
    const found = TOKEN.exec(page);
    if (found === null) throw new Error(`no tag and no text: ${page.slice(at, at + 80)}`);
    at = TOKEN.lastIndex;
    const { start, end, attributes = '', closed, text: words } = found.groups ?? {};
    if (words !== undefined) text += decoded(words);
    style += found.groups?.['style'] ?? '';
    if (start !== undefined) {
      const pairs = [...attributes.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)];
      const names = pairs.map(([, name = '']) => name);
      if (new Set(names).size < names.length) throw new Error(`twice in one tag: ${found[0]}`);
      tags.push({
        name: start,
        attributes: Object.fromEntries(
          pairs.map(([, name = '', value = '']) => [name, decoded(value)]),
        ),
      });
      if (closed === '' && !VOID.includes(start)) open.push(start);
    }
    if (end !== undefined && open.pop() !== end) throw new Error(`closed in disorder: ${end}`);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return { tags, text, style };
}
