import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Knex } from 'knex';
import type { Holder, PersonalSpan } from '../../kit/personal-data.ts';
import { newID } from '../ids.ts';
import { archiveOf } from './archive.ts';

const LIFE_MS = 15 * 60_000;

export interface Ticket {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Copies of everything that is held about a person. Nothing is kept of a copy: it is made while it is downloaded. */
export interface Exports {
  /** In the transaction that records who asked. Good for one download, within a quarter of an hour. */
  issue(userID: string, on: Knex): Promise<Ticket>;
  /** The archive; null for a ticket that is none, or was used. */
  open(secret: string, span: PersonalSpan): Promise<Readable | null>;
  sweep(): Promise<void>;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function createExports(db: Knex, holders: () => readonly Holder[]): Exports {
  const table = (on: Knex = db) => on.table('identity.exports');
  return {
    async issue(userID, on) {
      const secret = `${newID()}${newID()}`;
      const expiresAt = new Date(Date.now() + LIFE_MS);
      await table(on).insert({ secret_hash: hashOf(secret), user_id: userID, expires_at: expiresAt });
      return { secret, expiresAt };
    },
    async open(secret, span) {
      const [ticket] = await table()
        .where({ secret_hash: hashOf(secret) })
        .where('expires_at', '>', db.fn.now())
        .delete()
        .returning<{ user_id: string }[]>('user_id');
      return ticket === undefined ? null : archiveOf(ticket.user_id, holders(), span);
    },
    sweep: async () => {
      await table().where('expires_at', '<', db.fn.now()).delete();
    },
  };
}
