import { setTimeout } from 'node:timers/promises';
import type { RawData, WebSocket } from 'ws';
import type { Faults } from '../faults/faults.ts';
import { during } from '../http/operation.ts';
import { Refusal } from '../refusal.ts';
import type { State } from '../state/state.ts';
import { Connection } from './connection.ts';
import { readFrame } from './encoding.ts';
import type { RequestFrame } from './frame.ts';
import type { Hello } from './handshake.ts';
import type { Handler, RequestParts } from './requests.ts';
import { LOGOUT, REQUESTS } from './requests.ts';

export interface ServeParts extends RequestParts {
  state: State;
  faults: Faults;
}

/** Something that a connection does not survive. */
class Fatal extends Error {}

/** Text is for keeping alive only. */
const answerText = (connection: Connection, text: string): void => {
  const sent = JSON.parse(text) as { type?: unknown; body?: unknown };
  if (sent.type === 'pong') return;
  if (sent.type !== 'ping') throw new Fatal('unknown text');
  connection.text(JSON.stringify({ type: 'pong', body: sent.body ?? null }));
};

const run = async (parts: ServeParts, connection: Connection, frame: RequestFrame, handler: Handler): Promise<void> => {
  const head = { reqIdentifier: frame.reqIdentifier, msgIncr: frame.msgIncr, operationID: frame.operationID };
  try {
    const data = await during(frame.operationID, () => handler(parts, connection, frame));
    await parts.state.settled();
    connection.reply({ ...head, errCode: 0, errMsg: '', data });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    connection.reply({ ...head, errCode: thrown.code, errMsg: thrown.errMsg, data: null });
  }
};

/** With a fault in its way; whether that was all. */
const suffer = async (
  { faults }: ServeParts,
  connection: Connection,
  { data: _, sendID: __, ...head }: RequestFrame,
): Promise<'over' | 'after' | undefined> => {
  const struck = faults.strike(`ws/${head.reqIdentifier}`);
  if (struck === undefined) return undefined;
  if (struck.latencyMs > 0) await setTimeout(struck.latencyMs);
  if (struck.reset === 'before') connection.drop();
  else if (struck.error)
    connection.reply({ ...head, errCode: struck.error.errCode, errMsg: struck.error.errMsg, data: null });
  else return struck.reset;
  return 'over';
};

const answerFrame = async (parts: ServeParts, connection: Connection, bytes: Buffer): Promise<void> => {
  const frame = readFrame(bytes, connection.hello);
  const handler = REQUESTS.get(frame.reqIdentifier);
  if (frame.sendID !== connection.hello.userID || handler === undefined) throw new Fatal('not answered');
  const fate = await suffer(parts, connection, frame);
  if (fate === 'over') return;
  if (fate === 'after') connection.fallSilent();
  await run(parts, connection, frame, handler);
  if (fate === 'after') connection.drop();
  if (frame.reqIdentifier === LOGOUT) connection.hangUp();
};

/** Reads one socket to its end, a message at a time. */
export const serve = (parts: ServeParts, socket: WebSocket, hello: Hello, address: string): void => {
  const connection = new Connection(socket, { hello, address, faults: parts.faults });
  parts.hub.add(connection);
  socket.on('close', () => parts.hub.remove(connection));
  // What is wrong with a frame ends in a close, which is heard above.
  socket.on('error', () => {});
  let turn: Promise<void> = Promise.resolve();
  socket.on('message', (raw: RawData, isBinary: boolean) => {
    if (parts.faults.areSocketsDead) return;
    const bytes = Array.isArray(raw) ? Buffer.concat(raw) : Buffer.from(raw as ArrayBuffer);
    turn = turn
      .then(() => (isBinary ? answerFrame(parts, connection, bytes) : answerText(connection, bytes.toString())))
      .catch(() => connection.drop());
  });
};
