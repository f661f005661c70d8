import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Rows of a list share their field nodes: their selection is read once. */
const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/** Names of the fields that are asked for below, whatever fragments they stand in. */
export function fieldsAsked({ fieldNodes, fragments }: Asked): ReadonlySet<string> {
  const found = known.get(fieldNodes) ?? new Set(fieldNodes.flatMap((node) => namesIn(node.selectionSet, fragments)));
  known.set(fieldNodes, found);
  return found;
}

function namesIn(set: SelectionSetNode | undefined, fragments: Asked['fragments']): string[] {
  return (set?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each.name.value];
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
    return namesIn(inner?.selectionSet, fragments);
  });
}

const FREE = new Set(['id', '__typename']);

/** Whether nothing is asked for that a row would have to be fetched for. */
export const isFree = (asked: ReadonlySet<string>): boolean => asked.isSubsetOf(FREE);

export const asksForIDOnly = (info: Asked): boolean => isFree(fieldsAsked(info));

const knownBelow = new WeakMap<readonly FieldNode[], ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * Names of the fields that are asked for at the end of a way down, e.g. `nodes sender`, whatever fragments and
 * conditions are on it.
 */
export function fieldsAskedAt({ fieldNodes, fragments }: Asked, ways: readonly string[]): ReadonlySet<string> {
  const key = ways.join();
  const known = knownBelow.get(fieldNodes)?.get(key);
  if (known !== undefined) return known;
  const found = new Set(
    ways.flatMap((way) =>
      way
        .split(' ')
        .reduce((nodes, name) => nodes.flatMap((node) => named(name, node.selectionSet, fragments)), [...fieldNodes])
        .flatMap((node) => namesIn(node.selectionSet, fragments)),
    ),
  );
  knownBelow.set(fieldNodes, new Map([...(knownBelow.get(fieldNodes) ?? []), [key, found]]));
  return found;
}

function named(name: string, set: SelectionSetNode | undefined, fragments: Asked['fragments']): FieldNode[] {
  return (set?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return each.name.value === name ? [each] : [];
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
    return named(name, inner?.selectionSet, fragments);
  });
}
