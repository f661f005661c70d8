import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type NameNode,
  print,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { type DirectiveNames, type Requirement, requirementsIn } from './requirement.ts';

/** Security features that this gateway enforces, by the path of their specification's address. */
const ENFORCED: Readonly<Record<string, Requirement['kind']>> = {
  authenticated: 'authenticated',
  requiresScopes: 'scopes',
};

/** Security features that ApolloGateway enforces: what is inaccessible is not in the API schema that it makes. */
const ENFORCED_BY_PLANNER: ReadonlySet<string> = new Set(['inaccessible']);

interface Link {
  readonly node: ConstDirectiveNode;
  readonly feature: string;
  /** As this document spells the feature, and whatever is imported of it. */
  readonly names: readonly string[];
  /** Spelling by the name of what is imported. */
  readonly imported: ReadonlyMap<string, string>;
  readonly security: boolean;
}

/** A supergraph that asks for a protection which nobody here gives must not be served. */
class UnenforcedDirectiveError extends Error {
  constructor(names: readonly string[]) {
    super(`The supergraph uses ${names.map((name) => `@${name}`).join(', ')}, which this gateway does not enforce.`);
    this.name = 'UnenforcedDirectiveError';
  }
}

/** The auth directives of a supergraph. Throws when one of its security features has no enforcer. */
export function authDirectives(supergraph: DocumentNode): DirectiveNames {
  const secured = links(supergraph).filter((link) => link.security || link.feature in ENFORCED);
  const unknown = secured.filter(({ feature }) => !(feature in ENFORCED) && !ENFORCED_BY_PLANNER.has(feature));
  if (unknown.length > 0) throw new UnenforcedDirectiveError(unknown.map((link) => link.feature));
  return new Map(
    secured.flatMap(({ names, feature }) => {
      const kind = ENFORCED[feature];
      return kind === undefined ? [] : names.map((name) => [name, kind] as const);
    }),
  );
}

/**
 * The supergraph as ApolloGateway takes it: it refuses one whose auth directives are linked, and once they are taken
 * out it serves every guarded field to anyone. So this copy is made only where {@link authDirectives} are enforced.
 */
export function withoutAuthDirectives(supergraph: DocumentNode, names: DirectiveNames): string {
  const dropped = new Set(
    links(supergraph)
      .filter((link) => link.feature in ENFORCED)
      .map((link) => link.node),
  );
  const theirs = (name: NameNode): boolean => names.has(name.value.split('__')[0] ?? '');
  const bare: DocumentNode = visit(supergraph, {
    DirectiveDefinition: (node) => (theirs(node.name) ? null : undefined),
    ScalarTypeDefinition: (node) => (theirs(node.name) ? null : undefined),
    Directive: (node) => (dropped.has(node as ConstDirectiveNode) || theirs(node.name) ? null : undefined),
  });
  return print(bare);
}

/** What each guarded type, and each guarded field (`Type.field`), asks for. */
export function guards(supergraph: DocumentNode, names: DirectiveNames): ReadonlyMap<string, readonly Requirement[]> {
  const found = new Map<string, readonly Requirement[]>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    const asked = requirementsIn(directives, names);
    if (asked.length > 0) found.set(coordinate, asked);
  };
  for (const definition of supergraph.definitions) {
    if (!isTyped(definition)) continue;
    note(definition.name.value, definition.directives);
    for (const field of 'fields' in definition ? (definition.fields ?? []) : [])
      note(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  return found;
}

const isTyped = (node: DefinitionNode) =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION ||
  node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  node.kind === Kind.UNION_TYPE_DEFINITION ||
  node.kind === Kind.SCALAR_TYPE_DEFINITION ||
  node.kind === Kind.ENUM_TYPE_DEFINITION;

/** How this supergraph spells a directive of a feature: `@cost__listSize` unless it is imported. */
export function spellingOf(supergraph: DocumentNode, feature: string, directive: string): string {
  const link = links(supergraph).find((each) => each.feature === feature);
  if (link === undefined) return directive;
  const [own = feature] = link.names;
  return link.imported.get(directive) ?? (directive === feature ? own : `${own}__${directive}`);
}

/** The `@link`s of the schema definition: `https://specs.apollo.dev/<feature>/v<version>`, perhaps under another name. */
function links(supergraph: DocumentNode): Link[] {
  const schemas = supergraph.definitions.filter(
    (node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION,
  );
  return schemas
    .flatMap((schema) => schema.directives ?? [])
    .filter((node) => node.name.value === 'link')
    .map(readLink);
}

function readLink(node: ConstDirectiveNode): Link {
  const given = Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const feature = String(given.url).split('/').at(-2) ?? '';
  const imported = importsOf(given.import);
  const names = [String(given.as ?? feature), ...imported.values()];
  return { node, feature, names, imported, security: given.for === 'SECURITY' };
}

/** Imported elements go by their own name, `"@policy"`, or by another, `{name: "@policy", as: "@rule"}`. */
const importsOf = (imported: unknown): Map<string, string> =>
  new Map(
    (Array.isArray(imported) ? imported : []).map((each: string | { name: string; as?: string }) => {
      const { name, as = name } = typeof each === 'string' ? { name: each } : each;
      return [bare(name), bare(as)] as const;
    }),
  );

const bare = (name: string): string => name.replace(/^@/, '');
