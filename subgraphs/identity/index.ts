import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AuditLog } from '../kit/audit.ts';
import type { SessionAuthority } from '../kit/credentials.ts';
import { readSDL } from '../kit/sdl.ts';
import type { Store } from '../kit/store.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { PlatformID } from '../kit/viewer.ts';
import type { TokenBroker } from '../openim/rest/tokens/broker.ts';
import { createAccounts } from './accounts.ts';
import { createAccessTokens } from './admins/access-tokens.ts';
import { type Admins, createAdmins } from './admins/admins.ts';
import { createRefreshTokens } from './admins/refresh-tokens.ts';
import { createChatLogin } from './chat-login.ts';
import { type IdentityContext, type IdentityParts, identityContext } from './context.ts';
import { createChallenges } from './otp/challenges.ts';
import { createDispatch, createMail, createOutbox, type OutboxMessage } from './otp/delivery.ts';
import { createCodeLimits, createLimiter } from './otp/limits.ts';
import { type Linked, linkPeople, type Person } from './people.ts';
import { resolvers } from './resolvers/index.ts';
import { migrateIdentity } from './schema.ts';
import { createSessionAuthority } from './sessions/authority.ts';
import { createEndings } from './sessions/endings.ts';
import { startExpiry } from './sessions/expiry.ts';
import { createHotCopies } from './sessions/hot-copy.ts';
import { beginEpoch, createNonces, raiseEpoch } from './sessions/nonces.ts';
import { createSessions } from './sessions/sessions.ts';
import { openStoreGate } from './sessions/store-gate.ts';
import { createUses } from './sessions/uses.ts';
import type { IdentitySettings } from './settings.ts';
import { createSignIn } from './sign-in.ts';
import { startSweeping } from './sweep.ts';

export interface IdentityOptions {
  readonly db: Knex;
  readonly store: Store;
  readonly tokens: TokenBroker;
  readonly audit: AuditLog;
  readonly settings: IdentitySettings;
  readonly log: Logger;
}

export interface Identity {
  readonly subgraph: Subgraph<IdentityContext>;
  readonly sessions: SessionAuthority;
  readonly admins: Admins;
  /** What was delivered to the developer's page, newest first; null where codes are really sent. */
  readonly outbox: (() => readonly OutboxMessage[]) | null;
  /** Public halves, as RFC 7517 writes them. */
  readonly identityKeys: readonly Readonly<Record<string, unknown>>[];
  readonly adminKeys: readonly Readonly<Record<string, unknown>>[];
  /** Whether a session of that user on that platform is alive, by our record. */
  signedIn(userID: string, platform: PlatformID): Promise<boolean>;
  linkPeople(people: readonly Person[]): Promise<Linked>;
  stop(): Promise<void>;
}

/** The identity subgraph: who people are, how they sign in, and what ends when they sign out. */
export async function createIdentity({ db, store, tokens, audit, settings, log }: IdentityOptions): Promise<Identity> {
  await Promise.all([beginEpoch(store), migrateIdentity(db)]);
  const idle = settings.sessionIdle * 1000;
  // A store that is back is told what has ended meanwhile, and then that what was made up to now is not good any more.
  const gate = openStoreGate(store, async () => {
    await endings.mark(createHotCopies(store, idle));
    await raiseEpoch(store);
  });
  const nonces = createNonces(gate, db);
  const limiter = createLimiter(gate);
  const accounts = createAccounts(db);
  const challenges = createChallenges(db, settings.sessionKEK);
  const hot = createHotCopies(gate, idle);
  const sessions = createSessions({ db, kek: settings.sessionKEK, hot, idle });
  const uses = createUses(db, hot);
  const endings = createEndings({ db, hot, tokens, log });
  const access = createAccessTokens(settings.adminKeys, settings.issuer);
  const refreshTokens = createRefreshTokens(db);
  const admins = createAdmins({ db, access, refreshTokens, limiter, audit });
  const outbox = settings.otpDelivery === 'outbox' ? createOutbox() : null;
  const delivery = outbox ?? createMail(settings.otpDelivery);
  const dispatch = createDispatch(delivery, log);
  const chatLogin = createChatLogin({ accounts, endings, tokens });
  const signIn = createSignIn({ db, sessions, endings, chatLogin, settings });
  const codeLimits = createCodeLimits(limiter, settings.otpLimits);
  const expiry = startExpiry({ db, sessions, endings, idle, log });
  const sweeping = startSweeping([challenges, nonces, refreshTokens, sessions], log);
  const parts = {
    db,
    audit,
    settings,
    accounts,
    admins,
    challenges,
    codeLimits,
    delivery,
    dispatch,
    sessions,
    endings,
    signIn,
  };

  return {
    subgraph: identitySubgraph(parts),
    sessions: createSessionAuthority({ db, kek: settings.sessionKEK, hot, nonces, sessions, uses, idle, log }),
    admins,
    outbox: outbox && (() => outbox.list()),
    identityKeys: [settings.identityKey.jwk],
    adminKeys: settings.adminKeys.jwks,
    signedIn: async (userID, platform) =>
      ((await sessions.byUsers([userID])).get(userID) ?? []).some((session) => session.platform === platform),
    linkPeople: (people) => linkPeople({ db, audit, by: 'system' }, people),
    async stop() {
      await Promise.all([sweeping.stop(), expiry.stop(), gate.stop(), dispatch.drain()]);
      await endings.stop();
    },
  };
}

function identitySubgraph(parts: IdentityParts): Subgraph<IdentityContext> {
  const typeDefs = readSDL('identity');
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return { name: 'identity', typeDefs, schema, contextFor: (scope) => identityContext(parts, scope) };
}
