import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
} from 'graphql';

const DEEPEST = 4;
const MOST_FIELDS = 5;

/** Of each scalar that a query needs, a value. */
const VALUES: Readonly<Record<string, string>> = { ID: '"growth0"', String: '"growth"', Int: '5', Boolean: 'true' };

/** Distinct queries of somebody signed in, on the schema of the API; the same ones each time. */
export function distinctQueries(file: string): () => string {
  const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValid: true });
  const chance = createChance(7);
  const seen = new Set<string>();
  return () => {
    for (;;) {
      const query = selectionOf(schema, 'Query', { depth: 0, chance });
      if (query === null || seen.has(query)) continue;
      seen.add(query);
      return `query Distinct${seen.size} ${query}`;
    }
  };
}

interface Place {
  readonly depth: number;
  readonly chance: (below: number) => number;
}

function selectionOf(schema: GraphQLSchema, name: string, place: Place): string | null {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter((field) => isAskable(field, place.depth));
  const picked = new Map<string, string>();
  for (let left = 1 + place.chance(MOST_FIELDS); left > 0 && fields.length > 0; left -= 1) {
    const [field] = fields.splice(place.chance(fields.length), 1);
    const text = field === undefined ? null : textOf(schema, field, place);
    if (field !== undefined && text !== null) picked.set(field.name, text);
  }
  return picked.size === 0 ? null : `{ ${[...picked.values()].join(' ')} }`;
}

function isAskable({ type, args, astNode }: GraphQLField<unknown, unknown>, depth: number): boolean {
  const reserved = astNode?.directives?.some(({ name }) => name.value === 'requiresScopes') ?? false;
  const needed = args.filter(isRequiredArgument).every((one) => literalOf(one.type) !== null);
  return !reserved && needed && (depth < DEEPEST || !isCompositeType(getNamedType(type)));
}

function textOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, place: Place): string | null {
  const given = field.args
    .filter((one) => isRequiredArgument(one) || one.name === 'first')
    .map((one) => `${one.name}: ${literalOf(one.type)}`);
  const args = given.length === 0 ? '' : `(${given.join(', ')})`;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return `${field.name}${args}`;
  const inner = selectionOf(schema, type.name, { ...place, depth: place.depth + 1 });
  return inner === null ? null : `${field.name}${args} ${inner}`;
}

function literalOf(type: unknown): string | null {
  const plain = getNullableType(type as GraphQLOutputType);
  if (isListType(plain)) {
    const one = literalOf(plain.ofType);
    return one && `[${one}]`;
  }
  if (isEnumType(plain)) return plain.getValues()[0]?.name ?? null;
  return isScalarType(plain) ? (VALUES[plain.name] ?? null) : null;
}

/** Numbers that look like chance, from a seed (mulberry32). */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
