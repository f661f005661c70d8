import { badInput, Fault } from '../kit/fault.ts';
import { type OpenIMContext, userOf } from './context.ts';
import { groupConversationID } from './conversation-id.ts';
import { isDismissed, roleOf } from './model/group.ts';
import type { WireGroup, WireGroupMember } from './rest/wire.ts';

/** The viewer in a group, and those whom they do something with: null for who is not in it. */
interface Company {
  readonly self: WireGroupMember;
  readonly others: readonly (WireGroupMember | null)[];
}

/** In one call. NOT_A_MEMBER for a viewer who is not in it, and what else there is to say of such a group. */
export async function companyIn(groupID: string, userIDs: readonly string[], context: OpenIMContext): Promise<Company> {
  const { id } = userOf(context);
  const [self, ...others] = await Promise.all([id, ...userIDs].map((each) => memberIn(groupID, each, context)));
  if (self == null) throw await whyNot(groupID, context);
  return { self, others };
}

/** A member's row; null for who is not in the group. */
export function memberIn(
  groupID: string,
  userID: string,
  { memberByID }: OpenIMContext,
): Promise<WireGroupMember | null> {
  if (groupID === '') throw badInput('groupID', 'an OpenIM groupID is expected');
  return memberByID.load(`${groupID}:${userID}`);
}

/** The viewer, who must be in the group. */
export const selfIn = async (groupID: string, context: OpenIMContext): Promise<WireGroupMember> =>
  (await companyIn(groupID, [], context)).self;

/** The viewer and somebody else; NOT_FOUND for who is not in the group. */
export async function pairIn(
  groupID: string,
  userID: string,
  context: OpenIMContext,
): Promise<{ self: WireGroupMember; other: WireGroupMember }> {
  const { self, others } = await companyIn(groupID, [userID], context);
  const [other] = others;
  if (other == null) throw new Fault('NOT_FOUND', { what: 'The member' });
  return { self, other };
}

/** A group that is there: NOT_FOUND and GROUP_DISMISSED for any other. */
export async function livingGroup(groupID: string, { groupByID }: OpenIMContext): Promise<WireGroup> {
  const row = groupID === '' ? null : await groupByID.load(groupID);
  if (row === null) throw new Fault('NOT_FOUND', { what: 'The group' });
  if (isDismissed(row)) throw new Fault('GROUP_DISMISSED');
  return row;
}

const whyNot = (groupID: string, context: OpenIMContext): Promise<Error> =>
  livingGroup(groupID, context).then(
    () => new Fault('NOT_A_MEMBER'),
    (error: Error) => error,
  );

export function mustOwn(self: WireGroupMember): void {
  if (roleOf(self) !== 'OWNER') throw new Fault('GROUP_ROLE_NEEDED', { roles: 'the owner' });
}

export function mustManage(self: WireGroupMember): void {
  if (roleOf(self) === 'MEMBER') throw new Fault('GROUP_ROLE_NEEDED', { roles: 'the owner and the admins' });
}

/** The owner reaches everybody but themselves, admins the ordinary members, these nobody. */
export function mustOutrank(self: WireGroupMember, other: WireGroupMember): void {
  mustManage(self);
  if (!outranks(self, other)) throw new Fault('OUTRANKED', { userID: other.userID });
}

export const outranks = (self: WireGroupMember, other: WireGroupMember): boolean =>
  self.userID !== other.userID && self.roleLevel > other.roleLevel && roleOf(self) !== 'MEMBER';

/** The group has changed: what is answered of it from here on is read anew. */
export function forgetGroup(groupID: string, { groupByID, conversationByID }: OpenIMContext): void {
  groupByID.clear(groupID);
  conversationByID.clear(groupConversationID(groupID));
}

/** The same, where who is in it has changed, or what they may do there. */
export function forgetMembers(groupID: string, context: OpenIMContext): void {
  forgetGroup(groupID, context);
  context.memberByID.clearAll();
  context.sharedGroupIDs.clearAll();
  context.groupRequestByID.clear(groupID);
}
