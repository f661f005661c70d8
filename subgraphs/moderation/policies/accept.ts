import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../../kit/fault.ts';
import type { SharedHash, SharedHashes } from '../../kit/shared-hashes.ts';
import { insertListed, keepVersion, lockList, type WordListRow } from '../rules/word-store.ts';
import { PolicyRefusal } from './document.ts';
import type { Reading } from './opening.ts';
import { type SubscriptionRow, subscriptions } from './subscriptions.ts';

/** What came with it. */
export interface Arrived {
  readonly etag: string | null;
  readonly db: Knex;
  readonly sharedHashes: SharedHashes;
}

/** Puts a good document in force, whole; false where somebody else has the subscription by now, or nobody. */
export async function accept(
  { id, lease, version }: SubscriptionRow,
  { head, pages }: Reading,
  { db, etag, sharedHashes }: Arrived,
): Promise<boolean> {
  const { issuer, list, digest, passedOver: passed_over, expiresAt: expires_at } = head;
  return db.transaction(async (on) => {
    const held = await subscriptions(on).where({ id, lease }).forUpdate().first<SubscriptionRow | undefined>();
    if (held === undefined) return false;
    // Signed anew, its entries are the same.
    const isNew = version === null || head.version > Number(version);
    if (isNew) {
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
    // Last, because nobody writes down what files are meanwhile.
    if (isNew && held.files_list_id !== null) {
      const from = { id: held.files_list_id, provenance: `${issuer}, ${list}, version ${head.version}` };
      await sharedHashes.fill(from, await hashesIn(pages('hashes')), on).catch(refusedAsTooMany);
    }
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

/** More than all lists together may hold are refused before they are written. */
const MOST_HASHES = 200_000;

async function hashesIn(pages: Pages): Promise<readonly SharedHash[]> {
  const hashes: SharedHash[] = [];
  for await (const page of pages) {
    for (const [entry, reason] of page) {
      const [kind, hash = ''] = entry.split(':');
      hashes.push({ kind: kind as SharedHash['kind'], hash, reason });
    }
    if (hashes.length > MOST_HASHES) throw tooMany();
  }
  return hashes;
}

function refusedAsTooMany(error: unknown): never {
  if (error instanceof Fault && error.reason === 'TOO_MANY') throw tooMany();
  throw error;
}

const tooMany = (): PolicyRefusal =>
  new PolicyRefusal('TOO_LARGE', `With its hashes, all lists of files together would have more than ${MOST_HASHES}.`);
