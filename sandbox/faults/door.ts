import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import { readFaults, WrongFault } from './spec.ts';

export const FAULT_DOOR = '/sandbox/faults';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** Whether this comes from a program on this machine: neither from a page in a browser, nor through a proxy. */
const isOurs = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  LOCAL_NAME.test(headers.host ?? '') &&
  headers.origin === undefined &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;

const read = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new WrongFault('The body must be JSON: a list of faults; an empty one ends them all.');
  }
};

/** Switches faults on and off. False when this is no call of that kind, or not from here: then there is no such door. */
export const openFaultDoor = async (
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  if (new URL(request.url ?? '/', 'http://here').pathname !== FAULT_DOOR || !isOurs(request)) return false;
  const reply = (status: number, json: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(json)}\n`);
    return true;
  };
  try {
    if (request.method === 'GET') return reply(200, faults.list());
    if (request.method !== 'POST' && request.method !== 'DELETE')
      return reply(405, { error: 'GET tells the faults, POST replaces them, DELETE ends them.' });
    faults.set(request.method === 'DELETE' ? [] : readFaults(await read(request)));
    return reply(200, faults.list());
  } catch (thrown) {
    if (thrown instanceof WrongFault) return reply(400, { error: thrown.message });
    throw thrown;
  }
};
