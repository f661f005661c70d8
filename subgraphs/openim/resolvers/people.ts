import type { GraphQLResolveInfo } from 'graphql';
import { Fault } from '../../kit/fault.ts';
import { type MediaReference, mediaReference } from '../../kit/media-claim.ts';
import { isPlatformID } from '../../kit/platforms.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import type { OpenIMContext } from '../context.ts';
import { directID } from '../conversation-id.ts';
import { type ConversationModel, emptyConversation } from '../model/conversation.ts';
import { addressOf, timeAtLeast, timeOf, wordsOf } from '../model/json.ts';
import { notifyModeOf } from '../model/notify.ts';
import type { WireRelation, WireUser } from '../rest/wire.ts';
import { asksForIDOnly, fieldsAsked, isFree } from './selection.ts';

/** A user as far as is known here; the row is fetched when a field needs it. */
export interface UserSource {
  readonly id: string;
  readonly row?: WireUser;
}

/** A user somewhere in an answer: null when they are gone, and no call when only their id is asked for. */
export function person(
  id: string | null,
  context: OpenIMContext,
  info: GraphQLResolveInfo,
): UserSource | null | Promise<UserSource | null> {
  if (id === null || id === '') return null;
  return asksForIDOnly(info) ? { id } : fetched(id, context, fieldsAsked(info));
}

async function fetched(id: string, context: OpenIMContext, asked: ReadonlySet<string>): Promise<UserSource | null> {
  const related = asked.has('friend') || asked.has('blocked') ? await rowInRelation(id, context) : null;
  const row = related ?? (await context.userByID.load(id));
  return row && { id, row };
}

/**
 * Somebody of those whom `readPeople` has read, at once. What is asked of all of them stays together: it is asked for
 * in the same moment.
 */
export function personRead(id: string, context: OpenIMContext, info: GraphQLResolveInfo): ReturnType<typeof person> {
  const row = context.userRead(id);
  if (row === undefined) return person(id, context, info);
  return row && { id, row };
}

/**
 * Reads the rows of many who are about to be told of, where more than their ids is asked for. Where it fails, it fails
 * at each place where they stand.
 */
export async function readPeople(ids: readonly string[], context: OpenIMContext, asked: ReadonlySet<string>) {
  if (asked.size === 0 || isFree(asked) || asked.has('friend') || asked.has('blocked')) return;
  await context.userByID.loadMany([...new Set(ids)].filter((id) => id !== ''));
}

/** What somebody is to the viewer comes with their row: where the one is asked for, the other is there. */
async function rowInRelation(id: string, { scope: { viewer }, relationByID }: OpenIMContext): Promise<WireUser | null> {
  if (viewer.kind !== 'user') return null;
  // Where it fails, it fails at the fields that need it.
  const relation = await relationByID.load(id).catch(() => null);
  return relation?.userInfo ?? null;
}

/** A field of somebody's row: read at once where the row is there. */
function withRow<Value>(user: UserSource, { userByID }: OpenIMContext, read: (row: WireUser) => Value) {
  return user.row === undefined ? userByID.load(user.id).then((row) => read(existing(row))) : read(user.row);
}

function existing(row: WireUser | null): WireUser {
  if (row === null) throw new Fault('NOT_FOUND', { what: 'The user' });
  return row;
}

/** One a row: fifty messages of five people have five faces. */
const avatars = new WeakMap<WireUser, MediaReference | null>();

function avatarOfRow(row: WireUser): MediaReference | null {
  const known = avatars.get(row);
  if (known !== undefined) return known;
  const avatar = avatarOf(row.faceURL);
  avatars.set(row, avatar);
  return avatar;
}

const avatarOf = (faceURL: string): MediaReference | null =>
  addressOf(faceURL) === null ? null : mediaReference({ kind: 'picture', url: faceURL });

const isViewer = ({ id }: UserSource, { scope: { viewer } }: OpenIMContext): boolean =>
  viewer.kind === 'user' && viewer.id === id;

/** What they are to the viewer; an admin is nobody's friend. */
const relationOf = async (
  { id }: UserSource,
  { scope: { viewer }, relationByID }: OpenIMContext,
): Promise<WireRelation | null> => (viewer.kind === 'user' && viewer.id !== id ? relationByID.load(id) : null);

export const User = {
  __resolveReference: ({ id }: UserSource): UserSource => ({ id }),
  nickname: (user: UserSource, _: unknown, context: OpenIMContext) => withRow(user, context, (row) => row.nickname),
  faceURL: (user: UserSource, _: unknown, context: OpenIMContext) =>
    withRow(user, context, (row) => addressOf(row.faceURL)),
  avatar: (user: UserSource, _: unknown, context: OpenIMContext) => withRow(user, context, avatarOfRow),
  ex: (user: UserSource, _: unknown, context: OpenIMContext) => withRow(user, context, (row) => wordsOf(row.ex)),
  createdAt: (user: UserSource, _: unknown, context: OpenIMContext) =>
    withRow(user, context, (row) => timeOf(row.createTime)),
  online: async ({ id }: UserSource, _: unknown, { statusByID }: OpenIMContext) =>
    (await statusByID.load(id))?.status === 1,
  onlinePlatforms: async ({ id }: UserSource, _: unknown, { statusByID }: OpenIMContext): Promise<PlatformID[]> =>
    (await statusByID.load(id))?.platformIDs.filter(isPlatformID) ?? [],
  globalNotify: (user: UserSource, _: unknown, context: OpenIMContext) => {
    const { viewer } = context.scope;
    const told = viewer.kind === 'admin' ? viewer.scopes.has('users:read') : isViewer(user, context);
    return told ? withRow(user, context, (row) => notifyModeOf(row.globalRecvMsgOpt)) : null;
  },
  friend: async (user: UserSource, _: unknown, context: OpenIMContext) => {
    const friend = (await relationOf(user, context))?.friendInfo;
    return friend ? { ...friend, id: user.id } : null;
  },
  hasMeAsFriend: ({ id }: UserSource, _: unknown, { scope: { viewer }, hasViewer }: OpenIMContext) =>
    viewer.kind === 'user' && viewer.id !== id ? hasViewer.load(id) : null,
  blocked: async (user: UserSource, _: unknown, context: OpenIMContext) => {
    const relation = await relationOf(user, context);
    return relation && relation.blackInfo !== null;
  },
  friendRequest: ({ id }: UserSource, _: unknown, { scope: { viewer }, requestWith }: OpenIMContext) =>
    viewer.kind === 'user' && viewer.id !== id ? requestWith.load(id) : null,
  conversation: (
    { id }: UserSource,
    _: unknown,
    { scope: { viewer }, conversationByID }: OpenIMContext,
    info: GraphQLResolveInfo,
  ): ConversationModel | Promise<ConversationModel> | null => {
    if (viewer.kind !== 'user' || viewer.id === id) return null;
    const conversationID = directID(viewer.id, id);
    // It is there with everybody, also before its first message.
    return asksForIDOnly(info)
      ? emptyConversation(viewer.id, conversationID, {})
      : conversationByID.load(conversationID);
  },
};

export interface FriendSource {
  readonly id: string;
  readonly remark: string;
  readonly createTime: number;
  readonly isPinned: boolean;
  readonly ex: string;
}

export const Friend = {
  user: ({ id }: FriendSource, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(id, context, info),
  remark: ({ remark }: FriendSource) => wordsOf(remark),
  pinned: ({ isPinned }: FriendSource) => isPinned,
  since: ({ createTime }: FriendSource) => timeAtLeast(createTime),
  ex: ({ ex }: FriendSource) => wordsOf(ex),
};

export { avatarOf };
