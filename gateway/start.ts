import { join } from 'node:path';
import type { Logger } from 'pino';
import { createForgeryWatch } from '../events/forgeries/watch.ts';
import { openExplorer } from '../explorer/index.ts';
import { createAuditLog } from '../subgraphs/identity/audit/log.ts';
import { createIdentity, type Identity } from '../subgraphs/identity/index.ts';
import { createCounter } from '../subgraphs/kit/counter.ts';
import { openDatabase } from '../subgraphs/kit/database.ts';
import { createRedisStore } from '../subgraphs/kit/redis-store.ts';
import type { Store } from '../subgraphs/kit/store.ts';
import { createMedia } from '../subgraphs/media/index.ts';
import { createModeration } from '../subgraphs/moderation/index.ts';
import { createForward } from '../subgraphs/openim/forward/index.ts';
import { createOpenIMSubgraph } from '../subgraphs/openim/index.ts';
import { createLinkConsumer } from '../subgraphs/openim/link-consumer.ts';
import { createOpenIM } from '../subgraphs/openim/rest/openim.ts';
import { createRates } from './bounds/rates.ts';
import { type Config, settingRefused } from './config.ts';
import { openDoor } from './door.ts';
import { createLanguages } from './http/languages.ts';
import { identitySettings } from './identity-settings.ts';
import { createObserver } from './observe.ts';
import { type OpenEvents, openEvents } from './open-events.ts';
import { openWebhooks } from './open-webhooks.ts';
import type { Dependency } from './routes/health.ts';
import { readSubscriptions, readSupergraph } from './supergraph/file.ts';

/** ms that requests under way may take when we stop. */
const GRACE_MS = 10_000;
const REPORTS_PER_HOUR = 30;
const SEEDED_ADMIN = 'admin@example.com';

/** What was started, and what the first lines tell about it. */
export interface Running {
  /** Where clients reach us. */
  readonly url: string;
  readonly port: number;
  /** Null where OpenIM, or the database, is a real one. */
  readonly sandbox: { readonly apiURL: string; readonly wsURL: string; readonly people: readonly SignIn[] } | null;
  readonly embeddedDatabase: boolean;
  readonly outbox: boolean;
  /** Told once, at the first start of a development machine. */
  readonly newAdmin: { readonly email: string; readonly password: string } | null;
  stop(): Promise<void>;
}

export interface SignIn {
  readonly nickname: string;
  readonly email: string;
}

