import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Asked, isIntrospection, type Policy } from './policy.ts';

type Data = Readonly<Record<string, unknown>>;

/** Per document and schema: the same few questions, asked by every tool at every start. */
const answered = new WeakMap<DocumentNode, Map<GraphQLSchema, Map<string, Data>>>();

/** What `__schema` and `__type` answer this viewer, by response key: only what they may use. */
export function introspect({ document, operation, variables, viewer }: Asked, policy: Policy): Data {
  const { schema } = policy.visibleTo(viewer);
  const ask = (): Data => {
    const only = withoutTheRest(document, policy.schema);
    const operationName = operation.name?.value ?? null;
    return executeSync({ schema, document: only, operationName, variableValues: variables }).data ?? {};
  };
  if ((operation.variableDefinitions ?? []).length > 0) return ask();
  const bySchema = answered.get(document) ?? new Map<GraphQLSchema, Map<string, Data>>();
  const byName = bySchema.get(schema) ?? new Map<string, Data>();
  answered.set(document, bySchema.set(schema, byName));
  const name = operation.name?.value ?? '';
  const data = byName.get(name) ?? ask();
  byName.set(name, data);
  return data;
}

/** The document with nothing but introspection at its root. */
function withoutTheRest(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const drop = (node: FieldNode): null | undefined =>
    types.getParentType() === schema.getQueryType() && !isIntrospection(node) ? null : undefined;
  return visit(document, visitWithTypeInfo(types, { Field: drop }));
}

const shapes = new WeakMap<DocumentNode, DocumentNode>();

/** The document with a placeholder where it introspects, under the same key and the same conditions. */
export function withPlaceholders(document: DocumentNode): DocumentNode {
  const known = shapes.get(document);
  if (known !== undefined) return known;
  const shape: DocumentNode = visit(document, {
    Field: (node) => (isIntrospection(node) ? placeholder(node) : undefined),
  });
  shapes.set(document, shape);
  return shape;
}

const placeholder = ({ selectionSet: _, arguments: __, ...field }: FieldNode): FieldNode => ({
  ...field,
  alias: field.alias ?? field.name,
  name: { kind: Kind.NAME, value: '__typename' },
});
