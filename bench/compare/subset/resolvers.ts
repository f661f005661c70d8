import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Caller, Chat } from './chat.ts';
import { type Conversation, cursorOf, type MediaKey, type Message, mediaKey, mediaOf, type WireUser } from './model.ts';

/** Made for each request. */
export interface Context {
  readonly caller: Caller | null;
  readonly chat: Chat;
  readonly userByID: DataLoader<string, WireUser | null>;
}

export function contextOf(caller: Caller | null, chat: Chat): Context {
  const userByID = new DataLoader<string, WireUser | null>(async (ids) => {
    const found = new Map((await chat.users(ids)).map((user) => [user.userID, user]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return { caller, chat, userByID };
}

function signedIn({ caller }: Context): Caller {
  if (caller === null) throw new GraphQLError('Sign in.', { extensions: { code: 'UNAUTHENTICATED' } });
  return caller;
}

interface SendInput {
  readonly input: { readonly groupID: string; readonly content: { readonly text: { readonly text: string } } };
}

async function messagesOf(conversation: Conversation, { last }: { last: number }, { chat }: Context) {
  const messages = await chat.messages(conversation, last);
  const edges = messages.map((node) => ({ cursor: cursorOf(conversation.id, node.seq), node }));
  const pageInfo = { hasPreviousPage: (messages[0]?.seq ?? 1) > 1, startCursor: edges[0]?.cursor ?? null };
  return { edges, pageInfo: { ...pageInfo, hasNextPage: false } };
}

export const OPENIM = {
  Query: {
    me: (_: unknown, __: unknown, context: Context) => context.userByID.load(signedIn(context).userID),
    conversation(_: unknown, { id }: { id: string }, context: Context) {
      signedIn(context);
      return context.chat.conversation(id);
    },
    async conversations(_: unknown, { first }: { first: number }, context: Context) {
      signedIn(context);
      const all = await context.chat.conversations(500);
      const edges = all.slice(0, first).map((node) => ({ cursor: cursorOf(node.id), node }));
      return { edges, pageInfo: { hasNextPage: all.length > edges.length, hasPreviousPage: false } };
    },
  },
  Mutation: {
    async sendMessage(_: unknown, { input: { groupID, content } }: SendInput, context: Context) {
      const user = await context.userByID.load(signedIn(context).userID);
      if (user === null) throw new GraphQLError('Who is that?', { extensions: { code: 'NOT_FOUND' } });
      return context.chat.send({ groupID, text: content.text.text }, user);
    },
  },
  User: {
    id: ({ userID }: WireUser) => userID,
    avatar: ({ faceURL }: WireUser) => (faceURL === '' ? null : mediaKey({ url: faceURL })),
    __resolveReference: ({ id }: { id: string }, { userByID }: Context) => userByID.load(id),
  },
  Conversation: {
    messages: messagesOf,
    __resolveReference: ({ id }: { id: string }, { chat }: Context) => chat.conversation(id),
  },
  Message: { sender: ({ sendID }: Message, _: unknown, { userByID }: Context) => userByID.load(sendID) },
};

/** Mercurius asks for the key that it names. */
export const MEDIA = { Media: { __resolveReference: (key: MediaKey) => ({ ...mediaOf(key), claim: key.claim }) } };
