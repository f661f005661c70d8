import {
  type DocumentNode,
  type FieldNode,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { isIntrospection, type Policy } from './policy.ts';
import { refusalOf } from './requirement.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The document without what this viewer may not see, and without introspection. A field that is left out leaves
 * `__typename` in its place, so that no selection is left empty; where a value may be of several types, `__typename` is
 * asked for too, so that the answer can be put back into the shape that the client asked for.
 */
export function withoutRefused(document: DocumentNode, viewer: Viewer, policy: Policy): DocumentNode {
  const { guarded } = policy.read(document);
  const types = new TypeInfo(policy.schema);
  const filter = {
    Field: (node: FieldNode) =>
      isIntrospection(node) || refusalOf(guarded.get(node) ?? [], viewer) !== null ? TYPENAME : undefined,
    SelectionSet: {
      leave: (node: SelectionSetNode) =>
        isAbstractType(types.getParentType()) ? { ...node, selections: [TYPENAME, ...node.selections] } : undefined,
    },
  };
  return withoutUnused(visit(document, visitWithTypeInfo(types, filter)));
}

/** Leaves out the fragments that only a refused field spread. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  const waiting = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => node.selectionSet);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    visit(next, {
      FragmentSpread: ({ name }) => {
        if (used.has(name.value)) return;
        used.add(name.value);
        for (const node of document.definitions)
          if (node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name.value) waiting.push(node.selectionSet);
      },
    });
  const definitions = document.definitions.filter(
    (node) => node.kind !== Kind.FRAGMENT_DEFINITION || used.has(node.name.value),
  );
  return { ...document, definitions };
}
