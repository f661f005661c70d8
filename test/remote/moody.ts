import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql } from 'graphql';
import { pino } from 'pino';
import { createObserver, type Observer } from '../../gateway/observe.ts';
import { createRemote } from '../../gateway/remote/remote.ts';
import { plainWire } from '../../gateway/remote/wire.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { openMarket } from '../executor/market.ts';
import { openWorld, type World } from '../gateway/world.ts';

/** What the subgraph does with a request; resolves to true when it has answered by itself. */
export type Mood = (request: IncomingMessage, response: ServerResponse, query: string) => Promise<boolean> | boolean;

export interface Moody extends AsyncDisposable {
  readonly url: string;
  /** What it was asked, in its order. */
  readonly asked: readonly string[];
  mood: Mood;
}

/** A subgraph over HTTP that answers as it should, unless its mood is another. */
export async function serveMoody({ schema, contextFor }: Subgraph): Promise<Moody> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    asked.push(query);
    if (await moody.mood(request, response, query)) return;
    const contextValue = contextFor({} as never);
    const result = await graphql({ schema, source: query, variableValues: variables, operationName, contextValue });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const moody: Moody = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked,
    mood: () => false,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return moody;
}

export interface MarketWorld extends AsyncDisposable {
  readonly world: World;
  readonly observer: Observer;
  /** Who says what things cost: the one that misbehaves. */
  readonly prices: Moody;
}

type Apart = Omit<MarketWorld, 'prices'> & { readonly moody: readonly Moody[] };

/** A market whose prices are behind HTTP, each question with `deadline` ms. */
export async function openMarketWorld(deadline: number): Promise<MarketWorld> {
  const subgraphs = openMarket();
  const { moody, ...market } = await openApart(subgraphs, subgraphs.slice(1, 2), deadline);
  const [prices] = moody;
  if (prices === undefined) throw new Error('The market has no prices.');
  return { ...market, prices };
}

/** A market with all of it behind HTTP: what is sold, what it costs, and what is said of it. */
export const openMarketApart = (deadline: number): Promise<Apart> => {
  const subgraphs = openMarket();
  return openApart(subgraphs, subgraphs, deadline);
};

async function openApart(subgraphs: readonly Subgraph[], apart: readonly Subgraph[], deadline: number): Promise<Apart> {
  const undo = new AsyncDisposableStack();
  const observer = createObserver();
  const remote = createRemote({ wire: plainWire, observer, log: pino({ level: 'silent' }), deadline });
  undo.defer(() => remote.stop());
  const moody = await Promise.all(apart.map(async (each) => undo.use(await serveMoody(each))));
  const elsewhere = new Map(apart.map(({ name }, at) => [name, remote.source(name, moody[at]?.url ?? '')]));
  const world = undo.use(await openWorld({ subgraphs, elsewhere, observer }));
  return { world, observer, moody, [Symbol.asyncDispose]: () => undo.disposeAsync() };
}
