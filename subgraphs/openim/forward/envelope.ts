import type { ForwardAnswer } from '../../kit/forward.ts';

const ARGS = 1001;
const NO_PERMISSION = 1002;
const BUSY = 429;
const BROKEN = 500;
/** The label of routes that OpenIM does not have: what a stranger writes is no name for a metric. */
export const OTHER = 'other';

/** A refusal in OpenIM's words; there is no `data` in any of them. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly status: number;

  constructor(errCode: number, errMsg: string, { errDlt = '', status = 200 } = {}) {
    super(errMsg);
    this.errCode = errCode;
    this.errMsg = errMsg;
    this.errDlt = errDlt;
    this.status = status;
  }

  answer(route: string, headers: Readonly<Record<string, string>> = {}): ForwardAnswer {
    const { errCode, errMsg, errDlt, status } = this;
    const body = JSON.stringify({ errCode, errMsg, errDlt });
    return { ...blank(route, status), outcome: String(errCode), headers: { ...headers, ...JSON_TYPE }, body };
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const TEXT_TYPE = { 'content-type': 'text/plain' };

const blank = (route: string, status: number) => ({ kind: 'answer', route, status }) as const;

/** What OpenIM says of an argument; HTTP 200, as all its refusals. */
export const badArgument = (errDlt: string): Refusal => new Refusal(ARGS, 'ArgsError', { errDlt });

/** OpenIM's own text where the caller is not who a field names. */
export const notTheirs = (userID: string): Refusal => forbidden(`ownerUserID, ${userID}=MISSING`);
export const forbidden = (errDlt: string): Refusal => new Refusal(NO_PERMISSION, 'NoPermissionError', { errDlt });

export const tooBusy = (): Refusal =>
  new Refusal(BUSY, 'TooManyRequests', { errDlt: 'too many requests, please try again later', status: 429 });
export const unavailable = (errDlt: string): Refusal =>
  new Refusal(BROKEN, 'ServerInternalError', { errDlt, status: 503 });
export const bodyTooLarge = (limit: number): Refusal =>
  new Refusal(ARGS, 'ArgsError', { errDlt: `the body is larger than ${limit} bytes`, status: 413 });

export const pageNotFound = (): ForwardAnswer => text(OTHER, 404, '404 page not found');

export const text = (route: string, status: number, body: string): ForwardAnswer => ({
  ...blank(route, status),
  outcome: `http_${status}`,
  headers: TEXT_TYPE,
  body,
});
