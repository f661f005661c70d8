import type { Knex } from 'knex';
import { newUserID } from './ids.ts';
import type { Destination } from './otp/destination.ts';

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

/** Our record of a person: their id in OpenIM, and how they are reached. */
export interface Accounts {
  /** The account of an address; made with `nickname` where there is none. */
  of(destination: Destination, nickname: string): Promise<Account>;
  byIDs(userIDs: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  markRegistered(userID: string): Promise<void>;
}

export function createAccounts(db: Knex): Accounts {
  const table = () => db.table('identity.accounts');

  return {
    async of({ channel, address }, nickname) {
      const [known] = await table()
        .where({ [channel]: address })
        .select<AccountRow[]>();
      if (known !== undefined) return account(known);
      // Two devices may verify at once: one of them makes the account, both get it.
      await table()
        .insert({ user_id: newUserID(), [channel]: address, nickname })
        .onConflict(channel)
        .ignore();
      const [made] = await table()
        .where({ [channel]: address })
        .select<AccountRow[]>();
      return account(made as AccountRow);
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
