import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import type { ExampleItem } from '../../../src/core/score/examples.js';
import { STEP_EXAMPLES } from '../../../src/core/score/examples.js';
import {
  NOT_APPLICABLE,
  NOT_CHECKED,
  answered,
  makeItem,
  stepResultOf,
} from '../../support/checklists.js';

const answerOf: Readonly<Record<ExampleItem['answer'], Answer>> = {
  yes: answered('yes'),
  no: answered('no'),
  'not-applicable': NOT_APPLICABLE,
  'not-checked': NOT_CHECKED,
  unanswered: { state: 'unanswered' },
};

function expectShare(actual: number | null, stated: number | null): void {
  if (stated === null || actual === null) expect(actual).toBe(stated);
  else expect(actual).toBeCloseTo(stated, 12);
}

describe('the worked examples of a step that reports print', () => {
  it.each(STEP_EXAMPLES)('$because', ({ items, uncapped, share, coverage }) => {
    const result = stepResultOf(
      items.map(({ weight, critical = false }, i) =>
        makeItem('yes-no', `item-${String(i)}`, { weight, critical }),
      ),
      Object.fromEntries(items.map(({ answer }, i) => [`item-${String(i)}`, answerOf[answer]])),
    );
    expectShare(result.uncapped, uncapped);
    expectShare(result.share, share);
    expectShare(result.coverage, coverage);
  });
});
