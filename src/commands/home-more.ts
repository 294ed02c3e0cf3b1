import { whyNoName } from '../core/names.js';
import type { Ask } from '../interview/ask.js';

/** A dealership that is known. */
interface Known {
  readonly name: string;
  readonly slug: string;
}

type More = 'brief' | 'form' | 'compare' | 'rename' | 'data';

/** What else there is to do than what comes next: the line that does it. */
export async function askMore(ask: Ask, dealerships: readonly Known[]): Promise<readonly string[]> {
  const isKnown = dealerships.length > 0;
  const picked = await ask.choose<More>('What else?', [
    { name: 'Prepare the next check-up: what to know before going in', value: 'brief' },
    { name: 'Print a check-up to fill in by hand', value: 'form' },
    ...(dealerships.length > 1
      ? [{ name: 'Compare all dealerships', value: 'compare' } as const]
      : []),
    ...(isKnown ? [{ name: 'Rename a dealership', value: 'rename' } as const] : []),
    { name: 'Where my data is, how to back it up and move it', value: 'data' },
  ]);
  switch (picked) {
    case 'brief':
    case 'form':
      return [picked];
    case 'compare':
      return ['compare', '--all'];
    case 'rename':
      return rename(ask, dealerships);
    case 'data':
      return ['where'];
  }
}

async function rename(ask: Ask, dealerships: readonly Known[]): Promise<readonly string[]> {
  const [only] = dealerships;
  const slug =
    dealerships.length === 1 && only !== undefined
      ? only.slug
      : await ask.choose(
          'Which dealership?',
          dealerships.map((one) => ({ name: one.name, value: one.slug })),
        );
  const name = await ask.text('Its new name', { refuse: whyNoName, back: true });
  return ['dealership', 'edit', slug, '--name', name];
}
