import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { openExplorer } from '../explorer/index.ts';
import type { Identity } from '../subgraphs/identity/index.ts';
import type { ChangeFeed } from '../subgraphs/kit/changes.ts';
import { createCounter } from '../subgraphs/kit/counter.ts';
import type { Judge } from '../subgraphs/kit/decisions.ts';
import type { Consumer } from '../subgraphs/kit/events.ts';
import type { SharedLists } from '../subgraphs/kit/shared-lists.ts';
import type { Store } from '../subgraphs/kit/store.ts';
import type { Subgraph } from '../subgraphs/kit/subgraph.ts';
import type { MediaSubgraph } from '../subgraphs/media/index.ts';
import { createForward } from '../subgraphs/openim/forward/index.ts';
import type { OpenIM } from '../subgraphs/openim/rest/openim.ts';
import { createRates } from './bounds/rates.ts';
import type { Config } from './config.ts';
import { openDoor } from './door.ts';
import type { Languages } from './http/languages.ts';
import type { identitySettings } from './identity-settings.ts';
import type { Observer } from './observe.ts';
import { openElsewhere } from './open-elsewhere.ts';
import type { OpenEvents } from './open-events.ts';
import { openWebhooks } from './open-webhooks.ts';
import type { Dependency } from './routes/health.ts';
import { readSubscriptions, readSupergraph } from './supergraph/file.ts';

/** ms that requests under way may take when we stop. */
const GRACE_MS = 10_000;
/** ms between two looks at what subgraphs in processes of their own are. */
const LOOK_MS = 10_000;
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

export interface Upstream {
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

/** All that stands behind a door. */
export interface House {
  readonly db: Knex;
  readonly store: Store;
  readonly upstream: Upstream;
  readonly openim: OpenIM;
  readonly observer: Observer;
  readonly events: OpenEvents;
  readonly languages: Languages;
  readonly subgraphs: readonly Subgraph[];
  readonly identity: Identity;
  readonly media: MediaSubgraph;
  /** Lists that others may subscribe to. */
  readonly sharedLists: SharedLists;
  readonly judges: readonly Judge[];
  readonly consumers: readonly Consumer[];
  readonly feeds: ReadonlyMap<string, ChangeFeed>;
  readonly dependencies: readonly Dependency[];
  readonly config: Config;
  readonly settings: ReturnType<typeof identitySettings>;
  /** Where clients reach us; known once the port is. */
  readonly place: { url: string };
  readonly log: Logger;
}

/** Opens the public door of a house; what comes in by it is worked at from now on. */
export async function openGateway(house: House, undo: AsyncDisposableStack): Promise<Running> {
  const { config, settings, upstream, store, openim, observer, identity, media, place, log } = house;
  const delivery = await house.events.deliver(house.consumers);
  undo.defer(() => delivery.stop());
  const webhooks = await openWebhooks({ ...house, keeper: house.events.keeper }, undo);
  const { signedIn } = identity;
  const forward = createForward({
    ...{ openim, store, signedIn, apiURL: upstream.apiURL, publicURL: settings.apiURL },
  });
  const forwardedAt = (): string | null => (config.forwarding ? settings.apiURL() : null);
  const people = upstream.people && (await addressesOf(upstream.people, identity));

  const elsewhere = openElsewhere(house, undo);
  const door = await openDoor({
    ...config,
    supergraph: config.supergraph ?? readSupergraph(),
    subgraphs: house.subgraphs,
    elsewhere: elsewhere.sources,
    lookElsewhere: LOOK_MS,
    composedFile: join(config.dataDir, 'composed.json'),
    live: { subscriptions: readSubscriptions(), feeds: house.feeds },
    exports: identity.exports,
    authorities: { sessions: identity.sessions, admins: identity.admins, now: Date.now },
    rates: createRates(createCounter(store), config.rateLimits),
    dependencies: [...house.dependencies, ...elsewhere.dependencies],
    wellKnown: {
      identityKeys: identity.identityKeys,
      adminKeys: identity.adminKeys,
      endpoints: () => ({ graphql: `${place.url}/graphql`, ws: upstream.wsURL, api: forwardedAt() }),
    },
    ...(config.forwarding ? { forward } : {}),
    webhooks: webhooks.door,
    languages: house.languages,
    outbox: identity.outbox,
    explorer: openExplorer({ people: people ?? [], outbox: identity.outbox !== null }),
    ...{ stickers: media.files, renditions: media.renditions, sharedLists: house.sharedLists },
    observer,
    log,
  });
  undo.defer(() => door.close(GRACE_MS));
  place.url = config.publicURL ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${door.port}`;
  await media.listening();

  if (config.sandboxCallbacks) upstream.callBack?.({ url: webhooks.urlAt(`http://127.0.0.1:${door.port}`) });

  return {
    url: place.url,
    port: door.port,
    sandbox: people && { ...upstream, people },
    embeddedDatabase: config.databaseURL === null,
    outbox: identity.outbox !== null,
    newAdmin: config.production ? null : await identity.admins.seed(SEEDED_ADMIN),
    stop: () => undo.disposeAsync(),
  };
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
