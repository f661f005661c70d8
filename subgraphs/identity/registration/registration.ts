import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Accounts } from '../accounts.ts';
import type { Directory } from '../directory/directory.ts';
import type { Challenges } from '../otp/challenges.ts';
import { type Admission, createAdmission } from './admission.ts';
import { createNewcomerCheck } from './check-newcomers.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { type AdminSettings, createAdminSettings } from './mode.ts';
import { createNetworks, type Networks } from './networks.ts';
import { createWelcomes, type Welcomes } from './welcomes.ts';

export interface RegistrationParts {
  readonly db: Knex;
  readonly accounts: Accounts;
  readonly challenges: Challenges;
  readonly directory: Directory;
  readonly openim: Pick<OpenIM, 'friends' | 'groups' | 'users'>;
  readonly log: Logger;
}

/** How people become users, and what admins have set about it. */
export interface Registration {
  readonly admit: Admission;
  readonly settings: AdminSettings;
  readonly invitations: Invitations;
  readonly networks: Networks;
  readonly welcomes: Welcomes;
  readonly checkNewcomers: ReturnType<typeof createNewcomerCheck>;
}

export function createRegistration({ db, openim, log, ...parts }: RegistrationParts): Registration {
  const settings = createAdminSettings(db);
  const invitations = createInvitations(db);
  const networks = createNetworks(db);
  const welcomes = createWelcomes({ db, settings, openim, log });
  const admit = createAdmission({ ...parts, db, settings, invitations, networks, welcomes });
  return { admit, settings, invitations, networks, welcomes, checkNewcomers: createNewcomerCheck(openim) };
}
