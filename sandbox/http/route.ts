import type { Struct } from '../binding/shape.ts';
import { Refusal } from '../refusal.ts';

/** Who calls, and with which headers the answer is made. */
export interface Caller {
  readonly userID: string;
  readonly platformID: number;
  readonly isAdmin: boolean;
  readonly token: string;
  readonly operationID: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** `data` of the envelope; undefined leaves the key out. */
export type Answer = object | string | null | undefined;

/** How a body is read: the usual call, gin's BindJSON, whose errors come with HTTP 400, or not at all. */
type Reading = 'call' | 'bind' | 'nothing';

/** For routes that take protobuf as well. */
export interface Protobuf {
  read(bytes: Uint8Array): object;
  write(answer: object): Uint8Array;
}

export interface Route {
  readonly path: string;
  readonly reading: Reading;
  readonly contentTypes?: readonly string[];
  readonly protobuf?: Protobuf;
  /** The errCode of a bad body under `bind`. */
  readonly badBody: 'ArgsError' | 'ServerInternalError';
  /** Who may call at all; asked before the body is looked at. */
  readonly admit?: (caller: Caller) => void;
  run(json: unknown, caller: Caller): Answer | Promise<Answer>;
}

type Answering<T> = (body: T, caller: Caller) => Answer | Promise<Answer>;
/** Many routes just do something and have no data to answer. */
type Doing<T> = (body: T, caller: Caller) => void | Promise<void>;

export interface RouteSpec<T> {
  path: string;
  body: Struct<T>;
  /** The checks of the request itself; they come before any permission. Returns the sentence of what is wrong. */
  check?: (body: T) => string | undefined | false;
  allow?: (body: T, caller: Caller) => void;
  reading?: Reading;
  badBody?: 'ArgsError' | 'ServerInternalError';
  contentTypes?: readonly string[];
  protobuf?: Protobuf;
  admit?: (caller: Caller) => void;
  answer: Answering<T> | Doing<T>;
}

export const route = <T>(spec: RouteSpec<T>): Route => ({
  path: spec.path,
  reading: spec.reading ?? 'call',
  badBody: spec.badBody ?? 'ArgsError',
  ...(spec.contentTypes && { contentTypes: spec.contentTypes }),
  ...(spec.protobuf && { protobuf: spec.protobuf }),
  ...(spec.admit && { admit: spec.admit }),
  run: (json, caller) => {
    const body = json === null ? spec.body.blank() : (spec.body.decode(json) ?? spec.body.blank());
    const wrong = spec.check?.(body);
    if (wrong) throw new Refusal('ArgsError', wrong);
    spec.allow?.(body, caller);
    return spec.answer(body, caller) as Answer | Promise<Answer>;
  },
});

/** Runs the first of several checks that finds something wrong. */
export const firstWrong = (...found: readonly (string | undefined | false | null)[]): string | undefined => {
  for (const wrong of found) if (wrong) return wrong;
  return undefined;
};

export const mustBeAdmin = (caller: Caller): void => {
  if (!caller.isAdmin) throw new Refusal('NoPermissionError', `user ${caller.userID} is not admin userID`);
};

/** Self or admin. */
export const mustOwn = (caller: Caller, ownerUserID: string): void => {
  if (caller.userID !== ownerUserID && !caller.isAdmin)
    throw new Refusal('NoPermissionError', `ownerUserID, ${ownerUserID}=MISSING`);
};

export const adminOnly = (_body: unknown, caller: Caller): void => mustBeAdmin(caller);
export const ownerOnly =
  <K extends string>(field: K) =>
  (body: Record<K, string>, caller: Caller): void =>
    mustOwn(caller, body[field]);
