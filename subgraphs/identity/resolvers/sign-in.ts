import type { StandingBan } from '../../kit/appeal-desk.ts';
import { badInput, Fault, type FaultDetails } from '../../kit/fault.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import type { BanRow } from '../bans/ban.ts';
import { type IdentityContext, nameOf, userOf } from '../context.ts';
import { ID } from '../ids.ts';
import { destinationOf } from '../otp/destination.ts';
import { agree } from '../sessions/handshake.ts';
import type { SignedIn } from '../sign-in.ts';

const NEW_USER = 'New user';

interface VerifyOTPInput {
  readonly challengeID: string;
  readonly code: string;
  readonly nickname?: string | null;
  readonly invitationCode?: string | null;
  readonly device: {
    readonly id?: string | null;
    readonly name: string;
    /** The enum's value is OpenIM's own number. */
    readonly platform: PlatformID;
    readonly publicKey: string;
  };
}

export async function requestOTP(
  _: unknown,
  { input }: { input: { phone?: string | null; email?: string | null } },
  context: IdentityContext,
): Promise<{ id: string; expiresAt: Date; resendAfter: Date }> {
  const { challenges, codeLimits, delivery, dispatch, scope } = context;
  const to = destinationOf(input);
  delivery.accepts(to);
  const resendAfter = await codeLimits.request(to, scope.ip);
  const { id, code, expiresAt } = await challenges.open(to, 'signIn');
  dispatch.send({ to, code, purpose: 'signIn', language: scope.language });
  return { id, expiresAt, resendAfter };
}

/** Everything that can be wrong with the request itself is found before the code is looked at, and spends no try. */
export async function verifyOTP(
  _: unknown,
  { input }: { input: VerifyOTPInput },
  context: IdentityContext,
): Promise<SignedIn> {
  const { challenges, codeLimits, registration, signIn, scope } = context;
  const { challengeID, device } = input;
  if (!ID.test(challengeID)) throw badInput('input.challengeID', 'the id of an OTPChallenge is expected');
  if (!/^\d{6}$/.test(input.code)) throw badInput('input.code', 'six digits are expected');
  if (typeof device.id === 'string' && !ID.test(device.id))
    throw badInput('input.device.id', '1 to 64 characters of A-Z, a-z, 0-9, _ and - are expected');
  const name = nameOf(device.name, 'input.device.name');
  const nickname = input.nickname == null ? NEW_USER : nameOf(input.nickname, 'input.nickname');
  const invitationCode = invitationOf(input.invitationCode);
  const agreement = agree(device.publicKey);
  await codeLimits.verify(device.id ?? null, scope.ip);
  const to = await challenges.solve(challengeID, input.code, 'signIn');
  const { userID, newUser } = await registration.admit({ to, challengeID, nickname, invitationCode, ip: scope.ip });
  const installation = { id: device.id ?? null, name, platform: device.platform };
  return signIn
    .begin({ device: { ...installation, userID }, newUser, agreement, binding: challengeID }, scope)
    .catch((error: unknown) => refused(error, userID, context));
}

/** Who has shown that the address is theirs, and is kept out, is told how to appeal. */
async function refused(error: unknown, userID: string, { appeals, banByUser }: IdentityContext): Promise<never> {
  if (!(error instanceof Fault && error.reason === 'USER_BANNED')) throw error;
  const ban = await banByUser.load(userID);
  const way = ban && (await appeals().wayFor(orderOf(ban)));
  if (way === null) throw error;
  const told = Object.entries({ ...error.extensions, ...way }).filter(
    ([name, value]) => !OURS.has(name) && value !== null,
  );
  throw new Fault('USER_BANNED', Object.fromEntries(told) as FaultDetails);
}

const orderOf = ({ id, user_id: userID, reason, created_at: since, until, banned_by: by }: BanRow): StandingBan => ({
  ...{ id, userID, reason, since, until, by },
});

/** A fault writes them by its row. */
const OURS = new Set(['code', 'reason', 'retry']);

const LONGEST_INVITATION = 64;

function invitationOf(code: string | null | undefined): string | null {
  const text = code?.trim() ?? '';
  if (text.length > LONGEST_INVITATION)
    throw badInput('input.invitationCode', `at most ${LONGEST_INVITATION} characters are expected`);
  return text === '' ? null : text;
}

export const renewSession = async (
  _: unknown,
  { publicKey }: { publicKey: string },
  context: IdentityContext,
): Promise<SignedIn> => context.signIn.renew(userOf(context), agree(publicKey), context.scope);
