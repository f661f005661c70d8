import { requestInfo } from './friend-request.ts';
import type { FriendParts } from './parts.ts';

const APPROVED = 1201;
const REJECTED = 1202;
const APPLIED = 1203;
const DELETED = 1205;
const REMARKED = 1206;
const BLOCKED = 1207;
const UNBLOCKED = 1208;
const PROFILE_CHANGED = 1209;
const ROWS_CHANGED = 1210;

/** Who of two began it, and who it is for. */
export interface Pair {
  fromUserID: string;
  toUserID: string;
}

// The notices leave before the log's version is known to them, so the version fields are always empty.
const VERSION = { friendVersion: 0, friendVersionID: '' };

const requestOf = ({ friendships, users }: FriendParts, pair: Pair): object | null => {
  const row = friendships.requests.get(pair.fromUserID, pair.toUserID);
  return row === undefined ? null : requestInfo(users, row);
};

/** What users are told when somebody's relation to them changes. */
export const friendNotices = (parts: FriendParts, operationID: string) => {
  const tell = (contentType: number, from: string, notice: { to: string; detail: object }) =>
    parts.notifier.send({ contentType, from, operationID, ...notice });
  const tellOther = (contentType: number, pair: Pair, rest: object = {}) =>
    tell(contentType, pair.fromUserID, { to: pair.toUserID, detail: { fromToUserID: pair, ...rest } });
  const answered = (contentType: number, pair: Pair, rest: object) =>
    tell(contentType, pair.toUserID, { to: pair.fromUserID, detail: { fromToUserID: pair, ...rest } });

  return {
    applied: (pair: Pair) => tellOther(APPLIED, pair, { request: requestOf(parts, pair) }),
    agreed: (pair: Pair, handleMsg: string) =>
      answered(APPROVED, pair, { handleMsg, ...VERSION, request: requestOf(parts, pair) }),
    imported: (pair: Pair) => answered(APPROVED, pair, { handleMsg: '', ...VERSION, request: null }),
    refused: (pair: Pair, handleMsg: string) =>
      answered(REJECTED, pair, { handleMsg, request: requestOf(parts, pair) }),
    deleted: (pair: Pair) => tellOther(DELETED, pair, VERSION),
    remarked: (pair: Pair) => tellOther(REMARKED, pair, { ...VERSION, friendSortVersion: 0 }),
    blocked: (pair: Pair) => tellOther(BLOCKED, pair),
    unblocked: (pair: Pair) => tellOther(UNBLOCKED, pair),
    rowsChanged: (ownerUserID: string, friendIDs: readonly string[]) => {
      const fromToUserID = { fromUserID: '', toUserID: ownerUserID };
      tell(ROWS_CHANGED, ownerUserID, { to: ownerUserID, detail: { fromToUserID, friendIDs, ...VERSION } });
    },
    profileChanged: (by: string, change: { userID: string; to: string }) =>
      tell(PROFILE_CHANGED, by, { to: change.to, detail: { userID: change.userID } }),
  };
};
