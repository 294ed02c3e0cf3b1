import { LineCounter, isAlias, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import type { Issue, Problem } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { readText } from './read-text.js';

/** More aliases than this are no checklist but an attack, or a slip. */
const MAX_ALIASES = 100;
/** How often the library may follow aliases: each of ours, and none of them many times over. */
const UNFOLDED = MAX_ALIASES + 1;

/** Nobody mends more than this in one go, and a file that is no checklist has one in every line. */
export const MOST_PROBLEMS = 100;

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

/**
 * The same for a text that is at hand.
 *
 * @throws UserError where so much lies in one another that it can't be followed.
 */
export function parseYaml(file: string, text: string): YamlFile {
  try {
    return parsed(file, text);
  } catch (error) {
    if (isTooDeep(error)) throw tooDeep(file);
    throw error;
  }
}

/** The library gives what it ran into as a mistake in some line; it is the fault of no line. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /Maximum call stack|Stack overflow/i.test(error.message);
}

function tooDeep(file: string): UserError {
  return new UserError(
    `${visibleLine(file)} is nested too deeply: lists and maps lie hundreds deep in one another.`,
    'Take out what is nested so deeply; no checklist and no answers need more than a few levels.',
  );
}

function parsed(file: string, text: string): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    // The library compares every key with every other one; `misuse` looks for them in one pass.
    uniqueKeys: false,
  });
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

  if (document.errors.some(isTooDeep)) throw tooDeep(file);
  const problems = [...document.errors, ...document.warnings]
    .slice(0, MOST_PROBLEMS)
    .map((error) => problem(error.pos[0], [], sayYamlError(error.code, error.message)));
  problems.push(...misuse(document, problem));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  if (problems.length === 0) problems.push(...unfolding(document, problem));
  return {
    file,
    data: problems.length === 0 ? document.toJS({ maxAliasCount: UNFOLDED }) : undefined,
    problems,
    place: (issue) => problem(offsetOf(document, issue.path), issue.path, issue.message),
  };
}

const CURES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used for indentation (use spaces)',
  MULTIPLE_DOCS: 'a second document starts here (put one document in a file)',
};

function sayYamlError(code: string, message: string): string {
  return (
    CURES[code] ??
    `is not YAML here: ${visibleLine(message)} (mend the line, or put the text in quotes)`
  );
}

type MakeProblem = (offset: number, path: Issue['path'], message: string) => Problem;

/** What the syntax allows and we don't: aliases that can't be followed, keys that mean something to JavaScript. */
function misuse(document: Document.Parsed, problem: MakeProblem): Problem[] {
  const problems: Problem[] = [];
  const say = (node: Node, message: string): void => {
    if (problems.length < MOST_PROBLEMS) {
      problems.push(problem(node.range?.[0] ?? 0, [], message));
    }
  };
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node(_key, node, ancestors) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
        if (isMap(node)) checkKeys(node, say);
        return;
      }
      aliases += 1;
      if (ancestors.some((parent) => isNode(parent) && anchorOf(parent) === node.source)) {
        say(node, `the alias *${node.source} stands inside its own anchor (write the value out)`);
      } else if (!anchors.has(node.source)) {
        say(node, `the alias *${node.source} points to no anchor before it (write the value out)`);
      }
      if (aliases === MAX_ALIASES + 1) {
        say(node, `there are more than ${String(MAX_ALIASES)} aliases (write the values out)`);
      }
    },
  });
  return problems;
}

/** Aliases that are few, and yet stand for far more than they say. */
function unfolding(document: Document.Parsed, problem: MakeProblem): Problem[] {
  try {
    document.toJS({ maxAliasCount: UNFOLDED });
    return [];
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return [problem(0, [], 'the aliases unfold into too much (write the values out)')];
  }
}

/** Looks for keys that are there twice, and for the one that JavaScript would take for itself. */
function checkKeys(map: YAMLMap, say: (node: Node, message: string) => void): void {
  const seen = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) say(key, 'the same key is there twice in one map (keep one)');
    if (key.value === '__proto__') say(key, '__proto__ is no key (take it out)');
    seen.add(key.value);
  }
}

function anchorOf(node: Node): string | undefined {
  return isAlias(node) ? undefined : node.anchor;
}

function offsetOf(document: Document.Parsed, path: Issue['path']): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || node.range === undefined || node.range === null) continue;
    // A key says better than its value where a map or a wrong key stands.
    return keyOffset(document, path.slice(0, length)) ?? node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function keyOffset(document: Document.Parsed, path: Issue['path']): number | undefined {
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
