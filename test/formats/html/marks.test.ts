import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../src/documents/tree.js';
import { axis, drawn } from '../../../src/formats/html/marks/mark.js';
import { PageParts } from '../../../src/formats/html/parts.js';
import { readPage } from '../../support/html.js';
import { AXIS, BANDS, makeLine, makeStrip } from '../../support/sample/marks.js';

const draw = (mark: Mark) => readPage(drawn(mark, new PageParts()).text);
/** The attributes of what has a class. */
const parts = (mark: Mark, name: string) =>
  draw(mark)
    .tags.map(({ attributes }) => attributes)
    .filter((attributes) => attributes['class']?.split(' ').includes(name));
const hundredths = (text = ''): number => Number(/^(.*)%$/.exec(text)?.[1]);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a strip', () => {
  it('shows the ring on the side of the bar where it is', () => {
    fc.assert(
      fc.property(share, share, share, (ring, one, other) => {
        const bar = { lower: Math.min(one, other), upper: Math.max(one, other) };
        const mark = makeStrip({ ring, bar, dot: one });
        const at = hundredths(parts(mark, 'ring')[0]?.['cx']);
        const from = hundredths(parts(mark, 'bar')[0]?.['x']);
        const to = from + hundredths(parts(mark, 'bar')[0]?.['width']);
        if (ring <= bar.lower) expect(at).toBeLessThanOrEqual(from);
        if (ring >= bar.upper) expect(at).toBeGreaterThanOrEqual(to - 1e-6);
        if (ring >= bar.lower) expect(at).toBeGreaterThanOrEqual(from);
        if (ring <= bar.upper) expect(at).toBeLessThanOrEqual(to + 1e-6);
      }),
    );
  });

  it('draws nothing for what there is not', () => {
    const { tags } = draw(makeStrip({ bands: [] }));
    expect(tags.map(({ name }) => name)).toEqual(['svg', 'g']);
  });

  it.each([
    [
      0.62,
      0.66,
      [
        ['62%', 'end'],
        ['66%', 'start'],
      ],
    ],
    [
      0.66,
      0.62,
      [
        ['62%', 'end'],
        ['66%', 'start'],
      ],
    ],
    [
      0.01,
      0.5,
      [
        ['1%', 'start'],
        ['50%', 'start'],
      ],
    ],
    [0.01, 0.03, [['3%', 'start']]],
    [0.99, 0.97, [['97%', 'end']]],
    [
      0.5,
      1,
      [
        ['50%', 'end'],
        ['100%', 'end'],
      ],
    ],
    [null, 0.66, [['66%', 'start']]],
    [0.62, null, [['62%', 'start']]],
    [null, null, []],
  ] as const)('writes the figures of %s and %s beside their points', (ring, dot, places) => {
    const labels = { ring: 'before', dot: 'now' };
    const texts = draw(makeStrip({ ring, dot, labels })).tags.filter(({ name }) => name === 'text');
    expect(texts.map(({ attributes }) => [attributes['x'], attributes['text-anchor']])).toEqual(
      places,
    );
  });

  it('names the bands, in two rows on phones where one has no room', () => {
    expect(draw(makeStrip({ named: true })).text).toBe('At risk0+Uneven40+Sound60+Strong80+');
    expect(parts(makeStrip({ named: true }), 'crowded')).toHaveLength(0);
    const bands = BANDS.map((band) => ({ ...band, name: `${band.name} all in all` }));
    expect(parts(makeStrip({ bands, named: true }), 'crowded')).toHaveLength(1);
    expect(parts(makeStrip({ bands, named: true }), 'lower')).toHaveLength(2);
  });
});

describe('bands', () => {
  it('are drawn once for all marks that stand on them', () => {
    const page = new PageParts();
    const other = [{ from: 0, name: 'All' }];
    for (const bands of [BANDS, other, BANDS]) drawn(makeStrip({ bands }), page);
    expect(page.symbols.map(({ text }) => text)).toEqual([
      '<symbol id="_z0" width="100%" height="100%"><rect class="z0" x="0%" width="40%" height="100%"/><rect class="z1" x="40%" width="20%" height="100%"/><rect class="z2" x="60%" width="20%" height="100%"/><rect class="z3" x="80%" width="20%" height="100%"/></symbol>',
      '<symbol id="_z1" width="100%" height="100%"><rect class="z3" x="0%" width="100%" height="100%"/></symbol>',
    ]);
  });
});

