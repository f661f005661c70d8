import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import type { OpenIMContext } from '../context.ts';
import { pageOf } from '../lists.ts';
import { addressOf, timeAtLeast, wordsOf } from '../model/json.ts';
import type { WireLog } from '../rest/wire.ts';
import { person } from './people.ts';

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
