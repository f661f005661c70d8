import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse, Source } from 'graphql';

/** One subgraph's part of the schema, as it is written by hand in `schema/<name>.graphql`. */
export interface SubgraphDocument {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/** In the order of composition: where two subgraphs describe the same thing, the first one's words are kept. */
const NAMES = ['openim', 'identity', 'media', 'moderation'];

export function readSubgraphDocuments(folder: string): SubgraphDocument[] {
  return NAMES.map((name) => ({ name, path: join(folder, `${name}.graphql`) }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => ({ name, typeDefs: documentAt(path) }));
}

/** What the gateway adds to what the subgraphs serve, where there is something. */
export function readSubscriptions(folder: string): DocumentNode | undefined {
  const path = join(folder, 'subscription.graphql');
  return existsSync(path) ? documentAt(path) : undefined;
}

const documentAt = (path: string): DocumentNode => parse(new Source(readFileSync(path, 'utf8'), path));
