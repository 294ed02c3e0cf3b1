import type { LastTime } from '../../core/brief/brief.js';
import { nameOf } from '../../core/checklist/naming.js';
import { quarterName } from '../../core/quarter.js';
import { printPercent, printScore } from '../../core/score/print.js';
import type { ItemResult } from '../../core/score/score.js';
import { isThin } from '../../core/score/limits.js';
import { asSentence } from '../../core/text.js';
import { count } from '../../core/words/numbers.js';
import { heading, list, paragraph, strong } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';
import { answerWithAim } from '../words/answers.js';
import { changeFigures, likeForLikeWords } from '../words/changes.js';
import { placeWords } from '../words/group.js';
import { signOf } from '../words/signs.js';
import { shortfallBlocks } from './shortfalls.js';
import { heldWords, stepTable } from './steps.js';
import type { BriefView, LastAudit } from './view.js';

/** How the dealership stood when somebody last looked. */
export function lastTime(view: BriefView): Block[] {
  const { last, brief, group } = view;
  if (last === null || brief.last === null) {
    return [
      heading('Last time', 'last-time'),
      paragraph('This is the first: no sealed audit by this checklist comes before it.'),
    ];
  }
  const { result } = last;
  return [
    heading(`Last time: ${quarterName(last.audit.quarter)}`, 'last-time', 'Last time'),
    {
      block: 'score',
      figure: printScore(result.share, result.checklist.bands),
      of: result.share === null ? '' : 'of 100',
      band: result.band?.name ?? '',
      says: [...changeLine(last), [coverageLine(last), ...placeLine(brief.last, last, group)]],
    },
    ...brief.last.failedCritical.map((one) => alarm(one, last)),
    ...stepTable(last),
    ...shortfallBlocks(brief.last.shortfalls, last),
    ...leftOut(brief.last),
  ];
}

const SAYS = {
  better: 'clearly better',
  worse: 'clearly worse',
  'probably-better': 'probably better',
  'probably-worse': 'probably worse',
  unclear: 'may be chance',
  same: 'the same',
} as const;

/** What became of the score since the audit before, judged like for like. */
function changeLine({ previous, result }: LastAudit): Text[] {
  if (previous === null) return [];
  const { comparison } = previous;
  const { published, likeForLike, comparable } = comparison;
  const { bands } = result.checklist;
  const before = quarterName(previous.quarter);
  if (published.difference === null) return [`Not to be compared with ${before}.`];
  const { from, to, change } = changeFigures(comparison, bands);
  const sign = signOf(likeForLike.verdict);
  const like = likeForLikeWords(comparison) || 'like for like';
  return [
    [
      strong(...[change].flat()),
      ` since ${before} (${from} → ${to})`,
      sign === null
        ? likeForLike.change === null
          ? '; nothing was scored alike both times.'
          : '; too little was scored for a verdict.'
        : `: ${SAYS[sign]}, ${like} over ${count(comparable, 'item')}.`,
    ],
  ];
}

function coverageLine({ result }: LastAudit): string {
  const only = isThin(result) ? ' only: it says little about the rest' : '';
  return `Coverage ${printPercent(result.coverage)}${only}.`;
}

function placeLine({ place }: LastTime, { audit }: LastAudit, group: string | null): string[] {
  if (place === null) return [];
  const among = group === null ? '' : ` of ${group}`;
  return [
    ` Place ${placeWords(place)}${place.of === 1 ? ' dealership' : ' dealerships'}${among} audited in ${quarterName(audit.quarter)} by the same checklist and scope.`,
  ];
}

/** A must-not-fail check that failed, and what it does to its step. */
function alarm(one: ItemResult, { result }: LastAudit): Block {
  const index = result.steps.findIndex(({ step }) => step.id === one.step);
  const step = result.steps[index];
  const held = step === undefined ? null : heldWords(step, result);
  const text: Inline[] = [
    strong('Must-not-fail check failed: '),
    `${asSentence(nameOf(one.item))} ${answerWithAim(one)}.`,
    ...(held === null ? [] : [` It holds step ${String(index + 1)} at ${held}.`]),
  ];
  return { block: 'alarm', text, note: one.answer?.note ?? '' };
}

/** What nobody looked at last time: most likely nobody will this time either. */
function leftOut({ notChecked, unanswered }: LastTime): Block[] {
  const lines: Text[] = notChecked.map((one) => {
    const why = one.answer?.state === 'not-checked' ? one.answer.reason : '';
    return [strong('Not checked last time:'), ` ${asSentence(nameOf(one.item))} Why: ${why}`];
  });
  if (unanswered.length > 0) {
    const names = unanswered.map(({ item }) => nameOf(item)).join('; ');
    lines.push([strong('Unanswered last time:'), ` ${names}`]);
  }
  return list(lines);
}
