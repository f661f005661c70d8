import { setImmediate as breathe } from 'node:timers/promises';
import { validate } from 'graphql';
import type { Ground } from './ground.ts';

/** Most of what clients ask is a few dozen operations. */
const MOST = 200;

/**
 * Plans on a new ground what was asked most on the old one, one by one, so that requests are answered between. What
 * is not valid there any more is left to who asks it; so is what was cut by scopes, which may be others now.
 */
export async function warm(next: Ground, before: Ground): Promise<void> {
  for (const asked of before.compiled.favourites(MOST)) {
    if (asked.queryHash.includes(':') || validate(next.schema, asked.document).length > 0) continue;
    next.compiled.ready(asked);
    await breathe();
  }
}
