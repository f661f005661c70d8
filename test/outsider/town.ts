import { signInAdmin } from '../world/admin.ts';
import type { Actor, World } from '../world/world.ts';
import { openGroupPack } from './group-pack.ts';

/** Stands in everything that is private to Ann and Bo, and nowhere else. */
export const MARK = 'm4rked';

/** Ann and Bo and what is theirs; Mallory, who was once in their group; Dora, whom anybody may write to. */
export interface Town {
  readonly ann: Actor;
  readonly bo: Actor;
  readonly mallory: Actor;
  readonly dora: Actor;
  readonly groupID: string;
  readonly direct: string;
  readonly directMessage: string;
  readonly groupMessage: string;
  readonly annSession: string;
  readonly annDevice: string;
  readonly upload: string;
  /** For members of their group. */
  readonly pack: string;
  readonly sticker: string;
  /** Of a change of Ann's address, and of her erasure. */
  readonly change: string;
  readonly erasure: string;
}

const SAY = `mutation ($to: ID, $group: ID, $text: String!) {
  sendMessage(input: { userID: $to, groupID: $group, content: { text: { text: $text } } }) { id conversationID }
}`;

type Sent = { sendMessage: { id: string; conversationID: string } };

export async function openTown(world: World): Promise<Town> {
  const person = (name: string) =>
    world.signIn(`${name}-${name === 'mallory' || name === 'dora' ? 'x' : MARK}@example.com`, name);
  const [ann, bo, mallory, dora] = [
    await person('ann'),
    await person('bo'),
    await person('mallory'),
    await person('dora'),
  ];
  const run = <Data = Record<string, never>>(who: Actor, text: string, variables: object = {}) =>
    who.query<Data, object>(text, variables);

  await run(ann, 'mutation ($id: ID!) { addFriend(userID: $id) { id } }', { id: bo.id });
  await run(bo, 'mutation ($id: ID!) { respondToFriendRequest(userID: $id, accept: true) { id } }', { id: ann.id });
  await run(
    ann,
    `mutation ($id: ID!) { updateFriend(userID: $id, input: { remark: "${MARK}", ex: "${MARK}" }) { id } }`,
    { id: bo.id },
  );
  await run(ann, `mutation { addUserCommand(input: { type: 1, uuid: "${MARK}", value: "${MARK}" }) { uuid } }`);
  const { createGroup } = await run<{ createGroup: { id: string } }>(
    ann,
    'mutation ($ids: [ID!]!) { createGroup(input: { name: "Hikers", memberIDs: $ids }) { id } }',
    { ids: [bo.id, mallory.id] },
  );
  const groupID = createGroup.id;
  await run(mallory, 'mutation ($id: ID!) { leaveGroup(groupID: $id) { id } }', { id: groupID });
  await run(ann, `mutation ($id: ID!) { updateGroup(groupID: $id, input: { announcement: "${MARK}" }) { id } }`, {
    id: groupID,
  });
  const direct = (await run<Sent>(ann, SAY, { to: bo.id, text: `between us ${MARK}` })).sendMessage;
  await run(bo, SAY, { to: ann.id, text: `an answer ${MARK}` });
  const group = (await run<Sent>(ann, SAY, { group: groupID, text: `to the hikers ${MARK}` })).sendMessage;
  await run(dora, 'mutation ($id: ID!) { joinGroup(groupID: $id, message: "let me in") { id } }', { id: groupID });
  await run(dora, 'mutation ($id: ID!) { addFriend(userID: $id) { id } }', { id: ann.id });
  const { sessions } = await run<{ sessions: { id: string; device: { id: string } }[] }>(
    ann,
    '{ sessions { id device { id } } }',
  );
  const session = sessions[0];
  const { createUpload } = await run<{ createUpload: { id: string } }>(
    ann,
    `mutation { createUpload(input: { name: "${MARK}.txt", mimeType: "text/plain", size: 5, partMD5s: ["5d41402abc4b2a76b9719d911017c592"] }) { id } }`,
  );
  const { requestAddressChange } = await run<{ requestAddressChange: { id: string } }>(
    ann,
    `mutation { requestAddressChange(input: { email: "new-${MARK}@example.com" }) { id } }`,
  );
  await run(ann, `mutation ($id: ID!, $name: String!) { renameDevice(id: $id, name: $name) { id } }`, {
    id: session?.device.id,
    name: `Phone ${MARK}`,
  });
  const ours = await openGroupPack(world, groupID, MARK);
  await run(ann, 'mutation ($id: ID!) { addFavouriteSticker(stickerID: $id) { id } }', { id: ours.sticker });
  return {
    ...ours,
    ...{ ann, bo, mallory, dora, groupID, direct: direct.conversationID, directMessage: direct.id },
    ...{ groupMessage: group.id, annSession: session?.id ?? '', annDevice: session?.device.id ?? '' },
    ...{ upload: createUpload.id, change: requestAddressChange.id, erasure: await erasureOf(world, bo) },
  };
}

/** A code that Bo asked for, to end his account. */
async function erasureOf(world: World, bo: Actor): Promise<string> {
  const { requestAccountErasure } = await bo.query<{ requestAccountErasure: { id: string } }, object>(
    'mutation { requestAccountErasure { id } }',
    {},
  );
  await world.codeFor(`bo-${MARK}@example.com`);
  return requestAccountErasure.id;
}

const VIEW = `{
  me { id nickname faceURL ex email phone globalNotify signInNetworks }
  sessions { id device { id name } }
  friends(first: 50) { nodes { id remark pinned ex } }
  favouriteStickers(first: 50) { nodes { id } }
  blockedUsers(first: 50) { nodes { user { id } } }
  friendRequests(first: 50) { nodes { id state } }
  groupRequests(first: 50) { nodes { id state } }
  userCommands(first: 50) { nodes { uuid value ex } }
  groups(first: 50) { nodes {
    id name announcement introduction state memberCount owner { id }
    members(first: 50) { nodes { id role nickname mutedUntil } }
  } }
  conversations(first: 50) { nodes {
    id pinned notify readSeq
    messages(last: 50) { nodes { id revoked read content { __typename summary } } }
  } }
}`;

/** Everything that is theirs, as they see it. */
export const viewOf = ({ ann, bo }: Town): Promise<object[]> =>
  Promise.all([ann, bo].map((who) => who.query<object, object>(VIEW, {})));

/** What an admin sees of them beside it. */
export async function shelfOf(world: World, { ann, bo }: Town): Promise<unknown> {
  const admin = await signInAdmin(world);
  const { data } = await admin<object>(
    'query ($ids: [ID!]!) { users(ids: $ids) { id email phone sessions { id endedAt } ban { id } } }',
    { ids: [ann.id, bo.id] },
  );
  return data;
}
