import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type Values } from './values.ts';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A field where it is written, and whether what stands around it leaves it in. */
export interface Chosen {
  readonly node: FieldNode;
  included(variables: Values): boolean;
}

interface Around {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
}

/** The fields that an object of this type is asked for, by the name under which they are answered. */
export function fieldsFor(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  { schema, fragments }: Around,
): Map<string, Chosen[]> {
  const found = new Map<string, Chosen[]>();
  const applies = (condition: NamedTypeNode | undefined): boolean => {
    if (condition === undefined || condition.name.value === type.name) return true;
    const wider = schema.getType(condition.name.value);
    return isAbstractType(wider) && schema.isSubType(wider, type);
  };
  const walk = ({ selections }: SelectionSetNode, above: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      const around = [...above, selection];
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const included = (variables: Values): boolean => around.every((each) => isIncluded(each, variables));
        found.set(key, [...(found.get(key) ?? []), { node: selection, included }]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment !== undefined && applies(fragment.typeCondition)) walk(fragment.selectionSet, around);
    }
  };
  for (const set of sets) walk(set, []);
  return found;
}
