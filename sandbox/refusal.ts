/** Every way the server says no, by the name it gives on the wire. */
const CODES = {
  ServerInternalError: 500,
  ArgsError: 1001,
  NoPermissionError: 1002,
  RecordNotFoundError: 1004,
  UserIDNotFoundError: 1101,
  RegisteredAlreadyError: 1102,
  GroupIDNotFoundError: 1201,
  GroupIDExisted: 1202,
  NotInGroupYetError: 1203,
  DismissedAlreadyError: 1204,
  GroupTypeNotSupport: 1205,
  GroupRequestHandled: 1206,
  CanNotAddYourselfError: 1301,
  BlockedByPeer: 1302,
  NotPeersFriend: 1303,
  RelationshipAlreadyError: 1304,
  FriendRequestHandled: 1305,
  MutedInGroup: 1402,
  MutedGroup: 1403,
  MsgAlreadyRevoke: 1404,
  TokenExpiredError: 1501,
  TokenInvalidError: 1502,
  TokenMalformedError: 1503,
  TokenNotValidYetError: 1504,
  TokenUnknownError: 1505,
  TokenKickedError: 1506,
  TokenNotExistError: 1507,
  ConnOverMaxNumLimit: 1601,
  ConnArgsErr: 1602,
  NetworkError: 90004,
  DataError: 90007,
} as const;

export type Reason = keyof typeof CODES;

/**
 * An answer that is an error. `errMsg` is the name, except where the server lets another text through.
 * A number is a code that somebody else chose.
 */
export class Refusal extends Error {
  readonly code: number;
  readonly errMsg: string;
  readonly detail: string;
  status = 200;

  constructor(reason: Reason | number, detail = '', errMsg = String(reason)) {
    super(`${reason} ${detail}`);
    this.code = typeof reason === 'number' ? reason : CODES[reason];
    this.errMsg = errMsg;
    this.detail = detail;
  }

  withStatus(status: number): this {
    this.status = status;
    return this;
  }
}

/** What the database says when a row that must be there is not: no code of its own, so it travels as 500. */
export const noDocuments = (): Refusal => new Refusal('ServerInternalError', 'mongo: no documents in result');

/** The real server dies on some inputs and answers 500 without a body; where it does so, so do we. */
export class ServerPanic extends Error {}
