import { InvalidArgumentError, Option } from 'commander';

const FEWEST = 2;

/** `--last`: more than there are means all there are. */
export function lastOption(): Option {
  return new Option(
    '--last <n>',
    'the trend over the last n sealed quarters instead, 2 or more; takes no FROM and TO',
  ).argParser((text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (number >= FEWEST) return number;
    throw new InvalidArgumentError(`It must be a number from ${String(FEWEST)} on.`);
  });
}
