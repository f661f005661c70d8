import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/** Fields that the planner adds to what a client asks for, by their own names: a plan gives them no others. */
export interface AddedFields {
  readonly names: ReadonlySet<string>;
  /** Those that it may add with arguments of its own. */
  readonly withArguments: ReadonlySet<string>;
}

/** The document as it is planned, and under which name a field that a client selects is found in what was fetched. */
export interface Renamed {
  readonly document: DocumentNode;
  fetchedAs(field: FieldNode): string;
}

export const responseName = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

/**
 * Where a client calls something `id` that is another field, or asks for a field with other arguments than a `@requires`
 * does, one name would mean two things in a plan, and the planner keeps one of them. So the client's is fetched under a
 * name that nobody else has.
 */
export function renameFor(document: DocumentNode, added: AddedFields): Renamed {
  const clashes = ({ alias, name }: FieldNode): boolean =>
    alias === undefined || alias.value === name.value
      ? added.withArguments.has(name.value)
      : added.names.has(alias.value);
  let found = false;
  const taken = new Set<string>();
  visit(document, {
    Field: (node) => {
      taken.add(responseName(node));
      found ||= clashes(node);
    },
  });
  if (!found) return { document, fetchedAs: responseName };
  let prefix = 'own_';
  while ([...taken].some((name) => name.startsWith(prefix))) prefix += '_';
  const fetchedAs = (node: FieldNode): string => (clashes(node) ? prefix : '') + responseName(node);
  const alias = (node: FieldNode): FieldNode | undefined =>
    clashes(node) ? { ...node, alias: { kind: Kind.NAME, value: fetchedAs(node) } } : undefined;
  return { document: visit(document, { Field: { leave: alias } }), fetchedAs };
}
