import { InvalidArgumentError, Option } from 'commander';

/** `--year-starts`, a month from 1 to 12; `about` says whose year. */
export function yearStartsOption(about: string): Option {
  return new Option('--year-starts <month>', about).argParser(month);
}

function month(text: string): number {
  if (/^(?:[1-9]|1[0-2])$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a month from 1 to 12.');
}
