// What the licences of the packages that are bundled into dist/ ask for: their texts, kept with the
// copies. Plain JavaScript, for the build.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that say under which terms a package may be used, or what has to be said of it. */
const TERMS = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * The notices of all packages that some bundled files come from, in order of their names.
 *
 * @param inputs paths of the files, from the root.
 * @param root the folder of the project.
 * @throws Error where a package has no licence text that could be kept.
 */
export function noticesOf(inputs, root) {
  const folders = new Set(inputs.flatMap((path) => packageFolder(path, root) ?? []));
  const notices = [...folders].map((folder) => noticeOf(join(root, folder)));
  notices.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const texts = notices.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`,
  );
  return [
    `checkup holds copies of these ${String(notices.length)} packages, under the terms of each.\n`,
    ...texts,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a bundled file comes from; null for our own. */
function packageFolder(path, root) {
  if (!path.includes('node_modules/')) return null;
  let folder = dirname(path);
  // Inside of packages are files of that name that say no more than how to read what is beside them.
  while (!isPackage(join(root, folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function isPackage(file) {
  if (!existsSync(file)) return false;
  const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
  return name !== undefined && version !== undefined;
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((file) => TERMS.test(file))
    .sort();
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  if (text === '') {
    throw new Error(
      `${name} ${version} (${license}) has no licence text to be kept with its copy.`,
    );
  }
  return { name, version, license, text };
}
