import fastify, { type FastifyRequest } from 'fastify';
import { readCallers } from '../subset/callers.ts';
import { type Caller, type Chat, openChat } from '../subset/chat.ts';
import { cursorOf, type Message, mediaKey, mediaOf, type WireUser } from '../subset/model.ts';
import { openOpenIM } from '../subset/openim.ts';

/**
 * `node rest.ts <OpenIM> <world file>`: what a team writes that needs these screens and nothing else. The floor: the
 * same calls to OpenIM, joined into the same JSON.
 */
const [origin = '', file = ''] = process.argv.slice(2);
const openim = openOpenIM(origin);
const { callerOf, adminToken } = readCallers(file);
const app = fastify();

function signedIn(request: FastifyRequest): { chat: Chat; caller: Caller } {
  const caller = callerOf(request.headers.authorization ?? '');
  if (caller === null) throw Object.assign(new TypeError('Sign in.'), { statusCode: 401 });
  return { chat: openChat(openim, caller, adminToken), caller };
}

/** Of these messages, each with who sent it. */
async function senders(chat: Chat, messages: readonly Message[]): Promise<Map<string, WireUser>> {
  const ids = [...new Set(messages.map(({ sendID }) => sendID))];
  return new Map((await chat.users(ids)).map((user) => [user.userID, user]));
}

function personOf(user: WireUser | undefined) {
  if (user === undefined) return null;
  const avatar = user.faceURL === '' ? null : { id: mediaKey({ url: user.faceURL }).id, url: user.faceURL };
  return { id: user.userID, nickname: user.nickname, avatar };
}

const nameOf = (user: WireUser | undefined) => user && { id: user.userID, nickname: user.nickname };

function whole({ sendID, content, ...message }: Message, people: ReadonlyMap<string, WireUser>) {
  const shown = 'source' in content ? { ...content, source: mediaOf(content.source) } : content;
  return { ...message, sender: personOf(people.get(sendID)), content: shown };
}

const brief = ({ id, seq, sentAt, sendID, content }: Message, people: ReadonlyMap<string, WireUser>) => ({
  ...{ id, seq, sentAt, sender: nameOf(people.get(sendID)) },
  content: { __typename: content.__typename, summary: content.summary },
});

app.get<{ Params: { id: string }; Querystring: { last: string } }>('/conversations/:id/messages', async (request) => {
  const { chat } = signedIn(request);
  const found = await chat.conversation(request.params.id);
  if (found === null) return { data: { conversation: null } };
  const messages = await chat.messages(found, Number(request.query.last));
  const people = await senders(chat, messages);
  const edges = messages.map((message) => ({ cursor: cursorOf(found.id, message.seq), node: whole(message, people) }));
  const first = messages[0];
  const pageInfo = { hasPreviousPage: (first?.seq ?? 1) > 1, startCursor: edges[0]?.cursor ?? null };
  const { id, kind, unreadCount } = found;
  return { data: { conversation: { id, kind, unreadCount, messages: { edges, pageInfo } } } };
});

app.get('/me', async (request) => {
  const { chat, caller } = signedIn(request);
  const [user] = await chat.users([caller.userID]);
  return { data: { me: nameOf(user) } };
});

app.get<{ Querystring: { first: string } }>('/conversations', async (request) => {
  const { chat } = signedIn(request);
  const all = await chat.conversations(500);
  const page = all.slice(0, Number(request.query.first));
  const people = await senders(
    chat,
    page.flatMap(({ lastMessage }) => lastMessage ?? []),
  );
  const edges = page.map(({ id, kind, unreadCount, group, lastMessage }) => ({
    cursor: cursorOf(id),
    node: { id, kind, unreadCount, group, lastMessage: lastMessage && brief(lastMessage, people) },
  }));
  return { data: { conversations: { edges, pageInfo: { hasNextPage: all.length > page.length } } } };
});

app.post<{ Body: { groupID: string; text: string } }>('/messages', async (request) => {
  const { chat, caller } = signedIn(request);
  const [user] = await chat.users([caller.userID]);
  if (user === undefined) throw Object.assign(new TypeError('Who is that?'), { statusCode: 404 });
  const { id, sentAt, contentType, content } = await chat.send(request.body, user);
  return { data: { sendMessage: { id, sentAt, contentType, sender: nameOf(user), content } } };
});

process.stdout.write(`ready at ${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
