import type { Audit } from '../core/audit/audit.js';
import type { Draw } from '../core/draw/draw.js';
import { stratumName } from '../core/draw/records.js';
import { rankText } from '../core/draw/selection.js';
import { count } from '../core/text.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';
import { day } from './markdown-words.js';

/** Every draw that was made for an audit, and how to make it again; null without one. */
export function drawsSection({ draws }: Audit): string | null {
  if (draws.length === 0) return null;
  return blocks([
    '### Which records were drawn',
    `In the order in which they were drawn${draws.length === 1 ? '' : '; every draw stays, also where a later one was made for the same item'}.`,
    ...draws.flatMap((draw, index) => [
      `**Draw ${String(index + 1)}, for ${draw.item === null ? 'any item' : `\`${draw.item}\``}.** ${String(draw.refs.length)} of ${count(draw.from, 'record')}, drawn by ${inline(draw.by)} on ${day(draw.at)}.`,
      bullets(facts(draw)),
      draw.stratify === null ? null : strata(draw),
    ]),
    howToRedo(draws),
  ]).trimEnd();
}

function facts(draw: Draw): string[] {
  return [
    `file: ${inline(draw.file)}, SHA-256 \`${draw.fileHash}\``,
    `column: ${inline(draw.column)}${draw.stratify === null ? '' : `, in proportion to ${inline(draw.stratify)}`}`,
    `seed: ${inline(draw.seed)}`,
    `drawn: ${draw.refs.map(inline).join(' · ') || 'none'}`,
  ];
}

function strata({ stratify, strata }: Draw): string {
  return mdTable(
    [
      { title: inline(stratify ?? '') },
      { title: 'Records', align: 'r' },
      { title: 'Drawn', align: 'r' },
    ],
    strata.map(({ name, from, drawn }) => [inline(stratumName(name)), String(from), String(drawn)]),
  );
}

function howToRedo(draws: readonly Draw[]): string {
  const [first] = draws;
  const example = first?.refs[0];
  const such =
    first === undefined || example === undefined
      ? ''
      : `, such as ${inline(rankText(first.seed, example))}`;
  const inProportion = draws.some(({ stratify }) => stratify !== null)
    ? ' In proportion, each stratum gives the whole part of its share of the draw, and what is then missing comes from the largest remainders, one each; of equal remainders the larger stratum gives first, then the one named first. In each stratum the lowest are drawn; together they stand in the order of that sum too.'
    : '';
  return `**To draw again.** Take each different reference of the column once, without spaces around it. Join the seed, a colon and the reference${such}, and take the SHA-256 of that text in UTF-8 (\`printf %s "TEXT" | sha256sum\`). Sort by that sum: the lowest are the draw, in that order.${inProportion}`;
}
