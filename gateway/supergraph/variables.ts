import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { badInput, type Fault } from '../../subgraphs/kit/fault.ts';

/** A list of ten thousand wrong values is told by its first few. */
const MOST_FAULTS = 20;

type Values = Readonly<Record<string, unknown>>;

/** What is wrong with an operation's variables, each with the path of the field as the client wrote it. */
export function faultsOfVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, values: Values): Fault[] {
  const faults: Fault[] = [];
  for (const definition of operation.variableDefinitions ?? [])
    for (const fault of faultsOf(schema, definition, values)) if (faults.push(fault) === MOST_FAULTS) return faults;
  return faults;
}

function* faultsOf(schema: GraphQLSchema, definition: VariableDefinitionNode, values: Values): Iterable<Fault> {
  const name = definition.variable.name.value;
  // Anything but an input type is refused by validation, long before.
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  if (!isInputType(type)) return;
  const required = isNonNullType(type);
  if (!Object.hasOwn(values, name) || values[name] === undefined) {
    if (required && definition.defaultValue === undefined)
      yield badInput(name, `${print(definition.type)} is required`);
    return;
  }
  if (values[name] === null && !required) return;
  const found: Fault[] = [];
  coerceInputValue(values[name], type, (path: readonly (string | number)[], _value: unknown, error: GraphQLError) => {
    if (found.length < MOST_FAULTS) found.push(badInput([name, ...path].join('.'), error.message.replace(/\.$/, '')));
  });
  yield* found;
}
