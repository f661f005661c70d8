import { gunzipSync, gzipSync } from 'node:zlib';
import { parseBody } from '../binding/go-json.ts';
import { BadBody } from '../binding/mismatch.ts';
import { int32, message, string } from '../binding/shape.ts';

/** Frames are JSON in binary messages; `data` is the base64 of a protobuf message. */
export interface RequestFrame {
  reqIdentifier: number;
  sendID: string;
  operationID: string;
  msgIncr: string;
  data: Uint8Array;
}

export interface ReplyFrame {
  reqIdentifier: number;
  msgIncr: string;
  operationID: string;
  errCode: number;
  errMsg: string;
  data: Uint8Array | null;
}

const Req = message('msggateway.Req', {
  reqIdentifier: int32,
  token: string,
  sendID: string,
  operationID: string,
  msgIncr: string,
  data: string,
});

const MOST_BYTES = 8 * 1024 * 1024;

/** Throws on anything that is no frame; the connection does not survive that. */
export const readFrame = (bytes: Buffer, compressed: boolean): RequestFrame => {
  const text = (compressed ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes).toString();
  const frame = Req.decode(parseBody(text)) ?? Req.blank();
  if (!/^[A-Za-z0-9+/\r\n]*={0,2}$/.test(frame.data)) throw new BadBody('data is not base64');
  return { ...frame, data: Buffer.from(frame.data, 'base64') };
};

export const writeFrame = ({ data, ...frame }: ReplyFrame, compressed: boolean): Buffer => {
  const json = Buffer.from(
    JSON.stringify({ ...frame, data: data === null ? null : Buffer.from(data).toString('base64') }),
  );
  return compressed ? gzipSync(json, { level: 1 }) : json;
};

/** A frame that nobody asked for. */
export const unasked = (reqIdentifier: number, data: Uint8Array | null, operationID = ''): ReplyFrame => ({
  reqIdentifier,
  msgIncr: '',
  operationID,
  errCode: 0,
  errMsg: '',
  data,
});
