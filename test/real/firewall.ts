import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands in front of a port of the loopback, and can forget its connections as firewalls do: without telling either end. */
export interface Firewall extends AsyncDisposable {
  readonly port: number;
  /** From now on nothing passes on the connections of before; new ones are let through. */
  drop(): void;
}

export async function openFirewall(to: number): Promise<Firewall> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((client) => {
    const inside = connect(to, '127.0.0.1');
    for (const socket of [client, inside]) socket.on('error', () => {});
    client.pipe(inside).pipe(client);
    pairs.add([client, inside]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    drop() {
      for (const [client, inside] of pairs) {
        client.unpipe(inside).resume();
        inside.unpipe(client).resume();
      }
    },
    async [Symbol.asyncDispose]() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
