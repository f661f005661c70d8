import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import protobuf from 'protobufjs';
import { WebSocket } from 'ws';

/** Of OpenIM's protocol what a chat client needs to send and to be pushed to; written from its public description. */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message MsgData {
    string sendID = 1; string recvID = 2; string groupID = 3; string clientMsgID = 4; string serverMsgID = 5;
    int32 senderPlatformID = 6; string senderNickname = 7; int32 sessionType = 9; int32 msgFrom = 10;
    int32 contentType = 11; bytes content = 12; int64 seq = 14; int64 sendTime = 15; int64 createTime = 16;
  }
  message PullMsgs { repeated MsgData Msgs = 1; }
  message PushMessages { map<string, PullMsgs> msgs = 1; map<string, PullMsgs> notificationMsgs = 2; }
  message SubUserOnlineStatus { repeated string subscribeUserID = 1; }
  message Status { string userID = 1; repeated int32 onlinePlatformIDs = 2; }
  message SubUserOnlineStatusTips { repeated Status subscribers = 1; }
  message SendMsgResp { string serverMsgID = 1; string clientMsgID = 2; int64 sendTime = 3; }`,
  { keepCase: true },
);

const REQUEST = { send: 1003, push: 2001, kicked: 2002, subscribe: 2005 };

interface Frame {
  readonly reqIdentifier: number;
  readonly msgIncr: string;
  readonly errCode: number;
  readonly errMsg: string;
  readonly data: string | null;
}

/** A message as OpenIM pushes it. */
export interface Pushed {
  readonly conversationID: string;
  readonly sendID: string;
  readonly clientMsgID: string;
  readonly serverMsgID: string;
  readonly contentType: number;
  readonly seq: number;
  /** The content's JSON, read. */
  readonly content: Readonly<Record<string, unknown>>;
}

export interface OpenIMSocket extends AsyncDisposable {
  /** Everything that was pushed, oldest first. */
  readonly pushed: readonly Pushed[];
  /** The first message that fits, whether it came already or comes within five seconds. */
  message(fits: Fits): Promise<Pushed>;
  /** The same of what is pushed beside the conversations: notifications that are no messages. */
  notice(fits: Fits): Promise<Pushed>;
  /** Sends a text the way OpenIM's own clients do. */
  sendText(recvID: string, text: string): Promise<{ serverMsgID: string }>;
  /** Resolves when the server has ended it; true when it said first that this device was kicked. */
  readonly ended: Promise<boolean>;
}

/** OpenIM said no, or nothing. */
class SocketRefused extends Error {}

export interface Door {
  readonly wsURL: string;
  readonly userID: string;
  readonly token: string;
  readonly platformID: number;
}

/** A chat client's own connection to OpenIM, as its JavaScript SDK makes it. Rejects when OpenIM lets it not in. */
export async function openSocket({ wsURL, userID, token, platformID }: Door): Promise<OpenIMSocket> {
  const url = new URL(wsURL);
  const asked = { sendID: userID, token, platformID, operationID: crypto.randomUUID(), isBackground: false };
  for (const [name, value] of Object.entries({ ...asked, sdkType: 'js', isMsgResp: true }))
    url.searchParams.set(name, String(value));
  const socket = new WebSocket(url);
  const [greeting] = (await once(socket, 'message')) as [Buffer];
  const { errCode, errMsg } = JSON.parse(greeting.toString()) as Frame;
  if (errCode !== 0) throw new SocketRefused(`OpenIM refused the connection: ${errCode} ${errMsg}`);
  const { client, ask } = serve(socket, userID);
  await untilPresent(ask, { userID, platformID });
  return client;
}

type Ask = (reqIdentifier: number, data: Uint8Array) => Promise<Frame>;

/** OpenIM publishes presence a moment after it greets, and pushes nothing before. */
async function untilPresent(ask: Ask, { userID, platformID }: { userID: string; platformID: number }): Promise<void> {
  const request = root
    .lookupType('SubUserOnlineStatus')
    .encode({ subscribeUserID: [userID] })
    .finish();
  for (const impatience = Date.now() + 5_000; Date.now() < impatience; await sleep(20)) {
    const { data } = await ask(REQUEST.subscribe, request);
    const { subscribers } = decode<{ subscribers: Presence[] }>('SubUserOnlineStatusTips', data);
    if (subscribers.some((each) => each.userID === userID && each.onlinePlatformIDs.includes(platformID))) return;
  }
  throw new SocketRefused('OpenIM does not see this connection.');
}

interface Presence {
  readonly userID: string;
  readonly onlinePlatformIDs: readonly number[];
}

type Fits = (message: Pushed) => boolean;

/** Looks at what came, and at each time that something comes. */
function awaited(among: readonly Pushed[], fits: Fits, waiting: Set<() => void>): Promise<Pushed> {
  const { promise, resolve, reject } = Promise.withResolvers<Pushed>();
  const impatience = setTimeout(() => reject(new SocketRefused('OpenIM pushed no such message.')), 5_000);
  const look = (): void => {
    const found = among.find(fits);
    if (found) resolve(found);
  };
  waiting.add(look);
  look();
  return promise.finally(() => {
    clearTimeout(impatience);
    waiting.delete(look);
  });
}

function serve(socket: WebSocket, userID: string): { client: OpenIMSocket; ask: Ask } {
  const pushed: Pushed[] = [];
  const notices: Pushed[] = [];
  const replies = new Map<string, (frame: Frame) => void>();
  const waiting = new Set<() => void>();
  let kicked = false;

  socket.on('message', (bytes: Buffer) => {
    const frame = JSON.parse(bytes.toString()) as Frame;
    if (frame.reqIdentifier === REQUEST.kicked) kicked = true;
    if (frame.reqIdentifier === REQUEST.push) {
      pushed.push(...messagesOf(frame, 'msgs'));
      notices.push(...messagesOf(frame, 'notificationMsgs'));
    }
    replies.get(frame.msgIncr)?.(frame);
    for (const look of waiting) look();
  });

  const ask: Ask = (reqIdentifier, data) => {
    const { promise, resolve } = Promise.withResolvers<Frame>();
    const msgIncr = crypto.randomUUID();
    replies.set(msgIncr, resolve);
    const frame = {
      reqIdentifier,
      sendID: userID,
      operationID: msgIncr,
      msgIncr,
      data: Buffer.from(data).toString('base64'),
    };
    socket.send(Buffer.from(JSON.stringify(frame)));
    return promise;
  };

  const client: OpenIMSocket = {
    pushed,
    message: (fits) => awaited(pushed, fits, waiting),
    notice: (fits) => awaited(notices, fits, waiting),
    sendText: async (recvID, text) => {
      const reply = await ask(REQUEST.send, textMessage({ userID, recvID, text }));
      if (reply.errCode !== 0) throw new SocketRefused(`OpenIM refused the message: ${reply.errCode} ${reply.errMsg}`);
      return decode<{ serverMsgID: string }>('SendMsgResp', reply.data);
    },
    ended: once(socket, 'close').then(() => kicked),
    [Symbol.asyncDispose]: async () => {
      if (socket.readyState === WebSocket.CLOSED) return;
      socket.terminate();
      await once(socket, 'close');
    },
  };
  return { client, ask };
}

function decode<T>(name: string, data: string | null): T {
  const type = root.lookupType(name);
  return type.toObject(type.decode(Buffer.from(data ?? '', 'base64')), {
    longs: Number,
    arrays: true,
    objects: true,
    defaults: true,
  }) as T;
}

type Batches = Readonly<
  Record<string, { Msgs: (Omit<Pushed, 'content' | 'conversationID'> & { content: Uint8Array })[] }>
>;

function messagesOf(frame: Frame, among: 'msgs' | 'notificationMsgs'): Pushed[] {
  const batches = decode<Record<typeof among, Batches>>('PushMessages', frame.data)[among];
  return Object.entries(batches).flatMap(([conversationID, { Msgs }]) =>
    Msgs.map((message) => ({
      ...message,
      conversationID,
      content: JSON.parse(Buffer.from(message.content).toString()),
    })),
  );
}

function textMessage({ userID, recvID, text }: { userID: string; recvID: string; text: string }): Uint8Array {
  const MsgData = root.lookupType('MsgData');
  const content = Buffer.from(JSON.stringify({ content: text }));
  const createTime = Date.now();
  const kind = { sessionType: 1, msgFrom: 100, contentType: 101, senderPlatformID: 5 };
  const message = { ...kind, sendID: userID, recvID, clientMsgID: crypto.randomUUID(), content, createTime };
  return MsgData.encode(MsgData.fromObject({ ...message, sendTime: createTime })).finish();
}
