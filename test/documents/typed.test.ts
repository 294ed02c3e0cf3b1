// What somebody typed acts nowhere: not on a terminal, not in a page, whatever the document.
import { describe, expect, test } from 'vitest';
import { compareGroup } from '../../src/core/compare/group.js';
import { maskComparison } from '../../src/core/compare/masked.js';
import { auditReport } from '../../src/documents/audit/index.js';
import type { DocumentKind } from '../../src/documents/document.js';
import { printable } from '../../src/documents/document.js';
import { form } from '../../src/documents/form/index.js';
import { group } from '../../src/documents/group/index.js';
import type { GroupView } from '../../src/documents/group/view.js';
import { masked } from '../../src/documents/masked/index.js';
import { trend } from '../../src/documents/trend/index.js';
import { formats } from '../../src/formats/index.js';
import { printScreen } from '../../src/formats/screen/screen.js';
import { createStyle } from '../../src/terminal/style.js';
import { TOOLS } from '../formats/tools.js';
import { viewOfAudit } from '../support/audit-views.js';
import { answered, makeAudit, makeChecklist, makeItem, makeStep } from '../support/checklists.js';
import { makeDraw } from '../support/draws.js';
import { makeForm, retold } from '../support/forms.js';
import { FRAME, makeMember, makeChange } from '../support/groups.js';
import { trendExample } from '../support/trends.js';

const HOSTILE = '<b>*N|rd*\u001b[31m\u202e\n# C';

const checklist = retold(
  makeChecklist([
    makeStep('one', [
      makeItem('yes-no', 'failed', { critical: true }),
      makeItem('rating', 'some'),
      makeItem('remark', 'remark'),
    ]),
  ]),
  HOSTILE,
);

const audit = makeAudit(
  checklist,
  {
    failed: { ...answered('no'), note: HOSTILE },
    some: { state: 'not-checked', reason: HOSTILE },
    remark: answered(HOSTILE),
  },
  {
    auditor: HOSTILE,
    dealership: { name: HOSTILE, slug: 'nord', yearStarts: 1 },
    draws: [makeDraw({ refs: [HOSTILE], by: HOSTILE, file: HOSTILE, seed: HOSTILE })],
  },
);

const members = [HOSTILE, 'Best', 'Good', 'Almost', 'Poor'].map((name, i) =>
  makeMember(name, 0.9 - i / 10, {
    slug: `d${String(i)}`,
    change: makeChange(0.1, 0.9 - i / 10, 0.001),
  }),
);

const frame = { ...FRAME, group: HOSTILE, checklist: { ...FRAME.checklist, title: HOSTILE } };

const groupView: GroupView = {
  ...frame,
  comparison: compareGroup(members),
  seals: { checked: true, broken: [HOSTILE], chain: [] },
  sealOf: new Map(),
  failedNames: new Map(),
  common: [],
  missing: [HOSTILE],
  leftOut: [{ name: HOSTILE, why: HOSTILE }],
};

/** A document of a view in which every text was typed. */
function typed<View>(kind: DocumentKind<View>, view: View) {
  return {
    name: kind.name,
    document: printable(kind, view),
    screen: printScreen(kind.summary(view), {
      width: 80,
      tableWidth: 80,
      style: createStyle(false),
    }),
  };
}

const DOCUMENTS = [
  typed(auditReport, viewOfAudit(audit)),
  typed(trend, trendExample(HOSTILE, HOSTILE)),
  typed(group, groupView),
  typed(masked, {
    ...frame,
    comparison: maskComparison(groupView.comparison, 'd0'),
    seals: groupView.seals,
    seal: null,
  }),
  typed(form, makeForm(checklist, { dealership: HOSTILE, auditor: HOSTILE })),
];

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ACTING = /[\u001b\u202e]/;

describe.each(DOCUMENTS)('the $name', ({ document, screen }) => {
  test.each(formats.filter(({ isText }) => isText))('as $name', async (format) => {
    for (const { content } of await format.print(document, TOOLS)) {
      expect(content).not.toMatch(ACTING);
      if (format.name === 'html') expect(content).not.toContain('<b>*');
      if (format.name === 'md') {
        // In code it is text, too.
        expect(String(content).replace(/(`+)[^`]+\1/g, '')).not.toMatch(/(?<!\\)<b>/);
        expect(content).not.toMatch(/^# C/m);
      }
    }
  });

  test('on the screen', () => {
    expect(screen).not.toMatch(ACTING);
  });
});
