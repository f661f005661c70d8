import type { Infer } from '../binding/shape.ts';
import { bool, int64, list, message, string } from '../binding/shape.ts';
import type { Caller, Route } from '../http/route.ts';
import { adminOnly, firstWrong, ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import { SESSION } from './message.ts';
import type { ReadParts as Parts } from './read-routes.ts';
import { otherSide } from './read-routes.ts';

const DeleteSyncOpt = message('msg.DeleteSyncOpt', { IsSyncSelf: bool, IsSyncOther: bool });
type Sync = Infer<typeof DeleteSyncOpt>;

const Delete = message('msg.DeleteMsgsReq', {
  conversationID: string,
  seqs: list(int64),
  userID: string,
  deleteSyncOpt: DeleteSyncOpt,
});
const Clear = message('msg.ClearConversationsMsgReq', {
  conversationIDs: list(string),
  userID: string,
  deleteSyncOpt: DeleteSyncOpt,
});
const ClearAll = message('msg.UserClearAllMsgReq', { userID: string, deleteSyncOpt: DeleteSyncOpt });
const WipeSeqs = message('msg.DeleteMsgPhysicalBySeqReq', { conversationID: string, seqs: list(int64) });
const WipeOld = message('msg.DeleteMsgPhysicalReq', { conversationIDs: list(string), timestamp: int64 });

const DELETED_NOTICE = 2102;
const CLEARED_NOTICE = 1703;

const deleteSome = (parts: Parts): Route =>
  route({
    path: '/msg/delete_msgs',
    body: Delete,
    check: (body) =>
      firstWrong(
        body.conversationID === '' && 'conversationID is empty',
        body.userID === '' && 'userID is empty',
        body.seqs === null && 'seqs is empty',
      ),
    allow: ownerOnly('userID'),
    answer: ({ conversationID, userID, deleteSyncOpt, ...body }, caller) => {
      const seqs = body.seqs ?? [];
      const notice = {
        contentType: DELETED_NOTICE,
        from: userID,
        detail: { userID, conversationID, seqs },
        operationID: caller.operationID,
      };
      if (deleteSyncOpt?.IsSyncOther) {
        parts.archive.wipe(conversationID, seqs);
        const row = parts.conversations.get(userID, conversationID);
        if (row === undefined) throw new Refusal('RecordNotFoundError', 'conversation not found');
        parts.notifier.send({ ...notice, to: otherSide(row), session: row.conversationType });
        return;
      }
      parts.archive.hide(conversationID, seqs, userID);
      if (deleteSyncOpt?.IsSyncSelf) parts.notifier.send({ ...notice, to: userID });
    },
  });

const clearForAll = (parts: Parts, by: { userID: string; caller: Caller }, conversationID: string): void => {
  const row = parts.conversations.get(by.userID, conversationID);
  if (row === undefined) return;
  parts.seqs.raiseMin(conversationID, parts.seqs.max(conversationID) + 1);
  const detail = { userID: by.userID, conversationIDs: [conversationID] };
  const { operationID } = by.caller;
  parts.notifier.send({
    contentType: CLEARED_NOTICE,
    from: by.userID,
    to: otherSide(row),
    session: row.conversationType,
    detail,
    operationID,
  });
};

/** Everything so far gets out of reach, and counts as read. */
const clear = (
  parts: Parts,
  by: { userID: string; caller: Caller },
  given: { conversationIDs: readonly string[]; sync: Sync },
): void => {
  const { userID, caller } = by;
  const ids = parts.conversations.find(userID, given.conversationIDs).map(({ conversationID }) => conversationID);
  for (const id of ids) {
    const maxSeq = parts.seqs.max(id);
    if (given.sync?.IsSyncOther) clearForAll(parts, by, id);
    else parts.conversations.setMinSeq(id, userID, maxSeq + 1);
    parts.seqs.setReach(userID, id, { readSeq: maxSeq });
  }
  if (given.sync?.IsSyncOther || !given.sync?.IsSyncSelf) return;
  const detail = { userID, conversationIDs: ids };
  parts.notifier.send({
    contentType: CLEARED_NOTICE,
    from: userID,
    to: userID,
    session: SESSION.single,
    detail,
    operationID: caller.operationID,
  });
};

const clearSome = (parts: Parts): Route =>
  route({
    path: '/msg/clear_conversation_msg',
    body: Clear,
    check: ({ conversationIDs, userID }) =>
      firstWrong(conversationIDs === null && 'conversationIDs is empty', userID === '' && 'userID is empty'),
    allow: ownerOnly('userID'),
    answer: ({ conversationIDs, userID, deleteSyncOpt }, caller) => {
      clear(parts, { userID, caller }, { conversationIDs: conversationIDs ?? [], sync: deleteSyncOpt });
    },
  });

const clearAll = (parts: Parts): Route =>
  route({
    path: '/msg/user_clear_all_msg',
    body: ClearAll,
    check: ({ userID }) => userID === '' && 'userID is empty',
    allow: ownerOnly('userID'),
    answer: ({ userID, deleteSyncOpt }, caller) => {
      clear(parts, { userID, caller }, { conversationIDs: parts.conversations.ids(userID), sync: deleteSyncOpt });
    },
  });

const wipeSeqs = (parts: Parts): Route =>
  route({
    path: '/msg/delete_msg_phsical_by_seq',
    body: WipeSeqs,
    allow: adminOnly,
    answer: ({ conversationID, seqs }) => {
      parts.archive.wipe(conversationID, seqs ?? []);
    },
  });

/** The conversations named do not matter upstream: it compares seconds with milliseconds, over everything there is. */
const wipeOld = (parts: Parts): Route =>
  route({
    path: '/msg/delete_msg_physical',
    body: WipeOld,
    check: ({ conversationIDs }) => conversationIDs === null && 'conversationIDs is empty',
    allow: adminOnly,
    answer: ({ timestamp }) => {
      const limit = Math.floor(now() / 1000) - timestamp;
      for (const id of parts.archive.conversationIDs()) {
        const old = [...parts.archive.all(id)].flatMap(({ message: kept }) =>
          kept !== null && kept.sendTime < limit ? kept.seq : [],
        );
        parts.archive.wipe(id, old);
        if (old.length > 0) parts.seqs.raiseMin(id, Math.max(...old) + 1);
      }
    },
  });

export const deleteRoutes = (parts: Parts): Route[] => [
  deleteSome(parts),
  clearSome(parts),
  clearAll(parts),
  wipeSeqs(parts),
  wipeOld(parts),
];
