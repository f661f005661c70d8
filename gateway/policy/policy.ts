import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Requirement, refusalOf } from './requirement.ts';
import { createVisibility, type VisibleSchema } from './visible.ts';

type Guards = ReadonlyMap<string, readonly Requirement[]>;

/** The fields of one document that ask for something, and what. */
export type GuardedFields = ReadonlyMap<FieldNode, readonly Requirement[]>;

/** What is to know of a document before it is planned; computed once for each. */
export interface Reading {
  readonly guarded: GuardedFields;
  /** Whether it asks for the schema: that is answered here, because the planner knows an older introspection. */
  readonly introspects: boolean;
}

/** One operation, as it is asked. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** As whom it was asked: an operation that signs somebody in is not more than it was when it came. */
  readonly viewer: Viewer;
}

/** What the supergraph's auth directives ask of who looks. */
export interface Policy {
  readonly schema: GraphQLSchema;
  read(document: DocumentNode): Reading;
  /** What introspection tells this viewer. */
  visibleTo(viewer: Viewer): VisibleSchema;
}

const NOTHING: readonly Requirement[] = [];

export function createPolicy(schema: GraphQLSchema, guards: Guards): Policy {
  const byDocument = new WeakMap<DocumentNode, Reading>();
  const read: Policy['read'] = (document) => {
    const known = byDocument.get(document);
    if (known !== undefined) return known;
    const reading = readDocument(document, schema, guards);
    byDocument.set(document, reading);
    return reading;
  };
  const demandsOf = (type: string, field: string): readonly Requirement[] => {
    const parent = schema.getType(type);
    return isCompositeType(parent) ? requirementsOf(parent, field, { schema, guards }) : NOTHING;
  };
  return { schema, read, visibleTo: createVisibility({ schema, demands: [...guards.values()].flat(), demandsOf }) };
}

export const isIntrospection = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type';

/** Which of these demands the viewer meets, as a text: viewers with the same one are served the same document. */
export const verdictOf = (guarded: GuardedFields, viewer: Viewer): string =>
  Array.from(guarded.values(), (asked) => (refusalOf(asked, viewer) === null ? '1' : '0')).join('');

function readDocument(document: DocumentNode, schema: GraphQLSchema, guards: Guards): Reading {
  const guarded = new Map<FieldNode, readonly Requirement[]>();
  let introspects = false;
  const types = new TypeInfo(schema);
  const note = (node: FieldNode): void => {
    if (isIntrospection(node)) introspects = true;
    const parent = types.getParentType();
    const asked = parent ? requirementsOf(parent, node.name.value, { schema, guards }) : NOTHING;
    if (asked.length > 0) guarded.set(node, asked);
  };
  visit(document, visitWithTypeInfo(types, { Field: note }));
  return { guarded, introspects };
}

/**
 * A field asks for what its own directive, its parent type's and its value's type ask. Selected through an interface
 * it may turn out to be any implementation's, so it asks for all of theirs.
 */
function requirementsOf(
  parent: GraphQLCompositeType,
  field: string,
  { schema, guards }: { schema: GraphQLSchema; guards: Guards },
): readonly Requirement[] {
  const parents = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  const asked = parents.flatMap((type) => {
    const definition = 'getFields' in type ? type.getFields()[field] : undefined;
    if (definition === undefined) return NOTHING;
    const value = getNamedType(definition.type).name;
    return [type.name, `${type.name}.${field}`, value].flatMap((name) => guards.get(name) ?? NOTHING);
  });
  return asked.length === 0 ? NOTHING : [...new Set(asked)];
}
