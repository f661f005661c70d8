import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

type Holds = (value: unknown) => boolean;

const INTEGER = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value);
const TEXT = (value: unknown): boolean => typeof value === 'string';

const BUILT_IN: ReadonlyMap<string, Holds> = new Map([
  [GraphQLBoolean.name, (value: unknown) => typeof value === 'boolean'],
  [GraphQLInt.name, INTEGER],
  [GraphQLFloat.name, (value: unknown) => typeof value === 'number' && Number.isFinite(value)],
  [GraphQLString.name, TEXT],
  [GraphQLID.name, (value: unknown) => TEXT(value) || INTEGER(value)],
]);

/** Whether what a subgraph answered is a value of this type; what a custom scalar means is its subgraph's to say. */
export function holdsFor(type: GraphQLLeafType): Holds | null {
  if (!isEnumType(type)) return BUILT_IN.get(type.name) ?? null;
  // Of the API's schema: a value that clients may not see is none.
  const names = new Set(type.getValues().map(({ name }) => name));
  return (value) => typeof value === 'string' && names.has(value);
}
