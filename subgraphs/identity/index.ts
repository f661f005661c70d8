import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AppealDesk } from '../kit/appeal-desk.ts';
import type { AuditLog } from '../kit/audit.ts';
import type { BanDesk } from '../kit/ban-desk.ts';
import type { Colleagues } from '../kit/colleagues.ts';
import type { SessionAuthority } from '../kit/credentials.ts';
import type { Announce, Consumer } from '../kit/events.ts';
import type { PeopleDirectory } from '../kit/people-directory.ts';
import type { Holder } from '../kit/personal-data.ts';
import { readSDL } from '../kit/sdl.ts';
import type { DocumentSigner } from '../kit/shared-lists.ts';
import type { Store } from '../kit/store.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { PlatformID } from '../kit/viewer.ts';
import type { OpenIM } from '../openim/rest/openim.ts';
import { createAccounts } from './accounts.ts';
import { createAddressChanges } from './addresses/changes.ts';
import type { Admins } from './admins/admins.ts';
import { createColleagues } from './admins/colleagues.ts';
import { createDocumentSigner } from './admins/document-signer.ts';
import { openAdmins } from './admins/index.ts';
import { createBans } from './bans/bans.ts';
import { createBanDesk } from './bans/desk.ts';
import { createChatLogin } from './chat-login.ts';
import { startChores } from './chores.ts';
import { type IdentityContext, type IdentityParts, identityContext } from './context.ts';
import { createDirectory } from './directory/directory.ts';
import { createRefresh } from './directory/refresh.ts';
import { openJobs } from './jobs/open.ts';
import { createCodes } from './otp/codes.ts';
import type { OutboxMessage } from './otp/delivery/outbox.ts';
import { createLimiter } from './otp/limits.ts';
import { type Linked, linkPeople, type Person } from './people.ts';
import { identityPersonal } from './personal.ts';
import { createRegistration } from './registration/registration.ts';
import { resolvers } from './resolvers/index.ts';
import { createErasures } from './rights/erasures.ts';
import { createExports, type Exports } from './rights/exports.ts';
import { migrateIdentity } from './schema.ts';
import { createSessionAuthority } from './sessions/authority.ts';
import { createEndings } from './sessions/endings.ts';
import { createHotCopies } from './sessions/hot-copy.ts';
import { beginEpoch, createNonces, raiseEpoch } from './sessions/nonces.ts';
import { createSessions, type Sessions } from './sessions/sessions.ts';
import { openStoreGate } from './sessions/store-gate.ts';
import { createUses } from './sessions/uses.ts';
import type { IdentitySettings } from './settings.ts';
import { createSignIn } from './sign-in.ts';

export interface IdentityOptions {
  readonly db: Knex;
  readonly store: Store;
  readonly openim: Pick<OpenIM, 'friends' | 'groups' | 'messages' | 'tokens' | 'users'>;
  readonly audit: AuditLog;
  /** Keeps bans for whoever is told of them. */
  readonly announce: Announce;
  /** All of the house, for what is held about people: known when the first request comes. */
  readonly holders: () => readonly Holder[];
  /** How who is kept out may appeal: known as late. */
  readonly appeals: () => AppealDesk;
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
  readonly adminKeys: () => readonly Readonly<Record<string, unknown>>[];
  /** Signs with the admins' keys what is no token. */
  readonly signer: DocumentSigner;
  /** Whether a session of that user on that platform is alive, by our record. */
  signedIn(userID: string, platform: PlatformID): Promise<boolean>;
  /** Is told who is called what. */
  readonly directory: PeopleDirectory;
  /** Who acts on what OpenIM tells us. */
  readonly consumers: readonly Consumer[];
  readonly exports: Pick<Exports, 'open'>;
  /** For moderation: bans that it decides, and who else there is to ask. */
  readonly banDesk: BanDesk;
  readonly colleagues: Colleagues;
  linkPeople(people: readonly Person[]): Promise<Linked>;
  stop(): Promise<void>;
}

/** The identity subgraph: who people are, how they sign in, and what ends when they sign out. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { db, store, openim, audit, announce, holders, appeals, settings, log } = options;
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
  const directory = createDirectory(db, log);
  const codes = createCodes({ db, settings, limiter, log });
  const hot = createHotCopies(gate, idle);
  const sessions = createSessions({ db, kek: settings.sessionKEK, hot, idle });
  const uses = createUses(db, hot);
  const endings = createEndings({ db, hot, tokens: openim.tokens, log });
  const admins = await openAdmins({ db, limiter, settings, audit, log });
  const registration = createRegistration({ db, accounts, challenges: codes.challenges, directory, openim, log });
  const addressChanges = createAddressChanges({ ...codes, db, accounts });
  const chatLogin = createChatLogin({ accounts, endings, tokens: openim.tokens, welcomes: registration.welcomes });
  const exports = createExports(db, holders);
  const erasures = createErasures({ db, holders, log });
  const bans = createBans({ db, audit, store, announce, sessions, endings });
  const work = openJobs({ db, audit, bans, openim, sessions, endings, erasures, log });
  const shelves = [addressChanges, exports, codes.challenges, registration.networks, nonces, admins, sessions];
  const chores = startChores({ db, sessions, endings, bans, idle, directory, openim, shelves, log });
  const signIn = createSignIn({ db, sessions, endings, chatLogin, settings, notify: chores.notify });
  const people = { accounts, appeals, registration, addressChanges, exports, erasures, ...work, bans, openim };
  const parts = { db, settings, limiter, audit, admins, sessions, endings, signIn, ...codes, ...people };

  return {
    subgraph: identitySubgraph(parts),
    sessions: createSessionAuthority({ db, kek: settings.sessionKEK, hot, nonces, sessions, uses, idle, log }),
    admins: admins.admins,
    outbox: codes.outbox?.list ?? null,
    identityKeys: [settings.identityKey.jwk],
    adminKeys: () => admins.keys.jwks(),
    signer: createDocumentSigner(admins.keys),
    signedIn: signedInBy(sessions),
    directory,
    consumers: [createRefresh({ db, directory, openim })],
    exports,
    banDesk: createBanDesk(bans, endings),
    colleagues: createColleagues(db),
    linkPeople: (people) => linkPeople({ db, audit, by: 'system' }, people),
    async stop() {
      const working = [chores, gate, registration.welcomes, erasures, work.worker, admins.keys];
      await Promise.all([...working.map((each) => each.stop()), codes.dispatch.drain()]);
      await Promise.all([endings.stop(), directory.stop()]);
    },
  };
}

function identitySubgraph(parts: IdentityParts): Subgraph<IdentityContext> {
  const typeDefs = readSDL('identity');
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return {
    name: 'identity',
    typeDefs,
    schema,
    contextFor: (scope) => identityContext(parts, scope),
    personal: identityPersonal(parts.db),
  };
}

const signedInBy =
  (sessions: Sessions): Identity['signedIn'] =>
  async (userID, platform) =>
    ((await sessions.byUsers([userID])).get(userID) ?? []).some((session) => session.platform === platform);
