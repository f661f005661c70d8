import type { Intent } from '../../subgraphs/kit/decisions.ts';
import type { Body, Callback, Command } from '../commands/callback.ts';

type Reader<C extends Command> = (body: Body<C>) => Intent;

const send =
  (kind: 'USER' | 'GROUP') =>
  (body: Body<'callbackBeforeSendSingleMsgCommand'> | Body<'callbackBeforeSendGroupMsgCommand'>): Intent => ({
    kind: 'SEND',
    userID: body.sendID,
    platformID: body.senderPlatformID,
    to: { kind, id: 'recvID' in body ? body.recvID : body.groupID },
    ...{ contentType: body.contentType, content: body.content, atUserIDs: body.atUserList, ex: body.ex },
    clientMsgID: body.clientMsgID,
    at: new Date(),
  });

const rename = ({ userID, nickName, faceURL }: Body<'callbackBeforeUpdateUserInfoCommand'>): Intent => ({
  ...{ kind: 'RENAME', userID, nickname: nickName, faceURL },
});

const change = (
  body: Body<'callbackBeforeSetGroupInfoCommand'> | Body<'callbackBeforeSetGroupInfoExCommand'>,
): Intent => ({
  // Who changes it is not told.
  ...{ kind: 'CHANGE_GROUP', userID: null, groupID: body.groupID, name: body.groupName },
  ...{ introduction: body.introduction, notification: body.notification },
});

/** What is about to happen, by command; on the others nobody has a say. */
const READERS: { readonly [C in Command]?: Reader<C> } = {
  callbackBeforeSendSingleMsgCommand: send('USER'),
  callbackBeforeSendGroupMsgCommand: send('GROUP'),
  callbackBeforeMsgModifyCommand: ({ sendID, contentType, content, clientMsgID, serverMsgID, sessionType }) => ({
    ...{ kind: 'MODIFY', userID: sendID, contentType, content, clientMsgID, serverMsgID, sessionType },
  }),
  callbackBeforeUserRegisterCommand: ({ users }) => ({ kind: 'REGISTER', users }),
  callbackBeforeUpdateUserInfoCommand: rename,
  callbackBeforeUpdateUserInfoExCommand: rename,
  callbackBeforeAddFriendCommand: ({ fromUserID, toUserID, reqMsg }) => ({
    ...{ kind: 'ADD_FRIEND', userID: fromUserID, otherID: toUserID, message: reqMsg },
  }),
  callbackBeforeCreateGroupCommand: (body) => ({
    ...{ kind: 'CREATE_GROUP', userID: body.ownerUserID || null, groupID: body.groupID, name: body.groupName },
    ...{ introduction: body.introduction, notification: body.notification },
  }),
  callbackBeforeSetGroupInfoCommand: change,
  callbackBeforeSetGroupInfoExCommand: change,
  callbackBeforeInviteJoinGroupCommand: ({ groupID, invitedUserIDs }) => ({
    ...{ kind: 'JOIN_GROUP', groupID, userIDs: invitedUserIDs, byUserID: null },
  }),
  callbackBeforeJoinGroupCommand: ({ groupID, applyID }) => ({
    ...{ kind: 'JOIN_GROUP', groupID, userIDs: [applyID], byUserID: applyID },
  }),
};

/** Null: nothing that anybody decides. */
export const intentOf = ({ command, body }: Callback): Intent | null =>
  (READERS[command] as Reader<Command> | undefined)?.(body as never) ?? null;

/** Whose doing it is, and so in whose language a refusal is told. */
export function doerOf(intent: Intent): string | null {
  if (intent.kind === 'JOIN_GROUP') return intent.byUserID;
  return 'userID' in intent ? intent.userID : null;
}
