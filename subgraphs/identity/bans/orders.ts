import type { Knex } from 'knex';
import type { PlatformID } from '../../kit/viewer.ts';
import { holdPerson } from '../accounts.ts';
import type { Endings } from '../sessions/endings.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { openReceipts } from './receipts.ts';

/** That somebody is signed out on some platforms: of a ban, on all. */
export interface Order {
  readonly id: string;
  readonly userID: string;
  readonly platforms: readonly PlatformID[];
}

export interface OrderParts {
  readonly sessions: Sessions;
  readonly endings: Endings;
}

/**
 * In the transaction of the record that it is for: the sessions end, and what is owed for it is written down. Nobody
 * signs in meanwhile. Once that is done, `endings.pay` goes after what is not ours.
 */
export async function give(order: Order, { sessions, endings }: OrderParts, on: Knex.Transaction): Promise<void> {
  const { id, userID, platforms } = order;
  await holdPerson(on, userID);
  const ended = await sessions.end((query) => query.where({ user_id: userID }).whereIn('platform', platforms), on);
  await openReceipts(id, platforms, on);
  await endings.oweOrder(order, ended, on);
}
