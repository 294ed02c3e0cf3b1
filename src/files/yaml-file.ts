import { LineCounter, isAlias, isNode, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Issue, Problem } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { readText } from './read-text.js';

/** More aliases than this are no checklist but an attack, or a slip. */
const MAX_ALIASES = 100;

/** A YAML (or JSON) file that was read, and the way from a path in it to line and column. */
export interface YamlFile {
  readonly file: string;
  /** The plain data; meaningless when there are problems. */
  readonly data: unknown;
  /** What is wrong with it as YAML. */
  readonly problems: readonly Problem[];
  /** Gives an issue its place; climbs to the nearest parent that is written in the file. */
  readonly place: (issue: Issue) => Problem;
}

/**
 * Reads a YAML file with the source position of everything in it. JSON is YAML too.
 *
 * @throws UserError or ProblemsError when it can't be read as text at all.
 */
export async function readYamlFile(file: string): Promise<YamlFile> {
  return parseYaml(file, await readText(file));
}

/** The same for a text that is at hand. */
export function parseYaml(file: string, text: string): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problem = (offset: number, path: Issue['path'], message: string): Problem => ({
    file,
    ...at(offset),
    path,
    message,
  });

  const problems = [...document.errors, ...document.warnings].map((error) =>
    problem(error.pos[0], [], sayYamlError(error.code, error.message)),
  );
  if (problems.length === 0) problems.push(...aliasProblems(document, problem));
  return {
    file,
    data: problems.length === 0 ? document.toJS({ maxAliasCount: MAX_ALIASES }) : undefined,
    problems,
    place: (issue) => problem(offsetOf(document, issue.path), issue.path, issue.message),
  };
}

const CURES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used for indentation (use spaces)',
  DUPLICATE_KEY: 'the same key is there twice in one map (keep one)',
  MULTIPLE_DOCS: 'a second document starts here (put one document in a file)',
  BAD_ALIAS: 'an alias points to no anchor (write the value out)',
};

function sayYamlError(code: string, message: string): string {
  return (
    CURES[code] ??
    `is not YAML here: ${visibleLine(message)} (mend the line, or put the text in quotes)`
  );
}

type MakeProblem = (offset: number, path: Issue['path'], message: string) => Problem;

/** Aliases that can't be followed: too many in all, or one inside the very thing it names. */
function aliasProblems(document: Document.Parsed, problem: MakeProblem): Problem[] {
  const problems: Problem[] = [];
  let aliases = 0;
  visit(document, {
    Alias(_key, node, ancestors) {
      aliases += 1;
      const offset = node.range?.[0] ?? 0;
      if (
        ancestors.some(
          (parent) =>
            isNode(parent) &&
            !isAlias(parent) &&
            'anchor' in parent &&
            parent.anchor === node.source,
        )
      ) {
        problems.push(
          problem(
            offset,
            [],
            `the alias *${node.source} stands inside its own anchor (write the value out)`,
          ),
        );
      }
      if (aliases === MAX_ALIASES + 1) {
        problems.push(
          problem(
            offset,
            [],
            `there are more than ${String(MAX_ALIASES)} aliases (write the values out)`,
          ),
        );
      }
    },
  });
  if (problems.length > 0) return problems;
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
    return [];
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return [problem(0, [], 'the aliases unfold into too much (write the values out)')];
  }
}

function offsetOf(document: Document.Parsed, path: Issue['path']): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = startOf(node);
    if (start === undefined) continue;
    // A key says better than its value where a map or a wrong key stands.
    return keyOffset(document, path.slice(0, length)) ?? start;
  }
  return document.contents?.range[0] ?? 0;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

function keyOffset(document: Document.Parsed, path: Issue['path']): number | undefined {
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof parent !== 'object' || parent === null || !('items' in parent)) return undefined;
  if (!Array.isArray(parent.items)) return undefined;
  for (const pair of parent.items as unknown[]) {
    if (typeof pair !== 'object' || pair === null || !('key' in pair)) continue;
    const key = pair.key;
    if (isNode(key) && 'value' in key && key.value === path.at(-1)) return startOf(key);
  }
  return undefined;
}
