import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLJSON } from 'graphql-scalars';
import { SCALARS } from '../kit/scalars.ts';
import { readSDL } from '../kit/sdl.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { Resolvers } from './__generated__/resolvers.ts';
import { Media } from './resolvers/media.ts';

/** The media subgraph: what is known of a file beyond its address. It asks nobody, so it fails with nobody. */
export function createMedia(): Subgraph<object> {
  const typeDefs = readSDL('media');
  const resolvers = { Media, URL: SCALARS.URL, MediaClaim: GraphQLJSON } satisfies Resolvers;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return { name: 'media', typeDefs, schema, contextFor: () => ({}) };
}
