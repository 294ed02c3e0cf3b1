import type { Checklist, Item } from '../../src/core/checklist/checklist.js';
import type { FormView } from '../../src/documents/form/view.js';

/** The form of a checklist, full and blank unless it says otherwise. */
export function makeForm(checklist: Checklist, own: Partial<FormView> = {}): FormView {
  return {
    checklist,
    checklistPath: null,
    scope: 'full',
    order: 'step',
    dealership: null,
    year: null,
    quarter: null,
    auditor: null,
    draws: [],
    ...own,
  };
}

/** The same checklist with one text in place of every text in it. */
export function retold(checklist: Checklist, text: string): Checklist {
  const item = (one: Item): Item => ({
    ...one,
    ask: text,
    criteria: text,
    verify: text,
    ...('unit' in one ? { unit: text } : {}),
    ...('levels' in one ? { levels: one.levels.map(() => text) } : {}),
    ...('checks' in one ? { checks: one.checks.map((each) => ({ ...each, text })) } : {}),
    ...('standards' in one ? { standards: one.standards.map((each) => ({ ...each, text })) } : {}),
  });
  return {
    ...checklist,
    title: text,
    departments: checklist.departments.map((each) => ({ ...each, title: text })),
    steps: checklist.steps.map((step) => ({
      ...step,
      title: text,
      asks: text,
      items: step.items.map(item),
    })),
  };
}
