import { RenewSessionDocument, type SignedInFragment } from './__generated__/graphql.ts';
import { type Authority, openHandshake } from './handshake.ts';
import type { KeptSession, Storage } from './storage.ts';
import { type Answer, given, type Question, RefusedError, type Transport } from './transport.ts';

/** There is nothing to sign with. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

export interface Sessions {
  current(): Promise<KeptSession | null>;
  /** The session to sign with; where its OpenIM token is missing or near its end, it is renewed first if that works. */
  ready(): Promise<KeptSession | null>;
  /** Asks, and sees whether the session has ended, or was renewed by another window with the same storage. */
  ask<Result, Variables>(question: Question<Result, Variables>, session: KeptSession | null): Promise<Answer<Result>>;
  /** A handshake around `exchange`, which sends its public half; what comes of it is kept. */
  signIn(binding: string, exchange: (publicKey: string) => Promise<SignedInFragment>): Promise<KeptSession>;
  renew(): Promise<KeptSession>;
  forget(): Promise<void>;
}

export interface SessionParts {
  readonly transport: Transport;
  readonly authority: Authority;
  readonly storage: Storage;
  readonly onSession: (session: KeptSession | null) => void;
}

/** Reasons that end a session here as well. */
const OVER = ['SESSION_UNKNOWN', 'SESSION_EXPIRED', 'SESSION_REVOKED', 'USER_BANNED'];
const DAY = 86_400_000;
/** While OpenIM is down, its token is asked for again no sooner. */
const RENEWAL_PAUSE = 60_000;

export function openSessions({ transport, authority, storage, onSession }: SessionParts): Sessions {
  let renewal: Promise<KeptSession> | null = null;
  let tried = 0;

  const current: Sessions['current'] = async () => (await storage.load()).session ?? null;

  const forget: Sessions['forget'] = async () => {
    const { session, ...kept } = await storage.load();
    await storage.save(kept);
    if (session) onSession(null);
  };

  const ask: Sessions['ask'] = async (question, session) => {
    const answer = await transport.ask(question, session);
    const refused = new RefusedError(answer.errors);
    if (session === null || !refused.has('SESSION_RENEWED', ...OVER)) return answer;
    const newer = await current();
    if (newer && newer.id !== session.id) return transport.ask(question, newer);
    if (refused.has(...OVER)) await forget();
    return answer;
  };

  const signIn: Sessions['signIn'] = async (binding, exchange) => {
    const handshake = await openHandshake();
    const login = await exchange(handshake.publicKey);
    const kept = await authority.accept(login, { handshake, binding, kept: await storage.load() });
    await storage.save(kept);
    onSession(kept.session);
    return kept.session;
  };

  const renewNow = async (): Promise<KeptSession> => {
    tried = Date.now();
    const session = await current();
    if (session === null) throw new SignedOutError('Nobody is signed in.');
    return signIn(session.id, async (publicKey) =>
      given(await ask({ document: RenewSessionDocument, variables: { publicKey } }, session), 'renewSession'),
    );
  };

  /** One at a time: a second renewal would replace the first one's key before it was used. */
  const renew: Sessions['renew'] = () => {
    renewal ??= renewNow().finally(() => {
      renewal = null;
    });
    return renewal;
  };

  const ready: Sessions['ready'] = async () => {
    const session = await current();
    if (session === null || !isDue(session)) return session;
    if (renewal === null && Date.now() - tried < RENEWAL_PAUSE) return session;
    return renew().catch(current);
  };

  return { current, ready, ask, signIn, renew, forget };
}

const isDue = ({ imToken, imTokenExpiresAt }: KeptSession): boolean =>
  imToken === null || (imTokenExpiresAt !== null && Date.parse(imTokenExpiresAt) - Date.now() < DAY);
