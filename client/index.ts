import {
  type DeviceInput,
  LogoutDocument,
  RequestOTPDocument,
  type RequestOTPInput,
  type RequestOTPMutation,
  type UploadedFragment,
  VerifyOTPDocument,
  type VerifyOTPInput,
} from './__generated__/graphql.ts';
import { openAuthority } from './handshake.ts';
import { openSessions } from './sessions.ts';
import { type IdentityKey, type KeptSession, memoryStorage, type Storage } from './storage.ts';
import { subscribe } from './subscribe.ts';
import { type Answer, type Document, given, openTransport, RefusedError } from './transport.ts';
import type { UploadOptions } from './upload/upload.ts';

export { UntrustedServerError } from './handshake.ts';
export { SignedOutError } from './sessions.ts';
export type { IdentityKey, Kept, KeptSession, Storage } from './storage.ts';
export { type Answer, type AnswerError, type Document, RefusedError } from './transport.ts';
export type { UploadOptions } from './upload/upload.ts';
export { UploadFailedError } from './upload-failed.ts';

export interface ClientOptions {
  /** The gateway's GraphQL address, e.g. `https://chat.example/graphql`. */
  readonly url: string;
  readonly device: Pick<DeviceInput, 'name' | 'platform'>;
  readonly fetch?: typeof globalThis.fetch;
  /** Identity keys that ship with the app. Absent: those that the gateway shows at first use are kept and trusted. */
  readonly pins?: readonly IdentityKey[];
  readonly storage?: Storage;
  /** Told of each new session (its `imToken` may be another one), and of null when there is none any more. */
  readonly onSession?: (session: KeptSession | null) => void;
}

/** A challenge's id and its code; more for who is new. */
export type SignInAnswer = Pick<VerifyOTPInput, 'challengeID' | 'code' | 'nickname' | 'invitationCode'>;

export interface Client {
  /** Sends a one-time code. */
  requestOTP(to: RequestOTPInput): Promise<NonNullable<RequestOTPMutation['requestOTP']>>;
  /**
   * Signs in with the code. `nickname` and `invitationCode` are for new users; after `INVITATION_REQUIRED` the same code
   * is still good. `newUser` of the session tells whether to ask for name and picture.
   */
  verifyOTP(answer: SignInAnswer): Promise<KeptSession>;
  /** A new key for this session, and a new `imToken` where OpenIM was down or ended the old one. */
  renewSession(): Promise<KeptSession>;
  logout(options?: { everywhere?: boolean }): Promise<void>;
  /** The session that signs requests; null when nobody is signed in. */
  session(): Promise<KeptSession | null>;
  /** Asks as the signed-in user, or as nobody. What fails at its path is in `errors`. */
  query<Result, Variables>(document: Document<Result, Variables>, variables?: Variables): Promise<Answer<Result>>;
  /**
   * The events of a subscription, one by one; a cut connection is opened again by itself, and goes on where it was where
   * the document takes `$after` and selects `cursor`. It ends when you leave the loop, or with `signal`.
   */
  subscribe<Result, Variables>(
    document: Document<Result, Variables>,
    variables?: Variables,
    options?: { readonly signal?: AbortSignal },
  ): AsyncIterableIterator<Answer<Result>>;
  /** Stores a file as the signed-in user; its bytes go straight to the object store. Asked again, it goes on. */
  upload(file: Blob, options?: UploadOptions): Promise<UploadedFragment>;
}

export function createClient(options: ClientOptions): Client {
  const { device, pins, storage = memoryStorage(), onSession = () => {}, fetch = globalThis.fetch } = options;
  const url = new URL(options.url);
  const transport = openTransport(url, fetch);
  const sessions = openSessions({ transport, authority: openAuthority({ url, fetch, pins }), storage, onSession });

  const ask: Client['query'] = async (document, variables) =>
    sessions.ask({ document, ...(variables === undefined ? {} : { variables }) }, await sessions.ready());

  return {
    requestOTP: async (input) =>
      given(await transport.ask({ document: RequestOTPDocument, variables: { input } }, null), 'requestOTP'),
    verifyOTP: ({ challengeID, ...answer }) =>
      sessions.signIn(challengeID, async (publicKey) => {
        const { deviceID } = await storage.load();
        const half = { ...device, publicKey, ...(deviceID === undefined ? {} : { id: deviceID }) };
        const input = { challengeID, ...answer, device: half };
        return given(await transport.ask({ document: VerifyOTPDocument, variables: { input } }, null), 'verifyOTP');
      }),
    renewSession: sessions.renew,
    logout: async ({ everywhere = false } = {}) => {
      const question = { document: LogoutDocument, variables: { everywhere } };
      const { errors } = await sessions.ask(question, await sessions.current());
      // A session that has ended already is forgotten by now, and that is what was asked for.
      if (errors.length > 0 && (await sessions.current()) !== null) throw new RefusedError(errors);
      await sessions.forget();
    },
    session: sessions.current,
    query: ask,
    subscribe: (document, variables, { signal = new AbortController().signal } = {}) =>
      subscribe({ transport, sessions }, { document, variables: { ...variables } }, signal),
    // Not before it is needed: most pages upload nothing.
    upload: async (file, uploadOptions = {}) =>
      (await import('./upload/upload.ts')).upload({ ask, fetch }, file, uploadOptions),
  };
}
