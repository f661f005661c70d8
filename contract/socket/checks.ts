import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type AreaReport, askAll, type Check, must, type Round } from '../finding.ts';
import { type Ask, expected, openUsers } from '../openim.ts';
import { type Door, type OpenIMSocket, openSocket } from './openim-socket.ts';

const WEB = 5;
const PATIENCE_MS = 10_000;
const OPENS = ['LoginPayload.imToken', 'LoginPayload.wsURL'];
const PUSHED = ['Message.id', 'Message.clientMsgID', 'Message.serverMsgID', 'Message.sentAs', 'Message.content'];

/** What clients do past the gateway, with the address and the token that it gives them. */
export async function askSockets({ settings, ask, newPrefix, made }: Round): Promise<AreaReport> {
  const prefix = newPrefix();
  const [ann, bo] = [`${prefix}ws_ann`, `${prefix}ws_bo`];
  made([ann, bo]);
  const tokens = await openUsers(ask, [ann, bo]);
  const door = (userID: string): Door => ({
    ...{ wsURL: settings.wsURL, userID, platformID: WEB },
    token: tokens.get(userID) ?? '',
  });
  const checks: Check[] = [
    {
      name: 'a handshake without its parameters is refused',
      fields: OPENS,
      run: async () => {
        const answer = await fetch(settings.wsURL.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(PATIENCE_MS) });
        const { errCode } = (await answer.json()) as { errCode: number };
        must(
          answer.status === 200 && errCode === 1602,
          `got HTTP ${answer.status} and ${errCode}, expected 200 and 1602`,
        );
      },
    },
    {
      name: 'a handshake by parameters',
      fields: OPENS,
      run: async () => {
        await using _ = await patiently(openSocket(door(ann)));
      },
    },
    { name: 'a handshake by one parameter', fields: OPENS, run: () => shakeByOne(door(ann)) },
    {
      name: 'a message that is sent by WebSocket is pushed',
      fields: PUSHED,
      run: () => sendByFrame(door(ann), door(bo)),
    },
    {
      name: 'a message that is sent by REST is pushed',
      fields: ['Mutation.sendMessage', ...PUSHED],
      run: () => sendByREST(ask, ann, door(bo)),
    },
    {
      name: 'a forced logout closes the connection, and its token is told as kicked',
      fields: ['Mutation.logout', 'Mutation.revokeSession'],
      run: () => kick(ask, door(bo)),
    },
  ];
  return { area: 'websocket', asked: checks.length, findings: await askAll('websocket', checks), unsteady: [] };
}

const patiently = <Result>(work: Promise<Result>): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const impatience = setTimeout(() => reject(new NoAnswer('OpenIM did not answer within ten seconds')), PATIENCE_MS);
  return Promise.race([work, promise]).finally(() => clearTimeout(impatience));
};

class NoAnswer extends Error {}

async function shakeByOne({ wsURL, userID, token, platformID }: Door): Promise<void> {
  const asked = { token, userID, platformID, operationID: crypto.randomUUID(), sdkType: 'js', sendResponse: true };
  const v = Buffer.from(JSON.stringify({ ...asked, background: false, compression: '', sdkVersion: '' }));
  const socket = new WebSocket(`${wsURL}/?v=${v.toString('base64url')}`);
  try {
    const [greeting] = (await patiently(once(socket, 'message'))) as [Buffer];
    const { errCode, errMsg } = JSON.parse(greeting.toString()) as { errCode: number; errMsg: string };
    must(errCode === 0, `got ${errCode} ${errMsg}, expected 0`);
  } finally {
    socket.terminate();
  }
}

async function sendByFrame(from: Door, to: Door): Promise<void> {
  await using sender = await patiently(openSocket(from));
  await using receiver = await patiently(openSocket(to));
  const { serverMsgID } = await patiently(sender.sendText(to.userID, 'by frame'));
  await pushedTo(receiver, serverMsgID, 'by frame');
}

async function sendByREST(ask: Ask, sendID: string, to: Door): Promise<void> {
  await using receiver = await patiently(openSocket(to));
  const content = { content: 'by REST', sentAs: 'certificate' };
  const { serverMsgID } = await expected(ask, '/msg/send_msg', {
    ...{ sendID, recvID: to.userID, senderNickname: 'Ann', senderFaceURL: '', senderPlatformID: WEB },
    ...{ content, contentType: 101, sessionType: 1 },
  });
  const { content: pushed } = await pushedTo(receiver, String(serverMsgID), 'by REST');
  must(pushed.sentAs === 'certificate', 'a key of the content that OpenIM does not know did not travel');
}

async function pushedTo(receiver: OpenIMSocket, serverMsgID: string, text: string) {
  const message = await receiver.message((each) => each.serverMsgID === serverMsgID);
  must(message.contentType === 101, `got contentType ${message.contentType}, expected 101`);
  must(message.content.content === text, `got the text ${JSON.stringify(message.content.content)}, expected ${text}`);
  must(message.seq > 0, 'the message has no seq');
  return message;
}

async function kick(ask: Ask, door: Door): Promise<void> {
  await using socket = await patiently(openSocket(door));
  await expected(ask, '/auth/force_logout', { userID: door.userID, platformID: door.platformID });
  must(await patiently(socket.ended), 'the connection ended without the frame that says so (2002)');
  const { errCode } = await ask('/auth/parse_token', { token: door.token });
  must(errCode === 1506, `got ${errCode} for the token afterwards, expected 1506`);
}