describe('a step of a waterfall', () => {
  it('is a bar between its ends, and a line where it goes nowhere or is a sum', () => {
    const fall = (from: number, to: number, sign: 'worse' | 'same' | 'total') =>
      ({ mark: 'fall', from, to, sign }) as const;
    expect(parts(fall(0.8, 0.3, 'worse'), 'step')[0]).toMatchObject({ x: '30%', width: '50%' });
    expect(parts(fall(0.8, 0.8, 'same'), 'end')[0]).toMatchObject({ x1: '80%', x2: '80%' });
    expect(parts(fall(0, 0.6, 'total'), 'end')[0]).toMatchObject({ x1: '60%', x2: '60%' });
  });
});

describe('a line', () => {
  it('breaks off where a figure is missing', () => {
    const mark = makeLine('small', [10, 20, null, 40, 50, null, 60, 70]);
    expect(parts(mark, 'path')).toHaveLength(3);
    expect(parts(mark, 'ribbon')).toHaveLength(3);
    expect(parts(mark, 'point')).toHaveLength(6);
  });

  it('stands where it stands with one figure, or none', () => {
    const one = makeLine('large', [50]);
    expect(parts({ ...one, changes: [] }, 'point')[0]).toMatchObject({ cx: '50%', cy: '50%' });
    expect(parts(one, 'path')).toEqual([]);
    expect(parts(makeLine('large', []), 'point')).toEqual([]);
  });

  it('names each figure below a large line, and leaves some out where they are many', () => {
    const figures = Array.from({ length: 40 }, (_, index) => index);
    expect(draw(makeLine('large', [1, 2])).text).toBe('4060801Q420242Q12025');
    expect(draw(makeLine('small', [1, 2])).text).toBe('');
    const shown = parts(makeLine('large', figures), 'figure');
    expect(shown.length).toBeLessThanOrEqual(18);
    expect(parts(makeLine('large', figures.slice(0, 12)), 'spare')).toHaveLength(6);
    expect(draw(makeLine('large', figures)).text).toContain('39');
  });
});

describe('squares', () => {
  it('wrap into rows, so that phones have room', () => {
    const mark = { mark: 'squares', double: true } as const;
    const squares = Array.from({ length: 25 }, (_, at) =>
      at < 2 ? ('missed' as const) : ('kept' as const),
    );
    const [svg] = draw({ ...mark, squares }).tags;
    expect(svg?.attributes).toMatchObject({ width: '170', height: '52' });
    expect(parts({ ...mark, squares }, 'double')).toHaveLength(2);
    expect(parts({ ...mark, squares }, 'kept')).toHaveLength(23);
    expect(draw({ ...mark, squares: [] }).tags).toHaveLength(1);
  });
});

describe('dots', () => {
  it('are named for those who hear them, and what stands out is drawn last', () => {
    const dot = (name: string, tone: 'own' | 'plain') => ({ at: 0.5, name, tone });
    const mark = { mark: 'dots', bands: BANDS, span: null } as const;
    const { tags } = draw({ ...mark, dots: [dot('A', 'own'), dot('B', 'plain')] });
    expect(tags[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': 'A 50; B 50' });
    expect(tags.filter(({ name }) => name === 'circle').at(-1)?.attributes['class']).toBe('own');
    expect(draw({ ...mark, dots: [dot('', 'own')] }).tags[0]?.attributes).toHaveProperty(
      'aria-hidden',
    );
  });
});

describe('what is drawn', () => {
  it('stays inside its room, whatever the figures', () => {
    const wild = fc.oneof(share, fc.double());
    fc.assert(
      fc.property(wild, wild, wild, (one, two, three) => {
        const marks: Mark[] = [
          makeStrip({ ring: one, dot: two, bar: { lower: one, upper: three }, held: three }),
          { mark: 'fall', from: one, to: two, sign: 'better' },
          { mark: 'dots', bands: [], span: null, dots: [{ at: one, name: '', tone: 'plain' }] },
        ];
        const places = marks
          .flatMap((mark) => draw(mark).tags)
          .flatMap(({ attributes }) => [attributes['x'], attributes['cx'], attributes['x1']])
          .filter((each) => each !== undefined)
          .map(hundredths);
        expect(places.every((each) => each >= 0 && each <= 100)).toBe(true);
      }),
    );
  });

  it('has its scale above it, with the figures at the ends inside', () => {
    const { tags } = readPage(axis(AXIS).text);
    expect(tags.slice(1).map(({ attributes }) => attributes['text-anchor'])).toEqual([
      'start',
      'middle',
      'middle',
      'middle',
      'end',
    ]);
  });
});
