import type { Issue } from '../../schema/problem.js';
import type { Option } from './widget.js';

/** An issue for each option whose id stands earlier in the same list. */
export function repeatedIds(key: string, options: readonly Option[]): Issue[] {
  return options.flatMap((option, index) =>
    options.findIndex((other) => other.id === option.id) === index
      ? []
      : [
          {
            path: [key, index, 'id'],
            message: `${option.id} is there twice (give each its own id)`,
          },
        ],
  );
}
