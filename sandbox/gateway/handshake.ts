import type { IncomingMessage } from 'node:http';
import { parseBody } from '../binding/go-json.ts';
import { BadBody, TypeMismatch } from '../binding/mismatch.ts';
import { bool, int64, message, string } from '../binding/shape.ts';
import { Refusal } from '../refusal.ts';
import type { Tokens } from '../token/tokens.ts';

/** What a client says of itself when it connects. */
export interface Hello {
  token: string;
  userID: string;
  platformID: number;
  operationID: string;
  compressed: boolean;
  sdkType: 'go' | 'js';
  /** Whether the result of the handshake comes as the first text frame. */
  wantsResult: boolean;
}

const InJson = message('msggateway.UserConnContextInfo', {
  token: string,
  userID: string,
  platformID: int64,
  operationID: string,
  compression: string,
  sdkType: string,
  sendResponse: bool,
  background: bool,
  sdkVersion: string,
});

const MAX_PLATFORM = 11;
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

const badArgument = (detail: string): Refusal =>
  new Refusal('ConnArgsErr', detail, 'args err, need token, sendID, platformID');

const parseBool = (text: string): boolean | undefined => {
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : undefined;
};

type Told = Omit<Hello, 'sdkType' | 'compressed'> & { sdkType: string; compression: string };

const fromQuery = (query: URLSearchParams, request: IncomingMessage): Told => {
  const text = (name: string) => query.get(name) ?? '';
  if (!/^[+-]?\d+$/.test(text('platformID'))) throw badArgument('platformID is not int');
  const wantsResult = text('isMsgResp') === '' ? false : parseBool(text('isMsgResp'));
  if (wantsResult === undefined) throw badArgument('isMsgResp is not bool');
  // Whether the app is in the background must be said, but it is the later frame that counts.
  if (parseBool(text('isBackground')) === undefined) throw new Refusal('ServerInternalError', 'invalid syntax');
  const header = request.headers.compression;
  return {
    token: text('token'),
    userID: text('sendID'),
    platformID: Number(text('platformID')),
    operationID: text('operationID'),
    compression: text('compression') || (typeof header === 'string' ? header : ''),
    sdkType: text('sdkType'),
    wantsResult,
  };
};

const fromJson = (encoded: string): Told => {
  if (!/^[\w-]*$/.test(encoded)) throw badArgument('data is not base64');
  try {
    const { sendResponse, ...told } =
      InJson.decode(parseBody(Buffer.from(encoded, 'base64url').toString())) ?? InJson.blank();
    return { ...told, wantsResult: sendResponse };
  } catch (thrown) {
    if (thrown instanceof BadBody || thrown instanceof TypeMismatch)
      throw badArgument(`data is not json, info=${thrown.goText}`);
    throw thrown;
  }
};

export const readHello = (request: IncomingMessage): Hello => {
  const query = new URL(request.url ?? '/', 'http://sandbox').searchParams;
  const encoded = query.get('v') ?? '';
  const told = encoded === '' ? fromQuery(query, request) : fromJson(encoded);
  if (told.operationID === '') throw badArgument('operationID is empty');
  if (told.token === '') throw badArgument('token is empty');
  if (told.userID === '') throw badArgument('sendID is empty');
  if (told.platformID < 1 || told.platformID > MAX_PLATFORM) throw badArgument('platformID is invalid');
  if (!['', 'go', 'js'].includes(told.sdkType)) throw badArgument('sdkType is invalid');
  const { compression, ...rest } = told;
  return { ...rest, compressed: compression === 'gzip', sdkType: told.sdkType === 'js' ? 'js' : 'go' };
};

/** The token must be good, and be this user's on this platform. */
export const checkToken = (tokens: Tokens, hello: Hello): void => {
  const { userID, platformID } = tokens.identify(hello.token);
  if (userID !== hello.userID) throw new Refusal('TokenInvalidError', `token uid ${userID} != userID ${hello.userID}`);
  if (platformID !== hello.platformID)
    throw new Refusal('TokenInvalidError', `token platform ${platformID} != platformID ${hello.platformID}`);
};
