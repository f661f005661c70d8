import { int32, maybeString, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import type { State } from '../state/state.ts';
import { Commands } from './commands.ts';

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

type Tell = (caller: Caller, userID: string, contentType: number) => void;

const writing = (commands: Commands, tell: Tell): Route[] => [
  route({
    path: '/user/process_user_command_add',
    body: Add,
    check: wrongKey,
    allow: ownerOnly('userID'),
    answer: ({ userID, type, uuid, value, ex }, caller) => {
      // Upstream writes ex over the value.
      commands.add(userID, { type, uuid, value: ex ?? value ?? '', ex: '' });
      tell(caller, userID, ADDED);
    },
  }),
  route({
    path: '/user/process_user_command_update',
    body: Update,
    check: wrongKey,
    allow: ownerOnly('userID'),
    answer: ({ userID, value, ex, ...key }, caller) => {
      commands.update(userID, key, { ...(value !== null && { value }), ...(ex !== null && { ex }) });
      tell(caller, userID, UPDATED);
    },
  }),
  route({
    path: '/user/process_user_command_delete',
    body: Delete,
    check: wrongKey,
    allow: ownerOnly('userID'),
    answer: ({ userID, ...key }, caller) => {
      commands.remove(userID, key);
      tell(caller, userID, DELETED);
    },
  }),
];

const reading = (commands: Commands): Route[] => [
  route({
    path: '/user/process_user_command_get',
    body: Get,
    check: wrongType,
    allow: ownerOnly('userID'),
    answer: ({ userID, type }) => ({
      CommandResp: orNull(commands.of(userID).filter((command) => command.type === type)),
    }),
  }),
  route({
    path: '/user/process_user_command_get_all',
    body: GetAll,
    check: wrongOwner,
    allow: ownerOnly('userID'),
    answer: ({ userID }) => ({ CommandResp: orNull(commands.of(userID)) }),
  }),
];

export const commandRoutes = ({ state, notifier }: Parts): Route[] => {
  const commands = new Commands(state);
  const tell: Tell = ({ operationID }, userID, contentType) =>
    notifier.send({
      contentType,
      from: userID,
      to: userID,
      detail: { fromUserID: userID, toUserID: userID },
      operationID,
    });
  return [...writing(commands, tell), ...reading(commands)];
};
