import type { FormView } from './view.js';
import { formSections } from './items.js';

/** The questions of a form, for programs that let people answer them in another way. */
export function data(view: FormView): object {
  const { checklist, scope, dealership, quarter, auditor } = view;
  return {
    format: 'checkup-form',
    version: 1,
    checklist: { id: checklist.id, version: checklist.version, title: checklist.title },
    scope,
    dealership,
    quarter,
    auditor,
    sections: formSections(view).map(({ title, asks, items }) => ({
      title,
      asks,
      items: items.map(({ id, ask, isCritical, guidance, room }) => ({
        id,
        ask,
        critical: isCritical,
        guidance: guidance.map(([what, text]) => ({ title: what, text })),
        fields: room.fields,
      })),
    })),
  };
}
