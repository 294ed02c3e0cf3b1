import { rangesOf } from '../../core/score/ranges.js';
import { isCritical } from '../../core/checklist/checklist.js';
import { quarterName } from '../../core/quarter.js';
import { printRange, printScore } from '../../core/score/print.js';
import { inSentence, numberWord, sentence } from '../../core/words/numbers.js';
import { signed, strong } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';
import { answerWithAim, answerWords, answersWords } from '../words/answers.js';
import { changeFigures, likeForLikeWords, sinceWords } from '../words/changes.js';
import { heldWords } from '../words/held.js';
import { otherAuditorWords } from '../words/auditors.js';
import { stripOf } from '../words/signs.js';
import { usualWords } from '../words/usual.js';
import { movedSentence } from './headline.js';
import { isClear, moversOf } from './movers.js';
import type { AuditView, ItemView } from './view.js';
import { itemsOf } from './view.js';
import { warnings } from './warnings.js';

/** How many items say what is better and what is worse. */
const NAMED = 2;

/** So many that nobody looked at are named. */
const SHOWN = 3;

/** With more failed checks than this, the others are only named. */
const ALARMS = 2;

/** The score, what it says and what must not be overlooked. */
export function lead(view: AuditView): Block[] {
  const { result, previous } = view;
  const { bands } = result.checklist;
  return [
    ...warnings(view),
    {
      block: 'score',
      figure: result.share === null ? '–' : printScore(result.share, bands),
      of: result.share === null ? 'not scored' : 'of 100',
      band: result.band?.name ?? '',
      says: says(view),
    },
    {
      block: 'figure',
      caption: '',
      mark: stripOf(
        { from: previous?.result.share ?? null, to: result.share },
        previous?.comparison.likeForLike ?? null,
        bands,
        {
          named: true,
          labels: {
            ring:
              previous === null
                ? ''
                : printScore(previous.result.share, previous.result.checklist.bands),
            dot: printScore(result.share, bands),
          },
          ...(previous === null ? { bar: rangesOf(result).overall } : {}),
        },
      ),
      words: '',
    },
    ...alarms(view),
  ];
}

/** What the score says, and what is better and worse. */
export function says(view: AuditView): Text[] {
  return view.previous === null ? alone(view) : since(view, view.previous);
}

function since(view: AuditView, previous: NonNullable<AuditView['previous']>): Text[] {
  const { result } = view;
  const { comparison } = previous;
  const { published } = comparison;
  if (published.difference === null) {
    return [
      [
        strong(`Overall ${printScore(result.share, result.checklist.bands)}.`),
        ` It can’t be compared with ${quarterName(previous.audit.quarter)}: one of the two is not scored.`,
      ],
    ];
  }
  const { bands } = result.checklist;
  const words = sinceWords(published, bands);
  const score = changeFigures(comparison, bands).to;
  const like = likeForLikeWords(comparison);
  return [
    [
      strong(`Overall ${score}, ${words}${like === '' ? '' : ` (${like})`}.`),
      ` ${like === '' ? overallVerdict(view) : `Like for like: ${inSentence(overallVerdict(view))}`} ${movedSentence(comparison)}`,
    ],
    ...besides(view, previous),
    ...named('better', 'Better:', view),
    ...named('worse', 'Worse:', view),
  ];
}

/** What its own history says of it, and that another looked. */
function besides(
  { result, trend }: AuditView,
  previous: NonNullable<AuditView['previous']>,
): Text[] {
  const usual = usualWords(trend?.overall.usual ?? null, result.checklist.bands);
  const auditor = otherAuditorWords(previous.result, result);
  const said = [usual, auditor].flatMap((text) => text ?? []);
  return said.length === 0 ? [] : [said.join(' ')];
}

function overallVerdict({ previous }: AuditView): string {
  const { change, verdict } = previous?.comparison.likeForLike ?? { change: null, verdict: null };
  switch (verdict) {
    case 'rose':
    case 'probably-rose':
      return 'That is clearly more than chance.';
    case 'fell':
    case 'probably-fell':
      return 'That is clearly a fall.';
    case 'no-clear-change':
      return 'That alone may be chance.';
    case 'same':
      return 'What was done scores the same.';
    case null:
      return change === null
        ? 'Nothing of it can be compared like for like.'
        : 'Too little was scored for a verdict.';
  }
}

