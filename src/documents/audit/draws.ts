import type { Audit } from '../../core/audit/audit.js';
import { askedItems } from '../../core/checklist/checklist.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { Draw } from '../../core/draw/draw.js';
import { drawFor } from '../../core/draw/draw.js';
import { stratumName } from '../../core/draw/records.js';
import { rankText } from '../../core/draw/selection.js';
import { asSentence } from '../../core/text.js';
import { count } from '../../core/words/numbers.js';
import { dayOf } from '../../core/moment.js';
import { code, list, paragraph, strong, subheading, table } from '../blocks.js';
import type { Block, Inline, Row, Text } from '../tree.js';

/** Every draw that was made for an audit, and how to make it again; nothing without one. */
export function drawsBlocks(audit: Audit): Block[] {
  const { draws } = audit;
  if (draws.length === 0) return [];
  const names = new Map(askedItems(audit.checklist, 'full').map((item) => [item.id, nameOf(item)]));
  return [
    subheading('Which records were drawn'),
    paragraph(`In the order in which they were drawn${whichCounts(draws)}.`),
    ...draws.flatMap((draw, index): Block[] => [
      paragraph(
        strong(
          `Draw ${String(index + 1)}, for ${draw.item === null ? 'any item' : (names.get(draw.item) ?? draw.item)}.`,
        ),
        ` ${String(draw.refs.length)} of ${count(draw.from, 'record')}, drawn by ${draw.by} on ${dayOf(draw.at)}.${replaced(draw, draws)}`,
      ),
      ...list(facts(draw)),
      ...strata(draw),
    ]),
    ...howToRedo(draws),
  ];
}

/** Which of several draws counts; '' of one alone. */
function whichCounts(draws: readonly Draw[]): string {
  if (draws.length === 1) return '';
  const isWithdrawn = draws.some(({ withdrawn }) => withdrawn !== undefined);
  const which = isWithdrawn
    ? 'the latest for an item that was not withdrawn'
    : 'the latest for an item';
  return `; every draw stays, and ${which} is the one that counts`;
}

/** Why a draw doesn't count any more, or which counts in its place; '' where it counts, or is for any item. */
function replaced(draw: Draw, draws: readonly Draw[]): string {
  const { withdrawn } = draw;
  if (withdrawn !== undefined) {
    return ` Withdrawn by ${withdrawn.by} on ${dayOf(withdrawn.at)}: ${asSentence(withdrawn.why)}`;
  }
  const counts = draw.item === null ? null : drawFor(draws, draw.item);
  return counts === null || counts === draw
    ? ''
    : ` Draw ${String(draws.indexOf(counts) + 1)} took its place.`;
}

function facts(draw: Draw): Text[] {
  const refs = draw.refs.flatMap((ref, index): Inline[] => [
    ...(index === 0 ? [] : [' · ']),
    code(ref),
  ]);
  return [
    ['file: ', draw.file, ', SHA-256 ', code(draw.fileHash)],
    `column: ${draw.column}${draw.stratify === null ? '' : `, in proportion to ${draw.stratify}`}`,
    ['seed: ', code(draw.seed), `, ${draw.seedGiven ? 'given with --seed' : 'random'}`],
    ['drawn: ', ...(refs.length === 0 ? ['none'] : refs)],
  ];
}

function strata({ stratify, strata }: Draw): Block[] {
  if (stratify === null) return [];
  return table(
    `Records by ${stratify}`,
    [
      { title: stratify, role: 'name' },
      { title: 'Records', role: 'number' },
      { title: 'Drawn', role: 'number' },
    ],
    strata.map(({ name, from, drawn }): Row => ({
      cells: [stratumName(name), String(from), String(drawn)],
    })),
  );
}

function howToRedo(draws: readonly Draw[]): Block[] {
  const [first] = draws;
  const example = first?.refs[0];
  const such: Inline[] =
    first === undefined || example === undefined
      ? []
      : [' (such as ', code(rankText(first.seed, example)), ')'];
  const inProportion = draws.some(({ stratify }) => stratify !== null)
    ? ' In proportion, each stratum gives the whole part of its share of the draw, and what is then missing comes from the largest remainders, one each; of equal remainders the larger stratum gives first, then the one named first. In each stratum the lowest are drawn; together they stand in the order of that sum too.'
    : '';
  const given = draws.some(({ seedGiven }) => seedGiven)
    ? ' A seed that was given may have been tried out beforehand, unseen; a random one was made by the program when it drew.'
    : '';
  return [
    paragraph(
      strong('To draw again.'),
      ' Take the references of the column in Unicode’s form NFC, every run of white space as one space and none around them. References that differ only in small and capital letters are one record: take it once, in the spelling that comes first by UTF-16 code units. Put the seed, a colon and the reference',
      ...such,
      ` into a file in UTF-8, without a line break, and take its SHA-256. Sort by that sum: the lowest are the draw, in that order.${inProportion}${given}`,
    ),
  ];
}
