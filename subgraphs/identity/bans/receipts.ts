import type { Knex } from 'knex';
import type { PlatformID } from '../../kit/viewer.ts';

/** What is closed: our record, our sessions on every node, or OpenIM on a platform. */
export type Surface = 'RECORD' | 'SESSIONS' | PlatformID;

export interface Receipt {
  readonly surface: Surface;
  /** Null: it is still tried. */
  readonly at: Date | null;
}

interface Row {
  readonly order_id: string;
  readonly surface: PlatformID | 0;
  readonly closed_at: Date | null;
}

const numberOf = (platform: PlatformID | null): number => platform ?? 0;

/** In the transaction of the order: nothing of it is closed yet. */
export async function openReceipts(orderID: string, platforms: readonly PlatformID[], on: Knex): Promise<void> {
  const surfaces = [null, ...platforms].map(numberOf);
  await on.table('identity.receipts').insert(surfaces.map((surface) => ({ order_id: orderID, surface })));
}

/** `platform` null: the sessions. */
export async function closeReceipt(orderID: string, platform: PlatformID | null, db: Knex): Promise<void> {
  await db
    .table('identity.receipts')
    .where({ order_id: orderID, surface: numberOf(platform) })
    .whereNull('closed_at')
    .update({ closed_at: new Date() });
}

/** By order, without the record itself: that is there as soon as anybody can ask. */
export async function receiptsOf(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Receipt[]>> {
  const rows = await db.table('identity.receipts').whereIn('order_id', ids).orderBy('surface').select<Row[]>();
  const receipts = Map.groupBy(rows, ({ order_id }) => order_id);
  return new Map(
    Array.from(receipts, ([id, closed]) => [
      id,
      closed.map(({ surface, closed_at }) => ({ surface: surface === 0 ? 'SESSIONS' : surface, at: closed_at })),
    ]),
  );
}
