import type { Logger } from 'pino';
import { signedWire } from './between/wire.ts';
import type { Config } from './config.ts';
import type { Sources } from './executor/source.ts';
import type { Observer } from './observe.ts';
import { createRemote } from './remote/remote.ts';
import type { Dependency } from './routes/health.ts';

interface Ground {
  readonly config: Pick<Config, 'subgraphsElsewhere' | 'subgraphKeys'>;
  readonly observer: Observer;
  readonly log: Logger;
}

interface Elsewhere {
  readonly sources: Sources;
  readonly dependencies: readonly Dependency[];
}

/** The subgraphs that `SUBGRAPHS` names, as this gateway asks them. */
export function openElsewhere({ config, observer, log }: Ground, undo: AsyncDisposableStack): Elsewhere {
  const { subgraphsElsewhere: addresses, subgraphKeys: keys } = config;
  if (keys === null || addresses.size === 0) return { sources: new Map(), dependencies: [] };
  const remote = createRemote({ wire: signedWire(keys), observer, log });
  undo.defer(() => remote.stop());
  return {
    sources: new Map(Array.from(addresses, ([name, url]) => [name, remote.source(name, url)])),
    dependencies: Array.from(addresses.keys(), (name) => ({
      name: `subgraph ${name}`,
      // Without it the rest is answered all the same.
      needed: false,
      check: (signal) => remote.check(name, signal),
    })),
  };
}
