import { join } from 'node:path';
import type { Knex } from 'knex';
import { migrate } from '../kit/database.ts';

/** Brings identity's tables up to date; for commands that come before the first start, too. */
export const migrateIdentity = (db: Knex): Promise<void> =>
  migrate(db, { schema: 'identity', directory: join(import.meta.dirname, 'migrations') });
