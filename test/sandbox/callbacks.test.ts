import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { liveThroughAll } from './callback-story.ts';
import type { Data, Heard } from './receiver.ts';
import { Receiver } from './receiver.ts';

interface Recorded {
  command: string;
  url: string;
  headers: Record<string, string>;
  body: Data;
}

const recorded = readFileSync(new URL('../recordings/callbacks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** The names of all fields, in their order, and the kinds of their values. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.entries(value).map(([key, item]) => [key, shapeOf(item)]);
};

const RECORDED_GROUPS = ['3310606633', '3494256274'];
const LATER_THAN = 1_000_000_000_000;

/** Ids and times become words; what else a value says, stays. */
const plain = (value: unknown, groups: RegExp, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => plain(item, groups, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, item]) => [name, plain(item, groups, name)]);
  if (typeof value === 'number') return value > LATER_THAN ? 'a time' : key === 'seq' && value > 0 ? 'a seq' : value;
  if (typeof value !== 'string' || value === '') return value;
  if (key === 'operationID') return 'an operation';
  return /^[0-9a-f]{32}$/.test(value) ? 'an id' : value.replaceAll(groups, 'the group');
};

const isNotice = (contentType: unknown): boolean => Number(contentType) >= 1000;

/** What notices say within is held to recordings elsewhere; here it counts that it is said, and which fields it has. */
const described = ({ body }: { body: Data }, groups: RegExp): string => {
  const { contentType, content } = body;
  const short = isNotice(contentType) ? { ...body, content: shapeOf(JSON.parse(String(content))) } : body;
  return JSON.stringify(plain(short, groups));
};

suite('every callback of the recordings', { timeout: 60_000 }, async () => {
  const receiver = await Receiver.open();
  const story = await liveThroughAll(receiver);
  const groups = new RegExp([...RECORDED_GROUPS, story.groupID].join('|'), 'g');
  const heard = Map.groupBy(receiver.heard, ({ command }) => command);

  for (const [command, rows] of Map.groupBy(recorded, (row) => row.command)) {
    test(`${command} is sent as it was recorded`, () => {
      const said = new Set((heard.get(command) ?? []).map((one) => described(one, groups)));
      for (const row of rows) {
        const wanted = described(row, groups);
        assert.ok(said.has(wanted), `recorded:\n${wanted}\nsent:\n${[...said].join('\n')}`);
      }
    });
  }

  test('goes to a path of its own, with the headers of the recording and a body that ends its line', () => {
    const mould = (url: string) => url.replace(/key=.*/, 'key=');
    for (const one of receiver.heard) {
      const row = recorded.find(({ command }) => command === one.command);
      assert.ok(row, one.command);
      assert.equal(one.method, 'POST');
      assert.equal(mould(one.url), mould(row.url));
      const { host, 'content-length': length, ...headers } = one.headers;
      assert.deepEqual(Object.keys(headers).sort(), Object.keys(row.headers).sort());
      const { operationid: _, ...constant } = row.headers;
      for (const [name, value] of Object.entries(constant)) assert.equal(headers[name], value);
      assert.equal(Number(length), Buffer.byteLength(one.text));
      assert.ok(one.text.endsWith('}\n'));
      assert.equal(one.body.callbackCommand, one.command);
    }
  });

  test('the query of message callbacks tells whose message it was', () => {
    const keyed = receiver.heard.filter(({ url }) => url.includes('?key='));
    assert.ok(keyed.length > 0);
    for (const { url, body } of keyed) {
      const key = new URL(url, 'http://here').searchParams.get('key') ?? '';
      const { sendID, recvID = '', groupID = '' } = body;
      assert.deepEqual(JSON.parse(Buffer.from(key, 'base64').toString()), { sendID, recvID, groupID });
    }
  });

  test('the operation is the one of the call', () => {
    const named = receiver.heard.filter(({ body }) => body.operationID);
    for (const { body, headers } of named as Heard[]) assert.equal(headers.operationid, body.operationID);
    assert.ok(named.some(({ headers }) => headers.operationid === story.operationID));
  });

  await story.end();
  await receiver.close();
});
