import type { Knex } from 'knex';
import { Fault } from '../kit/fault.ts';
import { newUserID } from './ids.ts';
import type { Destination } from './otp/destination.ts';

/** SQLSTATE. */
const UNIQUE_VIOLATION = '23505';

export interface Account {
  readonly userID: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly nickname: string;
  /** Whether OpenIM is known to have this user. */
  readonly registered: boolean;
}

interface AccountRow {
  readonly user_id: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly nickname: string;
  readonly registered_at: Date | null;
}

export interface NewAccount {
  readonly to: Destination;
  readonly nickname: string;
  /** Who let them in. */
  readonly invitationID: string | null;
}

/** Our record of a person: their id in OpenIM, and how they are reached. */
export interface Accounts {
  /** The account of an address. */
  at(destination: Destination, on: Knex): Promise<Account | null>;
  /** Resolves with the new userID. */
  make(account: NewAccount, on: Knex): Promise<string>;
  /** ADDRESS_TAKEN where another account has it. */
  setAddress(userID: string, to: Destination, on: Knex): Promise<void>;
  byIDs(userIDs: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  markRegistered(userID: string): Promise<void>;
}

export function createAccounts(db: Knex): Accounts {
  const table = (on: Knex = db) => on.table('identity.accounts');

  return {
    async at({ channel, address }, on) {
      const [known] = await table(on)
        .where({ [channel]: address })
        .select<AccountRow[]>();
      return known === undefined ? null : account(known);
    },
    async make({ to: { channel, address }, nickname, invitationID }, on) {
      const user_id = newUserID();
      await table(on).insert({ user_id, [channel]: address, nickname, invitation_id: invitationID });
      return user_id;
    },
    async setAddress(userID, { channel, address }, on) {
      try {
        await table(on)
          .where({ user_id: userID })
          .update({ [channel]: address });
      } catch (error) {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new Fault('ADDRESS_TAKEN') : error;
      }
    },
    async byIDs(userIDs) {
      const rows = await table().whereIn('user_id', userIDs).select<AccountRow[]>();
      return new Map(rows.map((row) => [row.user_id, account(row)]));
    },
    markRegistered: async (userID) => {
      await table().where({ user_id: userID }).whereNull('registered_at').update({ registered_at: db.fn.now() });
    },
  };
}

const account = ({ user_id, phone, email, nickname, registered_at }: AccountRow): Account => ({
  userID: user_id,
  phone,
  email,
  nickname,
  registered: registered_at !== null,
});

/** Until the transaction ends: what changes a person's sessions happens one after the other. */
export async function holdPerson(on: Knex, userID: string): Promise<void> {
  await on.table('identity.accounts').where({ user_id: userID }).forNoKeyUpdate().select('user_id');
}
