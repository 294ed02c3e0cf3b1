import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { document } from './document.js';
import type { BriefView } from './view.js';

/** The whole brief: on the screen it is read as it is on paper. */
export function summary(view: BriefView): readonly Block[] {
  const { kind, subject, headline, blocks } = document(view);
  return [
    paragraph(`${kind}: `, ...[subject].flat()),
    paragraph(strong(...[headline].flat())),
    ...blocks.filter(({ block }) => block !== 'page-break'),
  ];
}
