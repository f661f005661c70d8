import type { Call } from '../rest/call.ts';
import type { OpenIM } from '../rest/openim.ts';
import type { Page, Rows } from '../rest/page.ts';
import type { WireLog } from '../rest/wire.ts';

const ROWS = 100;

/** All rows of a list of OpenIM's, a page at a time. */
export async function* allRows<Row>(read: (page: Page) => Promise<Rows<Row>>): AsyncIterable<Row> {
  for (let number = 1, seen = 0; ; number += 1) {
    const { rows, total } = await read({ number, rows: ROWS });
    yield* rows;
    seen += rows.length;
    if (rows.length === 0 || seen >= total) return;
  }
}

export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** The whole list: for what is changed while one walks over it. */
export const collected = <Row>(read: (page: Page) => Promise<Rows<Row>>): Promise<Row[]> => collect(allRows(read));

/** Logs that somebody's clients uploaded. OpenIM's search finds ids that hold this one, too. */
export async function* ownLogs({ logs }: OpenIM['devices'], userID: string, call: Call): AsyncIterable<WireLog> {
  for await (const row of allRows((page) => logs({ userID, startTime: 0, endTime: 0 }, page, call)))
    if (row.userID === userID) yield row;
}
