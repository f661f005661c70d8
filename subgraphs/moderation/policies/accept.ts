import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { insertListed, keepVersion, lockList, type WordListRow } from '../rules/word-store.ts';
import type { Reading } from './opening.ts';
import { type SubscriptionRow, subscriptions } from './subscriptions.ts';

/** What came with it. */
export interface Arrived {
  readonly etag: string | null;
}

/** Puts a good document in force, whole; false where somebody else has the subscription by now, or nobody. */
export async function accept(
  { id, lease, version }: SubscriptionRow,
  { head, pages }: Reading,
  { db, etag }: Arrived & { readonly db: Knex },
): Promise<boolean> {
  const { issuer, list, digest, passedOver: passed_over, expiresAt: expires_at } = head;
  return db.transaction(async (on) => {
    const held = await subscriptions(on).where({ id, lease }).forUpdate().first<SubscriptionRow | undefined>();
    if (held === undefined) return false;
    // Signed anew, its entries are the same.
    if (version === null || head.version > Number(version)) {
      const source = { issuer, version: head.version };
      await fill(held.words_list_id, pages('words'), { on, source });
      await fill(held.domains_list_id, pages('domains'), { on, source });
    }
    await subscriptions(on)
      .where({ id })
      .update({
        ...{ issuer, list, version: head.version, digest, etag, passed_over, expires_at },
        accepted_at: on.fn.now(),
      });
    return true;
  });
}

type Pages = ReturnType<Reading['pages']>;

async function fill(
  listID: string,
  pages: Pages,
  { on, source }: { readonly on: Knex.Transaction; readonly source: { issuer: string; version: number } },
): Promise<void> {
  const before = await lockList(listID, on);
  const generation = sortableID();
  let size = 0;
  for await (const page of pages) {
    await insertListed(generation, page, on);
    size += page.length;
  }
  const [row] = await on
    .table('moderation.word_lists')
    .where({ id: listID })
    .update({
      ...{ generation, size, source: JSON.stringify(source), version: before.version + 1 },
      updated_at: on.fn.now(),
    })
    .returning<WordListRow[]>('*');
  const reason = `Version ${source.version} of ${source.issuer}`;
  await keepVersion(row as WordListRow, { added: size, removed: before.size, author: null, reason }, on);
}
