import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { kindOf } from '../../../../src/core/checklist/kinds/index.js';
import {
  answered,
  expectIssues,
  issuesOf,
  makeItem,
  valueOf,
} from '../../../support/checklists.js';

const item = makeItem('yes-no', 'owner');

describe('a yes-no item', () => {
  it.each(['yes', 'y', 'YES', 'Y', 'Yes', 'true', 'True', true])('reads %j as yes', (input) => {
    expect(valueOf(readAnswer(item, input))).toEqual(answered('yes'));
  });

  it.each(['no', 'n', 'NO', 'N', 'No', 'false', false])('reads %j as no', (input) => {
    expect(valueOf(readAnswer(item, input))).toEqual(answered('no'));
  });

  it.each([1, 0, null, 'maybe', '', 'yes ', [], ['yes'], 'constructor', '__proto__'])(
    'refuses %j and says what can be written',
    (input) => {
      expectIssues(issuesOf(readAnswer(item, input)), ['', /\(use one of: yes, no\)/]);
    },
  );

  it('asks with two keys whose answers it takes', () => {
    const widget = kindOf(item).widget(item);
    if (widget.widget !== 'keys') throw new Error(widget.widget);
    expect(widget.keys.map((key) => [key.key, valueOf(readAnswer(item, key.answer))])).toEqual([
      ['y', answered('yes')],
      ['n', answered('no')],
    ]);
  });
});
