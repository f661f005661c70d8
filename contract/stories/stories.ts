import { type AreaReport, askAll, type Check, must, type Round } from '../finding.ts';
import { type Asker, eventually, given } from './asker.ts';
import { openDoor } from './door.ts';
import { uploadFile } from './upload.ts';

/** Two people in front of the gateway, whose OpenIM is the one in question. */
export async function tellStories({ settings, newPrefix, made }: Round): Promise<AreaReport> {
  const prefix = newPrefix();
  await using door = await openDoor(settings);
  const people: Asker[] = [];
  const signIn: Check = {
    name: 'two people sign in',
    fields: ['Mutation.requestOTP', 'Mutation.verifyOTP', 'LoginPayload.user', 'LoginPayload.imToken', 'Query.me'],
    run: async () => {
      for (const name of ['Ann', 'Bo']) {
        const one = await door.signIn(`${prefix}${name.toLowerCase()}@example.com`, name);
        people.push(one);
        made([one.id]);
        must(one.imToken !== null, 'OpenIM gave no token for the WebSocket');
        const { me } = await given<{ me: { nickname: string } }>(one, '{ me { nickname } }');
        must(me.nickname === name, `me is called ${me.nickname}, expected ${name}`);
      }
    },
  };
  const findings = await askAll('graphql', [signIn]);
  const [ann, bo] = people;
  const stories = ann === undefined || bo === undefined ? [] : storiesOf(ann, bo);
  findings.push(...(await askAll('graphql', stories)));
  return { area: 'graphql', asked: 1 + stories.length, findings, unsteady: [] };
}

const storiesOf = (ann: Asker, bo: Asker): Check[] => [
  befriend(ann, bo),
  converse(ann, bo),
  revoke(ann, bo),
  setConversation(ann, bo),
  gather(ann, bo),
  upload(ann, bo),
  leave(ann),
];

const befriend = (ann: Asker, bo: Asker): Check => ({
  name: 'one asks to be friends, the other accepts',
  fields: [
    ...['Mutation.addFriend', 'Mutation.respondToFriendRequest', 'Query.friendRequests', 'Query.friends'],
    ...['FriendRequest.state', 'Friend.user', 'User.friend'],
  ],
  run: async () => {
    await given(ann, 'mutation ($id: ID!) { addFriend(userID: $id, message: "Hello") { state } }', { id: bo.id });
    const { friendRequests } = await given<{ friendRequests: { nodes: { from: { id: string }; message: string }[] } }>(
      bo,
      '{ friendRequests(state: PENDING) { nodes { from { id } message } } }',
    );
    const request = friendRequests.nodes.find(({ from }) => from.id === ann.id);
    must(request?.message === 'Hello', `the request reads ${JSON.stringify(request)}`);
    await given(bo, 'mutation ($id: ID!) { respondToFriendRequest(userID: $id, accept: true) { state } }', {
      id: ann.id,
    });
    const listed = () => given<{ friends: { nodes: { id: string }[] } }>(ann, '{ friends { nodes { id } } }');
    await eventually(listed, ({ friends }) => friends.nodes.some(({ id }) => id === bo.id));
  },
});

const CONVERSATION = `query ($id: ID!) { user(id: $id) { conversation {
  id unreadCount readSeq lastMessage { id seq read sentAs revoked sender { id } content { __typename summary } }
} } }`;
interface Talk {
  readonly user: {
    readonly conversation: {
      readonly id: string;
      readonly unreadCount: number;
      readonly lastMessage: {
        readonly id: string;
        readonly seq: number;
        readonly read: boolean;
        readonly revoked: boolean;
        readonly content: { readonly __typename: string; readonly summary: string };
      } | null;
    };
  };
}
const talkWith = (asker: Asker, other: Asker) => (): Promise<Talk> =>
  given<Talk>(asker, CONVERSATION, { id: other.id });
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';

const say = async (from: Asker, to: object, content: object): Promise<string> =>
  (await given<{ sendMessage: { id: string } }>(from, SEND, { input: { ...to, content } })).sendMessage.id;

const converse = (ann: Asker, bo: Asker): Check => ({
  name: 'a message is sent, found and read',
  fields: [
    ...['Mutation.sendMessage', 'Mutation.markConversationRead', 'Query.user', 'User.conversation'],
    ...['Conversation.lastMessage', 'Conversation.unreadCount', 'Message.read', 'Message.content'],
  ],
  run: async () => {
    const id = await say(ann, { userID: bo.id }, { text: { text: 'Tea at four?' } });
    const seen = await eventually(talkWith(bo, ann), ({ user }) => user.conversation.lastMessage?.id === id);
    const { unreadCount, lastMessage } = seen.user.conversation;
    must(unreadCount > 0, `the conversation has ${unreadCount} unread messages`);
    must(lastMessage?.content.summary === 'Tea at four?', `it reads ${lastMessage?.content.summary}`);
    const mark = 'mutation ($id: ID!) { markConversationRead(id: $id) { unreadCount } }';
    await given(bo, mark, { id: seen.user.conversation.id });
    await eventually(talkWith(bo, ann), ({ user }) => user.conversation.unreadCount === 0);
    await eventually(talkWith(ann, bo), ({ user }) => user.conversation.lastMessage?.read === true);
  },
});

