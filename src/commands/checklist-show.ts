import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Checklist, Item, Step } from '../core/checklist/checklist.js';
import { SCOPES, askedItems, isCritical, weightOf } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { visible } from '../core/text.js';
import { count } from '../core/words/numbers.js';
import { requireChecklist } from '../files/checklist-files.js';
import { wrap } from '../formats/layout.js';
import { locate } from './checklist-version.js';

/** How many items and steps a checklist has. */
export function sizeOf(checklist: Checklist): string {
  const [core, full] = SCOPES.map((scope) => askedItems(checklist, scope).length);
  return `${count(full ?? 0, 'item')} (${String(core)} core) in ${count(checklist.steps.length, 'step')}`;
}

/** Prints a checklist with weights and limits. */
export async function show(
  app: App,
  path: string,
  flags: { readonly core?: boolean },
): Promise<ExitCode> {
  const checklist = await requireChecklist(await locate(app, path));
  const { style, width } = app;
  const { critical } = checklist.scoring;
  const line = (text: string, indent = ''): string => wrap(visible(text), width, indent);
  const parts = [
    style.title(line(`${checklist.title} (${checklist.id}, version ${String(checklist.version)})`)),
    line(`${sizeOf(checklist)}. ${checklist.about ?? ''}`),
    line(
      `Bands: ${checklist.bands.map((band) => `${band.name} from ${String(band.from)}`).join(', ')}. A must-not-fail check under ${String(critical.below)} holds its step at ${String(critical.cap)}.`,
    ),
    ...checklist.steps.flatMap((step, index) => [
      '',
      style.title(line(`${String(index + 1)}. ${step.title} (weight ${String(step.weight)})`)),
      line(step.asks),
      ...stepWording(step).map((text) => style.faint(line(text))),
      ...(step.provenance === undefined ? [] : [style.faint(line(step.provenance))]),
      ...step.items
        .filter((item) => flags.core !== true || item.core)
        .map((item) => `\n${showItem(item, app)}`),
    ]),
  ];
  app.out(`${parts.join('\n')}\n`);
  return EXIT.done;
}

function stepWording({ name, better, worse }: Step): string[] {
  return [
    ...(name === undefined ? [] : [`Name: ${name}`]),
    ...(better === undefined ? [] : [`Better: ${better}`]),
    ...(worse === undefined ? [] : [`Worse: ${worse}`]),
  ];
}

function showItem(item: Item, { style, width }: App): string {
  const line = (text: string): string => wrap(visible(text), width, '    ');
  const marks = [
    item.kind,
    ...(kindOf(item).scored ? [`weight ${String(weightOf(item))}`] : []),
    ...(item.core ? ['core'] : []),
    ...(isCritical(item) ? ['MUST NOT FAIL'] : []),
    item.departments.join(', '),
  ].join(' · ');
  const options = kindOf(item)
    .options(item)
    .map(({ id, text }) => `${id}: ${text}`);
  return [
    wrap(style.strong(visible(item.ask)), width, '  '),
    ...(item.name === undefined ? [] : [line(`Name: ${item.name}`)]),
    style.faint(line(`${item.id} · ${marks}`)),
    line(`Scale: ${kindOf(item).scale(item)}`),
    ...options.map((text) => wrap(visible(text), width, '    - ')),
    ...(item.criteria === undefined ? [] : [line(item.criteria)]),
    ...(item.verify === undefined ? [] : [line(`Verify: ${item.verify}`)]),
  ].join('\n');
}