/** The clearest movers in one direction, in their own units. */
function named(sign: 'better' | 'worse', title: string, view: AuditView): Text[] {
  const movers = moversOf(view, sign).filter(isClear).slice(0, NAMED);
  if (movers.length === 0) return [];
  const texts = movers.map(
    ({ name, change }) => `${inSentence(name)} (${answersWords(change.from, change.to)})`,
  );
  return [[signed(sign, strong(title)), ` ${texts.join('; ')}.`]];
}

/** What a first check-up says: nothing is there to compare with. */
function alone({ result, todo }: AuditView): Text[] {
  const { share, checklist } = result;
  const interval = rangesOf(result).overall;
  if (share === null) return [['Nothing of it could be scored.']];
  const isRange = interval !== null && interval.upper > interval.lower;
  const range = isRange ? ` Where it may lie: ${printRange(interval, checklist.bands)}.` : '';
  const means = result.band?.means === undefined ? '' : ` ${result.band.means}`;
  const lowest = todo
    .slice(0, NAMED)
    .map((one) => `${inSentence(one.name)} (${answerWithAim(one.result)})`);
  return [
    [strong(`Overall ${printScore(share, checklist.bands)}.`), `${means}${range}`],
    ['No earlier sealed check-up by this checklist to compare with.'],
    ...(lowest.length === 0
      ? []
      : [[strong('Worth most:'), ` ${lowest.join('; ')}.`] satisfies Inline[]]),
  ];
}

/**
 * Every failed must-not-fail check, what it does to its step, and what was noted; and those that nobody
 * looked at: that none of them failed is not known.
 */
export function alarms(view: AuditView): Block[] {
  const failed = itemsOf(view).filter((one) => one.failed);
  return [
    ...failed.slice(0, ALARMS).map((one): Block => ({
      block: 'alarm',
      text: [strong('Must-not-fail check failed:'), ` ${one.name}. ${failedWords(one, view)}`],
      note: one.result.answer?.note ?? '',
    })),
    ...(failed.length > ALARMS
      ? [
          {
            block: 'alarm' as const,
            text: [
              strong('Also failed:'),
              ` ${failed
                .slice(ALARMS)
                .map((one) => `${inSentence(one.name)} (${answerWords(one.result)})`)
                .join('; ')}.`,
            ],
            note: '',
          },
        ]
      : []),
    ...unseen(view),
  ];
}

function unseen(view: AuditView): Block[] {
  const unseen = itemsOf(view).filter(
    ({ result }) =>
      isCritical(result.item) && (result.state === 'not-checked' || result.state === 'unanswered'),
  );
  const [first] = unseen;
  if (first === undefined) return [];
  const title =
    unseen.length === 1
      ? 'Must-not-fail check not looked at:'
      : `${sentence(numberWord(unseen.length))} must-not-fail checks not looked at:`;
  const names = unseen
    .slice(0, SHOWN)
    .map(({ name, result }) => `${name} (${result.state.replaceAll('-', ' ')})`);
  const more = unseen.length - names.length;
  const rest = more > 0 ? ` and ${String(more)} more` : '';
  return [{ block: 'alarm', text: [strong(title), ` ${names.join('; ')}${rest}.`], note: '' }];
}

/** `9 of 20 (Q2 2026: 17 of 20). It holds step 5 at 59 (62 without).` */
function failedWords(one: ItemView, { result, previous, steps }: AuditView): string {
  const step = steps.find((each) => each.result.step.id === one.result.step);
  const { change } = one;
  const then =
    previous !== null && change !== null && 'from' in change
      ? ` (${quarterName(previous.audit.quarter)}: ${answerWords(change.from)})`
      : '';
  const effect = step === undefined ? '' : ` ${heldWords(step.number, step.result, result)}`;
  return `${answerWords(one.result)}${then}.${effect}`;
}
