import assert from 'node:assert/strict';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { answer, type Double, openDouble } from './double.ts';
import { type Recorded, recordedData } from './recordings.ts';

type Use<Result> = (openim: OpenIM) => Promise<Result>;

/** What an endpoint makes of the answer that a real OpenIM gave. */
export async function told<Result>(
  route: string,
  use: Use<Result>,
  where?: (record: Recorded) => boolean,
): Promise<Result> {
  await using double: Double = await openDouble();
  double.behave((asked, response) => {
    assert.equal(asked.route, route);
    answer(response, recordedData(route, where));
  });
  return await use(double.openim());
}

/** Recordings whose answer holds this text. */
export const says = (text: string) => (record: Recorded) => JSON.stringify(record.response).includes(text);
