import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { PersonalData } from './personal-data.ts';
import type { RequestScope } from './request.ts';

/** A subgraph as the composition root mounts it: its SDL, its executable schema, and how its context is made. */
export interface Subgraph<Context = unknown> {
  readonly name: 'openim' | 'identity' | 'media' | 'moderation';
  readonly typeDefs: DocumentNode;
  readonly schema: GraphQLSchema;
  /** Made once per request and viewer: what lives long is closed over, what lives short is made here. */
  contextFor(request: RequestScope): Context;
  /** What it holds about people; null: nothing, in no table. */
  readonly personal: PersonalData | null;
}
