import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { ANONYMOUS } from '../subgraphs/kit/viewer.ts';
import { createApp } from './http/app.ts';
import { languageOf } from './http/language.ts';
import { patienceWith } from './http/patience.ts';
import { createObserver } from './observe.ts';
import { createRemote } from './remote/remote.ts';
import { plainWire } from './remote/wire.ts';
import { serveHealth } from './routes/health.ts';
import { openScope } from './scope.ts';
import { createServer } from './server.ts';
import { serveSupergraph } from './supergraph/follow.ts';

const USAGE = `npm run gateway:plain -- --supergraph FILE --port N [--host ADDRESS] [--executor compiled|apollo]

Serves any Federation 2 supergraph at /graphql, over subgraphs behind HTTP and with nobody signed in: for audits and
for comparisons of executors. When FILE changes, so does what is served; FILE.good keeps the last one that could be.
It checks no credentials and is not for production.`;

/** ms for one request. */
const DEADLINE_MS = 15_000;

function fail(text: string): never {
  process.stderr.write(`${text}\n\n${USAGE}\n`);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        executor: { type: 'string', default: 'compiled' },
      },
    });
    const { supergraph, port, host, executor } = values;
    if (supergraph === undefined) fail('--supergraph is missing: a file with the SDL of a supergraph');
    if (port === undefined || !/^\d{1,5}$/.test(port)) fail('--port is missing: a number from 0 to 65535');
    if (executor !== 'compiled' && executor !== 'apollo') fail('--executor is compiled or apollo');
    return { file: supergraph, port: Number(port), host, executor } as const;
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { file, port, host, executor } = readOptions();
const log = pino({ level: 'warn', base: null });
const observer = createObserver();
const remote = createRemote({ wire: plainWire, observer, log });
const served = serveSupergraph(
  { file, lastGood: `${file}.good` },
  {
    sources: (subgraphs) => new Map(subgraphs.map(({ name, url }) => [name, remote.source(name, url)])),
    ...{ executor, log, onChange: observer.supergraph },
  },
);
const server = createServer({ gateway: served.supergraph, observer, log });
await server.start();

const app = createApp({ log, trustProxy: [], corsOrigins: [], observer });
const dependencies = () =>
  served.supergraph.subgraphs().map((name) => ({
    name: `subgraph ${name}`,
    needed: false,
    check: (signal: AbortSignal) => remote.check(name, signal),
  }));
serveHealth(app, { dependencies, observer, overloaded: () => false, stopping: () => false });
const context = async (request: FastifyRequest, reply: FastifyReply) => ({
  scope: openScope({
    id: request.id,
    ip: request.ip,
    language: languageOf(request.headers['accept-language']),
    signal: patienceWith(reply, DEADLINE_MS),
    log,
    viewer: ANONYMOUS,
  }),
});
const handler = fastifyApolloHandler(server, { context });
app.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
await app.listen({ host, port });
const { port: taken } = app.server.address() as AddressInfo;
process.stdout.write(`http://${host}:${taken}/graphql\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    served.stop();
    void Promise.all([app.close(), server.stop(), remote.stop()]).then(() => process.exit(0));
  });
