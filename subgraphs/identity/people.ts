import type { Knex } from 'knex';
import { badInput, type Fault } from '../kit/fault.ts';
import { emailOf, phoneOf } from './otp/destination.ts';

/** Somebody who exists in OpenIM already, and how they are reached. */
export interface Person {
  readonly userID: string;
  readonly nickname?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

export interface Linked {
  /** Accounts that were made or changed; linking the same people again changes nothing. */
  readonly linked: number;
  /** One for each row that is wrong. Then nothing was changed at all. */
  readonly faults: readonly Fault[];
}

interface Row {
  readonly user_id: string;
  readonly nickname: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Gives accounts to people whom OpenIM knows: all of them, or, where one row is wrong, none. */
export async function linkPeople(db: Knex, people: readonly Person[]): Promise<Linked> {
  const { rows, faults } = read(people);
  if (faults.length > 0) return { linked: 0, faults };
  return db.transaction(async (on) => {
    const taken = await conflicts(on, rows);
    if (taken.length > 0) return { linked: 0, faults: taken };
    let linked = 0;
    for (const row of rows) linked += await link(on, row);
    return { linked, faults: [] };
  });
}

function read(people: readonly Person[]): { rows: Row[]; faults: Fault[] } {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  people.forEach((person, index) => {
    try {
      const row = rowOf(person, `row ${index + 1}`);
      for (const value of [row.user_id, row.phone, row.email]) {
        if (value === null) continue;
        if (seen.has(value))
          throw badInput(`row ${index + 1}`, 'a userID, phone and email that no other row has are expected');
        seen.add(value);
      }
      rows.push(row);
    } catch (fault) {
      faults.push(fault as Fault);
    }
  });
  return { rows, faults };
}

function rowOf({ userID, nickname, phone, email }: Person, at: string): Row {
  // OpenIM itself takes any letters, digits and `_`.
  if (!/^[\p{L}\p{N}_]+$/u.test(userID))
    throw badInput(`${at}, userID`, "an OpenIM userID is expected: letters, digits and '_'");
  if (!phone && !email) throw badInput(at, 'a phone or an email is expected');
  return {
    user_id: userID,
    nickname: nickname || userID,
    phone: phone ? phoneOf(phone, `${at}, phone`) : null,
    email: email ? emailOf(email, `${at}, email`) : null,
  };
}

/** Addresses that another account has: whoever holds the address would sign in as somebody else. */
async function conflicts(on: Knex, rows: readonly Row[]): Promise<Fault[]> {
  const of = <K extends 'phone' | 'email'>(key: K) => rows.flatMap((row) => row[key] ?? []);
  const found = await on
    .table('identity.accounts')
    .whereIn('phone', of('phone'))
    .orWhereIn('email', of('email'))
    .select<Row[]>('user_id', 'phone', 'email');
  return rows.flatMap((row, index) => {
    const other = found.find(
      ({ user_id, phone, email }) =>
        user_id !== row.user_id && ((phone !== null && phone === row.phone) || (email !== null && email === row.email)),
    );
    return other === undefined
      ? []
      : [badInput(`row ${index + 1}`, 'a phone and an email that no other account has are expected')];
  });
}

const link = async (on: Knex, row: Row): Promise<number> => {
  const kept = await on
    .table('identity.accounts')
    .insert({ ...row, registered_at: on.fn.now() })
    .onConflict('user_id')
    .merge({ phone: row.phone, email: row.email })
    .whereRaw('(accounts.phone, accounts.email) is distinct from (excluded.phone, excluded.email)')
    .returning('user_id');
  return kept.length;
};
