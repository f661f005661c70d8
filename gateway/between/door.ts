import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { RequestScope } from '../../subgraphs/kit/request.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Source, SourceAnswer } from '../executor/source.ts';
import { createApp } from '../http/app.ts';
import { readJSON } from '../http/json-body.ts';
import { patienceWith } from '../http/patience.ts';
import type { Observer } from '../observe.ts';
import { type Dependency, serveHealth } from '../routes/health.ts';
import { openScope } from '../scope.ts';
import { inProcess } from '../supergraph/in-process.ts';
import { compiling } from '../supergraph/run-document.ts';
import { createDocuments, type ReadDocument } from './documents.ts';
import { type Asked, newViewer, readQuestion } from './facts.ts';
import type { SubgraphKeys } from './keys.ts';
import { createReplays, type Replays, WINDOW } from './replays.ts';
import { digestOf, type Signed, signAnswer, verifyQuestion } from './signature.ts';

export interface SubgraphDoorParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly subgraph: Subgraph;
  readonly keys: SubgraphKeys;
  readonly store: Pick<Store, 'set'>;
  readonly dependencies: readonly Dependency[];
  readonly observer: Observer;
  readonly log: Logger;
}

export interface SubgraphDoor {
  readonly port: number;
  /** Takes no new connections, lets those at work finish within `grace` ms, then closes them. */
  close(grace: number): Promise<void>;
}

/** ms; as long as a gateway waits for one question, and a client for all of them. */
const DEADLINE_MS = 15_000;
/** Bytes; a page of messages comes with what stands in each. */
const QUESTION_LIMIT = 32 * 1024 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    signed: Signed;
  }
}

/** Serves one subgraph to gateways that sign, and to nobody else; listening when it resolves. */
export async function openSubgraphDoor(parts: SubgraphDoorParts): Promise<SubgraphDoor> {
  const { host, port, subgraph, log, observer, dependencies } = parts;
  let stopping = false;
  const app = createApp({ log, observer, trustProxy: [], corsOrigins: [] });
  serveHealth(app, { dependencies: () => dependencies, observer, overloaded: () => false, stopping: () => stopping });
  const answering: Answering = {
    name: subgraph.name,
    source: inProcess(subgraph, compiling(subgraph.schema)),
    documents: createDocuments(subgraph.schema),
    replays: createReplays(parts.store),
  };
  app.register(async (route) => {
    believeSigned(route, parts.keys);
    route.post('/graphql', { bodyLimit: QUESTION_LIMIT }, (request, reply) => answer(answering, request, reply));
  });
  await app.listen({ host, port });
  return {
    port: (app.server.address() as AddressInfo).port,
    close: async (grace) => {
      stopping = true;
      const impatience = setTimeout(() => app.server.closeAllConnections(), grace);
      await app.close();
      clearTimeout(impatience);
    },
  };
}

/** The signature is checked before a byte of the body is read, the body's bytes before they are looked into. */
function believeSigned(route: FastifyInstance, keys: SubgraphKeys): void {
  route.decorateRequest('signed');
  route.removeAllContentTypeParsers();
  route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  route.addHook('onRequest', async (request) => {
    const { raw, target } = request;
    const { method = '', headers } = raw;
    const signed = target.query === null ? verifyQuestion({ method, path: target.path, headers }, keys) : null;
    if (signed === null) throw new Fault('GATEWAY_UNKNOWN');
    if (Math.abs(Date.now() / 1000 - signed.created) > WINDOW) throw new Fault('CLOCK_SKEW');
    request.signed = signed;
  });
}

interface Answering {
  readonly name: string;
  readonly source: Source;
  readonly documents: (query: string) => ReadDocument;
  readonly replays: Replays;
}

async function answer(
  { name, source, documents, replays }: Answering,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { signed, headers } = request;
  const body = request.body as Uint8Array;
  if (digestOf(body) !== headers['content-digest']) throw new Fault('DIGEST_MISMATCH');
  const asked = readQuestion(readJSON(body, headers['content-type']));
  if (asked === null || asked.service !== name) throw new Fault('QUESTION_MISDIRECTED', { service: name });
  const { document, writes, fault } = documents(asked.query);
  await replays.spend(signed.nonce, writes);
  const scope = scopeOf(asked, request, reply);
  const { query, operationName, variables } = asked;
  const told: SourceAnswer =
    fault === null
      ? await source.ask({ document, query, operationName, variables, context: { scope } })
      : { data: null, errors: [fault.toJSON()] };
  const became = scope.viewer === asked.viewer ? {} : { extensions: newViewer(scope.viewer) };
  const text = JSON.stringify({ ...told, ...became });
  return reply
    .headers({ ...signAnswer(signed, 200, text), 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send(text);
}

const scopeOf = ({ ip, language, viewer }: Asked, request: FastifyRequest, reply: FastifyReply): RequestScope =>
  openScope({
    ...{ ip, language, viewer, id: request.id },
    // When the gateway gives up, the connection ends.
    signal: patienceWith(reply, DEADLINE_MS),
    log: request.log as unknown as Logger,
  });
