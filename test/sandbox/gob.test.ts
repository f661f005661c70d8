import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { decode } from '../../sandbox/gateway/proto.ts';
import { Town } from './town.ts';
import { patiently, textMessage } from './wire.ts';

const { gob_push: recorded } = JSON.parse(
  readFileSync(new URL('../recordings/ws-results.json', import.meta.url), 'utf8'),
) as { gob_push: { hex: string } };

let town: Town;
before(async () => {
  town = await Town.open();
  await town.settle('ann', 'bo');
});
after(() => town.stop());

/** As Go's SDK describes its requests: a struct of a number, four texts and bytes. */
const unsigned = (value: number): number[] =>
  value < 128 ? [value] : value < 256 ? [255, value] : [254, value >> 8, value & 255];
const counted = (bytes: readonly number[] | Buffer): number[] => [...unsigned(bytes.length), ...bytes];
const text = (value: string): number[] => counted(Buffer.from(value));
const REQUEST: [string, number][] = [
  ['ReqIdentifier', 2],
  ['Token', 6],
  ['SendID', 6],
  ['OperationID', 6],
  ['MsgIncr', 6],
  ['Data', 5],
];
const described = REQUEST.flatMap(([name, id]) => [1, ...text(name), 1, id * 2, 0]);
const description = [0x7f, 3, 1, 1, ...text('GeneralWsReq'), 1, 0xff, 0x80, 0, 1, REQUEST.length, ...described, 0, 0];

interface Request {
  id: number;
  msgIncr: string;
  data: Uint8Array;
}
const requestOf = ({ id, msgIncr, data }: Request): Buffer => {
  const [number, sender] = [
    [1, ...unsigned(id * 2)],
    [2, ...text('ann')],
  ];
  const rest = [1, ...text('op-gob'), 1, ...text(msgIncr), 1, ...counted(Buffer.from(data))];
  return Buffer.from([...counted(description), ...counted([0xff, 0x80, ...number, ...sender, ...rest, 0])]);
};

/** What stands in a reply, by the number of its field. */
const readReply = (bytes: Buffer): Map<number, number | Buffer> => {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const number = (): number => {
    const first = next();
    if (first < 128) return first;
    return first === 255 ? next() : next() * 256 + next();
  };
  at = number() + 1;
  number();
  assert.equal(number(), 128, 'a value of the type that was described');
  const fields = new Map<number, number | Buffer>();
  for (let index = -1, step = number(); step !== 0; step = number()) {
    index += step;
    if (index === 0 || index === 3) fields.set(index, number() / 2);
    else {
      const length = number();
      fields.set(index, bytes.subarray(at, at + length));
      at += length;
    }
  }
  assert.equal(at, bytes.length);
  return fields;
};

const connect = async (userID: string, compression = '') => {
  const knock = {
    sendID: userID,
    token: town.token(userID),
    platformID: '5',
    operationID: 'op',
    isBackground: 'false',
  };
  const socket = new WebSocket(`${town.sandbox.wsURL}/?${new URLSearchParams({ ...knock, compression })}`);
  const frames: Buffer[] = [];
  const heard = { closed: undefined as number | undefined };
  socket.on('message', (bytes: Buffer) => frames.push(compression === 'gzip' ? gunzipSync(bytes) : bytes));
  socket.on('close', (code) => {
    heard.closed = code;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, frames, heard };
};

for (const compression of ['', 'gzip']) {
  test(`a client in Go is spoken to in Go${compression && ', compressed both ways'}`, async () => {
    const { socket, frames } = await connect('ann', compression);
    const bo = await town.client('bo');
    await town.online('ann', 'bo');
    const asked = requestOf({ id: 1003, msgIncr: 'g1', data: textMessage('ann', 'bo', 'in Go') });
    socket.send(compression === 'gzip' ? gzipSync(asked) : asked);
    await patiently(() => frames.length === 2 && bo.pushes().length === 1);
    for (const frame of frames)
      assert.ok(frame.toString('hex').startsWith(recorded.hex), 'described as it was recorded');
    const read = frames.map(readReply);
    const reply = read.find((fields) => fields.get(0) === 1003);
    assert.deepEqual([String(reply?.get(1)), String(reply?.get(2)), reply?.get(3)], ['g1', 'op-gob', undefined]);
    const receipt = decode<{ serverMsgID: string }>('SendMsgResp', reply?.get(5) as Buffer);
    assert.match(receipt.serverMsgID, /^[0-9a-f]{32}$/);
    const push = read.find((fields) => fields.get(0) === 2001);
    const { msgs } = decode<{ msgs: object }>('PushMessages', push?.get(5) as Buffer);
    assert.deepEqual(Object.keys(msgs), ['si_ann_bo']);
    for (const open of [socket, bo.socket]) open.close();
  });
}

test('an error is told, and bytes that are no frame end the connection', async () => {
  const { socket, frames, heard } = await connect('ann');
  socket.send(requestOf({ id: 1004, msgIncr: 'g2', data: new Uint8Array() }));
  await patiently(() => frames.length === 1);
  const reply = readReply(frames[0] ?? Buffer.alloc(0));
  assert.deepEqual([reply.get(3), String(reply.get(4))], [1001, 'ArgsError']);
  socket.send(Buffer.from('{"reqIdentifier":1001}'));
  await patiently(() => heard.closed !== undefined);
  assert.equal(heard.closed, 1006);
});
