import { homedir, platform } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * The path that a person meant who typed it, pasted it or dragged a file into the terminal: without
 * the quotes around it, the backslashes before its spaces, the blank behind it, or `file://`, and with
 * the home folder for `~/` at its start. A path that has none of these comes back as it is.
 *
 * @param system where it was typed: on Windows backslashes are separators and stay.
 * @param home the folder of the one who typed it.
 */
export function typedPath(
  text: string,
  system: NodeJS.Platform = platform(),
  home: string = homedir(),
): string {
  const isWindows = system === 'win32';
  const bare = isWindows ? text.trim() : trimmed(text);
  const path = isWindows ? withoutQuotes(bare) : unescaped(bare);
  // Quoted or escaped, it is a name; a shell has it so, too.
  if ((isWindows ? /^~[\\/]/ : /^~\//).test(bare))
    return `${home}${isWindows ? '\\' : '/'}${path.slice(2)}`;
  if (!/^file:\/\//i.test(path)) return path;
  try {
    return fileURLToPath(path, { windows: isWindows });
  } catch {
    // A file on another machine, or no address at all: then it is a name like any other.
    return path;
  }
}

/** Without blanks at both ends, but for one that a backslash keeps. */
function trimmed(text: string): string {
  const [path = ''] = /^(?:\\[^]|\S|\s+(?=\S))*/.exec(text.trimStart()) ?? [];
  return path;
}

function withoutQuotes(text: string): string {
  return /^(["'])(?<inner>.*)\1$/s.exec(text)?.groups?.['inner'] ?? text;
}

/** As a shell would read it where a quote opens it; else only its backslashes are taken off. */
function unescaped(text: string): string {
  if (!/^(?:'.*'|".*")$/s.test(text)) return text.replace(/\\([^])/g, '$1');
  const parts = /^(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^])+$/;
  // Quotes that don't pair up are part of the name.
  if (!parts.test(text)) return withoutQuotes(text);
  return text.replace(
    /'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])/g,
    (_all, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  );
}
