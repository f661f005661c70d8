import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  print,
} from 'graphql';
import { SAMPLES } from './stand-ins.ts';

/** One step on the way from a root to a type. */
export interface Step {
  readonly coordinate: string;
  /** `user(id: "x1")` */
  readonly call: string;
  /** What it leads to, as the next selection is on. */
  readonly to: string;
}

export interface Route {
  readonly operation: 'query' | 'mutation';
  readonly type: string;
  readonly steps: readonly Step[];
}

/** A way to each type with fields, the one that asks for least; `price` is what a field on it costs. */
export function routesOf(schema: GraphQLSchema, price: (coordinate: string) => number): Route[] {
  const best = new Map<string, Route & { readonly cost: number }>();
  const waiting = (['query', 'mutation'] as const).map((operation) => ({
    operation,
    type: operation === 'query' ? 'Query' : 'Mutation',
    steps: [],
    cost: 0,
  })) as (Route & { cost: number })[];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const known = best.get(at.type);
    if (known !== undefined && known.cost <= at.cost) continue;
    best.set(at.type, at);
    for (const next of onwards(at, schema, price)) waiting.push(next);
  }
  return [...best.values()];
}

function onwards(at: Route & { cost: number }, schema: GraphQLSchema, price: (coordinate: string) => number) {
  return fieldsOf(schema, at.type).flatMap((field) => {
    const coordinate = `${at.type}.${field.name}`;
    const call = callOf(field);
    return typesOf(getNamedType(field.type), schema).map((to) => ({
      ...at,
      type: to,
      steps: [...at.steps, { coordinate, call, to }],
      cost: at.cost + price(coordinate),
    }));
  });
}

/** The type itself where it has fields, and all that a value of it may be. */
function typesOf(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  if (isObjectType(type)) return [type.name];
  if (isUnionType(type)) return type.getTypes().map(({ name }) => name);
  if (!isInterfaceType(type)) return [];
  const { interfaces, objects } = schema.getImplementations(type);
  return [type, ...interfaces, ...objects].map(({ name }) => name);
}

export function fieldsOf(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** A field with a value for each argument that it demands. */
export function callOf({ name, args }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((each: GraphQLArgument) => `${each.name}: ${literal(each.type)}`);
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{${given.map((each: GraphQLInputField) => `${each.name}: ${literal(each.type)}`).join(', ')}}`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  const value = astFromValue(SAMPLES[type.name], type);
  return value ? print(value) : 'null';
}
