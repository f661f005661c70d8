import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { byCoordinate } from './coordinates.ts';
import type { SubgraphDocument } from './subgraph-documents.ts';

const GUARDS = new Set(['authenticated', 'requiresScopes']);

/** Whether a directive says who may see a field. */
export const isGuard = (name: string): boolean => GUARDS.has(name);

const GUARD_DEFINITIONS = `
directive @authenticated on ENUM | FIELD_DEFINITION | INTERFACE | OBJECT | SCALAR
directive @requiresScopes(scopes: [[String!]!]!) on ENUM | FIELD_DEFINITION | INTERFACE | OBJECT | SCALAR
`;

export interface APIParts {
  /** The API schema as composition makes it: without auth directives and without @oneOf. */
  readonly schema: GraphQLSchema;
  /** Where its auth directives stand. */
  readonly guarded: DocumentNode;
  readonly subgraphs: readonly SubgraphDocument[];
}

/** The API schema, sorted by name, with what composition loses: who may see a field, which inputs take one field. */
export function printAPI({ schema, guarded, subgraphs }: APIParts): string {
  const guards = directivesOf(guarded, isGuard);
  const oneOfs = subgraphs.map(({ typeDefs }) => directivesOf(typeDefs, (name) => name === 'oneOf'));
  const lost = new Map([guards, ...oneOfs].flatMap((each) => [...each]));
  const bare = parse(GUARD_DEFINITIONS + printSchema(lexicographicSortSchema(schema)));
  return `${print(attach(bare, lost))}\n`;
}

/** By coordinate (`Type` or `Type.field`), the applied directives that `wanted` names. */
export function directivesOf(
  document: DocumentNode,
  wanted: (name: string) => boolean,
): Map<string, ConstDirectiveNode[]> {
  const found = new Map<string, ConstDirectiveNode[]>();
  for (const [coordinate, node] of byCoordinate(document)) {
    const directives = (node.directives ?? []).filter(({ name }) => wanted(name.value)) as ConstDirectiveNode[];
    if (directives.length > 0) found.set(coordinate, directives);
  }
  return found;
}

function attach(document: DocumentNode, lost: ReadonlyMap<string, readonly ConstDirectiveNode[]>): DocumentNode {
  const coordinates = new Map([...byCoordinate(document)].map(([coordinate, node]) => [node, coordinate]));
  return visit(document, {
    enter: (node) => {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return undefined;
      const found = lost.get(coordinates.get(node as never) ?? '');
      return found === undefined
        ? undefined
        : { ...node, directives: [...('directives' in node ? (node.directives ?? []) : []), ...found] };
    },
  });
}
