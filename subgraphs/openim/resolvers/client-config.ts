import type { GraphQLResolveInfo } from 'graphql';
import type { Connection, PageArguments } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { pageOf } from '../lists.ts';
import type { WireClientConfig } from '../rest/wire.ts';
import { person } from './people.ts';

export const ClientConfig = {
  id: ({ userID, key }: WireClientConfig) => `${userID}:${key}`,
  user: ({ userID }: WireClientConfig, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(userID, context, info),
};

/** What counts for the viewer: everybody's, and their own instead where both are there. */
export async function clientConfig(_: unknown, __: unknown, context: OpenIMContext): Promise<WireClientConfig[]> {
  const { id } = userOf(context);
  const { clientConfigs } = context.openim;
  const sets = await Promise.all(
    ['', id].map(async (userID) =>
      Object.entries(await clientConfigs.get(userID, context.call)).map(([key, value]) => ({ userID, key, value })),
    ),
  );
  const byKey = new Map(sets.flat().map((row) => [row.key, row]));
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

interface Filter {
  readonly userID?: string | null;
  readonly key?: string | null;
}

export const clientConfigs = (
  _: unknown,
  { userID, key, ...page }: PageArguments & Filter,
  { openim, call }: OpenIMContext,
): Promise<Connection<WireClientConfig>> =>
  pageOf({
    ...page,
    list: `clientConfigs ${JSON.stringify([userID, key])}`,
    load: (at) => openim.clientConfigs.page({ userID: userID ?? '', key: key ?? '' }, at, call),
  });
