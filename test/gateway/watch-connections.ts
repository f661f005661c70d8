import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/**
 * Loaded before the program (`--import`): writes a line for each name that is looked up and each connection that is
 * opened, whichever library does it, to the file in WATCHED_CONNECTIONS.
 */
const file = process.env.WATCHED_CONNECTIONS ?? '';
const note = (what: string): void => appendFileSync(file, `${what}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  // `net.connect` hands on its arguments as one normalised array.
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const { path, host, port } = typeof first === 'object' ? first : { path: first, host: given[1], port: first };
  const isPath = typeof path === 'string' && Number.isNaN(Number(path));
  note(isPath ? `socket ${path}` : `tcp ${host ?? 'localhost'}:${port}`);
  return Reflect.apply(connect, this, given);
} as typeof connect;

const lookup = dns.lookup;
dns.lookup = ((name: string, ...rest: unknown[]) => {
  if (net.isIP(name) === 0) note(`dns ${name}`);
  return Reflect.apply(lookup, dns, [name, ...rest]);
}) as typeof dns.lookup;

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...given: unknown[]) {
  note(`udp ${given.join(' ')}`);
  return Reflect.apply(send, this, given);
} as typeof send;
