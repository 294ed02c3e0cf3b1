import { crc32, deflateSync } from 'node:zlib';

/** A picture as a browser's canvas gives it: four bytes a pixel, the last for opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** As many as one byte can name. */
const COLOURS = 256;

/** An opaque picture as a PNG of at most 256 colours: of a page it has less than half the size. */
export function indexedPng({ width, height, rgba }: Pixels): Uint8Array {
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at++) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at * 4, at * 4 + 3);
    const colour = (red << 16) | (green << 8) | blue;
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, indexOf } = paletteFor(counts);

  // Each line starts with a byte for its filter: none.
  const lines = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of colours.entries()) {
    lines[at + Math.floor(at / width) + 1] = indexOf.get(colour) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, by a palette.
  head.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function parts(colour: number): [number, number, number] {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

/**
 * Picks the colours that leave the least to be seen: one after the other, each the one that is most
 * frequent and least like those before. Frequency alone would lose small patches of a colour.
 */
function paletteFor(counts: ReadonlyMap<number, number>): {
  readonly palette: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
} {
  const all = [...counts].map(([colour, count]) => ({ colour, count, index: 0, far: Infinity }));
  const palette: number[] = [];
  while (palette.length < Math.min(COLOURS, all.length)) {
    const worst = all.reduce((one, other) =>
      other.far * other.count > one.far * one.count ? other : one,
    );
    for (const each of all) {
      const far = distance(each.colour, worst.colour);
      if (far < each.far) Object.assign(each, { far, index: palette.length });
    }
    palette.push(worst.colour);
  }
  return { palette, indexOf: new Map(all.map(({ colour, index }) => [colour, index])) };
}

function distance(one: number, other: number): number {
  const [wanted, given] = [parts(one), parts(other)];
  return wanted.reduce((sum, part, index) => sum + (part - (given[index] ?? 0)) ** 2, 0);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
