import { isAbsolute, relative } from 'node:path';

/** An absolute path as short as it can be said from a folder; as it is where there is none. */
export function shortPath(path: string, from: string | null): string {
  if (from === null) return path;
  const short = relative(from, path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}
