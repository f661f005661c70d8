import { badInput } from '../../kit/fault.ts';
import type { Confirmation } from '../addresses/changes.ts';
import { type IdentityContext, userOf } from '../context.ts';
import { ID } from '../ids.ts';
import { destinationOf } from '../otp/destination.ts';

interface AddressChange {
  readonly id: string;
  readonly expiresAt: Date;
  readonly resendAfter: Date;
  readonly currentCodeSentTo: 'PHONE' | 'EMAIL';
}

export async function requestAddressChange(
  _: unknown,
  { input }: { input: { phone?: string | null; email?: string | null } },
  context: IdentityContext,
): Promise<AddressChange> {
  const { addressChanges, codeLimits, delivery, scope } = context;
  const { id: userID } = userOf(context);
  const to = destinationOf(input);
  delivery.accepts(to);
  const provedAt = await addressChanges.provedAt(userID, to);
  await codeLimits.request(provedAt, scope.ip);
  const resendAfter = await codeLimits.request(to, scope.ip);
  const { id, expiresAt } = await addressChanges.open({ userID, to, provedAt, language: scope.language });
  return { id, expiresAt, resendAfter, currentCodeSentTo: provedAt.channel === 'phone' ? 'PHONE' : 'EMAIL' };
}

export async function confirmAddressChange(
  _: unknown,
  confirmation: Confirmation,
  context: IdentityContext,
): Promise<{ id: string }> {
  const { addressChanges, codeLimits, scope, accountByID } = context;
  const { id: userID, device } = userOf(context);
  if (!ID.test(confirmation.id)) throw badInput('id', 'the id of an AddressChange is expected');
  for (const field of ['newCode', 'currentCode'] as const)
    if (!/^\d{6}$/.test(confirmation[field])) throw badInput(field, 'six digits are expected');
  await codeLimits.verify(device, scope.ip);
  await addressChanges.confirm(userID, confirmation, scope.language);
  accountByID.clear(userID);
  return { id: userID };
}
