import { type DocumentNode, Kind, type OperationDefinitionNode, type ValueNode, visit } from 'graphql';
import { type Data, own } from './objects.ts';

/** What an operation's `@skip` and `@include` come to; plans are compiled for each way in which they can. */
export interface Conditions {
  holds(variable: string): boolean;
}

/** The variables that `@skip` and `@include` look at, anywhere in the document. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** As text: requests with the same one are answered by the same program. */
export const bitsOf = (names: readonly string[], conditions: Conditions): string =>
  names.map((name) => (conditions.holds(name) ? '1' : '0')).join('');

export function conditionsOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: Data): Conditions {
  const defaultOf = (name: string): ValueNode | undefined =>
    variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return {
    holds: (name) => {
      const given = own(variables, name);
      if (given !== undefined) return given === true;
      const value = defaultOf(name);
      return value?.kind === Kind.BOOLEAN && value.value;
    },
  };
}
