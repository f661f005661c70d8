import type { Knex } from 'knex';
import type { AuditActor, AuditLog } from '../kit/audit.ts';
import { badInput, Fault } from '../kit/fault.ts';
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

/** A row as it was read, or what is wrong with it; `at` counts from 1. */
interface Read {
  readonly at: number;
  readonly row: Row | null;
  readonly fault: Fault | null;
}

export interface Linking {
  readonly db: Knex;
  readonly audit: AuditLog;
  readonly by: AuditActor;
}

/** Rows of one statement. */
const BATCH = 1_000;

/**
 * Gives accounts to people whom OpenIM knows: all of them, or, where one row is wrong, none. An address that a row does
 * not name stays what it was.
 */
export async function linkPeople({ db, audit, by }: Linking, people: readonly Person[]): Promise<Linked> {
  const read = unlikeOthers(people.map((person, index) => readPerson(person, index + 1)));
  return db.transaction(async (on) => {
    // Nobody may take an address between the look and the deed.
    await on.raw('lock table identity.accounts in share row exclusive mode');
    const faults = (await unlikeAccounts(on, read)).flatMap(({ fault }) => fault ?? []);
    if (faults.length > 0) return { linked: 0, faults };
    const rows = read.flatMap(({ row }) => row ?? []);
    let linked = 0;
    for (let from = 0; from < rows.length; from += BATCH) linked += await link(on, rows.slice(from, from + BATCH));
    const entry = { action: 'users.import', target: null, reason: null, after: { linked } };
    if (linked > 0) await audit.record(by, entry, on);
    return { linked, faults: [] };
  });
}

function readPerson(person: Person, at: number): Read {
  const field = (name: string): string => `row ${at}, ${name}`;
  try {
    // Rows come from a file, where a number may stand for a phone.
    for (const [name, value] of Object.entries(person))
      if (value != null && typeof value !== 'string') throw badInput(field(name), 'a text is expected, in quotes');
    const { userID, nickname, phone, email } = person;
    // OpenIM itself takes any letters, digits and `_`.
    if (!/^[\p{L}\p{N}_]+$/u.test(userID ?? ''))
      throw badInput(field('userID'), "an OpenIM userID is expected: letters, digits and '_'");
    if (!phone && !email) throw badInput(`row ${at}`, 'a phone or an email is expected');
    const row = {
      user_id: userID,
      nickname: nickname || userID,
      phone: phone ? phoneOf(phone, field('phone')) : null,
      email: email ? emailOf(email, field('email')) : null,
    };
    return { at, row, fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { at, row: null, fault: error };
  }
}

const refused = ({ at, fault }: Read, expected: string): Read => ({
  at,
  row: null,
  fault: fault ?? badInput(`row ${at}`, expected),
});

function unlikeOthers(read: readonly Read[]): readonly Read[] {
  const seen = new Set<string>();
  return read.map((one) => {
    const values = Object.entries({ ...one.row, nickname: null }).flatMap(([key, value]) =>
      value === null ? [] : `${key} ${value}`,
    );
    const known = values.some((value) => seen.has(value));
    for (const value of values) seen.add(value);
    return known ? refused(one, 'a userID, phone and email that no other row has are expected') : one;
  });
}

/** Addresses that another account has: whoever holds the address would sign in as somebody else. */
async function unlikeAccounts(on: Knex, read: readonly Read[]): Promise<readonly Read[]> {
  const owners = {
    phone: await ownersOf('phone', on, read),
    email: await ownersOf('email', on, read),
  };
  return read.map((one) => {
    if (one.row === null) return one;
    const { user_id, phone, email } = one.row;
    const others = [owners.phone.get(phone), owners.email.get(email)];
    const taken = others.some((owner) => owner !== undefined && owner !== user_id);
    return taken ? refused(one, 'a phone and an email that no other account has are expected') : one;
  });
}

async function ownersOf(
  channel: 'phone' | 'email',
  on: Knex,
  read: readonly Read[],
): Promise<ReadonlyMap<string | null, string>> {
  const addresses = read.flatMap(({ row }) => row?.[channel] ?? []);
  const rows = await on
    .table('identity.accounts')
    .whereRaw('?? = any(?)', [channel, addresses])
    .select<Row[]>('user_id', channel);
  return new Map(rows.map((row) => [row[channel], row.user_id]));
}

async function link(on: Knex, rows: readonly Row[]): Promise<number> {
  const kept = await on
    .table('identity.accounts')
    .insert(rows.map((row) => ({ ...row, registered_at: on.fn.now() })))
    .onConflict('user_id')
    .merge({
      phone: on.raw('coalesce(excluded.phone, accounts.phone)'),
      email: on.raw('coalesce(excluded.email, accounts.email)'),
    })
    .whereRaw(
      '(coalesce(excluded.phone, accounts.phone), coalesce(excluded.email, accounts.email))' +
        ' is distinct from (accounts.phone, accounts.email)',
    )
    .returning('user_id');
  return kept.length;
}
