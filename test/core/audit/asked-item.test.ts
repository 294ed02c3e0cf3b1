import { describe, expect, it } from 'vitest';
import { askedItem, whyNotAsked } from '../../../src/core/audit/asked-item.js';
import { UserError } from '../../../src/core/errors.js';
import { makeChecklist, makeItem, makeStep } from '../../support/checklists.js';

const checklist = makeChecklist([
  makeStep('one', [
    makeItem('yes-no', 'call-back'),
    makeItem('yes-no', 'owner'),
    makeItem('yes-no', 'lead-time', { core: false }),
  ]),
]);

function refusal(id: string): unknown {
  try {
    return askedItem({ checklist, scope: 'core' }, id).id;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.message, error.hint];
  }
}

describe('an item that somebody names', () => {
  it('is given where it is asked', () => {
    expect(refusal('owner')).toBe('owner');
    expect(askedItem({ checklist, scope: 'full' }, 'lead-time').id).toBe('lead-time');
  });

  it('is refused with what to do where it is not', () => {
    expect(refusal('lead-time')).toEqual([
      'lead-time is not a core item.',
      'Only an audit of the full scope asks it.',
    ]);
    expect(refusal('ownr')).toEqual([
      `ownr is not an item of ${checklist.id}.`,
      'Did you mean owner?',
    ]);
    expect(refusal('something-else-altogether')).toEqual([
      `something-else-altogether is not an item of ${checklist.id}.`,
      'See \u2060checkup checklist show for the ids.',
    ]);
  });

  it('may have been meant among those that the scope leaves out', () => {
    expect(whyNotAsked({ checklist, scope: 'core' }, 'lead-tim').advice).toBe(
      'did you mean lead-time?',
    );
  });
});
