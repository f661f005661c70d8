import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../kit/fault.ts';
import { type Connection, MOST_ROWS, type PageArguments } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import { pageOf } from '../lists.ts';
import { addressOf, timeAtLeast, wordsOf } from '../model/json.ts';
import type { WireLog } from '../rest/wire.ts';
import { person } from './people.ts';
import { recorded } from './recorded.ts';

interface Filter {
  readonly userID?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export async function logs(
  _: unknown,
  { userID = null, from, to, ...page }: PageArguments & Filter,
  { openim, call }: OpenIMContext,
): Promise<Connection<WireLog>> {
  if (from != null && to != null && to < from) throw badInput('to', 'a time after `from` is expected');
  // An end of 0 is before every beginning, but for OpenIM's own 0 and 0, which is all.
  const endTime = to?.getTime() ?? (from == null ? 0 : Date.now());
  const span = { startTime: from?.getTime() ?? 0, endTime: Math.max(endTime, from?.getTime() ?? 0) };
  return pageOf({
    ...page,
    list: `logs ${JSON.stringify([userID, from, to])}`,
    load: (at) => openim.devices.logs({ userID: userID ?? '', ...span }, at, call),
    // OpenIM looks for a part of the id.
    keep: userID === null ? null : (row: WireLog) => row.userID === userID,
  });
}

export const ClientLog = {
  id: ({ logID }: WireLog) => logID,
  user: ({ userID }: WireLog, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(userID, context, info),
  fileName: ({ filename }: WireLog) => filename,
  url: ({ url }: WireLog) => addressOf(url),
  platform: ({ platform }: WireLog) => wordsOf(platform),
  version: ({ version }: WireLog) => wordsOf(version),
  ex: ({ ex }: WireLog) => wordsOf(ex),
  createdAt: ({ createTime }: WireLog) => timeAtLeast(createTime),
};

export async function deleteLogs(
  _: unknown,
  { ids, reason }: { ids: readonly string[]; reason: string },
  context: OpenIMContext,
): Promise<readonly string[]> {
  const why = reasonOf(reason);
  if (ids.length < 1 || ids.length > MOST_ROWS) throw badInput('ids', `1 to ${MOST_ROWS} ids are expected`);
  const logIDs = [...new Set(ids)];
  const entry = { action: 'logs.delete', target: null, reason: why, before: { logIDs } };
  await recorded(context, entry, () => context.openim.devices.deleteLogs(logIDs, context.call));
  return logIDs;
}
