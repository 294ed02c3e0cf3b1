import { Option } from 'commander';

/** One of the names that a list may hold, and what it is. */
interface ListedName {
  readonly name: string;
  readonly summary: string;
}

/** A flag that takes one or more of some names with commas between; it knows them for completion. */
export class ListOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly names: readonly ListedName[],
  ) {
    super(flags, description);
  }
}