const revoke = (ann: Asker, bo: Asker): Check => ({
  name: 'a message is taken back',
  fields: ['Mutation.revokeMessage', 'RevokedContent.revokedBy', 'Message.revoked', 'Query.message'],
  run: async () => {
    const id = await say(ann, { userID: bo.id }, { text: { text: 'Never mind' } });
    await eventually(talkWith(ann, bo), ({ user }) => user.conversation.lastMessage?.id === id);
    await given(ann, 'mutation ($id: ID!) { revokeMessage(id: $id) { revoked } }', { id });
    const found = await eventually(talkWith(bo, ann), ({ user }) => user.conversation.lastMessage?.revoked === true);
    const kind = found.user.conversation.lastMessage?.content.__typename;
    must(kind === 'RevokedContent', `its content is ${kind}`);
  },
});

const setConversation = (ann: Asker, bo: Asker): Check => ({
  name: 'a conversation is pinned, and cleared',
  fields: ['Mutation.setConversation', 'Mutation.clearConversation', 'Conversation.pinned', 'Conversation.messages'],
  run: async () => {
    const { user } = await talkWith(ann, bo)();
    const { id } = user.conversation;
    const pin = 'mutation ($id: ID!) { setConversation(id: $id, input: { pinned: true }) { pinned } }';
    const pinned = await given<{ setConversation: { pinned: boolean } }>(ann, pin, { id });
    must(pinned.setConversation.pinned, 'the conversation is not pinned');
    await given(ann, 'mutation ($id: ID!) { clearConversation(id: $id) { id } }', { id });
    const messages = 'query ($id: ID!) { conversation(id: $id) { messages(last: 20) { nodes { id } } } }';
    const left = () => given<{ conversation: { messages: { nodes: object[] } } }>(ann, messages, { id });
    await eventually(left, ({ conversation }) => conversation.messages.nodes.length === 0);
  },
});

const gather = (ann: Asker, bo: Asker): Check => ({
  name: 'a group is made, spoken in, and ended',
  fields: [
    ...['Mutation.createGroup', 'Mutation.dismissGroup', 'Group.members', 'Group.memberCount', 'Group.owner'],
    ...['Group.conversation', 'AtTextContent.mentions', 'NotificationContent.event', 'Query.group'],
  ],
  run: async () => {
    const make = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { id memberCount } }';
    const input = { name: 'Certificate', memberIDs: [bo.id] };
    const { createGroup } = await given<{ createGroup: { id: string; memberCount: number } }>(ann, make, { input });
    must(createGroup.memberCount === 2, `the group has ${createGroup.memberCount} members, expected 2`);
    const at = { text: '@Bo', userIDs: [bo.id] };
    const id = await say(ann, { groupID: createGroup.id }, { at });
    await eventually(
      () => given<GroupTalk>(bo, GROUP_TALK, { id: createGroup.id }),
      ({ group }) => {
        const { nodes } = group.conversation?.messages ?? { nodes: [] };
        return nodes.some((each) => each.id === id) && nodes.some(({ content }) => content.name === 'groupCreated');
      },
    );
    await given(ann, 'mutation ($id: ID!) { dismissGroup(groupID: $id) { state } }', { id: createGroup.id });
  },
});

const GROUP_TALK = `query ($id: ID!) { group(id: $id) {
  owner { id } members { nodes { role user { id } } }
  conversation { messages(last: 20) { nodes { id content { summary ... on NotificationContent { name } } } } }
} }`;
interface GroupTalk {
  readonly group: {
    readonly conversation: {
      readonly messages: { readonly nodes: readonly { id: string; content: { name?: string } }[] };
    } | null;
  };
}

const upload = (ann: Asker, bo: Asker): Check => ({
  name: 'a file is uploaded, and sent',
  fields: [
    'Mutation.createUpload',
    'Mutation.completeUpload',
    'Mutation.sendMessage',
    'FileContent.source',
    'Media.url',
  ],
  run: async () => {
    const url = await uploadFile(ann);
    const id = await say(ann, { userID: bo.id }, { file: { url, name: 'certificate.txt' } });
    const seen = await eventually(talkWith(bo, ann), ({ user }) => user.conversation.lastMessage?.id === id);
    const kind = seen.user.conversation.lastMessage?.content.__typename;
    must(kind === 'FileContent', `its content is ${kind}`);
  },
});

const leave = (ann: Asker): Check => ({
  name: 'somebody signs out',
  fields: ['Mutation.logout'],
  run: () => ann.leave(),
});
