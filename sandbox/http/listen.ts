import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const isTaken = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** Listens on the port, or on the next choice when it is taken; 0 is always free. Tells which it was. */
export const listen = async (
  server: Server,
  host: string,
  [port = 0, ...others]: readonly number[],
): Promise<number> => {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (thrown) {
    if (!isTaken(thrown) || others.length === 0) throw thrown;
    return listen(server, host, others);
  }
};

export const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};
