import { composeServices } from '@apollo/composition';
import { concatAST, type DocumentNode, extendSchema, Kind, parse } from 'graphql';
import { printAPI } from './api-document.ts';
import type { SubgraphDocument } from './subgraph-documents.ts';

export interface Composition {
  /** What routers load: the API and which subgraph answers which part of it. */
  readonly supergraph: string;
  /** What clients see, with the directives that say who may see it. */
  readonly api: string;
}

/** The subgraphs contradict each other, or leave a field that no query plan reaches. */
class CompositionError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'CompositionError';
  }
}

/** Part of GraphQL itself (September 2025), and unknown to composition. */
const ONE_OF = parse('directive @oneOf on INPUT_OBJECT');

const defines = ({ definitions }: DocumentNode, directive: string): boolean =>
  definitions.some((node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === directive);

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/** `subscriptions`: what the gateway itself adds to the API; no subgraph and no router knows of it. */
export function compose(subgraphs: readonly SubgraphDocument[], subscriptions = NOTHING): Composition {
  // Neutral addresses: our gateway runs the subgraphs in its own process, and other routers override them.
  const services = subgraphs.map(({ name, typeDefs }) => ({
    name,
    url: `http://${name}.internal/`,
    typeDefs: concatAST([typeDefs, ...(defines(typeDefs, 'oneOf') ? [] : [ONE_OF])]),
  }));
  const { errors, schema, supergraphSdl } = composeServices(services);
  if (errors) throw new CompositionError(errors.map((error) => error.message));
  const composed = schema.toAPISchema().toGraphQLJSSchema();
  const api = printAPI({
    schema: extendSchema(composed, subscriptions, { assumeValidSDL: true }),
    guarded: concatAST([parse(supergraphSdl), subscriptions]),
    subgraphs,
  });
  return { supergraph: `${supergraphSdl.trimEnd()}\n`, api };
}
