import { gunzipSync, gzipSync } from 'node:zlib';
import { parseBody } from '../binding/go-json.ts';
import { BadBody } from '../binding/mismatch.ts';
import { int32, message, string } from '../binding/shape.ts';
import type { ReplyFrame, RequestFrame } from './frame.ts';
import { readGob, writeGob } from './gob.ts';

/** How a client wants its frames: as JSON with `data` in base64, or as Go writes them. */
export interface Encoding {
  sdkType: 'go' | 'js';
  compressed: boolean;
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

const readJson = (text: string): RequestFrame => {
  const frame = Req.decode(parseBody(text)) ?? Req.blank();
  if (!/^[A-Za-z0-9+/\r\n]*={0,2}$/.test(frame.data)) throw new BadBody('data is not base64');
  return { ...frame, data: Buffer.from(frame.data, 'base64') };
};

const writeJson = ({ data, ...frame }: ReplyFrame): Buffer =>
  Buffer.from(JSON.stringify({ ...frame, data: data === null ? null : Buffer.from(data).toString('base64') }));

/** Throws on anything that is no frame; the connection does not survive that. */
export const readFrame = (bytes: Buffer, { sdkType, compressed }: Encoding): RequestFrame => {
  const plain = compressed ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
  return sdkType === 'go' ? readGob(plain) : readJson(plain.toString());
};

export const writeFrame = (frame: ReplyFrame, { sdkType, compressed }: Encoding): Buffer => {
  const bytes = sdkType === 'go' ? writeGob(frame) : writeJson(frame);
  return compressed ? gzipSync(bytes, { level: 1 }) : bytes;
};
