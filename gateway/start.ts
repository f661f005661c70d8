import { join } from 'node:path';
import type { Logger } from 'pino';
import { createForgeryWatch } from '../events/forgeries/watch.ts';
import { createAuditLog } from '../subgraphs/identity/audit/log.ts';
import { createIdentity } from '../subgraphs/identity/index.ts';
import { openDatabase } from '../subgraphs/kit/database.ts';
import { createGuardedFetch } from '../subgraphs/kit/guarded-fetch.ts';
import { createRedisStore } from '../subgraphs/kit/redis-store.ts';
import type { Store } from '../subgraphs/kit/store.ts';
import { createMedia } from '../subgraphs/media/index.ts';
import { createModeration } from '../subgraphs/moderation/index.ts';
import { createOpenIMSubgraph } from '../subgraphs/openim/index.ts';
import { createLinkConsumer } from '../subgraphs/openim/link-consumer.ts';
import { createMediaConsumer } from '../subgraphs/openim/media-consumer.ts';
import { createOpenIM } from '../subgraphs/openim/rest/openim.ts';
import { type Config, settingRefused } from './config.ts';
import { createLanguages } from './http/languages.ts';
import { identitySettings } from './identity-settings.ts';
import { createObserver } from './observe.ts';
import { type OpenEvents, openEvents } from './open-events.ts';
import { type House, openGateway, type Running, type Upstream } from './open-gateway.ts';
import type { Dependency } from './routes/health.ts';

export type { Running } from './open-gateway.ts';

const REPORTS_PER_HOUR = 30;

/** The whole program: what it stands on, the four subgraphs, the door. Stopping is the same backwards. */
export const start = (config: Config, log: Logger): Promise<Running> =>
  orUndone(async (undo) => openGateway(await openHouse(config, log, undo), undo));

/** Whatever cannot be opened whole is closed again. */
export async function orUndone<Opened>(open: (undo: AsyncDisposableStack) => Promise<Opened>): Promise<Opened> {
  const undo = new AsyncDisposableStack();
  try {
    return await open(undo);
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}

/** All but a door: what the program stands on, what it hears, and the four subgraphs. */
export async function openHouse(config: Config, log: Logger, undo: AsyncDisposableStack): Promise<House> {
  const ground = await openGround(config, log, undo);
  const place = { url: config.publicURL ?? '' };
  const url = (): string => place.url;
  const settings = identitySettings(config, { wsURL: ground.upstream.wsURL, url });
  const events = await openEvents({ ...config, ...ground, seal: settings.sessionKEK, log }, undo);
  const languages = createLanguages(ground.store);
  const parts = await openSubgraphs({ ...ground, events, languages, config, settings, url, log }, undo);
  return { ...ground, ...parts, events, languages, config, settings, place, dependencies: dependenciesOf(ground), log };
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
  readonly languages: ReturnType<typeof createLanguages>;
  /** Where clients reach us; known once the port is. */
  readonly url: () => string;
  readonly log: Logger;
}

async function openSubgraphs(grounded: Grounded, undo: AsyncDisposableStack) {
  const { db, audit, store, openim, events, config, settings, url, log } = grounded;
  const media = await createMedia({
    ...{ db, store, audit, openim, log, uploadLimits: config.uploadLimits, linkPreviews: config.linkPreviews },
    ...{ classifier: config.classifier, gifs: config.gifs, reading: config.mediaReading },
    register: grounded.observer.register,
    ...{ url, cache: { folder: config.dataDir, ...config.mediaCache } },
    signer: settings.sessionKEK.signer('media addresses'),
    filesURL: () => `${url()}/stickers`,
    ...{ apiURL: settings.apiURL, openimURL: grounded.upstream.apiURL },
  });
  undo.defer(() => media.stop());
  const identity = await createIdentity({
    ...{ db, store, openim, audit, announce: events.announce, settings, log },
    holders: () => [events, grounded.languages, ...subgraphs],
    appeals: () => moderation.appeals,
  });
  undo.defer(() => identity.stop());
  const { directory } = identity;
  const chat = await createOpenIMSubgraph({
    ...{ openim, stickers: media.stickers, directory, audit, db, log },
    ...{ coverage: events.coverage, figures: events.figures, pipeline: events.pipeline, webhooks: events.webhooks },
  });
  undo.defer(() => chat.stop());
  const { witness, enforcement, history, mediaOf, readStaff, sendHeld } = chat;
  const { findings } = media;
  const { banDesk: bans, colleagues } = identity;
  const moderation = await createModeration({
    ...{ db, store, audit, witness, enforcement, history, mediaOf, findings, bans, colleagues, log },
    ...{ readStaff, sendHeld, announce: events.announce, sharedHashes: media.sharedHashes },
    ...{ guarded: grounded.guarded, signer: identity.signer, issuer: url },
    ...{ textClassifier: config.textClassifier, register: grounded.observer.register },
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
  grounded.observer.watch({
    ...{ name: 'moderation_policy_lists', label: 'state' },
    help: 'Lists of others that are subscribed to, by how it stands with them.',
    read: moderation.policyStates,
  });
  const forging = { openim, history, flags: moderation.flags, register: grounded.observer.register };
  const consumers = [
    ...chat.consumers,
    createLinkConsumer(media.links),
    createMediaConsumer(media.sightings),
    ...identity.consumers,
    ...moderation.consumers,
    createForgeryWatch(forging),
  ];
  const judges = [moderation.judge];
  const { sharedLists } = moderation;
  return { subgraphs, identity, judges, media, sharedLists, consumers, feeds };
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
  const guarded = createGuardedFetch({ allowPrivate: !config.production });
  undo.defer(() => guarded.close());
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
  return { db, audit: createAuditLog(db), store, upstream, openim, observer, guarded };
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
