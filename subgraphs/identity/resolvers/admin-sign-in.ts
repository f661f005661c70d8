import { Fault } from '../../kit/fault.ts';
import type { Ceremony } from '../admins/ceremonies.ts';
import type { AdminSignedIn } from '../admins/login.ts';
import type { IdentityContext } from '../context.ts';
import { emailOf } from '../otp/destination.ts';

export const adminLogin = (
  _: unknown,
  { email, password, totp }: { email: string; password: string; totp?: string | null },
  { admins, scope }: IdentityContext,
): Promise<AdminSignedIn> =>
  admins.login.login({ email: emailOf(email, 'email'), password, code: totp ?? null, ip: scope.ip });

export const adminRefresh = async (
  _: unknown,
  { refreshToken }: { refreshToken: string },
  { admins, scope }: IdentityContext,
): Promise<AdminSignedIn> => admins.login.go(await admins.signIns.rotate(refreshToken, scope.ip));

export async function adminLogout(
  _: unknown,
  { everywhere }: { everywhere?: boolean | null },
  { admins, scope: { viewer } }: IdentityContext,
): Promise<null> {
  if (viewer.kind !== 'admin') return null;
  if (everywhere) await admins.signIns.endAll(viewer.id);
  else if (viewer.signIn !== undefined) await admins.signIns.end(viewer.signIn);
  return null;
}

export async function beginPasskeyLogin(_: unknown, __: unknown, context: IdentityContext): Promise<Ceremony> {
  const { admins, scope } = context;
  await admins.tries.ask(scope.ip);
  return admins.passkeys.beginLogin();
}

export async function finishPasskeyLogin(
  _: unknown,
  answer: { id: string; response: unknown },
  { admins, scope }: IdentityContext,
): Promise<AdminSignedIn> {
  await admins.tries.ask(scope.ip);
  const admin = await admins.admins.active(await admins.passkeys.finishLogin(answer));
  if (admin === null) throw new Fault('PASSKEY_REFUSED');
  return admins.login.open(admin, scope.ip);
}
