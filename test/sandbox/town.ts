import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { decode } from '../../sandbox/gateway/proto.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { ApiAnswer } from './wire.ts';
import { adminToken, Client, call, issue, patiently, register } from './wire.ts';

const PRESENCE_EVERY_MS = 10;

export type Data = Record<string, unknown>;

interface PushedMessage {
  contentType: number;
  content: Uint8Array;
  seq: number;
  options: Record<string, boolean>;
  offlinePushInfo: Data | null;
  senderNickname: string;
}
type Boxes = Record<string, { Msgs: PushedMessage[] }>;

/** A notice as it arrived on a socket. */
export interface Notice extends Omit<PushedMessage, 'content'> {
  box: 'msgs' | 'notificationMsgs';
  conversationID: string;
  detail: Data;
}

const noticesIn = (box: Notice['box'], boxes: Boxes): Notice[] =>
  Object.entries(boxes).flatMap(([conversationID, { Msgs }]) =>
    Msgs.map(({ content, ...rest }) => {
      const { detail } = JSON.parse(Buffer.from(content).toString()) as { detail: string };
      return { ...rest, box, conversationID, detail: JSON.parse(detail) as Data };
    }),
  );

/** Users of one server who call, and listen. */
export class Town implements AsyncDisposable {
  readonly sandbox: Sandbox;
  private readonly tokens = new Map<string, string>();

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async open(options: SandboxOptions = {}): Promise<Town> {
    const town = new Town(await startSandbox({ presenceEveryMs: PRESENCE_EVERY_MS, ...options }));
    town.tokens.set(town.sandbox.adminUserID, await adminToken(town.sandbox));
    return town;
  }

  async settle(...userIDs: string[]): Promise<void> {
    await register(this.sandbox, ...userIDs);
    await this.enter(...userIDs);
  }

  /** Tokens for users who are registered. */
  async enter(...userIDs: string[]): Promise<void> {
    await Promise.all(userIDs.map(async (userID) => this.tokens.set(userID, await issue(this.sandbox, userID))));
  }

  ask(userID: string, path: string, body: object): Promise<ApiAnswer> {
    return call(this.sandbox, path, body, this.tokens.get(userID));
  }

  /** For calls that must go well. */
  async act(userID: string, path: string, body: object): Promise<Data> {
    const { errCode, errDlt, data } = await this.ask(userID, path, body);
    assert.equal(errCode, 0, `${path}: ${errDlt}`);
    return data ?? {};
  }

  /** What a call is refused with. */
  async refused(userID: string, path: string, body: object): Promise<[number, string]> {
    const { errCode, errDlt } = await this.ask(userID, path, body);
    return [errCode, errDlt];
  }

  get adminID(): string {
    return this.sandbox.adminUserID;
  }

  /** Waits until these count as online, as the ticker publishes it. */
  async online(...userIDs: string[]): Promise<void> {
    const areOnline = async () => {
      const { statusList } = await this.act(this.adminID, '/user/get_users_status', { userID: 'x', userIDs });
      return (statusList as { status: number }[]).every(({ status }) => status === 1);
    };
    while (!(await areOnline())) await sleep(PRESENCE_EVERY_MS / 2);
  }

  token(userID: string): string {
    return this.tokens.get(userID) ?? '';
  }

  client(userID: string): Promise<Client> {
    return new Client(this.sandbox, { userID, token: this.token(userID) }).opened();
  }

  async listen(userID: string): Promise<() => Notice[]> {
    const client = await this.client(userID);
    await this.online(userID);
    return () =>
      client.pushes().flatMap(({ data }) => {
        const pushed = decode<{ msgs: Boxes; notificationMsgs: Boxes }>(
          'PushMessages',
          Buffer.from(data ?? '', 'base64'),
        );
        return [...noticesIn('msgs', pushed.msgs), ...noticesIn('notificationMsgs', pushed.notificationMsgs)];
      });
  }

  stop(): Promise<void> {
    return this.sandbox.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

interface Recorded {
  contentType: number;
  box: Notice['box'];
  detail: Data;
  options: Record<string, boolean>;
  offlinePushInfo: Data;
  signed: boolean;
}

const readRecorded = (): Recorded[] =>
  readFileSync(new URL('../recordings/notices.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);

/** Names and kinds of all fields, in their order. */
const shapeOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.length === 0 ? '' : shapeOf(value[0])}]`;
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return `{${Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${key}:${shapeOf(item)}`)
    .join()}}`;
};

const described = (notice: Omit<Notice, 'seq' | 'conversationID' | 'senderNickname'> & { signed: boolean }): string => {
  const options = Object.entries(notice.options).sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = notice.offlinePushInfo ?? {};
  const about = { ...Object.fromEntries(options), title: texts.title ?? '', signed: notice.signed };
  return `${notice.contentType} ${notice.box} ${JSON.stringify(about)}\n  ${shapeOf(notice.detail)}`;
};

/** Waits for a notice of each of these kinds, and holds it to the recorded ones of its kind. */
export const holdToRecordings = async (heard: () => Notice[], contentTypes: readonly number[]): Promise<void> => {
  const arrived = () => new Set(heard().map(({ contentType }) => contentType));
  await patiently(() => contentTypes.every((contentType) => arrived().has(contentType)));
  const recorded = readRecorded();
  for (const contentType of contentTypes) {
    const known = new Set(recorded.filter((one) => one.contentType === contentType).map(described));
    const told = heard().filter(
      (one) => one.contentType === contentType && recorded.some(({ box }) => box === one.box),
    );
    assert.ok(told.length > 0, `nobody was told ${contentType}`);
    const agreeing = told
      .map((one) => described({ ...one, signed: one.senderNickname !== '' }))
      .filter((text) => known.has(text));
    assert.ok(
      agreeing.length > 0,
      `${contentType} as told:\n${told.map((one) => described({ ...one, signed: one.senderNickname !== '' })).join('\n')}\nas recorded:\n${[...known].join('\n')}`,
    );
  }
};
