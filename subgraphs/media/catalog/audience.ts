import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { RequestScope } from '../../kit/request.ts';
import type { Store } from '../../kit/store.ts';
import { asViewer } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import { type PackRow, packs } from './rows.ts';

/** What decides which packs somebody may use: an admin any that is published. */
export type Circle =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'USER'; readonly userID: string; readonly groupIDs: readonly string[] };

/** ms that somebody who left a group may go on sending its stickers, and who joined one may wait for them. */
const REMEMBERED_MS = 60_000;

export interface Audience {
  /** Asks OpenIM only where a published pack is for groups. Rejects where OpenIM cannot be asked. */
  circleOf(scope: RequestScope): Promise<Circle>;
}

export function createAudience({ db, store, openim }: { db: Knex; store: Store; openim: OpenIM }): Audience {
  /** Of these groups, those that the viewer is in. */
  async function joined(groupIDs: readonly string[], userID: string, scope: RequestScope): Promise<readonly string[]> {
    const asked = createHash('sha256').update(JSON.stringify(groupIDs)).digest('base64url').slice(0, 16);
    const key = `media:circle:${userID}:${asked}`;
    const kept = await store.get(key).catch(() => null);
    if (kept !== null) return JSON.parse(kept) as string[];
    const own = new Set(await openim.groups.joinedIDs(userID, asViewer(scope.viewer, scope)));
    const circle = groupIDs.filter((id) => own.has(id));
    await store.set(key, JSON.stringify(circle), { ttl: REMEMBERED_MS }).catch(() => false);
    return circle;
  }

  return {
    async circleOf(scope) {
      const { viewer } = scope;
      if (viewer.kind !== 'user') return { kind: 'ALL' };
      const rows = await packs(db)
        .where({ state: 'PUBLISHED' })
        .whereRaw(`p.group_ids <> '{}'`)
        .select<{ id: string }[]>(db.raw('distinct unnest(p.group_ids) as id'));
      const groupIDs = rows.map(({ id }) => id).sort();
      const userID = viewer.id;
      return { kind: 'USER', userID, groupIDs: groupIDs.length === 0 ? [] : await joined(groupIDs, userID, scope) };
    },
  };
}

/** Those published packs (`p`) that are for whoever is in this circle. */
export const within =
  (circle: Circle) =>
  (query: Knex.QueryBuilder): void => {
    query.where('p.state', 'PUBLISHED');
    if (circle.kind === 'ALL') return;
    query.whereRaw(
      `((p.entitlement is null and p.group_ids = '{}') or p.group_ids && ?::text[] or exists (
        select from media.sticker_entitlements e where e.name = p.entitlement and e.user_id = ?))`,
      [[...circle.groupIDs], circle.userID],
    );
  };

/** Whether a pack is for these people by itself, before anybody's groups and entitlements are looked at. */
export const isForEverybody = ({ entitlement, group_ids }: PackRow): boolean =>
  entitlement === null && group_ids.length === 0;
