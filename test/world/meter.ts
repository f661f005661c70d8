import pg from 'pg';

/** Counts the SQL statements of this process, whoever makes them. */
export interface Statements {
  readonly count: number;
  stop(): void;
}

export function countStatements(): Statements {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: never[]) {
    count += 1;
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
