import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Requirement, refusalOf } from './requirement.ts';

type Guards = ReadonlyMap<string, readonly Requirement[]>;

/** The fields of one document that ask for something, and what. */
export type GuardedFields = ReadonlyMap<FieldNode, readonly Requirement[]>;

/** What the supergraph's auth directives ask of who looks. */
export interface Policy {
  readonly schema: GraphQLSchema;
  /** Computed once per document. */
  guardedIn(document: DocumentNode): GuardedFields;
}

const NOTHING: readonly Requirement[] = [];

export function createPolicy(schema: GraphQLSchema, guards: Guards): Policy {
  const byDocument = new WeakMap<DocumentNode, GuardedFields>();
  const guardedIn: Policy['guardedIn'] = (document) => {
    const known = byDocument.get(document);
    if (known !== undefined) return known;
    const guarded = findGuarded(document, schema, guards);
    byDocument.set(document, guarded);
    return guarded;
  };
  return { schema, guardedIn };
}

/** Which of these demands the viewer meets, as a text: viewers with the same one are served the same document. */
export const verdictOf = (guarded: GuardedFields, viewer: Viewer): string =>
  Array.from(guarded.values(), (asked) => (refusalOf(asked, viewer) === null ? '1' : '0')).join('');

function findGuarded(document: DocumentNode, schema: GraphQLSchema, guards: Guards): GuardedFields {
  const guarded = new Map<FieldNode, readonly Requirement[]>();
  const types = new TypeInfo(schema);
  const note = (node: FieldNode): void => {
    const parent = types.getParentType();
    const asked = parent ? requirementsOf(parent, node.name.value, { schema, guards }) : NOTHING;
    if (asked.length > 0) guarded.set(node, asked);
  };
  visit(document, visitWithTypeInfo(types, { Field: note }));
  return guarded;
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
