import type { Knex } from 'knex';
import { badInput, Fault } from '../../kit/fault.ts';
import { type Account, type Accounts, holdPerson } from '../accounts.ts';
import { newID } from '../ids.ts';
import type { Challenges } from '../otp/challenges.ts';
import type { Dispatch } from '../otp/delivery/dispatch.ts';
import type { Destination } from '../otp/destination.ts';

export interface AddressChangeParts {
  readonly db: Knex;
  readonly accounts: Accounts;
  readonly challenges: Challenges;
  readonly dispatch: Dispatch;
}

/** A change that waits for its two codes. */
export interface OpenChange {
  readonly id: string;
  readonly expiresAt: Date;
  /** Where the second code went. */
  readonly provedAt: Destination;
}

export interface Confirmation {
  readonly id: string;
  readonly newCode: string;
  readonly currentCode: string;
}

/** A person's phone or e-mail becomes another one: with a fresh code from the new end and one from an end they have. */
export interface AddressChanges {
  /** Where the second code goes: the address that is replaced, else the other one. */
  provedAt(userID: string, to: Destination): Promise<Destination>;
  open(who: { userID: string; to: Destination; provedAt: Destination; language: string }): Promise<OpenChange>;
  /** CODE_WRONG with the `field` of the code, CODE_EXPIRED; ADDRESS_TAKEN only for who proved that it is theirs. */
  confirm(userID: string, confirmation: Confirmation, language: string): Promise<void>;
  sweep(): Promise<void>;
}

interface ChangeRow {
  readonly id: string;
  readonly new_challenge: string;
  readonly current_challenge: string;
}

export function createAddressChanges({ db, accounts, challenges, dispatch }: AddressChangeParts): AddressChanges {
  const table = (on: Knex = db) => on.table('identity.address_changes');

  return {
    async provedAt(userID, to) {
      const account = await accountOf(accounts, userID);
      if (account[to.channel] === to.address)
        throw badInput(`input.${to.channel}`, 'another address than the present one is expected');
      const others = (['phone', 'email'] as const).filter((channel) => channel !== to.channel);
      for (const channel of [to.channel, ...others]) {
        const address = account[channel];
        if (address !== null) return { channel, address };
      }
      throw new Fault('NOT_FOUND', { what: 'An address of this account' });
    },

    async open({ userID, to, provedAt, language }) {
      const made = await challenges.open(to, 'newAddress');
      const current = await challenges.open(provedAt, 'currentAddress');
      const id = newID();
      const row = { id, user_id: userID, new_challenge: made.id, current_challenge: current.id };
      await table().insert({ ...row, expires_at: made.expiresAt });
      dispatch.send({ to, code: made.code, purpose: 'newAddress', language });
      dispatch.send({ to: provedAt, code: current.code, purpose: 'currentAddress', language });
      return { id, expiresAt: made.expiresAt, provedAt };
    },

    async confirm(userID, { id, newCode, currentCode }, language) {
      const change = await table().where({ id, user_id: userID }).first<ChangeRow | undefined>();
      if (change === undefined) throw new Fault('CODE_EXPIRED');
      const to = await solve(challenges, change.new_challenge, { field: 'newCode', code: newCode });
      await solve(challenges, change.current_challenge, { field: 'currentCode', code: currentCode });
      const before = await db.transaction(async (on) => {
        await challenges.use(change.new_challenge, on);
        await challenges.use(change.current_challenge, on);
        await holdPerson(on, userID);
        await table(on).where({ id }).delete();
        const account = await accountOf(accounts, userID);
        await accounts.setAddress(userID, to, on);
        return account[to.channel];
      });
      if (before === null) return;
      dispatch.send({ to: { channel: to.channel, address: before }, code: '', purpose: 'addressChanged', language });
    },

    sweep: async () => {
      await table().where('expires_at', '<', db.fn.now()).delete();
    },
  };
}

async function accountOf(accounts: Accounts, userID: string): Promise<Account> {
  const account = (await accounts.byIDs([userID])).get(userID);
  if (account === undefined) throw new Fault('NOT_FOUND', { what: 'The account' });
  return account;
}

type Trying = { readonly field: 'newCode' | 'currentCode'; readonly code: string };

async function solve(challenges: Challenges, id: string, { field, code }: Trying): Promise<Destination> {
  try {
    return await challenges.solve(id, code, field === 'newCode' ? 'newAddress' : 'currentAddress');
  } catch (error) {
    throw error instanceof Fault ? new Fault(error.reason, { ...error.extensions, field }) : error;
  }
}
