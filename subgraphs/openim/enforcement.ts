import type { Enforcement, EnforcementSpan } from '../kit/enforcement.ts';
import { Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { OpenIMContext } from './context.ts';
import { findByAdmin } from './messages/read-by-admin.ts';
import type { MessageModel } from './model/message.ts';
import { asAdmin } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';

const OWNER = 100;

/** OpenIM with the admin's token: it is asked first what is so already, because it refuses what is done twice. */
export function createEnforcement(openim: OpenIM, contextFor: (scope: RequestScope) => OpenIMContext): Enforcement {
  const { groups, messages } = openim;

  async function memberOf({ groupID, userID }: { groupID: string; userID: string }, span: EnforcementSpan) {
    const [member] = await groups.membersByIDs(groupID, [userID], asAdmin(span));
    return member;
  }

  return {
    async revokeMessage(id, span) {
      const context = contextFor(ofTheService(span));
      const message = await unlessGone(findByAdmin([id], context).then(([found]) => found));
      if (message === undefined || message.revoked) return;
      await revoke(message, openim, span);
    },

    muteMember: async ({ until, ...member }, span) => {
      const mutedSeconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
      if ((await memberOf(member, span)) === undefined) throw new Fault('NOT_FOUND', { what: 'The member' });
      await groups.muteMember({ ...member, mutedSeconds }, asAdmin(span));
    },

    unmuteMember: async (member, span) => {
      const found = await memberOf(member, span);
      if (found !== undefined && found.muteEndTime > Date.now())
        await groups.unmuteMember(member.groupID, member.userID, asAdmin(span));
    },

    removeMember: async ({ groupID, userID }, span) => {
      const found = await memberOf({ groupID, userID }, span);
      if (found === undefined) return;
      if (found.roleLevel === OWNER) throw new Fault('OUTRANKED', { userID });
      await groups.kick({ groupID, kickedUserIDs: [userID], reason: '' }, asAdmin(span));
    },

    dismissGroup: async (groupID, span) => {
      const [group] = await groups.byIDs([groupID], asAdmin(span));
      if (group !== undefined && group.status !== DISMISSED) await groups.dismiss(groupID, asAdmin(span));
    },

    notify: async ({ userID, key, data }, span) => {
      const to = { sendUserID: userID, recvUserID: userID, sendMsg: false, reliabilityLevel: 2 } as const;
      await messages.sendBusiness({ key, data, ...to }, asAdmin(span));
    },
  };
}

const DISMISSED = 2;

/** OpenIM looks with the eyes of whom it is told, and somebody may have cleared their own. */
async function revoke(message: MessageModel, { messages, groups }: OpenIM, span: EnforcementSpan): Promise<void> {
  const { conversationID, seq, sendID, recipientID, groupID } = message;
  const [group] = groupID === null ? [] : await groups.byIDs([groupID], asAdmin(span));
  const eyes = [sendID, recipientID ?? group?.ownerUserID ?? ''].filter((id) => id !== '');
  let failure = new Fault('NOT_FOUND', { what: 'The message' });
  for (const userID of eyes)
    try {
      return await messages.revoke({ userID, conversationID, seq: seq ?? 0 }, asAdmin(span));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.reason === 'ALREADY_REVOKED') return;
      if (error.reason !== 'NOT_FOUND') throw error;
      failure = error;
    }
  throw failure;
}

async function unlessGone<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Fault && error.reason === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** Work that nobody's request asks for. */
function ofTheService({ signal, log }: EnforcementSpan): RequestScope {
  const viewer = { kind: 'admin', id: '', scopes: new Set<string>() } as const;
  return { id: '', ip: '', language: 'en', signal, log, viewer, become: () => undefined };
}
