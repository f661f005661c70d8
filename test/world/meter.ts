import pg from 'pg';

/**
 * What nodes do by themselves, now and then: they claim what is due past each other's locks, they keep what OpenIM tells
 * and deliver it (all of the schema `events`, graphile-worker's `events_worker`, and the archive, which is told). And
 * what is written behind an answer, of this request or an earlier one, and the fetching of links.
 */
const BY_ITSELF =
  /skip locked|events_worker|\bevents"?\.|message_index as kept|insert into "(openim"."message_index|identity"."directory)"|link_hosts|"media"."(link_previews|blocked_link_domains)"/i;

const textOf = (statement: string | { readonly text?: string } | undefined): string =>
  typeof statement === 'string' ? statement : (statement?.text ?? '');

/** Counts the SQL statements of this process that its requests wait for. */
export interface Statements {
  readonly count: number;
  stop(): void;
}

export function countStatements(): Statements {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: never[]) {
    if (!BY_ITSELF.test(textOf(given[0]))) count += 1;
    return Reflect.apply(query, this, given);
  } as typeof query;
  return {
    get count() {
      return count;
    },
    stop: () => {
      pg.Client.prototype.query = query;
    },
  };
}

/** Calls to OpenIM by route, as the gateway's own metrics count them. */
export async function upstreamCalls(url: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const calls = new Map<string, number>();
  for (const [, route = '', count] of text.matchAll(/^gateway_upstream_seconds_count\{route="([^"]+)".*\} (\d+)$/gm))
    calls.set(route, (calls.get(route) ?? 0) + Number(count));
  return calls;
}
