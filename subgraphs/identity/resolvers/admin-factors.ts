import { Fault } from '../../kit/fault.ts';
import type { AdminRow } from '../admins/admins.ts';
import type { Ceremony } from '../admins/ceremonies.ts';
import { acceptablePassword, hashPassword } from '../admins/passwords.ts';
import type { Enrolment } from '../admins/totp.ts';
import { adminOf, type IdentityContext, nameOf } from '../context.ts';

/** A stolen access token is not enough to change how its owner signs in. */
interface Proof {
  readonly password: string;
  readonly totp?: string | null;
}

interface Changed {
  readonly admin: AdminRow;
  readonly recoveryCodes: readonly string[] | null;
}

async function proven({ password, totp }: Proof, context: IdentityContext): Promise<AdminRow> {
  const admin = await adminOf(context);
  await context.admins.login.again(admin, { password, code: totp ?? null, ip: context.scope.ip });
  return admin;
}

/** Written down first: what is not recorded is not done. */
const record = (action: string, { id }: AdminRow, { audit, scope }: IdentityContext): Promise<void> =>
  audit.record({ viewer: scope.viewer, from: scope.ip }, { action, target: `admin:${id}`, reason: null });

/** With the first factor come the codes for the day it is lost. */
async function added(admin: AdminRow, { admins }: IdentityContext): Promise<Changed> {
  const left = (await admins.recoveryCodes.left([admin.id])).get(admin.id) ?? 0;
  return { admin, recoveryCodes: left > 0 ? null : await admins.recoveryCodes.renew(admin.id) };
}

async function hasFactor({ id }: AdminRow, { admins }: IdentityContext): Promise<boolean> {
  const [app, keys] = await Promise.all([admins.totp.on([id]), admins.passkeys.of([id])]);
  return app.has(id) || keys.has(id);
}

async function removed(admin: AdminRow, context: IdentityContext): Promise<AdminRow> {
  if (!(await hasFactor(admin, context))) await context.admins.recoveryCodes.remove(admin.id);
  return admin;
}

export async function changeAdminPassword(
  _: unknown,
  { newPassword, ...proof }: Proof & { newPassword: string },
  context: IdentityContext,
): Promise<AdminRow> {
  const { admins, db, scope } = context;
  const wanted = acceptablePassword(newPassword, 'newPassword');
  const admin = await proven(proof, context);
  await record('admin.change-password', admin, context);
  const password_hash = await hashPassword(wanted);
  const signIn = scope.viewer.kind === 'admin' ? (scope.viewer.signIn ?? null) : null;
  await db.transaction(async (on) => {
    await on.table('identity.admins').where({ id: admin.id }).update({ password_hash });
    await admins.signIns.endAll(admin.id, { signIn, on });
  });
  return admin;
}

export async function beginTOTP(_: unknown, proof: Proof, context: IdentityContext): Promise<Enrolment> {
  const admin = await proven(proof, context);
  return context.admins.totp.begin(admin);
}

export async function confirmTOTP(_: unknown, { code }: { code: string }, context: IdentityContext): Promise<Changed> {
  const admin = await adminOf(context);
  await context.admins.tries.code({ account: admin.id, adminID: admin.id, ip: context.scope.ip });
  if (!(await context.admins.totp.confirm(admin.id, code))) throw new Fault('TOTP_WRONG');
  await record('admin.totp-on', admin, context);
  return added(admin, context);
}

export async function disableTOTP(_: unknown, proof: Proof, context: IdentityContext): Promise<AdminRow> {
  const admin = await proven(proof, context);
  await record('admin.totp-off', admin, context);
  await context.admins.totp.remove(admin.id);
  return removed(admin, context);
}

export async function renewRecoveryCodes(_: unknown, proof: Proof, context: IdentityContext): Promise<Changed> {
  const admin = await proven(proof, context);
  if (!(await hasFactor(admin, context))) throw new Fault('NOT_FOUND', { what: 'A second factor' });
  await record('admin.renew-recovery-codes', admin, context);
  return { admin, recoveryCodes: await context.admins.recoveryCodes.renew(admin.id) };
}

export async function beginPasskeyRegistration(_: unknown, proof: Proof, context: IdentityContext): Promise<Ceremony> {
  const admin = await proven(proof, context);
  return context.admins.passkeys.beginRegistration(admin);
}

export async function finishPasskeyRegistration(
  _: unknown,
  { id, name, response }: { id: string; name: string; response: unknown },
  context: IdentityContext,
): Promise<Changed> {
  const admin = await adminOf(context);
  await record('admin.add-passkey', admin, context);
  await context.admins.passkeys.finishRegistration(admin, { id, name: nameOf(name, 'name'), response });
  return added(admin, context);
}

export async function removePasskey(
  _: unknown,
  { id, ...proof }: Proof & { id: string },
  context: IdentityContext,
): Promise<AdminRow> {
  const admin = await proven(proof, context);
  await record('admin.remove-passkey', admin, context);
  if (!(await context.admins.passkeys.remove(admin.id, id))) throw new Fault('NOT_FOUND', { what: 'The passkey' });
  return removed(admin, context);
}
