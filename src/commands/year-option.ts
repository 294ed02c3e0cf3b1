import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

/**
 * Adds `--year-starts`, a month from 1 to 12, and `--year-named`, by which calendar year a year over two is
 * named.
 *
 * @param about whose year it is.
 */
export function addYear(command: Command, about: string): Command {
  return command
    .addOption(new Option('--year-starts <month>', about).argParser(month))
    .addOption(
      new Option(
        '--year-named <which>',
        'the calendar year that names a business year over two; the last when left out',
      ).choices(['first', 'last']),
    );
}

function month(text: string): number {
  if (/^(?:[1-9]|1[0-2])$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a month from 1 to 12.');
}
