import type { AdminRow } from '../admins/admins.ts';
import type { PasskeyRow } from '../admins/passkeys.ts';
import type { IdentityContext } from '../context.ts';
import * as factors from './admin-factors.ts';
import * as management from './admin-management.ts';
import * as signIn from './admin-sign-in.ts';

const { admins, ...orders } = management;

export { admins };
export const adminMutations = { ...signIn, ...factors, ...orders };

export const currentAdmin = (
  _: unknown,
  __: unknown,
  { scope, adminByID }: IdentityContext,
): Promise<AdminRow | null> | null => (scope.viewer.kind === 'admin' ? adminByID.load(scope.viewer.id) : null);

/** About oneself, and for who looks after admins; for everybody else it is not known. */
const own =
  <Value>(read: (admin: AdminRow) => Value) =>
  (admin: AdminRow, _: unknown, { scope: { viewer } }: IdentityContext): Value | null =>
    viewer.kind === 'admin' && (viewer.id === admin.id || viewer.scopes.has('admins:read')) ? read(admin) : null;

export const Admin = {
  __resolveReference: ({ id }: { id: string }, { adminByID }: IdentityContext) => adminByID.load(id),
  createdAt: own((admin) => admin.created_at),
  disabledAt: own((admin) => admin.disabled_at),
  lastSignInAt: own((admin) => admin.last_sign_in_at),
  secondFactors: own((admin) => admin),
};

export const AdminSecondFactors = {
  totp: async ({ id }: AdminRow, _: unknown, { totpByAdmin }: IdentityContext) => (await totpByAdmin.load(id)) ?? false,
  passkeys: async ({ id }: AdminRow, _: unknown, { passkeysByAdmin }: IdentityContext) =>
    (await passkeysByAdmin.load(id)) ?? [],
  recoveryCodesLeft: async ({ id }: AdminRow, _: unknown, { recoveryCodesLeft }: IdentityContext) =>
    (await recoveryCodesLeft.load(id)) ?? 0,
};

export const Passkey = {
  createdAt: ({ created_at }: PasskeyRow) => created_at,
  lastUsedAt: ({ last_used_at }: PasskeyRow) => last_used_at,
};
