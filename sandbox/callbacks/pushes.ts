import { list, string } from '../binding/shape.ts';
import { OfflinePushInfo } from '../message/draft.ts';
import type { Message } from '../message/message.ts';
import { Refusal } from '../refusal.ts';
import { platformName } from '../token/platform.ts';
import type { AnswerShape } from './answer.ts';
import { answerShape } from './answer.ts';
import type { Callbacks, Telling } from './callbacks.ts';
import type { CallbackName } from './names.ts';
import { spoken } from './spoken.ts';

const CHANGES = { userIDList: list(string), offlinePushInfo: OfflinePushInfo };
const Online = answerShape('CallbackBeforeOnlinePushResp', CHANGES);
const GroupOnline = answerShape('CallbackBeforeSuperGroupOnlinePushResp', CHANGES);
const Offline = answerShape('CallbackBeforePushResp', CHANGES);

interface Pushed {
  message: Message;
  operationID: string;
}

const head = ({ message, operationID }: Pushed) => ({
  operationID,
  platformID: message.senderPlatformID,
  platform: platformName(message.senderPlatformID),
});

const tail = ({ message }: Pushed) => ({
  clientMsgID: message.clientMsgID,
  sendID: message.sendID,
  groupID: message.groupID,
  contentType: message.contentType,
  sessionType: message.sessionType,
  atUserIDList: message.atUserIDList,
  content: spoken(message),
});

/** Asked when the sender has long been answered: a refusal only means that nothing is pushed. */
export class PushCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  get areSent(): boolean {
    return (['beforeOnlinePush', 'beforeGroupOnlinePush', 'beforeOfflinePush'] as const).some((name) =>
      this.callbacks.sends(name),
    );
  }

  private async ask<T>(name: CallbackName, telling: Telling, shape: AnswerShape<T>): Promise<T | 'refused' | null> {
    try {
      return await this.callbacks.before(name, telling, shape);
    } catch (thrown) {
      if (thrown instanceof Refusal) return 'refused';
      throw thrown;
    }
  }

  async mayReach(pushed: Pushed, userIDList: readonly string[]): Promise<boolean> {
    const { operationID } = pushed;
    const body = { ...head(pushed), userIDList, ...tail(pushed) };
    return (await this.ask('beforeOnlinePush', { body, operationID }, Online)) !== 'refused';
  }

  /** Whom the answer names instead of the members; they need not be members. */
  async reachesInGroup(pushed: Pushed): Promise<readonly string[] | 'refused'> {
    const { operationID, message } = pushed;
    const body = { ...head(pushed), ...tail(pushed), seq: message.seq };
    const answer = await this.ask('beforeGroupOnlinePush', { body, operationID }, GroupOnline);
    return answer === 'refused' ? answer : (answer?.userIDList ?? []);
  }

  /** Nothing leaves for a phone here, so what the answer says has no effect that anybody could see. */
  async wakes(pushed: Pushed, userIDList: readonly string[]): Promise<void> {
    const { operationID, message } = pushed;
    const body = { ...head(pushed), userIDList, ...message.offlinePushInfo, ...tail(pushed) };
    await this.ask('beforeOfflinePush', { body, operationID }, Offline);
  }
}
