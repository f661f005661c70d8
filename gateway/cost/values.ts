import { type FieldNode, Kind, type SelectionNode, type ValueNode } from 'graphql';

export type Values = Readonly<Record<string, unknown>>;

/** The number that an argument is given; null where it is given none. */
export function valueIn(node: FieldNode, argument: string, variables: Values): number | null {
  const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
  const value = given === undefined ? null : read(given, variables);
  return typeof value === 'number' ? value : null;
}

const read = (node: ValueNode, variables: Values): unknown => {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.INT) return Number(node.value);
  return node.kind === Kind.BOOLEAN ? node.value : null;
};

/** Whether `@skip` and `@include` leave it. */
export function isIncluded({ directives = [] }: SelectionNode, variables: Values): boolean {
  return directives.every(({ name, arguments: [condition] = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const holds = condition !== undefined && read(condition.value, variables) === true;
    return holds === (name.value === 'include');
  });
}
