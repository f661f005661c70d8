import { decodeBase64 } from '../binding/go-encodings.ts';
import { parseBody } from '../binding/go-json.ts';
import { BadBody, TypeMismatch } from '../binding/mismatch.ts';
import type { Struct } from '../binding/shape.ts';
import { int64, message, string } from '../binding/shape.ts';

/** 1 in parts, 2 by one presigned PUT. */
export const IN_PARTS = 1;
export const PRESIGNED = 2;

export interface Upload {
  readonly type: number;
  /** The store's own id of an upload in parts. */
  readonly storeID: string;
  readonly key: string;
  readonly size: number;
  readonly hash: string;
}

const UploadID = message('cont.multipartUploadID', { a: int64, b: string, c: string, d: int64, e: string });

/** JSON in Base64, unsigned: whoever reads it may write another one. */
export const writeUploadID = ({ type, storeID, key, size, hash }: Upload): string => {
  const fields = { a: type, ...(storeID !== '' && { b: storeID }), c: key, d: size, e: hash };
  return Buffer.from(JSON.stringify(fields)).toString('base64');
};

/** An id's content; throws the error text that Go has for one that cannot be read. */
export const readID = <T>(text: string, shape: Struct<T>, encoding: { padded: boolean }): T => {
  const json = parsed(decodeBase64(text, encoding).toString());
  try {
    return (json === null ? null : shape.decode(json)) ?? shape.blank();
  } catch (thrown) {
    throw thrown instanceof TypeMismatch ? new Error(thrown.goText) : thrown;
  }
};

const parsed = (text: string): unknown => {
  try {
    return parseBody(text);
  } catch (thrown) {
    throw thrown instanceof BadBody ? new Error(thrown.goText) : thrown;
  }
};

export const readUploadID = (text: string): Upload => {
  const { a: type, b: storeID, c: key, d: size, e: hash } = readID(text, UploadID, { padded: true });
  return { type, storeID, key, size, hash };
};
