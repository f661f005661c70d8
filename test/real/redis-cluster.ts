import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../bench/free-port.ts';
import { type RealServer, startRedis } from './servers.ts';

const SLOTS = 16_384;
const NODES = 3;

/** Redis servers that share the slots among them; `url` names two of the three. */
export interface RealCluster extends AsyncDisposable {
  readonly url: string;
  readonly nodes: readonly RealServer[];
}

export async function startCluster(): Promise<RealCluster> {
  const stack = new AsyncDisposableStack();
  const nodes: RealServer[] = [];
  const buses: number[] = [];
  for (let i = 0; i < NODES; i += 1) {
    const bus = await freePort();
    const options = `--cluster-enabled yes --cluster-node-timeout 1000 --cluster-port ${bus}`;
    nodes.push(stack.use(await startRedis(options.split(' '))));
    buses.push(bus);
  }
  await join(nodes, buses);
  const url = `redis://${nodes.slice(0, 2).map((node) => `127.0.0.1:${node.port}`)}`;
  return { url, nodes, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function join(nodes: readonly RealServer[], buses: readonly number[]): Promise<void> {
  const clients = nodes.map((node) => new Redis(node.port, '127.0.0.1'));
  const edge = (i: number): number => Math.floor((i * SLOTS) / NODES);
  for (const [i, client] of clients.entries()) {
    await client.call('cluster', 'set-config-epoch', i + 1);
    await client.call('cluster', 'addslotsrange', edge(i), edge(i + 1) - 1);
    if (i > 0) await client.call('cluster', 'meet', '127.0.0.1', nodes[0]?.port ?? 0, buses[0] ?? 0);
  }
  for (const client of clients) {
    while (!String(await client.call('cluster', 'info')).includes(`cluster_state:ok`)) await sleep(50);
    client.disconnect();
  }
}
