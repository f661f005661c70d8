import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { type IdentityContext, nameOf } from '../context.ts';
import { audited } from '../privileged.ts';
import type { ShownInvitation } from '../registration/invitations.ts';
import type { RegistrationMode } from '../registration/mode.ts';
import { type Newcomers, NO_NEWCOMERS } from '../registration/welcomes.ts';

const LIST = 'invitations';
const MOST_USES = 1_000_000;
const MOST_NEWCOMERS = 20;

/** The parent of `RegistrationPolicy`: its fields are read where they are asked for. */
export const registrationPolicy = (): object => ({});

export const RegistrationPolicy = {
  mode: (_: unknown, __: unknown, { registration }: IdentityContext): Promise<RegistrationMode> =>
    registration.settings.read<RegistrationMode>('registration', 'OPEN'),
  defaultFriends: async (_: unknown, __: unknown, { registration }: IdentityContext) =>
    (await registration.settings.read('newcomers', NO_NEWCOMERS)).friendIDs.map((id) => ({ id })),
  defaultGroups: async (_: unknown, __: unknown, { registration }: IdentityContext) =>
    (await registration.settings.read('newcomers', NO_NEWCOMERS)).groupIDs.map((id) => ({ id })),
};

export async function invitations(
  _: unknown,
  { first, after }: PageArguments,
  context: IdentityContext,
): Promise<Connection<ShownInvitation>> {
  const rows = rowsAsked(first);
  const from = after == null ? null : positionOf(LIST, after);
  const [found, total] = await Promise.all([
    context.registration.invitations.list({ limit: rows + 1, after: from }),
    context.registration.invitations.count(),
  ]);
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, node.id), node }));
  return connection(page, { next: found.length > rows, previous: from !== null, total });
}

export const Invitation = {
  code: ({ code }: ShownInvitation) => code ?? null,
  maxUses: ({ most_uses }: ShownInvitation) => most_uses,
  createdAt: ({ created_at }: ShownInvitation) => created_at,
  expiresAt: ({ expires_at }: ShownInvitation) => expires_at,
  revokedAt: ({ revoked_at }: ShownInvitation) => revoked_at,
  createdBy: ({ created_by }: ShownInvitation, _: unknown, { adminByID }: IdentityContext) =>
    adminByID.load(created_by),
};

export const setRegistrationMode = (
  _: unknown,
  { mode, reason }: { mode: RegistrationMode; reason: string },
  context: IdentityContext,
): Promise<object> =>
  audited(context, reason, async (on, record) => {
    const before = await context.registration.settings.read<RegistrationMode>('registration', 'OPEN', on);
    await context.registration.settings.write('registration', mode, on);
    await record({
      action: 'registration.mode',
      target: 'setting:registration',
      before: { mode: before },
      after: { mode },
    });
    return registrationPolicy();
  });

export async function setNewcomerDefaults(
  _: unknown,
  { reason, ...asked }: { friendIDs?: readonly string[] | null; groupIDs?: readonly string[] | null; reason: string },
  context: IdentityContext,
): Promise<object> {
  const given = { friendIDs: listed(asked.friendIDs, 'friendIDs'), groupIDs: listed(asked.groupIDs, 'groupIDs') };
  await context.registration.checkNewcomers(
    { friendIDs: given.friendIDs ?? [], groupIDs: given.groupIDs ?? [] },
    context.scope,
  );
  return audited(context, reason, async (on, record) => {
    const before = await context.registration.settings.read('newcomers', NO_NEWCOMERS, on);
    const after: Newcomers = {
      friendIDs: given.friendIDs ?? before.friendIDs,
      groupIDs: given.groupIDs ?? before.groupIDs,
    };
    await context.registration.settings.write('newcomers', after, on);
    await context.registration.welcomes.forgive(after, on);
    await record({ action: 'registration.newcomers', target: 'setting:newcomers', before, after });
    return registrationPolicy();
  });
}

/** Null: as it is. */
function listed(ids: readonly string[] | null | undefined, field: string): readonly string[] | null {
  if (ids == null) return null;
  const each = [...new Set(ids)];
  if (each.length > MOST_NEWCOMERS) throw badInput(field, `at most ${MOST_NEWCOMERS} ids are expected`);
  return each;
}

export async function createInvitation(
  _: unknown,
  { input }: { input: { label: string; maxUses?: number | null; expiresAt?: Date | null } },
  context: IdentityContext,
): Promise<ShownInvitation> {
  const label = nameOf(input.label, 'input.label');
  const mostUses = input.maxUses ?? 1;
  if (mostUses < 1 || mostUses > MOST_USES)
    throw badInput('input.maxUses', `a number from 1 to ${MOST_USES} is expected`);
  const expiresAt = input.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= new Date()) throw badInput('input.expiresAt', 'a time to come is expected');
  const createdBy = context.scope.viewer.kind === 'admin' ? context.scope.viewer.id : '';
  return audited(context, null, async (on, record) => {
    const made = await context.registration.invitations.create({ label, mostUses, expiresAt, createdBy }, on);
    await record({
      action: 'invitation.create',
      target: `invitation:${made.id}`,
      after: { label, mostUses, expiresAt },
    });
    return made;
  });
}

export const revokeInvitation = (
  _: unknown,
  { id, reason }: { id: string; reason: string },
  context: IdentityContext,
): Promise<ShownInvitation> =>
  audited(context, reason, async (on, record) => {
    const revoked = await context.registration.invitations.revoke(id, on);
    if (revoked === null) throw new Fault('NOT_FOUND', { what: 'An invitation that is not revoked' });
    await record({ action: 'invitation.revoke', target: `invitation:${id}` });
    return revoked;
  });
