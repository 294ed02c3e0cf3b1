import type { Command } from 'commander';
import { Option } from 'commander';
import type { App } from '../app.js';
import { html } from '../formats/html/html.js';

/** The flags of commands that can open the page that they write. */
export interface OpenFlags {
  readonly open?: boolean;
  /** Set where the seal was just shown: whoever sits there is asked. */
  readonly shown?: boolean;
}

/** Declares `--open`. Beside the flags in `conflicts` there is no one page to open. */
export function addOpen(command: Command, conflicts: string[] = []): Command {
  const about = 'open the page once it is written, in html whatever --format says';
  return command.addOption(new Option('--open', about).conflicts(conflicts));
}

/** The formats that were named, and the page where it is to be opened. */
export function withPage(
  names: readonly string[] | null,
  { open }: OpenFlags,
): readonly string[] | null {
  return open === true && names !== null ? [...new Set([...names, html.name])] : names;
}

/** Opens the page among the files that were written, where that is wanted, or says why not. */
export async function openPage(
  app: App,
  flags: OpenFlags,
  files: readonly string[],
): Promise<void> {
  const page = files.find((file) => file.endsWith(`.${html.name}`));
  if (page === undefined || !(await isWanted(app, flags))) return;
  if (app.whyNotOpen !== null) {
    app.say(app.wrap(`The page was not opened: ${app.whyNotOpen}. Its path is above.`));
  } else if (!(await app.open(page))) {
    app.say(app.wrap('The page could not be opened. Its path is above; any browser shows it.'));
  }
}

async function isWanted({ ask, whyNotOpen }: App, { open, shown }: OpenFlags): Promise<boolean> {
  if (open === true || shown !== true || ask === null || whyNotOpen !== null) return open === true;
  return ask.confirm('Open the page?', true);
}
