import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ProtoName } from '../../sandbox/gateway/proto.ts';
import { decode, encode } from '../../sandbox/gateway/proto.ts';

interface Recorded {
  scenario: string;
  protoType: ProtoName;
  data: string;
  decoded: Record<string, unknown>;
}

const frames = readFileSync(new URL('../recordings/ws-frames.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

/** Content is bytes to us and text in the recording; fields with zero values are written by neither. */
const readable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, readable(item)] as const);
  return Object.fromEntries(entries.filter(([key, item]) => isTold(key, item)));
};

const isTold = (key: string, item: unknown): boolean => {
  if (key === 'order' || key === 'options') return false;
  if (Array.isArray(item)) return item.length > 0;
  if (typeof item === 'object' && item !== null) return Object.keys(item).length > 0;
  return item !== '' && item !== 0 && item !== false && item !== null;
};

test('every recorded message reads as the recorder read it', () => {
  for (const { scenario, protoType, data, decoded } of frames) {
    assert.deepEqual(
      readable(decode(protoType, Buffer.from(data, 'base64'))),
      readable(decoded),
      `${scenario} ${protoType}`,
    );
  }
});

test('what we write of a recorded message is what we read of it', () => {
  for (const { protoType, data } of frames) {
    const value = decode<object>(protoType, Buffer.from(data, 'base64'));
    assert.deepEqual(decode(protoType, encode(protoType, value)), value);
  }
});

test('numbers in lists are packed, as the server writes them', () => {
  const tips = { subscribers: [{ userID: 'w671121', onlinePlatformIDs: [5, 1] }] };
  assert.equal(Buffer.from(encode('SubUserOnlineStatusTips', tips)).toString('base64'), 'Cg0KB3c2NzExMjESAgUB');
});
