import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { ChangeFeed } from '../subgraphs/kit/changes.ts';
import type { Forward } from '../subgraphs/kit/forward.ts';
import type { RenditionDesk } from '../subgraphs/kit/renditions.ts';
import type { SharedLists } from '../subgraphs/kit/shared-lists.ts';
import type { StickerDesk } from '../subgraphs/kit/sticker-files.ts';
import type { Subgraph } from '../subgraphs/kit/subgraph.ts';
import type { WebhookDoor } from '../subgraphs/kit/webhook-door.ts';
import type { Authorities } from './authenticate/authenticate.ts';
import { watchPressure } from './bounds/pressure.ts';
import type { Rates } from './bounds/rates.ts';
import { settingRefused } from './config.ts';
import type { CostParts } from './cost/plugin.ts';
import type { Documents, DocumentsSettings } from './documents/documents.ts';
import { openDocuments } from './documents/open.ts';
import type { Sources } from './executor/source.ts';
import { createApp } from './http/app.ts';
import type { Languages } from './http/languages.ts';
import { createLive } from './live/live.ts';
import { serveStreams } from './live/route.ts';
import type { Observer } from './observe.ts';
import type { Checks } from './routes/credentials.ts';
import { type Explorer, serveExplorer } from './routes/explorer.ts';
import { type DataExports, serveExports } from './routes/exports.ts';
import { serveGraphQL } from './routes/graphql.ts';
import { type Dependency, serveHealth } from './routes/health.ts';
import { serveMedia } from './routes/media.ts';
import { serveForward } from './routes/openim.ts';
import { type Outbox, serveOutbox } from './routes/outbox.ts';
import { servePolicyLists } from './routes/policy-lists.ts';
import { takeStickers } from './routes/sticker-uploads.ts';
import { serveStickers } from './routes/stickers.ts';
import { serveWebhooks } from './routes/webhooks.ts';
import { serveWellKnown, type WellKnown } from './routes/well-known.ts';
import { createServer } from './server.ts';
import { restore } from './supergraph/api-schema.ts';
import { openCompositions } from './supergraph/compositions.ts';
import { type Served, type SupergraphFile, serveSupergraph } from './supergraph/follow.ts';
import { inProcess } from './supergraph/in-process.ts';
import { recompose } from './supergraph/recompose.ts';
import { compiling, interpreting } from './supergraph/run-document.ts';
import type { ExecutorName, Supergraph } from './supergraph/supergraph.ts';

/** ms; OpenIM may take ten seconds of it for one call. */
const DEADLINE_MS = 15_000;
const OVERLOAD_MS = 500;

export interface DoorParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly trustProxy: readonly string[];
  readonly corsOrigins: readonly string[];
  /** The composed supergraph's SDL, or where it is found. */
  readonly supergraph: string | SupergraphFile;
  readonly subgraphs: readonly Subgraph[];
  /** Those of them that are asked over HTTP, and not in this process. */
  readonly elsewhere?: Sources;
  /** ms between two looks at what those are; absent: what they were composed to stays. */
  readonly lookElsewhere?: number;
  /** The file in which the last that was composed is kept over a restart; absent: nowhere. */
  readonly composedFile?: string;
  /** Our own when absent. */
  readonly executor?: ExecutorName;
  readonly authorities: Authorities;
  /** Absent: nobody is limited. */
  readonly rates?: Rates;
  /** Absent: no operation is too dear. */
  readonly cost?: CostParts;
  /** Operations that are known by an id, and whether others are answered; absent: there are none. */
  readonly documents?: DocumentsSettings;
  /** Operations that one request may carry; 1 when absent. */
  readonly mostInBatch?: number;
  /** ms by which the event loop may be late; OVERLOAD_MS when absent. */
  readonly overloadDelay?: number;
  /** What the gateway adds to the API, and the feeds that tell of it, by name; absent, there are no subscriptions. */
  readonly live?: { readonly subscriptions: DocumentNode; readonly feeds: ReadonlyMap<string, ChangeFeed> };
  readonly dependencies: readonly Dependency[];
  readonly wellKnown: WellKnown;
  /** For official SDKs of OpenIM; absent, `/openim/*` is not there. */
  readonly forward?: Forward;
  /** Where OpenIM posts its callbacks; absent, there is no such address. */
  readonly webhooks?: WebhookDoor;
  readonly languages?: Languages;
  /** Null: there is no such page. */
  readonly outbox: Outbox | null;
  /** Lists that others may subscribe to. */
  readonly sharedLists: SharedLists;
  /** Pictures of our own stickers. */
  readonly stickers: StickerDesk;
  /** Smaller copies of pictures; absent: there are none. */
  readonly renditions?: RenditionDesk;
  /** What browsers see at `/graphql`; absent, they see what every client sees. */
  readonly explorer?: Explorer;
  /** Copies of what is held about people; absent: there are none. */
  readonly exports?: DataExports;
  readonly observer: Observer;
  readonly log: Logger;
  /** ms for one request; DEADLINE_MS when absent. */
  readonly deadline?: number;
}

