import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Subgraph } from '../subgraphs/kit/subgraph.ts';
import type { Authorities } from './authenticate/authenticate.ts';
import { createApp } from './http/app.ts';
import type { Observer } from './observe.ts';
import { serveGraphQL } from './routes/graphql.ts';
import { type Dependency, serveHealth } from './routes/health.ts';
import { type Outbox, serveOutbox } from './routes/outbox.ts';
import { serveStickers } from './routes/stickers.ts';
import { serveWellKnown, type WellKnown } from './routes/well-known.ts';
import { createServer } from './server.ts';
import { openSupergraph } from './supergraph/supergraph.ts';

/** ms; OpenIM may take ten seconds of it for one call. */
const DEADLINE_MS = 15_000;

export interface DoorParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly trustProxy: readonly string[];
  readonly corsOrigins: readonly string[];
  /** The composed supergraph's SDL. */
  readonly supergraph: string;
  readonly subgraphs: readonly Subgraph[];
  readonly authorities: Authorities;
  readonly dependencies: readonly Dependency[];
  readonly wellKnown: WellKnown;
  /** Null: there is no such page. */
  readonly outbox: Outbox | null;
  /** Pictures of our own stickers, by name. */
  readonly stickers: ReadonlyMap<string, Uint8Array>;
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
  const gateway = openSupergraph({ sdl: parts.supergraph, subgraphs: parts.subgraphs, log });
  const server = createServer({ gateway, observer, log });
  await server.start();

  let stopping = false;
  const app = createApp(parts);
  serveGraphQL(app, { server, authorities: parts.authorities, deadline: parts.deadline ?? DEADLINE_MS });
  serveHealth(app, { dependencies: parts.dependencies, observer, stopping: () => stopping });
  serveWellKnown(app, parts.wellKnown);
  serveStickers(app, parts.stickers);
  if (parts.outbox !== null) serveOutbox(app, parts.outbox);
  await app.listen({ host: parts.host, port: parts.port });

  return {
    port: (app.server.address() as AddressInfo).port,
    close: async (grace) => {
      stopping = true;
      const impatience = setTimeout(() => app.server.closeAllConnections(), grace);
      await app.close();
      clearTimeout(impatience);
      await server.stop();
    },
  };
}
