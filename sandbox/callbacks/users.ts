import { list, maybeString } from '../binding/shape.ts';
import { ServerPanic } from '../refusal.ts';
import type { User } from '../user/user.ts';
import { UserInfo } from '../user/user.ts';
import { answerShape } from './answer.ts';
import type { Callbacks } from './callbacks.ts';

const FACE = { nickName: maybeString, faceURL: maybeString, ex: maybeString };
const Register = answerShape('CallbackBeforeUserRegisterResp', { users: list(UserInfo) });
const Update = answerShape('CallbackBeforeUpdateUserInfoResp', FACE);
const UpdateEx = answerShape('CallbackBeforeUpdateUserInfoExResp', FACE);

/** A profile's change as the request has it; null leaves a field. */
export interface ProfileWish {
  userID: string;
  nickname: string | null;
  faceURL: string | null;
  ex: string | null;
}

/** What the server asks and tells about its users. */
export class UserCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  /** Who is registered: those of the answer instead of those asked for, when it names any. */
  async beforeRegister(users: readonly User[], operationID: string): Promise<readonly User[]> {
    const answer = await this.callbacks.before('beforeUserRegister', { body: { users }, operationID }, Register);
    const named = (answer?.users ?? []).filter((user) => user !== null);
    return named.length === 0 ? users : named;
  }

  async afterRegister(users: readonly User[], operationID: string): Promise<void> {
    await this.callbacks.after('afterUserRegister', { body: { users }, operationID });
  }

  /** Its `ex` is never told upstream, in neither direction. */
  async beforeUpdate<T extends User>(given: T, operationID: string): Promise<T> {
    const body = { userID: given.userID, nickName: given.nickname, faceURL: given.faceURL, ex: null };
    const answer = await this.callbacks.before('beforeUpdateUserInfo', { body, operationID }, Update);
    if (answer === null) return given;
    const { nickName, faceURL, ex } = answer;
    return {
      ...given,
      nickname: nickName ?? given.nickname,
      faceURL: faceURL ?? given.faceURL,
      ex: ex ?? given.ex,
    };
  }

  async afterUpdate({ userID, nickname, faceURL }: User, operationID: string): Promise<void> {
    const body = { userID, nickName: nickname, faceURL, ex: '' };
    await this.callbacks.after('afterUpdateUserInfo', { body, operationID });
  }

  async beforeUpdateEx<T extends ProfileWish>(given: T, operationID: string): Promise<T> {
    const { userID, nickname, faceURL, ex } = given;
    const body = { userID, nickName: nickname, faceURL, ex };
    const answer = await this.callbacks.before('beforeUpdateUserInfoEx', { body, operationID }, UpdateEx);
    if (answer === null) return given;
    const forced = { nickname: answer.nickName, faceURL: answer.faceURL, ex: answer.ex };
    const keys = (['nickname', 'faceURL', 'ex'] as const).filter((key) => forced[key] !== null);
    if (keys.some((key) => given[key] === null))
      throw new ServerPanic('a field that the request does not have is dereferenced unchecked');
    return { ...given, ...Object.fromEntries(keys.map((key) => [key, forced[key]])) };
  }

  async afterUpdateEx({ userID, nickname, faceURL, ex }: ProfileWish, operationID: string): Promise<void> {
    await this.callbacks.after('afterUpdateUserInfoEx', {
      body: { userID, nickName: nickname, faceURL, ex },
      operationID,
    });
  }
}
