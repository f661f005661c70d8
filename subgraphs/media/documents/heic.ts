import type { Facts } from '../files/facts.ts';

/** One of the boxes that a file of ISO/IEC 14496-12 is made of. */
interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/** More are in no picture. */
const MOST_BOXES = 4_096;

/** Boxes side by side; what does not fit ends them. */
function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length && boxes.length < MOST_BOXES) {
    const size = bytes.readUInt32BE(at);
    const end = size === 0 ? bytes.length : at + size;
    if (end < at + 8 || end > bytes.length) break;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, end) });
    at = end;
  }
  return boxes;
}

const within = (bytes: Buffer, type: string): Buffer =>
  boxesIn(bytes).find((box) => box.type === type)?.body ?? Buffer.alloc(0);

/** Which properties an item has (`ipma`, ISO/IEC 23008-12 §9.3), counted from 1. Rejects with a RangeError past the end. */
function propertiesOf(item: number, ipma: Buffer): number[] {
  const isLong = ipma.readUInt8(0) > 0;
  const isWide = (ipma.readUInt8(3) & 1) === 1;
  let at = 8;
  for (let left = ipma.readUInt32BE(4); left > 0; left -= 1) {
    const id = isLong ? ipma.readUInt32BE(at) : ipma.readUInt16BE(at);
    at += isLong ? 4 : 2;
    const count = ipma.readUInt8(at);
    const read = (nth: number) =>
      isWide ? ipma.readUInt16BE(at + 1 + nth * 2) & 0x7f_ff : ipma.readUInt8(at + 1 + nth) & 0x7f;
    if (id === item) return Array.from({ length: count }, (_, nth) => read(nth));
    at += 1 + count * (isWide ? 2 : 1);
  }
  return [];
}

/** How large a HEIC is, as shown: nothing here decodes it. Rejects where it does not say. */
export function readHEIC(bytes: Uint8Array, mimeType: string): Facts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const meta = within(file, 'meta').subarray(4);
  const pitm = within(meta, 'pitm');
  const primary = pitm.readUInt8(0) > 0 ? pitm.readUInt32BE(4) : pitm.readUInt16BE(4);
  const iprp = within(meta, 'iprp');
  const all = boxesIn(within(iprp, 'ipco'));
  const own = propertiesOf(primary, within(iprp, 'ipma')).flatMap((nth) => all[nth - 1] ?? []);
  const size = own.find(({ type }) => type === 'ispe')?.body;
  if (size === undefined) throw new TypeError('It does not say how large it is.');
  const [width, height] = [size.readUInt32BE(4), size.readUInt32BE(8)];
  if (!isSide(width) || !isSide(height)) throw new RangeError('No such size can be.');
  // Quarter turns against the clock.
  const turns = own.find(({ type }) => type === 'irot')?.body.readUInt8(0) ?? 0;
  const shown = turns % 2 === 0 ? { width, height } : { width: height, height: width };
  return { ...shown, mimeType, animated: false };
}

const MOST_SIDE = 65_535;
const isSide = (side: number): boolean => side >= 1 && side <= MOST_SIDE;
