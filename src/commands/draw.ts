import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { rivalsOf } from '../core/draw/draw.js';
import { UserError } from '../core/errors.js';
import { stratumName } from '../core/draw/records.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import { validName } from '../usecases/agreement.js';
import { auditName } from '../usecases/audit-name.js';
import type { MadeDraw } from '../usecases/draw-records.js';
import { drawForAudit } from '../usecases/draw-records.js';
import { chooseOpenAudit } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import type { Withdrawing } from './draw-withdraw.js';
import { withdraw } from './draw-withdraw.js';
import { CHECKUP } from '../core/words/program.js';

/** An auditor looks at each by hand, and no item of a checklist takes more. */
const MOST = 1000;

/** The flags of `checkup draw`. */
interface DrawFlags extends Withdrawing {
  readonly count?: number;
  readonly column?: string;
  readonly stratify?: string;
  readonly seed?: string;
  readonly item?: string;
  readonly withdraw?: number;
}

/** Declares `checkup draw`. */
export function configure(command: Command, act: Act): void {
  command
    .argument('[file]', 'a CSV file with a header line, such as all repair orders of the quarter')
    .option('--count <n>', 'how many to draw; what the item asks for when left out', howMany)
    .option('--column <name>', 'the column with the references; found by its name when left out')
    .option('--stratify <column>', 'draw from each of this column’s values in proportion')
    .option(
      '--seed <text>',
      'to make a draw again, and is said to be given; a random one when left out',
    )
    .option('--item <id>', `the item it is for: ${CHECKUP} audit then offers them there`)
    .addOption(
      new Option('--withdraw <n>', 'take the draw of this number back; it stays in the report')
        .argParser(howMany)
        .conflicts(['count', 'column', 'stratify', 'seed', 'item']),
    )
    .option('--why <text>', 'why a draw is taken back')
    .option('--auditor <name>', 'who draws; whoever recorded last when left out')
    .option('--dealership <name>', 'name or slug; needed only where several audits are open')
    .option('--quarter <quarter>', 'such as 2026-Q3; needed only where several are open')
    .option('--checklist <id>', 'where a quarter is audited by several checklists')
    .action(act(draw));
}

function howMany(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= MOST) return Number(text);
  throw new InvalidArgumentError(`It must be a number from 1 to ${String(MOST)}.`);
}

/** Draws records for an open audit, keeps the draw with it, and prints their references. */
async function draw(app: App, path: string | undefined, flags: DrawFlags): Promise<Outcome> {
  if (flags.withdraw !== undefined) return withdraw(app, path, flags.withdraw, flags);
  if (path === undefined) throw new UserError('Which file to draw from is missing.', 'Give a CSV.');
  const auditor = validName('--auditor', flags.auditor);
  const seed = validName('--seed', flags.seed);
  // Only the database of an audit that is there already can be meant.
  const store = await app.readStore();
  const summary = await chooseOpenAudit(app, store, flags);
  const said = { ...flags, file: app.paths.resolve(path), auditor, seed };
  const made = await drawForAudit(store, summary, said, app.now());
  app.out(made.draw.refs.map((reference) => `${reference}\n`).join(''));
  if (flags.column === undefined) {
    app.say(`The references are in ${visibleLine(made.draw.column)}.`);
  }
  app.say(outcome(made, auditName(summary)));
  for (const line of remarks(made)) app.say(line);
  sayOthers(app, made);
  return EXIT.done;
}

/** One line that says what was drawn and where it is kept. */
function outcome({ draw, records: { rows }, isNew }: MadeDraw, audit: string): string {
  const what = `${String(draw.refs.length)} of ${count(draw.from, 'record')} of ${visibleLine(draw.file)} (${count(rows, 'row')}), ${draw.seedGiven ? `seed ${draw.seed} given with --seed` : `random seed ${draw.seed}`}`;
  return isNew
    ? `Drew ${what}, kept with the audit of ${audit}.`
    : `Drew ${what}: the same draw as on ${draw.at.slice(0, 10)}, already kept with the audit of ${audit}.`;
}

/** What the numbers alone leave out. */
function remarks({ draw, records: { withoutReference } }: MadeDraw): string[] {
  const { stratify, strata } = draw;
  const each = strata.map(
    ({ name, from, drawn }) => `${stratumName(name)} ${String(drawn)} of ${String(from)}`,
  );
  return [
    ...(stratify === null ? [] : [`By ${visibleLine(stratify)}: ${each.join(', ')}.`]),
    ...(withoutReference === 0
      ? []
      : [`${count(withoutReference, 'row')} without a reference left out.`]),
  ];
}

/** Whoever draws until they like what comes does it in the open; and which draw counts is said. */
function sayOthers(app: App, { draw, all }: MadeDraw): void {
  const rivals = rivalsOf(draw, all);
  const isOnly = draw.item === null || all.filter(({ item }) => item === draw.item).length === 1;
  const counts = isOnly ? '' : ' This one, the latest, counts.';
  if (rivals.length === 0) {
    if (!isOnly) app.say(`For ${draw.item} there are several draws of one seed.${counts}`);
    return;
  }
  app.warn(
    app.style.warn(
      `${draw.item === null ? `From ${visibleLine(draw.file)}` : `For ${draw.item}`} there ${rivals.length === 1 ? 'is another draw' : `are ${String(rivals.length)} other draws`} in this audit.${counts} Every draw stays, and the report prints them all.`,
    ),
  );
}
