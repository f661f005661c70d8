import { badInput } from '../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../kit/page.ts';
import type { Page, Rows } from './rest/page.ts';

/** Rows that are read to filter them: OpenIM cannot, or its own filter finds nothing. */
const MOST_FILTERED = 5_000;
const STEP = 500;
/** OpenIM counts pages in 32 bits. */
const MOST_ROWS_BEFORE = 2 ** 31 - 1;

/** A list of OpenIM's, which it gives out by page number. */
export type Load<Row> = (page: Page) => Promise<Rows<Row>>;

interface Listed<Row> extends PageArguments {
  /** Its cursors are good for it alone. */
  readonly list: string;
  readonly load: Load<Row>;
  /** Only these rows; absent for all. */
  readonly keep?: ((row: Row) => boolean) | null;
}

/** A page of a list; cursors stand for places in it, so a row that comes or goes before one shifts what follows. */
export async function pageOf<Row>({ list, load, keep, first, after }: Listed<Row>): Promise<Connection<Row>> {
  const rows = rowsAsked(first);
  const offset = after == null ? 0 : offsetIn(list, after);
  const { found, total } = keep ? await filtered(load, keep, { offset, rows }) : await cut(load, { offset, rows });
  const placed = found.map((node, at) => ({ cursor: cursorOf(list, offset + at + 1), node }));
  return connection(placed, { next: offset + found.length < total, previous: offset > 0 && total > 0, total });
}

function offsetIn(list: string, cursor: string): number {
  const offset = Number(positionOf(list, cursor));
  if (!Number.isSafeInteger(offset) || offset < 1 || offset > MOST_ROWS_BEFORE)
    throw badInput('after', 'a cursor of this list is expected');
  return offset;
}

/** The page with its rows as they are shown; one that cannot be shown is left out, and keeps its place in the list. */
export function shownAs<Row, Node>(page: Connection<Row>, nodeOf: (row: Row) => Node | null): Connection<Node> {
  const edges = page.edges.flatMap(({ cursor, node: row }) => {
    const node = nodeOf(row);
    return node === null ? [] : [{ cursor, node }];
  });
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}

interface Cut {
  readonly offset: number;
  readonly rows: number;
}

/** Rows from any place of a list that is told by page number: of one page, or of two that meet there. */
async function cut<Row>(load: Load<Row>, { offset, rows }: Cut): Promise<{ found: readonly Row[]; total: number }> {
  const size = Math.max(rows, 1);
  const number = Math.floor(offset / size) + 1;
  const skipped = offset % size;
  const [here, next] = await Promise.all([
    load({ number, rows: size }),
    skipped > 0 ? load({ number: number + 1, rows: size }) : null,
  ]);
  const found = [...here.rows, ...(next?.rows ?? [])].slice(skipped, skipped + rows);
  return { found, total: here.total };
}

async function filtered<Row>(load: Load<Row>, keep: (row: Row) => boolean, { offset, rows }: Cut) {
  const all = (await allOf(load)).filter(keep);
  return { found: all.slice(offset, offset + rows), total: all.length };
}

async function allOf<Row>(load: Load<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for (let number = 1; found.length < MOST_FILTERED; number++) {
    const { rows, total } = await load({ number, rows: STEP });
    found.push(...rows);
    if (rows.length < STEP || found.length >= total) break;
  }
  return found;
}

/** A page of a list that is known whole. */
export const pageOfAll = <Row>(list: string, all: readonly Row[], page: PageArguments): Promise<Connection<Row>> =>
  pageOf({
    ...page,
    list,
    load: async ({ number, rows }) => ({ rows: all.slice((number - 1) * rows, number * rows), total: all.length }),
  });

/** Whether any of the texts holds the keyword, whatever the case; null when there is none to look for. */
export function holding(keyword: string | null | undefined): ((...texts: readonly string[]) => boolean) | null {
  const wanted = keyword?.trim().toLocaleLowerCase() ?? '';
  return wanted === '' ? null : (...texts) => texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}
