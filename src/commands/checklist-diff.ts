import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { diffChecklists } from '../core/compare/checklist-diff.js';
import { printJson, visibleLine } from '../core/text.js';
import type { DiffLine } from './checklist-diff-lines.js';
import { countLine, diffLines, versionLines, warningLines } from './checklist-diff-lines.js';
import type { FoundChecklist, VersionFlags } from './checklist-version.js';
import { findVersion } from './checklist-version.js';

interface DiffFlags extends VersionFlags {
  readonly json?: boolean;
}

/** Prints what keeps and what breaks comparability between two checklists. */
export async function diff(
  app: App,
  earlier: string,
  later: string,
  flags: DiffFlags,
): Promise<ExitCode> {
  const from = await findVersion(app, earlier, flags);
  const to = await findVersion(app, later, flags);
  const found = diffChecklists(from.checklist, to.checklist);
  if (flags.json === true) {
    app.out(
      printJson({
        ...found,
        from: { ...found.from, source: from.source },
        to: { ...found.to, source: to.source },
      }),
    );
    return EXIT.done;
  }
  const lines: readonly DiffLine[] = [
    { text: `From ${nameOf(from)}`, looks: 'title' },
    { text: `To ${nameOf(to)}`, looks: 'title' },
    ...diffLines(found),
    { text: '' },
    ...versionLines(found),
    { text: countLine(found) },
  ];
  app.out(`${lines.map((line) => printLine(app, line)).join('\n')}\n`);
  return EXIT.done;
}

function printLine({ style, wrap }: App, { text, lead, looks }: DiffLine): string {
  const line = wrap(visibleLine(text), lead);
  return looks === undefined ? line : style[looks](line);
}

/** Warns the author of a checklist of what breaks comparability, and says how to avoid it. */
export function warnOfChanges(app: App, from: FoundChecklist, to: Checklist): void {
  const found = diffChecklists(from.checklist, to);
  for (const line of [...warningLines(found, nameOf(from)), ...versionLines(found)]) {
    const { text, lead = '', looks } = line;
    const safe = lead + visibleLine(text);
    app.warn(looks === undefined ? safe : app.style[looks](safe));
  }
  app.say(countLine(found));
}

function nameOf({ checklist, source }: FoundChecklist): string {
  return `${checklist.id}, version ${String(checklist.version)} (${source})`;
}
