import { int32, maybeString, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import { Refusal } from '../refusal.ts';
import type { State } from '../state/state.ts';
import { objectID } from '../version/object-id.ts';

interface Command {
  type: number;
  createTime: number;
  uuid: string;
  value: string;
  ex: string;
}

interface Parts {
  state: State;
  notifier: Notifier;
}

const Write = { userID: string, type: int32, uuid: string, value: maybeString, ex: maybeString };
const Add = message('user.ProcessUserCommandAddReq', Write);
const Update = message('user.ProcessUserCommandUpdateReq', Write);
const Delete = message('user.ProcessUserCommandDeleteReq', { userID: string, type: int32, uuid: string });
const Get = message('user.ProcessUserCommandGetReq', { userID: string, type: int32 });
const GetAll = message('user.ProcessUserCommandGetAllReq', { userID: string });

const wrongOwner = ({ userID }: { userID: string }) => userID === '' && 'userID is empty';
const wrongType = (body: { userID: string; type: number }) =>
  firstWrong(wrongOwner(body), body.type === 0 && 'type is not specified');
const wrongKey = (body: { userID: string; type: number; uuid: string }) =>
  firstWrong(wrongType(body), body.uuid === '' && 'UUID is empty');

const ADDED = 1305;
const DELETED = 1306;
const UPDATED = 1307;

export const commandRoutes = ({ state, notifier }: Parts): Route[] => {
  const commands = state.family<Command>('commands');
  const allow = ownerOnly('userID');
  const tell = (caller: Caller, userID: string, contentType: number) =>
    notifier.send({
      contentType,
      from: userID,
      to: userID,
      detail: { fromUserID: userID, toUserID: userID },
      operationID: caller.operationID,
    });
  // One type and uuid may stand there several times: nothing upstream forbids it, and writes meet the first.
  const first = (userID: string, key: { type: number; uuid: string }) =>
    [...commands.of(userID)].find(([, command]) => command.type === key.type && command.uuid === key.uuid);

  const add = route({
    path: '/user/process_user_command_add',
    body: Add,
    check: wrongKey,
    allow,
    answer: ({ userID, type, uuid, value, ex }, caller) => {
      // Upstream writes ex over the value.
      commands.set(userID, objectID(), {
        type,
        uuid,
        value: ex ?? value ?? '',
        ex: '',
        createTime: Math.floor(Date.now() / 1000),
      });
      tell(caller, userID, ADDED);
    },
  });
  const update = route({
    path: '/user/process_user_command_update',
    body: Update,
    check: wrongKey,
    allow,
    answer: ({ userID, type, uuid, value, ex }, caller) => {
      const found = first(userID, { type, uuid });
      const change = { ...(value !== null && { value }), ...(ex !== null && { ex }) };
      if (found === undefined && Object.keys(change).length > 0) throw new Refusal('RecordNotFoundError');
      if (found !== undefined) commands.update(userID, found[0], change);
      tell(caller, userID, UPDATED);
    },
  });
  const remove = route({
    path: '/user/process_user_command_delete',
    body: Delete,
    check: wrongKey,
    allow,
    answer: ({ userID, type, uuid }, caller) => {
      const found = first(userID, { type, uuid });
      if (found === undefined) throw new Refusal('RecordNotFoundError');
      commands.delete(userID, found[0]);
      tell(caller, userID, DELETED);
    },
  });
  const get = route({
    path: '/user/process_user_command_get',
    body: Get,
    check: wrongType,
    allow,
    answer: ({ userID, type }) => ({
      CommandResp: orNull([...commands.of(userID).values()].filter((command) => command.type === type)),
    }),
  });
  const getAll = route({
    path: '/user/process_user_command_get_all',
    body: GetAll,
    check: wrongOwner,
    allow,
    answer: ({ userID }) => ({ CommandResp: orNull([...commands.of(userID).values()]) }),
  });
  return [add, update, remove, get, getAll];
};
