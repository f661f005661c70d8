import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  type SelectionSetNode,
} from 'graphql';
import { type Chosen, type Fragments, fieldsFor } from './fields.ts';
import { type Values, valueIn } from './values.ts';
import type { FieldWeight, Weights } from './weights.ts';

/** Of a list of which nobody knows how long it will be. */
const USUAL_SIZE = 10;

/** One operation's values, and what was reckoned with them already. */
export interface Reckoning {
  readonly variables: Values;
  readonly known: Map<Selected, number>;
}

/** What one object costs, whose fields these are. */
export interface Selected {
  /** The most that it may be. `sizes`: how long lists of it are, by field. */
  estimate(reckoning: Reckoning, sizes: ReadonlyMap<string, number> | null): number;
  /** What the answered object was. */
  actual(value: Readonly<Record<string, unknown>>): number;
}

interface Counted {
  readonly key: string;
  estimate(reckoning: Reckoning, sizes: ReadonlyMap<string, number> | null): number;
  actual(value: unknown): number;
}

export interface TreeParts {
  readonly schema: GraphQLSchema;
  readonly weights: Weights;
  readonly fragments: Fragments;
}

/** Compiles selections into what they cost; the same selections of the same type are compiled once. */
export function createTree(
  parts: TreeParts,
): (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]) => Selected {
  const { schema, weights, fragments } = parts;
  const ids = new WeakMap<SelectionSetNode, number>();
  let last = 0;
  const idOf = (set: SelectionSetNode): number => {
    const id = ids.get(set) ?? ++last;
    ids.set(set, id);
    return id;
  };
  const known = new Map<string, Selected>();

  function select(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Selected {
    const key = `${type.name} ${sets.map(idOf).join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = selectedOf(possible(type).map((each) => countedOf(each, sets)));
    known.set(key, made);
    return made;
  }

  /** Of what may be several, the heaviest. */
  const weightOf = (type: GraphQLCompositeType): number =>
    Math.max(0, ...possible(type).map(({ name }) => weights.types.get(name) ?? 1));
  const possible = (type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type) : [type];

  const countedOf = (type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Counted[] =>
    [...fieldsFor(type, sets, { schema, fragments })].flatMap(([key, chosen]) => {
      const [first] = chosen;
      const counted = first === undefined ? null : fieldOf(type, key, chosen);
      return counted === null ? [] : [counted];
    });

  function fieldOf(type: GraphQLObjectType, key: string, chosen: readonly Chosen[]): Counted | null {
    const name = chosen[0]?.node.name.value ?? '';
    const definition = type.getFields()[name];
    if (definition === undefined) return null;
    const named = getNamedType(definition.type);
    const weight = weights.fields.get(`${type.name}.${name}`);
    const own = weight?.weight ?? (isCompositeType(named) ? weightOf(named) : 0);
    const sets = chosen.flatMap(({ node }) => (node.selectionSet ? [node.selectionSet] : []));
    const inner = isCompositeType(named) && sets.length > 0 ? select(named, sets) : null;
    if (own === 0 && inner === null && weight === undefined) return null;
    return counting({ key, name, own, inner, weight, chosen, list: isListType(getNullableType(definition.type)) });
  }

  return select;
}

interface Field {
  readonly key: string;
  readonly name: string;
  readonly own: number;
  readonly inner: Selected | null;
  readonly weight: FieldWeight | undefined;
  readonly chosen: readonly Chosen[];
  readonly list: boolean;
}

function counting({ key, name, own, inner, weight, chosen, list }: Field): Counted {
  const [first] = chosen;
  const each = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + each(one), 0);
    if (value === null || value === undefined) return 0;
    return own + (inner === null || typeof value !== 'object' ? 0 : inner.actual(value as Record<string, unknown>));
  };
  return {
    key,
    actual: each,
    estimate(reckoning, sizes) {
      const { variables } = reckoning;
      if (!chosen.some(({ included }) => included(variables))) return 0;
      const size = weight?.size ?? null;
      const long = size === null || first === undefined ? null : sizeAsked(first.node, size, variables);
      const sized = size !== null && size.sized.length > 0;
      const within = sized && long !== null ? new Map(size.sized.map((field) => [field, long])) : null;
      const count = list ? (sizes?.get(name) ?? (sized ? null : long) ?? USUAL_SIZE) : 1;
      const one = own + (inner?.estimate(reckoning, within) ?? 0);
      return count * one + argumentsOf(first, weight);
    },
  };
}

function argumentsOf(first: Chosen | undefined, weight: FieldWeight | undefined): number {
  if (weight === undefined || weight.arguments.size === 0) return 0;
  return (first?.node.arguments ?? []).reduce((sum, { name }) => sum + (weight.arguments.get(name.value) ?? 0), 0);
}

function sizeAsked(
  node: FieldNode,
  { slicing, assumed }: NonNullable<FieldWeight['size']>,
  variables: Values,
): number | null {
  const asked = slicing.map((argument) => valueIn(node, argument, variables)).filter((value) => value !== null);
  return asked.length > 0 ? Math.max(0, ...asked) : assumed;
}

/** Of several types that the object may be, the dearest. */
function selectedOf(types: readonly (readonly Counted[])[]): Selected {
  const byKey = new Map(types.flatMap((fields) => fields.map((field) => [field.key, field] as const)));
  const sum = (fields: readonly Counted[], reckoning: Reckoning, sizes: ReadonlyMap<string, number> | null): number =>
    fields.reduce((total, field) => total + field.estimate(reckoning, sizes), 0);
  const selected: Selected = {
    estimate(reckoning, sizes) {
      const known = sizes === null ? reckoning.known.get(selected) : undefined;
      if (known !== undefined) return known;
      const most = types.reduce((dearest, fields) => Math.max(dearest, sum(fields, reckoning, sizes)), 0);
      if (sizes === null) reckoning.known.set(selected, most);
      return most;
    },
    actual(value) {
      let total = 0;
      for (const [key, field] of byKey) if (key in value) total += field.actual(value[key]);
      return total;
    },
  };
  return selected;
}
