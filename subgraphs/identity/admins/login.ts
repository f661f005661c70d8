import type { AuditLog } from '../../kit/audit.ts';
import { Fault } from '../../kit/fault.ts';
import { ANONYMOUS } from '../../kit/viewer.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { AdminRow, Admins } from './admins.ts';
import type { Passkeys } from './passkeys.ts';
import { passwordMatches } from './passwords.ts';
import type { RecoveryCodes } from './recovery-codes.ts';
import type { SignIn, SignIns } from './sign-ins.ts';
import type { TOTP } from './totp.ts';
import type { Tries } from './tries.ts';

export interface AdminSignedIn {
  readonly admin: AdminRow;
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
}

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code: string | null;
  readonly ip: string;
}

/** How admins come in: a password and, where they have one, a second factor; or a passkey, which is both. */
export interface AdminLogin {
  /**
   * CREDENTIALS_WRONG, the same and after the same work, for a wrong password and for nobody of that address. What is
   * asked for besides (TOTP_REQUIRED, TOTP_WRONG) is told to who knows the password.
   */
  login(credentials: Credentials): Promise<AdminSignedIn>;
  /** For somebody who has proved who they are. */
  open(admin: AdminRow, ip: string): Promise<AdminSignedIn>;
  /** New tokens of a sign-in that goes on. */
  go(signIn: SignIn): Promise<AdminSignedIn>;
  /** Once more, of who is signed in: what a stolen token alone must not be enough for. */
  again(admin: AdminRow, proof: { password: string; code?: string | null; ip: string }): Promise<void>;
}

export interface AdminLoginParts {
  readonly audit: AuditLog;
  readonly admins: Admins;
  readonly access: AccessTokens;
  readonly signIns: SignIns;
  readonly tries: Tries;
  readonly totp: TOTP;
  readonly recoveryCodes: RecoveryCodes;
  readonly passkeys: Passkeys;
}

export function createAdminLogin(parts: AdminLoginParts): AdminLogin {
  const { audit, admins, access, signIns, tries, totp, recoveryCodes, passkeys } = parts;

  const tokensOf = (admin: AdminRow, { id, refreshToken }: SignIn): AdminSignedIn => {
    const { token, expiresAt } = access.issue({ adminID: admin.id, signIn: id });
    return { admin, accessToken: token, expiresAt, refreshToken };
  };

  const record = (action: string, admin: AdminRow | null, ip: string): Promise<void> =>
    audit.record(
      { viewer: ANONYMOUS, from: ip },
      { action, target: admin === null ? null : `admin:${admin.id}`, reason: null },
    );

  async function secondFactor(admin: AdminRow, code: string | null, ip: string): Promise<void> {
    const { id } = admin;
    const [app, keys] = await Promise.all([totp.on([id]), passkeys.of([id])]);
    const factors = [...(app.has(id) ? ['TOTP'] : []), ...(keys.has(id) ? ['PASSKEY'] : [])];
    if (factors.length === 0) return;
    if (code === null) throw new Fault('TOTP_REQUIRED', { factors });
    await tries.code({ account: id, adminID: id, ip });
    if ((await totp.take(id, code)) || (await recoveryCodes.take(id, code))) return;
    await record('admin.login-refused', admin, ip);
    throw new Fault('TOTP_WRONG');
  }

  async function open(admin: AdminRow, ip: string): Promise<AdminSignedIn> {
    await tries.succeeded(admin.id, ip);
    await record('admin.login', admin, ip);
    return tokensOf(admin, await signIns.open(admin.id));
  }

  return {
    open,

    async login({ email, password, code, ip }) {
      const admin = await admins.byEmail(email);
      await tries.password({ account: email, adminID: admin?.id ?? null, ip });
      const right = await passwordMatches(admin?.password_hash, password);
      if (admin === null || !right) {
        await record('admin.login-refused', admin, ip);
        throw new Fault('CREDENTIALS_WRONG');
      }
      await secondFactor(admin, code, ip);
      return open(admin, ip);
    },

    async go(signIn) {
      const admin = await admins.active(signIn.adminID);
      if (admin === null) throw new Fault('REFRESH_INVALID');
      return tokensOf(admin, signIn);
    },

    async again(admin, { password, code, ip }) {
      await tries.password({ account: admin.email, adminID: admin.id, ip });
      if (!(await passwordMatches(admin.password_hash, password))) throw new Fault('CREDENTIALS_WRONG');
      if (code !== undefined) await secondFactor(admin, code, ip);
    },
  };
}
