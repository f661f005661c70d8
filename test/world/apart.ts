import type { Logger } from 'pino';
import { openSubgraphDoor } from '../../gateway/between/door.ts';
import { makeKeys, readKeys } from '../../gateway/between/keys.ts';
import type { Config } from '../../gateway/config.ts';
import { createObserver } from '../../gateway/observe.ts';
import { openGateway } from '../../gateway/open-gateway.ts';
import { openHouse, orUndone, type Running } from '../../gateway/start.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';

/** `APART=all`: whole suites are run again with every subgraph behind HTTP. */
export const apartByEnvironment = (): readonly Subgraph['name'][] =>
  process.env.APART === 'all' ? ['openim', 'identity', 'media', 'moderation'] : [];

interface Ground {
  readonly store: Pick<Store, 'set'>;
  readonly log: Logger;
}

/** These subgraphs behind HTTP, signed, sent and read as between processes; where, and with which keys. */
export async function serveApart(subgraphs: readonly Subgraph[], ground: Ground, undo: AsyncDisposableStack) {
  const keys = readKeys(makeKeys());
  if (keys === null) throw new Error('No keys were made.');
  const addresses = new Map<Subgraph['name'], string>();
  for (const subgraph of subgraphs) {
    const own = { subgraph, keys, host: '127.0.0.1', port: 0, dependencies: [], observer: createObserver() };
    const door = await openSubgraphDoor({ ...ground, ...own });
    undo.defer(() => door.close(0));
    addresses.set(subgraph.name, `http://127.0.0.1:${door.port}/graphql`);
  }
  return { subgraphsElsewhere: addresses, subgraphKeys: keys };
}

/** The product with these subgraphs behind HTTP, over one embedded store. */
export const startApart = (names: readonly Subgraph['name'][], config: Config, log: Logger): Promise<Running> =>
  orUndone(async (undo) => {
    const house = await openHouse(config, log, undo);
    const apart = house.subgraphs.filter(({ name }) => names.includes(name));
    return openGateway({ ...house, config: { ...config, ...(await serveApart(apart, house, undo)) } }, undo);
  });
