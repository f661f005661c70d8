import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { createEvents } from '../../events/index.ts';
import { startReconciler } from '../../events/reconciler/reconciler.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import type { ChatEvent, Consumer, Keeper, NewEvent } from '../../subgraphs/kit/events.ts';
import { createOpenIM, type OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { admin, log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';

interface Saved {
  readonly callbackCommand: string;
  readonly sendID: string;
  readonly recvID: string;
  readonly groupID: string;
  readonly seq: number;
  readonly sendTime: number;
  readonly atUserList: string[] | null;
}

/** What a callback of a saved message tells; null for another callback. */
function eventOf(body: Saved): NewEvent | null {
  if (body.callbackCommand !== 'callbackAfterMsgSaveDBCommand') return null;
  const pair = [body.sendID, body.recvID].toSorted().join('_');
  const conversationID = body.groupID === '' ? `si_${pair}` : `sg_${body.groupID}`;
  const message = { ...body, conversationID, senderFaceURL: '', atUserIDList: body.atUserList ?? [] };
  return {
    key: `message:${conversationID}:${body.seq}`,
    stream: conversationID,
    at: new Date(body.sendTime),
    source: 'CALLBACK',
    fact: { kind: 'MESSAGE_SAVED', message: message as never },
  };
}

/** An OpenIM whose callbacks come to `door.keeper`, where there is one and chance lets them. */
export async function openLossy({ dropped }: { readonly dropped: number }) {
  const undo = new AsyncDisposableStack();
  const door: { keeper: Keeper | null } = { keeper: null };
  const receiver = undo.adopt(await openReceiver(door, dropped), (server) => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = receiver.address() as AddressInfo;
  const sandbox = undo.adopt(
    await startSandbox({ callbacks: { url: `http://127.0.0.1:${port}/hook`, only: ['afterMsgSaveDB'] } }),
    (running) => running.stop(),
  );
  const store = createMemoryStore(log);
  const openim = undo.adopt(createOpenIM({ ...sandbox, store, log, policy: 1, production: false }), (it) => it.stop());
  const { url } = undo.use(await emptyDatabase());
  return {
    door,
    sandbox,
    openim,
    /** A gateway's part in it, with one consumer; `seen`: OpenIM as this node sees it. */
    async node(extra: readonly Consumer[] = [], seen: OpenIM = openim) {
      const db = openDatabase(url, log);
      const events = await createEvents({ db, register: new Registry(), log });
      const reconciler = startReconciler({
        ...{ db, store, log },
        openim: seen,
        keeper: events.keeper,
        callsPerSecond: 50,
      });
      const heard: ChatEvent[] = [];
      const delivery = await events.deliver([reconciler.consumer, listener(heard), ...extra]);
      door.keeper = events.keeper;
      const keysOf = (kind: string): string[] => heard.filter(({ fact }) => fact.kind === kind).map(({ key }) => key);
      return {
        ...{ db, heard, coverage: reconciler.coverage },
        messages: () => keysOf('MESSAGE_SAVED'),
        revocations: () => keysOf('MESSAGE_REVOKED'),
        /** All conversations are looked at now, which otherwise comes with time. */
        look: () => db.raw('update events.coverage set due_at = now()'),
        async [Symbol.asyncDispose]() {
          door.keeper = null;
          await reconciler.stop();
          await delivery.stop();
          await db.destroy();
        },
      };
    },
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}

async function openReceiver(door: { readonly keeper: Keeper | null }, dropped: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const event = eventOf(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Saved);
    response.end('{}');
    if (event !== null && Math.random() >= dropped) await door.keeper?.keep([event]);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

const listener = (heard: ChatEvent[]): Consumer => ({
  name: 'test',
  kinds: new Set(['MESSAGE_SAVED', 'MESSAGE_REVOKED']),
  handle: async (events) => void heard.push(...events),
});

/** People, and groups of all of them. */
export async function settle({ users, groups }: OpenIM, userIDs: readonly string[], groupIDs: readonly string[]) {
  await users.register(
    userIDs.map((userID) => ({ userID, nickname: userID, faceURL: '' })),
    admin(),
  );
  const [ownerUserID = '', ...memberUserIDs] = userIDs;
  for (const groupID of groupIDs)
    await groups.create({ ownerUserID, memberUserIDs, groupInfo: { groupID, groupName: groupID } }, admin());
}

/** Text from one to another, or to a group. */
export const say = (openim: OpenIM, sendID: string, to: { recvID: string } | { groupID: string }, text: string) =>
  openim.messages.send(
    {
      ...{ sendID, contentType: 101, content: { content: text }, sessionType: 'recvID' in to ? 1 : 3 },
      ...{ senderNickname: sendID, senderFaceURL: '', senderPlatformID: 5, ...to },
    },
    admin(),
  );
