import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType, isNamedType } from 'graphql';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Requirement, refusalOf } from './requirement.ts';

/** The schema as one viewer may use it. */
export interface VisibleSchema {
  readonly schema: GraphQLSchema;
  /** Whether anything of it is hidden. */
  readonly partial: boolean;
  /** Of types, fields, arguments and enum values. */
  has(name: string): boolean;
}

export interface SchemaParts {
  readonly schema: GraphQLSchema;
  /** Every demand that some field makes. */
  readonly demands: readonly Requirement[];
  demandsOf(type: string, field: string): readonly Requirement[];
}

/**
 * What introspection tells whom: a field that would be refused is left out, and with it the types, arguments and
 * values that only it led to. Made once for viewers of the same scopes; there are about as many kinds of them as
 * there are sets of roles that admins really have.
 */
export function createVisibility(parts: SchemaParts): (viewer: Viewer) => VisibleSchema {
  const kinds = new Map<string, VisibleSchema>();
  const demands = Array.from(new Map(parts.demands.map((demand) => [JSON.stringify(demand), demand])).values());
  return (viewer) => {
    const kind = demands.map((demand) => (refusalOf([demand], viewer) === null ? '1' : '0')).join('');
    const known = kinds.get(kind) ?? visibleTo(viewer, parts, !kind.includes('0'));
    kinds.set(kind, known);
    return known;
  };
}

function visibleTo(viewer: Viewer, { schema, demandsOf }: SchemaParts, whole: boolean): VisibleSchema {
  const visible = whole ? schema : pruneSchema(withoutFields(schema, viewer, demandsOf));
  let names: ReadonlySet<string> | null = null;
  return {
    schema: visible,
    partial: !whole,
    has: (name) => {
      names ??= namesOf(visible);
      return names.has(name);
    },
  };
}

function withoutFields(schema: GraphQLSchema, viewer: Viewer, demandsOf: SchemaParts['demandsOf']): GraphQLSchema {
  const theirs = (type: string, field: string): boolean => refusalOf(demandsOf(type, field), viewer) === null;
  const query = schema.getQueryType();
  const ways = Object.values(query?.getFields() ?? {});
  const kept = query && !ways.some(({ name }) => theirs(query.name, name)) ? smallest(ways) : undefined;
  return mapSchema(schema, {
    [MapperKind.COMPOSITE_FIELD]: (config, field, type) =>
      theirs(type, field) || (kept?.name === field && type === query?.name) ? config : null,
  });
}

/** A schema has a query, or it is none: where no query is theirs, they see the one that says least. */
const smallest = (ways: readonly GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown> | undefined =>
  ways.find(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0) ?? ways[0];

function namesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap()).filter(isNamedType)) {
    names.add(type.name);
    if ('getValues' in type) for (const { name } of type.getValues()) names.add(name);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      names.add(field.name);
      if ('args' in field) for (const { name } of field.args) names.add(name);
    }
  }
  return names;
}
