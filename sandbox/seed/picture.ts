import { crc32, deflateSync } from 'node:zlib';

export interface Picture {
  bytes: Buffer;
  width: number;
  height: number;
}

type Colour = readonly [number, number, number];
type Painter = (x: number, y: number) => Colour;

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
};

const paint = (width: number, height: number, painter: Painter): Picture => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, colours without a palette.
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_unused, x) => [...painter(x / width, y / height)]).flat(),
  ]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return {
    bytes: Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]),
    width,
    height,
  };
};

const mix = (from: Colour, to: Colour, share: number): Colour => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

const hueColour = (hue: number, light: number): Colour => {
  const wave = (shift: number) => Math.round(255 * light * (0.6 + 0.4 * Math.cos(2 * Math.PI * (hue - shift))));
  return [wave(0), wave(1 / 3), wave(2 / 3)];
};

/** A head and shoulders in a colour of one's own. */
export const portrait = (hue: number): Picture =>
  paint(96, 96, (x, y) => {
    const isHead = (x - 0.5) ** 2 + (y - 0.4) ** 2 < 0.04;
    const isBody = (x - 0.5) ** 2 / 0.12 + (y - 1) ** 2 / 0.1 < 1;
    return isHead || isBody ? hueColour(hue, 1) : hueColour(hue + 0.5, 0.45);
  });

/** Hills under an evening sky. */
export const landscape = (): Picture =>
  paint(320, 200, (x, y) => {
    const near = 0.75 + 0.06 * Math.sin(x * 9);
    const far = 0.58 + 0.09 * Math.sin(x * 5 + 2);
    if (y > near) return [38, 70, 48];
    if (y > far) return [66, 104, 84];
    if ((x - 0.7) ** 2 * 2.5 + (y - 0.35) ** 2 < 0.006) return [255, 236, 170];
    return mix([58, 84, 150], [250, 176, 128], Math.min(1, y / 0.6));
  });
