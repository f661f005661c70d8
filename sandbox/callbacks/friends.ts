import { list, string } from '../binding/shape.ts';
import { answerShape } from './answer.ts';
import type { Callbacks } from './callbacks.ts';

const Add = answerShape('CallbackBeforeAddFriendResp', {});
const Agree = answerShape('CallbackBeforeAddFriendAgreeResp', {});
const Import = answerShape('CallbackBeforeImportFriendsResp', { friendUserIDs: list(string) });
const Remark = answerShape('CallbackBeforeSetFriendRemarkResp', { remark: string });
const Block = answerShape('CallbackBeforeAddBlackResp', {});

interface Asking {
  fromUserID: string;
  toUserID: string;
  reqMsg: string;
  ex: string;
}
interface Agreement {
  fromUserID: string;
  toUserID: string;
  handleMsg: string;
}
interface Remarked {
  ownerUserID: string;
  friendUserID: string;
  remark: string;
}

const AGREED = 1;

/** Who is asked travels under the name of somebody blocked. */
const agreement = ({ fromUserID, toUserID, handleMsg }: Agreement) => ({
  fromUserID,
  blackUserID: toUserID,
  HandleResult: AGREED,
  HandleMsg: handleMsg,
});

/** What the server asks and tells about friends and blacklists. */
export class FriendCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  async beforeAdd({ fromUserID, toUserID, reqMsg, ex }: Asking, operationID: string): Promise<void> {
    await this.callbacks.before('beforeAddFriend', { body: { fromUserID, toUserID, reqMsg, ex }, operationID }, Add);
  }

  async afterAdd({ fromUserID, toUserID, reqMsg }: Asking, operationID: string): Promise<void> {
    await this.callbacks.after('afterAddFriend', { body: { fromUserID, toUserID, reqMsg }, operationID });
  }

  async beforeAgree(answer: Agreement, operationID: string): Promise<void> {
    await this.callbacks.before('beforeAddFriendAgree', { body: agreement(answer), operationID }, Agree);
  }

  async afterAgree(answer: Agreement, operationID: string): Promise<void> {
    await this.callbacks.after('afterAddFriendAgree', { body: agreement(answer), operationID });
  }

  async afterDelete(ownerUserID: string, friendUserID: string, operationID: string): Promise<void> {
    await this.callbacks.after('afterDeleteFriend', { body: { ownerUserID, friendUserID }, operationID });
  }

  /** The remark to set; an empty one in the answer changes nothing. */
  async beforeRemark({ ownerUserID, friendUserID, remark }: Remarked, operationID: string): Promise<string> {
    const body = { ownerUserID, friendUserID, remark };
    const answer = await this.callbacks.before('beforeSetFriendRemark', { body, operationID }, Remark);
    return answer?.remark || remark;
  }

  async afterRemark({ ownerUserID, friendUserID, remark }: Remarked, operationID: string): Promise<void> {
    await this.callbacks.after('afterSetFriendRemark', { body: { ownerUserID, friendUserID, remark }, operationID });
  }

  /** Who becomes a friend: those of the answer instead of those asked for, when it names any. */
  async beforeImport(
    ownerUserID: string,
    friendUserIDs: readonly string[],
    operationID: string,
  ): Promise<readonly string[]> {
    const body = { ownerUserID, friendUserIDs };
    const answer = await this.callbacks.before('beforeImportFriends', { body, operationID }, Import);
    return answer?.friendUserIDs?.length ? answer.friendUserIDs : friendUserIDs;
  }

  async afterImport(ownerUserID: string, friendUserIDs: readonly string[], operationID: string): Promise<void> {
    await this.callbacks.after('afterImportFriends', { body: { ownerUserID, friendUserIDs }, operationID });
  }

  async beforeBlock(ownerUserID: string, blackUserID: string, operationID: string): Promise<void> {
    await this.callbacks.before('beforeAddBlack', { body: { ownerUserID, blackUserID }, operationID }, Block);
  }

  async afterUnblock(ownerUserID: string, blackUserID: string, operationID: string): Promise<void> {
    await this.callbacks.after('afterRemoveBlack', { body: { ownerUserID, blackUserID }, operationID });
  }
}
