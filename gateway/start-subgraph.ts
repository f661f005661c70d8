import type { Logger } from 'pino';
import type { Subgraph } from '../subgraphs/kit/subgraph.ts';
import { openSubgraphDoor } from './between/door.ts';
import { type Config, settingRefused } from './config.ts';
import { openHouse, orUndone } from './start.ts';

/** ms that questions under way may take when we stop. */
const GRACE_MS = 10_000;

export interface RunningSubgraph {
  readonly name: Subgraph['name'];
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * One subgraph as a process of its own. What the parts ask of each other are calls over the Postgres, Redis and OpenIM
 * that all processes share: so they stand here as they do behind a gateway, and only the one answers questions.
 */
export const startSubgraph = (name: Subgraph['name'], config: Config, log: Logger): Promise<RunningSubgraph> =>
  orUndone(async (undo) => {
    const { subgraphKeys: keys, host } = config;
    if (keys === null) throw settingRefused('SUBGRAPH_KEYS', 'questions of gateways are signed');
    const house = await openHouse(config, log, undo);
    const subgraph = house.subgraphs.find((each) => each.name === name);
    if (subgraph === undefined) throw new TypeError(`There is no subgraph "${name}".`);
    const door = await openSubgraphDoor({ ...house, host, port: config.port, subgraph, keys });
    undo.defer(() => door.close(GRACE_MS));
    return { name, host, port: door.port, stop: () => undo.disposeAsync() };
  });
