import type { Knex } from 'knex';
import { boundToWebhookSecret } from '../kit/seal.ts';
import { boundToKey } from './admins/key-ring.ts';
import { boundToAdmin } from './admins/totp.ts';
import type { SessionKEK } from './keys/kek.ts';
import { type Rewrapped, rewrap, type SealedColumn } from './keys/rotate-kek.ts';
import { boundTo } from './sessions/session.ts';

/** All that is kept encrypted under SESSION_KEK for longer than a few minutes. */
const SEALED: readonly SealedColumn[] = [
  {
    table: 'identity.sessions',
    id: 'id',
    sealed: 'sealed_key',
    with: ['user_id'],
    bound: ({ id = '', user_id = '' }) => boundTo({ id, user_id }),
  },
  {
    table: 'identity.admin_totp',
    id: 'admin_id',
    sealed: 'sealed_secret',
    bound: ({ admin_id = '' }) => boundToAdmin(admin_id),
  },
  { table: 'identity.admin_keys', id: 'kid', sealed: 'sealed_key', bound: ({ kid = '' }) => boundToKey(kid) },
  {
    table: 'events.webhook_secrets',
    id: 'id',
    sealed: 'sealed_secret',
    bound: ({ id = '' }) => boundToWebhookSecret(id),
  },
];

/** `npm run admin -- rotate-kek`: afterwards the older keys can be taken out of SESSION_KEK. */
export async function rotateKEK(db: Knex, kek: SessionKEK): Promise<readonly Rewrapped[]> {
  const done: Rewrapped[] = [];
  for (const column of SEALED) {
    // Another part's, which may not have been started on this database yet.
    const { rows } = await db.raw('select to_regclass(?) is not null as there', [column.table]);
    if (rows[0].there) done.push(await rewrap(db, kek, column));
  }
  return done;
}
