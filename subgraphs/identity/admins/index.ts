import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AuditLog } from '../../kit/audit.ts';
import type { Limiter } from '../otp/limits.ts';
import type { IdentitySettings } from '../settings.ts';
import { createAccessTokens } from './access-tokens.ts';
import { type Admins, createAdmins } from './admins.ts';
import { createCeremonies } from './ceremonies.ts';
import { createCompanyTokens } from './company-tokens.ts';
import { type KeyRing, openKeyRing } from './key-ring.ts';
import { type AdminLogin, createAdminLogin } from './login.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { createRecoveryCodes, type RecoveryCodes } from './recovery-codes.ts';
import { createSignIns, type SignIns } from './sign-ins.ts';
import { createTOTP, type TOTP } from './totp.ts';
import { createTries, type Tries } from './tries.ts';

/** Admins, and how they come in. */
export interface Admission {
  readonly admins: Admins;
  readonly keys: KeyRing;
  readonly signIns: SignIns;
  readonly login: AdminLogin;
  readonly tries: Tries;
  readonly totp: TOTP;
  readonly recoveryCodes: RecoveryCodes;
  readonly passkeys: Passkeys;
  sweep(): Promise<void>;
}

export interface AdmissionParts {
  readonly db: Knex;
  readonly limiter: Limiter;
  readonly audit: AuditLog;
  readonly settings: Pick<IdentitySettings, 'adminKeys' | 'company' | 'issuer' | 'passkeys' | 'sessionKEK'>;
  readonly log: Logger;
}

export async function openAdmins({ db, limiter, settings, audit, log }: AdmissionParts): Promise<Admission> {
  const kek = settings.sessionKEK;
  const keys = await openKeyRing({ db, kek, given: settings.adminKeys, log });
  const access = createAccessTokens(keys, settings.issuer);
  const company = settings.company && createCompanyTokens(settings.company, log);
  const admins = createAdmins({ db, access, audit, company });
  const signIns = createSignIns(db, audit);
  const tries = createTries(db, { limiter, kek });
  const totp = createTOTP(db, kek);
  const recoveryCodes = createRecoveryCodes(db);
  const ceremonies = createCeremonies(db);
  const passkeys = createPasskeys(db, ceremonies, settings.passkeys);
  const login = createAdminLogin({ audit, admins, access, signIns, tries, totp, recoveryCodes, passkeys });
  const sweep = async (): Promise<void> => {
    await Promise.all([signIns, tries, ceremonies].map((shelf) => shelf.sweep()));
  };
  return { admins, keys, signIns, login, tries, totp, recoveryCodes, passkeys, sweep };
}
