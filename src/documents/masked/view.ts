import type { MaskedComparison } from '../../core/compare/masked.js';
import type { GroupFrame, GroupSeals } from '../group/view.js';

/** A group for the eyes of one dealership. */
export interface MaskedView extends GroupFrame {
  readonly comparison: MaskedComparison;
  /** The same without the names of others. */
  readonly seals: GroupSeals;
  /** The hash of its own seal. */
  readonly seal: string | null;
}
