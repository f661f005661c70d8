import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  type ValueNode,
  visit,
} from 'graphql';
import type { AddedFields } from './aliases.ts';
import { concreteTypes } from './objects.ts';
import type { World } from './run.ts';

/** Apollo's planner over one supergraph. */
export interface Planner {
  readonly world: World;
  readonly added: AddedFields;
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
  /** Of the subgraphs that plans ask. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** The schema that clients see. */
  api(): GraphQLSchema;
}

export function createPlanner(supergraphSDL: string): Planner {
  const document = parse(supergraphSDL, { noLocation: true });
  const supergraph = Supergraph.build(resolvableFirst(document), { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph, { exposeDocumentNodeInFetchNode: true });
  const schema = supergraph.schema.toGraphQLJSSchema();
  const api: Schema = supergraph.apiSchema();
  return {
    world: { schema, concrete: concreteTypes(schema) },
    added: addedFields(document),
    subgraphs: supergraph.subgraphsMetadata(),
    api: () => api.toGraphQLJSSchema(),
    plan(operation, operationName) {
      const named = operationName === undefined ? {} : { operationName };
      return planner.buildQueryPlan(operationFromDocument(api, operation, named));
    },
  };
}

/**
 * To come back to a subgraph for a field with `@requires`, the planner takes the first of its keys, also one that the
 * subgraph does not resolve: so those that it does stand first.
 */
const resolvableFirst = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    ObjectTypeDefinition: ({ directives = [], ...node }) => ({
      ...node,
      directives: [...directives.filter(isResolvable), ...directives.filter((each) => !isResolvable(each))],
    }),
  });

const isResolvable = (directive: ConstDirectiveNode): boolean => {
  const value = argument(directive, 'resolvable');
  return !(directive.name.value === 'join__type' && value?.kind === Kind.BOOLEAN && !value.value);
};

const argument = ({ arguments: given = [] }: ConstDirectiveNode, name: string): ValueNode | undefined =>
  given.find((each) => each.name.value === name)?.value;

/** What plans may ask for besides what the client does: keys, and what `@requires` names. */
function addedFields(supergraph: DocumentNode): AddedFields {
  const names = new Set(['__typename']);
  const withArguments = new Set<string>();
  const note = (fieldSet: ValueNode | undefined): void => {
    if (fieldSet?.kind !== Kind.STRING) return;
    visit(parse(`{ ${fieldSet.value} }`, { noLocation: true }), {
      Field: ({ name, arguments: given = [] }) => {
        names.add(name.value);
        if (given.length > 0) withArguments.add(name.value);
      },
    });
  };
  visit(supergraph, {
    Directive: (node) => {
      if (node.name.value === 'join__type') note(argument(node as ConstDirectiveNode, 'key'));
      if (node.name.value === 'join__field') note(argument(node as ConstDirectiveNode, 'requires'));
    },
  });
  return { names, withArguments };
}
