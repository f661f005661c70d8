import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';

/** Which request something is done for: chores, the delivery of events and OpenIM's callbacks are for none that asks. */
const askedBy = new AsyncLocalStorage<boolean>();
subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  askedBy.enterWith(!request.url?.startsWith('/webhooks/'));
});

/**
 * What a request leaves to be done behind its answer, and what it wakes: what is due is claimed past each other's locks,
 * events are kept and delivered, what was seen is written down, links are fetched.
 */
const BEHIND =
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
    if (askedBy.getStore() === true && !BEHIND.test(textOf(given[0]))) count += 1;
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
