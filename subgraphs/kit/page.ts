import { badInput, Fault } from './fault.ts';

/** Rows unless asked otherwise, and at most, of every connection. */
const DEFAULT_ROWS = 20;
export const MOST_ROWS = 100;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `first` within its bounds. `most` is smaller or larger only where a list's own documentation says so. */
export function rowsAsked(first: number | null | undefined, field = 'first', most = MOST_ROWS): number {
  if (first === undefined || first === null) return Math.min(DEFAULT_ROWS, most);
  if (first < 0 || first > most) throw badInput(field, `a number from 0 to ${most} is expected`);
  return first;
}

/** An opaque cursor: the list's name and a position in it, so that one list's cursor is refused by another. */
export const cursorOf = (list: string, position: string | number): string =>
  Buffer.from(`${list}\n${position}`, 'utf8').toString('base64url');

/** The position that {@link cursorOf} wrote. Throws CURSOR_INVALID for anything that is not this list's. */
export function positionOf(list: string, cursor: string, field = 'after'): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const prefix = `${list}\n`;
  if (!text.startsWith(prefix) || cursorOf(list, text.slice(prefix.length)) !== cursor)
    throw new Fault('CURSOR_INVALID', { field });
  return text.slice(prefix.length);
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | null;
}

/** Rows and their cursors as a Relay connection. */
export function connection<Node>(
  rows: readonly { readonly cursor: string; readonly node: Node }[],
  more: { readonly next?: boolean; readonly previous?: boolean; readonly total?: number | null },
): Connection<Node> {
  return {
    edges: rows,
    nodes: rows.map((row) => row.node),
    pageInfo: {
      hasNextPage: more.next ?? false,
      hasPreviousPage: more.previous ?? false,
      startCursor: rows[0]?.cursor ?? null,
      endCursor: rows.at(-1)?.cursor ?? null,
    },
    totalCount: more.total ?? null,
  };
}
