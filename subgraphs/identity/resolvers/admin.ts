import type { AdminRow, AdminSignedIn } from '../admins/admins.ts';
import type { IdentityContext } from '../context.ts';
import { emailOf } from '../otp/destination.ts';

export const adminLogin = (
  _: unknown,
  { email, password }: { email: string; password: string },
  { admins, scope }: IdentityContext,
): Promise<AdminSignedIn> => admins.login({ email: emailOf(email, 'email'), password, ip: scope.ip });

export const adminRefresh = (
  _: unknown,
  { refreshToken }: { refreshToken: string },
  { admins }: IdentityContext,
): Promise<AdminSignedIn> => admins.refresh(refreshToken);

export const currentAdmin = (
  _: unknown,
  __: unknown,
  { scope, adminByID }: IdentityContext,
): Promise<AdminRow | null> | null => (scope.viewer.kind === 'admin' ? adminByID.load(scope.viewer.id) : null);
