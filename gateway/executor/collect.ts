import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { responseName } from './aliases.ts';
import type { Conditions } from './conditions.ts';
import { isBelow } from './rewrites.ts';

export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
  /** Under which name a field is found in what was fetched. */
  fetchedAs(field: FieldNode): string;
}

/** The fields that an object of one type is asked for, by response name, in the order of the document (CollectFields). */
export function collectFields(
  typeName: string,
  selectionSets: readonly SelectionSetNode[],
  selecting: Selecting,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (isLeftOut(node.directives ?? [], selecting.conditions)) continue;
      if (node.kind === Kind.FIELD) {
        const name = responseName(node);
        const known = fields.get(name);
        if (known === undefined) fields.set(name, [node]);
        else known.push(node);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? selecting.fragments.get(node.name.value) : node;
      if (fragment === undefined) continue;
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(node.name.value)) continue;
        visited.add(node.name.value);
      }
      const condition = fragment.typeCondition?.name.value;
      if (condition === undefined || condition === typeName || isBelow(selecting.schema, typeName, condition))
        collect(fragment.selectionSet);
    }
  };
  for (const each of selectionSets) collect(each);
  return fields;
}

function isLeftOut(directives: readonly DirectiveNode[], conditions: Conditions): boolean {
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = given.find((each) => each.name.value === 'if')?.value;
    const holds =
      value?.kind === Kind.VARIABLE ? conditions.holds(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
    if (holds === (name.value === 'skip')) return true;
  }
  return false;
}