/** The whole program: what it stands on, the four subgraphs, the door. Stopping is the same backwards. */
export async function start(config: Config, log: Logger): Promise<Running> {
  const undo = new AsyncDisposableStack();
  try {
    return await assemble(config, log, undo);
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}

async function assemble(config: Config, log: Logger, undo: AsyncDisposableStack): Promise<Running> {
  const ground = await openGround(config, log, undo);
  const { store, upstream, openim, observer } = ground;
  let url = config.publicURL ?? '';
  const settings = identitySettings(config, { wsURL: upstream.wsURL, url: () => url });
  const events = await openEvents({ ...config, ...ground, seal: settings.sessionKEK, log }, undo);
  const { subgraphs, identity, judges, media, consumers, feeds } = await openSubgraphs(
    { ...ground, events, config, settings, url: () => url, log },
    undo,
  );
  const delivery = await events.deliver(consumers);
  undo.defer(() => delivery.stop());
  const languages = createLanguages();
  const webhooks = await openWebhooks({ ...ground, keeper: events.keeper, judges, languages, config, log }, undo);
  const { signedIn } = identity;
  const forward = createForward({
    ...{ openim, store, signedIn, apiURL: upstream.apiURL, publicURL: settings.apiURL },
  });
  const forwardedAt = (): string | null => (config.forwarding ? settings.apiURL() : null);
  const people = upstream.people && (await addressesOf(upstream.people, identity));

  const door = await openDoor({
    ...config,
    supergraph: config.supergraph ?? readSupergraph(),
    subgraphs,
    live: { subscriptions: readSubscriptions(), feeds },
    exports: identity.exports,
    authorities: { sessions: identity.sessions, admins: identity.admins, now: Date.now },
    rates: createRates(createCounter(store), config.rateLimits),
    dependencies: dependenciesOf(ground),
    wellKnown: {
      identityKeys: identity.identityKeys,
      adminKeys: identity.adminKeys,
      endpoints: () => ({ graphql: `${url}/graphql`, ws: upstream.wsURL, api: forwardedAt() }),
    },
    ...(config.forwarding ? { forward } : {}),
    webhooks: webhooks.door,
    languages,
    outbox: identity.outbox,
    explorer: openExplorer({ people: people ?? [], outbox: identity.outbox !== null }),
    ...{ stickers: media.files, renditions: media.renditions },
    observer,
    log,
  });
  undo.defer(() => door.close(GRACE_MS));
  url = config.publicURL ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${door.port}`;
  await media.listening();

  if (config.sandboxCallbacks) upstream.callBack?.({ url: webhooks.urlAt(`http://127.0.0.1:${door.port}`) });

  return {
    url,
    port: door.port,
    sandbox: people && { ...upstream, people },
    embeddedDatabase: config.databaseURL === null,
    outbox: identity.outbox !== null,
    newAdmin: config.production ? null : await identity.admins.seed(SEEDED_ADMIN),
    stop: () => undo.disposeAsync(),
  };
}

const dependenciesOf = ({ db, store, openim }: Ground): readonly Dependency[] => [
  { name: 'postgres', needed: true, check: () => db.raw('select 1') },
  { name: 'store', needed: true, check: () => store.ping() },
  { name: 'openim', needed: false, check: (signal) => openim.ping(signal) },
];

interface Grounded extends Ground {
  readonly config: Config;
  readonly settings: ReturnType<typeof identitySettings>;
  readonly events: OpenEvents;
  /** Where clients reach us; known once the port is. */
  readonly url: () => string;
  readonly log: Logger;
}

async function openSubgraphs(grounded: Grounded, undo: AsyncDisposableStack) {
  const { db, audit, store, openim, events, config, settings, url, log } = grounded;
  const media = await createMedia({
    ...{ db, store, audit, openim, log, uploadLimits: config.uploadLimits, linkPreviews: config.linkPreviews },
    ...{ classifier: config.classifier, register: grounded.observer.register },
    ...{ url, cache: { folder: config.dataDir, ...config.mediaCache } },
    signer: settings.sessionKEK.signer('media addresses'),
    filesURL: () => `${url()}/stickers`,
    ...{ apiURL: settings.apiURL, openimURL: grounded.upstream.apiURL },
  });
  undo.defer(() => media.stop());
  const identity = await createIdentity({
    ...{ db, store, openim, audit, settings, log },
    holders: () => [events, ...subgraphs],
    appeals: () => moderation.appeals,
  });
  undo.defer(() => identity.stop());
  const { directory } = identity;
  const chat = await createOpenIMSubgraph({
    ...{ openim, stickers: media.stickers, directory, audit, db, log },
    ...{ coverage: events.coverage, figures: events.figures, pipeline: events.pipeline, webhooks: events.webhooks },
  });
  undo.defer(() => chat.stop());
  const { witness, enforcement, history, mediaOf } = chat;
  const { findings } = media;
  const { banDesk: bans, colleagues } = identity;
  const moderation = await createModeration({
    ...{ db, store, audit, witness, enforcement, history, mediaOf, findings, bans, colleagues, log },
    serviceUserID: grounded.upstream.adminUserID,
    reportsPerHour: REPORTS_PER_HOUR,
  });
  undo.defer(() => moderation.stop());
  // For what is held about people, identity comes last: it names whom the others are asked about.
  const subgraphs = [chat.subgraph, media.subgraph, moderation.subgraph, identity.subgraph];
  const feeds = new Map([
    ['case', moderation.changes.feed('case')],
    ['media', media.changed],
  ]);
  const forgeries = createForgeryWatch({ openim, flags: moderation.flags, register: grounded.observer.register });
  const consumers = [
    ...chat.consumers,
    createLinkConsumer(media.links),
    ...identity.consumers,
    moderation.automod,
    forgeries,
  ];
  const judges = [moderation.judge];
  return { subgraphs, identity, judges, media, consumers, feeds };
}

type Ground = Awaited<ReturnType<typeof openGround>>;

/** What the subgraphs stand on: a database, a store, an OpenIM; embedded ones where no other is named. */
async function openGround(config: Config, log: Logger, undo: AsyncDisposableStack) {
  const opening = [
    openDatabaseURL(config, log, undo),
    openStore(config, log, undo),
    openUpstream(config, undo),
  ] as const;
  // When one fails, the others come to an end first: what is still starting cannot be stopped.
  await Promise.allSettled(opening);
  const [databaseURL, store, upstream] = await Promise.all(opening);
  const db = openDatabase(databaseURL, log);
  undo.defer(() => db.destroy());
  await db.raw('select 1').catch((error: unknown) => {
    throw settingRefused('DATABASE_URL', `the database cannot be used now (${codeOf(error)})`);
  });
  const observer = createObserver();
  const openim = createOpenIM({
    ...upstream,
    store,
    log,
    policy: config.multiLoginPolicy,
    production: config.production,
    onCall: ({ route, ms, outcome }) => observer.upstream({ route, outcome, seconds: ms / 1000 }),
  });
  undo.defer(() => openim.stop());
  return { db, audit: createAuditLog(db), store, upstream, openim, observer };
}

/** What the database or the network calls it: no message, because some of them repeat the address. */
function codeOf(error: unknown): string {
  const { code, originalError } = error as { code?: string; originalError?: { code?: string } };
  return originalError?.code ?? code ?? 'no reason given';
}

/** Embedded parts are loaded only where they are used. */
async function openDatabaseURL(
  { databaseURL, dataDir }: Config,
  log: Logger,
  undo: AsyncDisposableStack,
): Promise<string> {
  if (databaseURL !== null) return databaseURL;
  const { startPostgres } = await import('../embedded/postgres/launcher.ts');
  const postgres = await startPostgres({ dataDir, log });
  undo.defer(() => postgres.stop());
  return postgres.url;
}

async function openStore({ redisURL }: Config, log: Logger, undo: AsyncDisposableStack): Promise<Store> {
  const store =
    redisURL === null
      ? (await import('../embedded/memory-store.ts')).createMemoryStore(log)
      : await createRedisStore(redisURL, log);
  undo.defer(() => store.close());
  return store;
}

interface Upstream {
  readonly apiURL: string;
  /** Where clients open their WebSocket. */
  readonly wsURL: string;
  readonly adminUserID: string;
  readonly secret: string;
  /** Who lives in the sandbox; null for a real OpenIM. */
  readonly people: readonly { readonly userID: string; readonly nickname: string }[] | null;
  /** Tells the sandbox where its callbacks go; an operator tells a real OpenIM. */
  callBack?(options: { readonly url: string }): void;
}

async function openUpstream(
  { openim, dataDir, multiLoginPolicy }: Config,
  undo: AsyncDisposableStack,
): Promise<Upstream> {
  if (openim !== null) return { ...openim, people: null };
  const { startSandbox } = await import('../sandbox/index.ts');
  const sandbox = await startSandbox({ dataDir: join(dataDir, 'openim'), seed: true, multiLoginPolicy });
  undo.defer(() => sandbox.stop());
  return sandbox;
}

/** Gives the sandbox's people addresses to sign in with. */
async function addressesOf(
  people: readonly { userID: string; nickname: string }[],
  identity: Identity,
): Promise<readonly SignIn[]> {
  const rows = people.map(({ userID, nickname }) => ({ userID, nickname, email: `${userID}@example.com` }));
  // Somebody who took one of these addresses for themselves keeps it.
  const { faults } = await identity.linkPeople(rows);
  return faults.length > 0 ? [] : rows;
}
