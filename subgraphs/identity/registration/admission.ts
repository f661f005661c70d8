import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import type { Account, Accounts } from '../accounts.ts';
import { holdPerson } from '../accounts.ts';
import type { Directory } from '../directory/directory.ts';
import { countNewAccount } from '../figures/count.ts';
import type { Challenges } from '../otp/challenges.ts';
import type { Destination } from '../otp/destination.ts';
import type { Invitations } from './invitations.ts';
import type { AdminSettings, RegistrationMode } from './mode.ts';
import type { Networks } from './networks.ts';
import type { Welcomes } from './welcomes.ts';

export interface AdmissionParts {
  readonly db: Knex;
  readonly accounts: Accounts;
  readonly challenges: Challenges;
  readonly directory: Directory;
  readonly settings: AdminSettings;
  readonly invitations: Invitations;
  readonly networks: Networks;
  readonly welcomes: Welcomes;
}

/** Somebody who has just proved that an address is theirs. */
export interface Applicant {
  readonly to: Destination;
  readonly challengeID: string;
  /** What a new person is called. */
  readonly nickname: string;
  readonly invitationCode: string | null;
  readonly ip: string;
}

export interface Admitted {
  readonly userID: string;
  /** Whether the account was made just now. */
  readonly newUser: boolean;
}

/**
 * Uses the code, and resolves with the account of its address; makes it where there is none and the rules let it be.
 * All or nothing: who is refused (no invitation, say) may come again with the same code.
 */
export type Admission = (applicant: Applicant) => Promise<Admitted>;

export const createAdmission =
  (parts: AdmissionParts): Admission =>
  (applicant) =>
    parts.db.transaction(async (on) => {
      await parts.challenges.use(applicant.challengeID, on);
      // Two devices may prove the same address at once: one of them makes the account.
      await on.raw('select pg_advisory_xact_lock(hashtext(?), hashtext(?))', [
        'identity.accounts',
        applicant.to.address,
      ]);
      const known = await parts.accounts.at(applicant.to, on);
      return known === null ? enter(parts, applicant, on) : comeBack(parts, known, { ip: applicant.ip, on });
    });

async function comeBack(
  { networks }: AdmissionParts,
  { userID }: Account,
  { ip, on }: { ip: string; on: Knex },
): Promise<Admitted> {
  await holdPerson(on, userID);
  await networks.check('SIGN_IN', ip, on);
  await networks.checkOwn(userID, ip, on);
  return { userID, newUser: false };
}

async function enter(
  parts: AdmissionParts,
  { to, nickname, invitationCode, ip }: Applicant,
  on: Knex,
): Promise<Admitted> {
  const { accounts, directory, invitations, networks, settings, welcomes } = parts;
  await networks.check('REGISTER', ip, on);
  const mode = await settings.read<RegistrationMode>('registration', 'OPEN', on);
  if (mode === 'CLOSED') throw new Fault('REGISTRATION_CLOSED');
  // An invitation that is shown counts in every mode: who gave it wants to know.
  const invitationID =
    mode === 'INVITATION' || invitationCode !== null ? await invitations.use(invitationCode, on) : null;
  const userID = await accounts.make({ to, nickname, invitationID }, on);
  await directory.keep([{ userID, nickname }], on);
  await welcomes.owe(userID, on);
  await countNewAccount(on);
  return { userID, newUser: true };
}
