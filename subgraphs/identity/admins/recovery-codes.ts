import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { hash } from './sign-ins.ts';

const COUNT = 10;
/** Crockford's: nothing that is read as something else. Sixteen of them are 80 bits, so that a plain hash hides them. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** What lets an admin in who has lost their second factor: shown once, kept as hashes, good once each. */
export interface RecoveryCodes {
  /** Ten new ones; those of before are good no longer. */
  renew(adminID: string, on?: Knex): Promise<readonly string[]>;
  take(adminID: string, code: string): Promise<boolean>;
  left(adminIDs: readonly string[]): Promise<ReadonlyMap<string, number>>;
  remove(adminID: string, on?: Knex): Promise<void>;
}

export function createRecoveryCodes(db: Knex): RecoveryCodes {
  const table = (on = db) => on.table('identity.admin_recovery_codes');
  const remove = async (adminID: string, on = db): Promise<void> => {
    await table(on).where({ admin_id: adminID }).delete();
  };

  return {
    async renew(adminID, on = db) {
      const codes = Array.from({ length: COUNT }, newCode);
      await remove(adminID, on);
      await table(on).insert(codes.map((code) => ({ admin_id: adminID, code_hash: hashOf(adminID, code) })));
      return codes;
    },

    async take(adminID, code) {
      if (!CODE.test(plain(code))) return false;
      const row = { admin_id: adminID, code_hash: hashOf(adminID, code) };
      return (await table().where(row).whereNull('used_at').update({ used_at: db.fn.now() })) === 1;
    },

    async left(adminIDs) {
      const rows = await table()
        .whereIn('admin_id', adminIDs)
        .whereNull('used_at')
        .groupBy('admin_id')
        .select<{ admin_id: string; count: string }[]>('admin_id', db.raw('count(*) as count'));
      return new Map(rows.map((row) => [row.admin_id, Number(row.count)]));
    },

    remove,
  };
}

/** As people write it: in fours, in any case, an O for a zero. */
const plain = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

const hashOf = (adminID: string, code: string): string => hash(`${adminID}:${plain(code)}`);

const newCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join(
    '-',
  );
