import { BadBody } from '../binding/mismatch.ts';
import type { ReplyFrame, RequestFrame } from './frame.ts';

/** Go's own encoding, as its SDKs speak it: each frame is a whole stream of a type's description and one value. */

const unsigned = (value: number): Buffer => {
  if (value < 128) return Buffer.from([value]);
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Buffer.from([256 - digits.length, ...digits]);
};
const signed = (value: number): Buffer => unsigned(value < 0 ? -value * 2 - 1 : value * 2);
const counted = (bytes: Uint8Array): Buffer => Buffer.concat([unsigned(bytes.length), bytes]);

const RESP_ID = 64;
const [INT, BYTES, STRING] = [2, 5, 6];
const RESP = [
  ['ReqIdentifier', INT],
  ['MsgIncr', STRING],
  ['OperationID', STRING],
  ['ErrCode', INT],
  ['ErrMsg', STRING],
  ['Data', BYTES],
] as const;

/** A struct's fields, each with the step from the one before; zeros are left out. */
const fields = (values: readonly (Buffer | null)[]): Buffer => {
  const parts: Buffer[] = [];
  let last = -1;
  values.forEach((value, index) => {
    if (value === null) return;
    parts.push(unsigned(index - last), value);
    last = index;
  });
  return Buffer.concat([...parts, Buffer.from([0])]);
};

const text = (value: string): Buffer | null => (value === '' ? null : counted(Buffer.from(value)));
const integer = (value: number): Buffer | null => (value === 0 ? null : signed(value));

const described = RESP.map(([name, id]) => fields([text(name), integer(id)]));
const struct = fields([fields([text('Resp'), integer(RESP_ID)]), Buffer.concat([unsigned(RESP.length), ...described])]);
// A struct is the third of the kinds of types.
const DESCRIPTION = counted(Buffer.concat([signed(-RESP_ID), fields([null, null, struct])]));

export const writeGob = ({ reqIdentifier, msgIncr, operationID, errCode, errMsg, data }: ReplyFrame): Buffer => {
  const bytes = data === null || data.length === 0 ? null : counted(data);
  const values = [integer(reqIdentifier), text(msgIncr), text(operationID), integer(errCode), text(errMsg), bytes];
  return Buffer.concat([DESCRIPTION, counted(Buffer.concat([signed(RESP_ID), fields(values)]))]);
};

class Reader {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  private byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new BadBody('gob: unexpected end');
    this.at += 1;
    return value;
  }

  unsigned(): number {
    const first = this.byte();
    if (first < 128) return first;
    let value = 0;
    for (let digit = 256 - first; digit > 0; digit--) value = value * 256 + this.byte();
    return value;
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  counted(): Buffer {
    const length = this.unsigned();
    if (this.at + length > this.bytes.length) throw new BadBody('gob: unexpected end');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Reads a struct; `take` reads each field that is there. */
  fields(take: (index: number) => void): void {
    for (let index = -1, step = this.unsigned(); step !== 0; step = this.unsigned()) {
      index += step;
      take(index);
    }
  }
}

interface Named {
  name: string;
  id: number;
}

const readNamed = (reader: Reader): Named => {
  const named = { name: '', id: 0 };
  reader.fields((index) => {
    if (index === 0) named.name = reader.counted().toString();
    else named.id = reader.signed();
  });
  return named;
};

/** The fields of a described struct; no other kind of type is part of a frame. */
const readStruct = (reader: Reader): Named[] => {
  const found: Named[] = [];
  reader.fields((kind) => {
    if (kind !== 2) throw new BadBody('gob: a frame is a struct');
    reader.fields((part) => {
      if (part === 0) readNamed(reader);
      else for (let left = reader.unsigned(); left > 0; left--) found.push(readNamed(reader));
    });
  });
  return found;
};

const readValue = (reader: Reader, { id }: Named): string | number | Buffer => {
  if (id === INT) return reader.signed();
  if (id === STRING) return reader.counted().toString();
  if (id === BYTES) return reader.counted();
  throw new BadBody('gob: a field of a kind that frames do not have');
};

/** Throws a BadBody on anything that is no frame. */
export const readGob = (bytes: Buffer): RequestFrame => {
  const stream = new Reader(bytes);
  const types = new Map<number, Named[]>();
  const values: Record<string, string | number | Buffer> = {};
  while (!stream.isAtEnd) {
    const reader = new Reader(stream.counted());
    const id = reader.signed();
    if (id < 0) {
      types.set(-id, readStruct(reader));
      continue;
    }
    reader.fields((index) => {
      const field = types.get(id)?.[index];
      if (field === undefined) throw new BadBody('gob: a value of a type that was not described');
      values[field.name] = readValue(reader, field);
    });
  }
  const { ReqIdentifier, SendID, OperationID, MsgIncr, Data } = values;
  return {
    reqIdentifier: Number(ReqIdentifier ?? 0),
    sendID: String(SendID ?? ''),
    operationID: String(OperationID ?? ''),
    msgIncr: String(MsgIncr ?? ''),
    data: Buffer.isBuffer(Data) ? Data : new Uint8Array(),
  };
};
