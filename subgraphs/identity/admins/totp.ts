import type { Knex } from 'knex';
import { generateSecret, generateURI, verify } from 'otplib';
import { Fault } from '../../kit/fault.ts';
import type { SessionKEK } from '../keys/kek.ts';

/** Seconds: one step to either side, because clocks differ and people are slow. */
const TOLERANCE = 30;
const ISSUER = 'openim-graphql';

export interface Enrolment {
  /** Base32, for an app that takes it by hand. */
  readonly secret: string;
  /** `otpauth://totp/…`, for a QR code. */
  readonly uri: string;
}

/** Codes of an authenticator app (RFC 6238). The secret is kept encrypted, and a code is good once. */
export interface TOTP {
  /** A new secret, which counts once a code of it was confirmed. Throws TOTP_ON where one counts already. */
  begin(admin: { id: string; email: string }): Promise<Enrolment>;
  /** True for the first right code of the secret that was begun; TOTP_NOT_BEGUN where none was. */
  confirm(adminID: string, code: string): Promise<boolean>;
  /** Whose is on. */
  on(adminIDs: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  /** Spends the code. */
  take(adminID: string, code: string): Promise<boolean>;
  remove(adminID: string, on?: Knex): Promise<void>;
}

interface Row {
  readonly sealed_secret: string;
  readonly last_step: string;
}

/** What the secret's seal is bound to: copied to another admin it does not open. */
export const boundToAdmin = (adminID: string): string => `admin totp ${adminID}`;

export function createTOTP(db: Knex, kek: SessionKEK): TOTP {
  const table = () => db.table('identity.admin_totp');

  /** Whether the code is right and newer than the last; then it is spent, in one statement, so that two cannot spend it. */
  async function spend(adminID: string, code: string, row: Row | undefined): Promise<boolean> {
    const secret = row === undefined ? null : kek.open(row.sealed_secret, boundToAdmin(adminID));
    if (secret === null || !/^\d{6}$/.test(code)) return false;
    const result = await verify({ secret: Buffer.from(secret).toString(), token: code, epochTolerance: TOLERANCE });
    if (!result.valid || !('timeStep' in result)) return false;
    const spent = await table()
      .where({ admin_id: adminID })
      .where('last_step', '<', result.timeStep)
      .update({ last_step: result.timeStep, confirmed_at: db.raw('coalesce(confirmed_at, now())') });
    return spent === 1;
  }

  return {
    async begin({ id, email }) {
      const secret = generateSecret();
      const row = {
        admin_id: id,
        sealed_secret: kek.seal(Buffer.from(secret), boundToAdmin(id)),
        created_at: new Date(),
        last_step: 0,
      };
      const begun = await table()
        .insert(row)
        .onConflict('admin_id')
        .merge()
        .whereNull('admin_totp.confirmed_at')
        .returning('admin_id');
      if (begun.length === 0) throw new Fault('TOTP_ON');
      return { secret, uri: generateURI({ issuer: ISSUER, label: email, secret }) };
    },

    async confirm(adminID, code) {
      const begun = await table().where({ admin_id: adminID }).whereNull('confirmed_at').first<Row | undefined>();
      if (begun === undefined) throw new Fault('TOTP_NOT_BEGUN');
      return spend(adminID, code, begun);
    },

    on: async (adminIDs) => {
      const ids = await table().whereIn('admin_id', adminIDs).whereNotNull('confirmed_at').pluck<string[]>('admin_id');
      return new Map(ids.map((id) => [id, true]));
    },

    take: async (adminID, code) =>
      spend(
        adminID,
        code,
        await table().where({ admin_id: adminID }).whereNotNull('confirmed_at').first<Row | undefined>(),
      ),

    remove: async (adminID, on = db) => {
      await on.table('identity.admin_totp').where({ admin_id: adminID }).delete();
    },
  };
}
