import { addResolversToSchema } from '@graphql-tools/schema';
import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { SCALARS } from '../../subgraphs/kit/scalars.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';

/**
 * Gives the composed API schema back what composition loses: how a scalar is read, so that a wrong value is refused
 * here with its path, and which inputs take exactly one field. In place, because the gateway validates variables
 * with this very schema.
 */
export function restore(schema: GraphQLSchema, subgraphs: readonly Subgraph[]): GraphQLSchema {
  const scalars = Object.fromEntries(Object.entries(SCALARS).filter(([name]) => schema.getType(name) !== undefined));
  addResolversToSchema({ schema, resolvers: scalars, updateResolversInPlace: true });
  for (const name of oneOfInputs(subgraphs)) {
    const served = schema.getType(name);
    if (isInputObjectType(served)) served.isOneOf = true;
  }
  return schema;
}

const oneOfInputs = (subgraphs: readonly Subgraph[]): string[] =>
  subgraphs.flatMap(({ schema }) =>
    Object.values(schema.getTypeMap())
      .filter((type) => isInputObjectType(type) && type.isOneOf)
      .map((type) => type.name),
  );
