import { count } from '../../core/words/numbers.js';
import { list, paragraph, soft, strong, table } from '../blocks.js';
import type { Block, Tree } from '../tree.js';
import type { VerificationView } from './view.js';

/** What was looked at, and everything that doesn't match. */
export function document(view: VerificationView): Tree {
  const headline = headlineOf(view);
  return {
    kind: 'Verification',
    subject: view.subject,
    title: `Verification of ${view.subject}`,
    headline,
    blocks: rows(view),
    foot: [],
    running: headline,
  };
}

/** `All of it is what was recorded and sealed`, or how much isn't. */
export function headlineOf({ checks }: VerificationView): string {
  const wrong = checks.reduce((sum, each) => sum + each.wrong.length, 0);
  return wrong === 0
    ? 'All of it is what was recorded and sealed'
    : `${count(wrong, 'thing')} ${wrong === 1 ? 'does' : 'do'} not match`;
}

/** A line for each thing that was looked at, then all that is wrong. */
export function rows({ checks }: VerificationView): Block[] {
  return [
    ...table(
      'What was looked at',
      [
        { title: '', role: 'name' },
        { title: 'In order', role: 'text' },
        { title: 'Wrong', role: 'number' },
      ],
      checks.map(({ what, sound, wrong }) => ({
        cells: [what, sound, wrong.length === 0 ? soft('none') : strong(String(wrong.length))],
      })),
    ),
    ...checks
      .filter(({ wrong }) => wrong.length > 0)
      .flatMap(({ what, wrong }): Block[] => [
        paragraph(strong(what)),
        ...list(wrong.map((each) => each)),
      ]),
  ];
}
