import { badInput, Fault } from '../../kit/fault.ts';
import type { JoinSource } from '../__generated__/resolvers.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { forgetMembers, memberIn, mustManage, selfIn } from '../group-roles.ts';
import { roleOf } from '../model/group.ts';
import type { WireGroupRequest } from '../rest/wire.ts';
import type { GroupSource } from './groups.ts';
import { textWithin } from './profile.ts';

const LONGEST_MESSAGE = 255;
const WAYS: Readonly<Partial<Record<JoinSource, number>>> = { SEARCH: 3, QR_CODE: 4 };

export async function joinGroup(
  _: unknown,
  { groupID, message, source }: { groupID: string; message?: string | null; source?: JoinSource | null },
  context: OpenIMContext,
): Promise<GroupSource> {
  const { id: userID } = userOf(context);
  const reqMessage = textWithin(message, { field: 'message', most: LONGEST_MESSAGE }).trim();
  const joinSource = WAYS[source ?? 'SEARCH'];
  if (joinSource === undefined) throw badInput('source', 'SEARCH or QR_CODE is expected');
  if ((await memberIn(groupID, userID, context)) !== null) throw new Fault('ALREADY_A_MEMBER');
  await context.openim.groups.join({ groupID, userID, reqMessage, joinSource }, context.call);
  forgetMembers(groupID, context);
  return { id: groupID };
}

export async function leaveGroup(
  _: unknown,
  { groupID }: { groupID: string },
  context: OpenIMContext,
): Promise<GroupSource> {
  const self = await selfIn(groupID, context);
  if (roleOf(self) === 'OWNER') throw new Fault('OWNER_STAYS');
  await context.openim.groups.quit(groupID, self.userID, context.call);
  forgetMembers(groupID, context);
  return { id: groupID };
}

export async function respondToGroupRequest(
  _: unknown,
  { groupID, userID, accept, message }: { groupID: string; userID: string; accept: boolean; message?: string | null },
  context: OpenIMContext,
): Promise<WireGroupRequest> {
  const handledMsg = textWithin(message, { field: 'message', most: LONGEST_MESSAGE }).trim();
  mustManage(await selfIn(groupID, context));
  const { openim, call } = context;
  const answer = { groupID, fromUserID: userID, handleResult: accept ? 1 : -1, handledMsg } as const;
  await openim.groups.respond(answer, call);
  forgetMembers(groupID, context);
  const request = await openim.groups.requestOf(groupID, userID, call);
  if (request === null) throw new Fault('NOT_FOUND', { what: 'The request' });
  return request;
}

export function unhandledGroupRequestCount(
  _: unknown,
  { since }: { since?: Date | null },
  context: OpenIMContext,
): Promise<number> {
  const { id } = userOf(context);
  return context.openim.groups.unhandledCount(id, since?.getTime() ?? 0, context.call);
}
