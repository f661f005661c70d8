import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what kernels give to outgoing connections (32768 and up on Linux) and to whoever listens on 0. */
const [FIRST, PORTS] = [12_000, 20_000];

/**
 * A port of this machine that nobody listens on, and that nobody is given by chance before a server, which takes a
 * second to start, has it.
 */
export async function freePort(): Promise<number> {
  const port = FIRST + Math.floor(Math.random() * PORTS);
  const server = createServer().listen(port);
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!free) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
