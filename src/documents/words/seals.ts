import { quarterName } from '../../core/quarter.js';
import type { Quarter } from '../../core/quarter.js';
import { strong } from '../blocks.js';
import type { Block } from '../tree.js';

/** That what is kept of an audit is no longer what was sealed. */
export function sealAlarm(dealership: string, quarter: Quarter): Block {
  return {
    block: 'alarm',
    text: [
      strong(`The seal of ${dealership}, ${quarterName(quarter)}, is broken:`),
      ' what is kept is no longer what was sealed.',
    ],
    note: '',
  };
}
