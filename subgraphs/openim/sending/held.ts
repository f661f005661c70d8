import { Fault } from '../../kit/fault.ts';
import type { HeldToSend, SendHeld } from '../../kit/send-held.ts';
import { messageID } from '../conversation-id.ts';
import { fieldsOf, parseFields } from '../model/json.ts';
import { asAdmin } from '../rest/call.ts';
import type { OpenIM } from '../rest/openim.ts';
import { conversationIDOf, type Sender } from './send.ts';

/** OpenIM asks nobody whom its admin names whether they may write: whoever has left a group meanwhile, may not. */
export const createHeldSending =
  (openim: OpenIM, sender: Sender): SendHeld =>
  async (held, span) => {
    const call = asAdmin(span);
    const { userID, groupID, recipientID } = held;
    const [profile] = await openim.users.byIDs([userID], call);
    if (profile === undefined) throw new Fault('NOT_FOUND', { what: 'The sender' });
    if (groupID !== null && (await openim.groups.membersByIDs(groupID, [userID], call)).length === 0)
      throw new Fault('NOT_A_MEMBER');
    const outgoing = outgoingOf(held);
    const letter = { sender: { id: userID, platform: held.platformID }, profile, outgoing, call };
    const { serverMsgID } = await sender.send(letter, span);
    return messageID(conversationIDOf(userID, { recvID: recipientID ?? '', groupID: groupID ?? '' }), serverMsgID);
  };

function outgoingOf({ id, recipientID, groupID, contentType, content, ex }: HeldToSend) {
  const fields = parseFields(content);
  if (fields === null) throw new Fault('INPUT_REFUSED', { detail: 'the content is no JSON object' });
  const clientMsgID = `held-${id}`;
  return {
    ...{ recvID: recipientID ?? '', groupID: groupID ?? '', clientMsgID, contentType, digest: id },
    content: { ...fieldsOf(fields), sentAs: clientMsgID },
    options: ex === '' ? {} : { ex },
  };
}
