import { badInput, Fault } from '../../kit/fault.ts';
import type { ErasureLine } from '../../kit/personal-data.ts';
import { type IdentityContext, userOf } from '../context.ts';
import { ID } from '../ids.ts';
import { audited } from '../privileged.ts';
import type { ErasureRow, ErasureStepRow } from '../rights/erasures.ts';
import type { Ticket } from '../rights/exports.ts';
import { leave } from '../rights/leaving.ts';

interface DataExport {
  readonly url: string;
  readonly expiresAt: Date;
}

const exportOf = ({ secret, expiresAt }: Ticket, { settings }: IdentityContext): DataExport => ({
  url: `${settings.publicURL()}/exports/${secret}`,
  expiresAt,
});

export async function exportMyData(_: unknown, __: unknown, context: IdentityContext): Promise<DataExport> {
  const { id } = userOf(context);
  await context.limiter.take(`export:${id}`, { most: 3, window: 24 * 3_600_000 });
  return exportOf(await context.exports.issue(id, context.db), context);
}

export const exportUserData = (
  _: unknown,
  { userID, reason }: { userID: string; reason: string },
  context: IdentityContext,
): Promise<DataExport> =>
  audited(context, reason, async (on, record) => {
    if ((await context.accountByID.load(userID)) === null) throw new Fault('NOT_FOUND', { what: 'The user' });
    await record({ action: 'user.export', target: `user:${userID}` });
    return exportOf(await context.exports.issue(userID, on), context);
  });

export async function requestAccountErasure(
  _: unknown,
  __: unknown,
  context: IdentityContext,
): Promise<{ id: string; expiresAt: Date; resendAfter: Date }> {
  const { id: userID } = userOf(context);
  const { challenges, codeLimits, dispatch, scope } = context;
  const account = await context.accountByID.load(userID);
  const channel = account?.email ? 'email' : 'phone';
  const address = account?.[channel];
  if (!address) throw new Fault('NOT_FOUND', { what: 'An address of this account' });
  const to = { channel, address } as const;
  const resendAfter = await codeLimits.request(to, scope.ip);
  const { id, code, expiresAt } = await challenges.open(to, 'eraseAccount');
  dispatch.send({ to, code, purpose: 'eraseAccount', language: scope.language });
  return { id, expiresAt, resendAfter };
}

export async function eraseMyAccount(
  _: unknown,
  { challengeID, code }: { challengeID: string; code: string },
  context: IdentityContext,
): Promise<ErasureRow> {
  const { id: userID, device } = userOf(context);
  const { challenges, codeLimits, db, scope } = context;
  if (!ID.test(challengeID)) throw badInput('challengeID', 'the id of an OTPChallenge is expected');
  if (!/^\d{6}$/.test(code)) throw badInput('code', 'six digits are expected');
  await codeLimits.verify(device, scope.ip);
  const { channel, address } = await challenges.solve(challengeID, code, 'eraseAccount');
  // The code says whose account it is for: it was sent to one of its addresses.
  if ((await context.accountByID.load(userID))?.[channel] !== address) throw new Fault('CODE_EXPIRED');
  const erasure = await db.transaction(async (on) => {
    await challenges.use(challengeID, on);
    return leave(userID, context, on);
  });
  await context.endings.pay(userID);
  context.erasures.soon();
  return erasure;
}

export async function eraseUser(
  _: unknown,
  { userID, reason }: { userID: string; reason: string },
  context: IdentityContext,
): Promise<ErasureRow> {
  const erasure = await audited(context, reason, async (on, record) => {
    await record({ action: 'user.erase', target: `user:${userID}` });
    return leave(userID, context, on);
  });
  await context.endings.pay(userID);
  context.erasures.soon();
  return erasure;
}

export const erasure = (
  _: unknown,
  { id }: { id: string },
  { erasures }: IdentityContext,
): Promise<ErasureRow | null> => erasures.byID(id);

export const Erasure = {
  userID: ({ user_id }: ErasureRow) => user_id,
  requestedAt: ({ created_at }: ErasureRow) => created_at,
  finishedAt: ({ finished_at }: ErasureRow) => finished_at,
  steps: async ({ id }: ErasureRow, _: unknown, { stepsByErasure }: IdentityContext) =>
    (await stepsByErasure.load(id)) ?? [],
};

export const ErasureStep = {
  owner: ({ subgraph }: ErasureStepRow) => subgraph,
  doneAt: ({ done_at }: ErasureStepRow) => done_at,
  erased: ({ lines }: ErasureStepRow) => (lines ?? []).filter(({ kept }) => kept === null),
  kept: ({ lines }: ErasureStepRow) => (lines ?? []).filter(({ kept }) => kept !== null),
};

export const KeptPart = { why: ({ kept }: ErasureLine) => kept ?? '' };