export interface Door {
  readonly port: number;
  /** Takes no new connections, lets those at work finish within `grace` ms, then closes them. */
  close(grace: number): Promise<void>;
}

/** The public door: everything between a socket and the subgraphs, listening when it resolves. */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const { log, observer } = parts;
  const served = serveSubgraphs(parts);
  const { supergraph: gateway } = served;
  const documents = openDocuments(parts, gateway);
  const server = serverOf(parts, gateway, documents);
  await server.start();

  let stopping = false;
  const app = createApp(parts);
  if (parts.explorer !== undefined) serveExplorer(app, parts.explorer);
  const deadline = parts.deadline ?? DEADLINE_MS;
  const { corsOrigins, forward, languages, webhooks } = parts;
  const pressure = watchPressure(parts.overloadDelay ?? OVERLOAD_MS);
  const stop = (): void => [pressure, documents, served].forEach((each) => void each.stop());
  const checks = { authorities: parts.authorities, pressure, ...(parts.rates ? { rates: parts.rates } : {}) };
  const { mostInBatch = 1 } = parts;
  serveGraphQL(app, { ...checks, server, documents, mostInBatch, deadline, ...(languages ? { languages } : {}) });
  if (webhooks !== undefined) serveWebhooks(app, webhooks, observer);
  if (parts.live !== undefined) {
    const live = createLive({ server, gateway, documents, feeds: parts.live.feeds, observer, deadline, log });
    serveStreams(app, { ...checks, live });
  }
  if (forward !== undefined) serveForward(app, { forward, corsOrigins, observer, deadline });
  const { dependencies } = parts;
  serveHealth(app, {
    dependencies: () => dependencies,
    observer,
    overloaded: () => pressure.high,
    stopping: () => stopping,
  });
  serveFiles(app, parts, checks);
  try {
    await app.listen({ host: parts.host, port: parts.port });
  } catch (error) {
    stop();
    await app.close();
    await server.stop();
    throw refusedBySystem(error, parts);
  }

  return {
    port: (app.server.address() as AddressInfo).port,
    close: async (grace) => {
      stopping = true;
      const impatience = setTimeout(() => app.server.closeAllConnections(), grace);
      await app.close();
      clearTimeout(impatience);
      stop();
      await server.stop();
    },
  };
}

function serverOf({ cost, observer, log }: DoorParts, gateway: Supergraph, documents: Documents) {
  const automatic = documents.mode !== 'enforce';
  return createServer({ gateway, automatic, observer, log, ...(cost ? { cost } : {}) });
}

function serveFiles(app: FastifyInstance, parts: DoorParts, checks: Checks): void {
  serveWellKnown(app, parts.wellKnown);
  serveStickers(app, parts.stickers);
  takeStickers(app, parts.stickers, checks);
  servePolicyLists(app, parts.sharedLists);
  if (parts.renditions !== undefined) serveMedia(app, parts.renditions);
  if (parts.exports !== undefined) serveExports(app, parts.exports);
  if (parts.outbox !== null) serveOutbox(app, parts.outbox);
}

function serveSubgraphs(parts: DoorParts): Served {
  const { subgraphs, elsewhere, executor = 'compiled', live, observer, log } = parts;
  const runnerOf = executor === 'compiled' ? compiling : interpreting;
  const sources = new Map(
    subgraphs.map((each) => [each.name, elsewhere?.get(each.name) ?? inProcess(each, runnerOf(each.schema))]),
  );
  const onChange = observer.supergraph;
  const serve = (from: DoorParts['supergraph']): Served =>
    serveSupergraph(from, {
      ...{ sources, executor, log, onChange },
      restore: (api) => restore(api, subgraphs),
      ...(live ? { subscriptions: live.subscriptions } : {}),
    });
  const { supergraph: own, lookElsewhere: every, composedFile = null } = parts;
  // Who composes a supergraph by themselves says what it is.
  if (!elsewhere?.size || every === undefined || typeof own !== 'string') return serve(own);
  const compositions = openCompositions({ file: composedFile, subgraphs, log });
  const served = compositions.begin(serve, own);
  const { supergraph } = served;
  const looking = recompose({ compositions, elsewhere, supergraph, every, onChange, log });
  return { supergraph, stop: () => [looking, served].forEach((each) => void each.stop()) };
}

const TAKEN: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens on it',
  EACCES: 'this user may not listen on it',
};

/** A refusal that names the setting to change; any other error as it is. */
function refusedBySystem(error: unknown, { host, port }: DoorParts): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  const taken = TAKEN[code];
  if (taken !== undefined) return settingRefused('PORT', `${port} is not free: ${taken}`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return settingRefused('HOST', `${host} is no address of this machine`);
  return error;
}
