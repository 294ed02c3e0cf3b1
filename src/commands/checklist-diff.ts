import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { diffChecklists } from '../core/compare/checklist-diff.js';
import { printJson } from '../core/text.js';
import { diff as diffDocument } from '../documents/diff/index.js';
import type { DiffView } from '../documents/diff/view.js';
import { warning } from '../documents/diff/warning.js';
import { countWords } from '../documents/diff/words.js';
import { printScreen } from '../formats/screen/screen.js';
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
  const view = viewOf(from, to);
  app.out(
    flags.json === true
      ? printJson(diffDocument.data(view))
      : printScreen(diffDocument.summary(view), app),
  );
  return EXIT.done;
}

/** Warns the author of a checklist of what breaks comparability, and says how to avoid it. */
export function warnOfChanges(app: App, from: FoundChecklist, to: Checklist): void {
  const view = viewOf(from, { checklist: to, source: '' });
  const text = printScreen(warning(view), app);
  if (text !== '') app.warn(text.trimEnd());
  app.say(`${countWords(view.diff)}.`);
}

function viewOf(from: FoundChecklist, to: FoundChecklist): DiffView {
  return {
    diff: diffChecklists(from.checklist, to.checklist),
    sources: { from: from.source, to: to.source },
  };
}
