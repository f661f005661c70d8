import { badInput, Fault } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import type { WireUser } from '../rest/wire.ts';
import type { UserSource } from './people.ts';
import { changeOf, type UpdateProfileInput } from './profile.ts';
import { recorded } from './recorded.ts';

const MOST_FRIENDS = 500;

export async function updateUserProfile(
  _: unknown,
  { userID, input, reason }: { userID: string; input: UpdateProfileInput; reason: string },
  context: OpenIMContext,
): Promise<UserSource> {
  const change = changeOf(input);
  const why = reasonOf(reason);
  const row = await existing(userID, context);
  if (Object.keys(change).length === 0) return { id: userID, row };
  const { nickname, faceURL, ex } = row;
  await recorded(
    context,
    {
      ...{ action: 'user.updateProfile', target: `user:${userID}`, reason: why },
      ...{ before: { nickname, faceURL, ex }, after: { nickname, faceURL, ex, ...change } },
    },
    () => context.openim.users.change({ userID, ...change }, context.call),
  );
  context.forgetUser(userID);
  return { id: userID };
}

export async function importFriends(
  _: unknown,
  { userID, friendIDs, reason }: { userID: string; friendIDs: readonly string[]; reason: string },
  context: OpenIMContext,
): Promise<UserSource> {
  const why = reasonOf(reason);
  if (friendIDs.length < 1 || friendIDs.length > MOST_FRIENDS)
    throw badInput('friendIDs', `1 to ${MOST_FRIENDS} ids are expected`);
  const oneself = friendIDs.indexOf(userID);
  if (oneself >= 0) throw badInput(`friendIDs.${oneself}`, 'somebody else is expected');
  const [row, friends] = await Promise.all([
    existing(userID, context),
    Promise.all(friendIDs.map((id) => context.userByID.load(id))),
  ]);
  const missing = friends.indexOf(null);
  if (missing >= 0) throw badInput(`friendIDs.${missing}`, 'the id of a user is expected');
  const ids = [...new Set(friendIDs)];
  const entry = { action: 'user.importFriends', target: `user:${userID}`, reason: why, after: { friendIDs: ids } };
  await recorded(context, entry, () => context.openim.friends.import(userID, ids, context.call));
  return { id: userID, row };
}

async function existing(userID: string, { userByID }: OpenIMContext): Promise<WireUser> {
  const row = await userByID.load(userID);
  if (row === null) throw new Fault('NOT_FOUND', { what: 'The user' });
  return row;
}
