import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { ID, newID } from '../ids.ts';

const LIFE_MS = 5 * 60_000;

type Kind = 'registration' | 'login';

/** What a browser hands to an authenticator, and the id that its answer comes back with. */
export interface Ceremony {
  readonly id: string;
  /** `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`. */
  readonly options: object;
  readonly expiresAt: Date;
}

/** Challenges of passkeys: for five minutes, for one answer. */
export interface Ceremonies {
  begin(asked: { kind: Kind; adminID: string | null; options: { challenge: string } }): Promise<Ceremony>;
  /** The challenge, once. Throws PASSKEY_REFUSED. */
  take(asked: { kind: Kind; adminID: string | null; id: string }): Promise<string>;
  sweep(): Promise<void>;
}

export function createCeremonies(db: Knex): Ceremonies {
  const table = () => db.table('identity.admin_ceremonies');
  return {
    async begin({ kind, adminID, options }) {
      const id = newID();
      const expiresAt = new Date(Date.now() + LIFE_MS);
      const { challenge } = options;
      await table().insert({ id, kind, admin_id: adminID, challenge, expires_at: expiresAt });
      return { id, options, expiresAt };
    },

    async take({ kind, adminID, id }) {
      if (!ID.test(id)) throw new Fault('PASSKEY_REFUSED');
      const [taken] = await table()
        .where({ id, kind, admin_id: adminID })
        .where('expires_at', '>', db.fn.now())
        .delete()
        .returning<{ challenge: string }[]>('challenge');
      if (taken === undefined) throw new Fault('PASSKEY_REFUSED');
      return taken.challenge;
    },

    sweep: async () => {
      await table().where('expires_at', '<', db.fn.now()).delete();
    },
  };
}
