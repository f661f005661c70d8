import { badInput } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import type { OpenIMContext } from '../context.ts';
import { holding, type Load, pageOf, shownAs } from '../lists.ts';
import { isDismissed } from '../model/group.ts';
import type { WireGroup } from '../rest/wire.ts';
import type { GroupSource } from './groups.ts';

const LONGEST_KEYWORD = 100;

/** A list that begins with one row more. */
const after =
  <Row>(first: Row, load: Load<Row>): Load<Row> =>
  async ({ number, rows }) => {
    const [before, here] = await Promise.all([
      number > 1 ? load({ number: number - 1, rows }) : null,
      load({ number, rows }),
    ]);
    const begins = before === null ? first : before.rows[rows - 1];
    const found = [...(begins === undefined ? [] : [begins]), ...here.rows];
    return { rows: found.slice(0, rows), total: here.total + 1 };
  };

/** The group of that id, and those with that piece in their name. */
export async function searchGroups(
  _: unknown,
  { keyword, ...page }: PageArguments & { keyword: string },
  context: OpenIMContext,
): Promise<Connection<GroupSource>> {
  const { openim, call, groupByID } = context;
  const piece = keyword.trim();
  if (piece === '' || piece.length > LONGEST_KEYWORD)
    throw badInput('keyword', `1 to ${LONGEST_KEYWORD} characters are expected`);
  const named: Load<WireGroup> = (at) => openim.groups.search(piece, at, call);
  const hit = await groupByID.load(piece);
  const rows = await pageOf({ ...page, list: `searchGroups ${piece}`, load: hit === null ? named : after(hit, named) });
  // Its own name may have the piece as well: then it stands where it was put first.
  const twice = hit !== null && !isDismissed(hit) && holding(piece)?.(hit.groupName) === true;
  const found = shownAs(rows, (row) => ({ id: row.groupID, row }));
  if (!twice) return found;
  const edges = found.edges.filter(({ node }, at) => node.id !== piece || (at === 0 && page.after == null));
  return { ...found, edges, nodes: edges.map(({ node }) => node), totalCount: (found.totalCount ?? 1) - 1 };
}
