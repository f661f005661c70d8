import { mock } from 'node:test';
import { decode } from '../../sandbox/gateway/proto.ts';
import type { Client, Frame } from './wire.ts';

type Data = Record<string, unknown>;

const LATER_THAN = 1_000_000_000_000;
/** The recorded people and ids become words. */
export const plain = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value === 'object' && value !== null) {
    const told = Object.entries(value).filter(([, item]) => !isNothing(item));
    return Object.fromEntries(told.map(([name, item]) => [plain(name), plain(item, name)]));
  }
  if (typeof value === 'number') return value > LATER_THAN ? 'a time' : value;
  if (typeof value !== 'string') return value;
  if (/MsgID$/.test(key)) return 'an id';
  return value
    .replaceAll(/w671121b(t\d+)?/g, 'bo')
    .replaceAll(/w671121(t\d+)?/g, 'ann')
    .replace('si_bo_ann', 'si_ann_bo');
};
const isNothing = (value: unknown): boolean =>
  [0, '', false, null, undefined].includes(value as null) ||
  (typeof value === 'object' && !Buffer.isBuffer(value) && Object.keys(value ?? {}).length === 0);

/** Contents as text. */
export const readable = (value: unknown): unknown => {
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) return Buffer.from(value).toString();
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item)]));
};

export const pushes = (client: Client): Data[] =>
  client.pushes().flatMap(({ data }) => {
    const { msgs } = decode<{ msgs: Record<string, { Msgs: Data[] }> }>(
      'PushMessages',
      Buffer.from(data ?? '', 'base64'),
    );
    return Object.values(msgs).flatMap(({ Msgs }) => Msgs.map((message) => readable(message) as Data));
  });

export const brief = (frame: Frame | undefined) => frame && { errCode: frame.errCode, errMsg: frame.errMsg };
export const status = ({ closed }: Client) => ({ code: closed, reason: '' });

/** Runs with a clock that only goes when it is told to. */
export const withClock = async <T>(work: (tick: (ms: number) => Promise<void>) => Promise<T>): Promise<T> => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  try {
    return await work(async (ms) => {
      mock.timers.tick(ms);
      // What the tick set off must have gone to the other side and back, and the timers of the test stand still.
      for (const end = Date.now() + 20; Date.now() < end; ) await new Promise(setImmediate);
    });
  } finally {
    mock.timers.reset();
  }
};
