import { z } from 'zod';
import { number, text, texts } from './fields.ts';

const asked = { fromUserID: text, toUserID: text, reqMsg: text };
/** `blackUserID` is who asked, and the last two begin with a capital. */
const answered = { fromUserID: text, blackUserID: text, HandleResult: number, HandleMsg: text };
const remark = { ownerUserID: text, friendUserID: text, remark: text };
const imported = { ownerUserID: text, friendUserIDs: texts };
const block = { ownerUserID: text, blackUserID: text };

export const FRIENDS = {
  callbackBeforeAddFriendCommand: z.object({ ...asked, ex: text }),
  callbackAfterAddFriendCommand: z.object(asked),
  callbackBeforeAddFriendAgreeCommand: z.object(answered),
  callbackAfterAddFriendAgreeCommand: z.object(answered),
  callbackAfterDeleteFriendCommand: z.object({ ownerUserID: text, friendUserID: text }),
  callbackBeforeSetFriendRemarkCommand: z.object(remark),
  callbackAfterSetFriendRemarkCommand: z.object(remark),
  callbackBeforeImportFriendsCommand: z.object(imported),
  callbackAfterImportFriendsCommand: z.object(imported),
  callbackBeforeAddBlackCommand: z.object(block),
  callbackAfterRemoveBlackCommand: z.object(block),
};
