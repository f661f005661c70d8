import { badInput, Fault } from '../../kit/fault.ts';
import { type IdentityContext, userOf } from '../context.ts';
import { audited } from '../privileged.ts';
import { networkAsked } from '../registration/cidr.ts';
import type { NetworkEffect, NetworkPurpose, NetworkRuleRow } from '../registration/networks.ts';

const MOST_NETWORKS = 20;
const LONGEST_NOTE = 200;

interface NetworkRuleInput {
  readonly network: string;
  readonly effect: NetworkEffect;
  readonly purpose: NetworkPurpose;
  readonly note?: string | null;
  readonly expiresAt?: Date | null;
}

export const networkRules = (
  _: unknown,
  __: unknown,
  { registration }: IdentityContext,
): Promise<readonly NetworkRuleRow[]> => registration.networks.rules();

export const NetworkRule = {
  createdAt: ({ created_at }: NetworkRuleRow) => created_at,
  expiresAt: ({ expires_at }: NetworkRuleRow) => expires_at,
  createdBy: ({ created_by }: NetworkRuleRow, _: unknown, { adminByID }: IdentityContext) => adminByID.load(created_by),
};

export async function addNetworkRule(
  _: unknown,
  { input, reason }: { input: NetworkRuleInput; reason: string },
  context: IdentityContext,
): Promise<NetworkRuleRow> {
  const network = networkAsked(input.network, 'input.network');
  const note = input.note?.trim() ?? '';
  if (note.length > LONGEST_NOTE) throw badInput('input.note', `at most ${LONGEST_NOTE} characters are expected`);
  const expiresAt = input.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= new Date()) throw badInput('input.expiresAt', 'a time to come is expected');
  const { viewer } = context.scope;
  return audited(context, reason, async (on, record) => {
    const rule = { network, effect: input.effect, purpose: input.purpose, note, expiresAt };
    const made = await context.registration.networks.add(rule, viewer.kind === 'admin' ? viewer.id : '', on);
    await record({ action: 'network.add', target: `network:${made.id}`, after: { ...rule, network: made.network } });
    return made;
  });
}

export const removeNetworkRule = (
  _: unknown,
  { id, reason }: { id: string; reason: string },
  context: IdentityContext,
): Promise<NetworkRuleRow> =>
  audited(context, reason, async (on, record) => {
    const gone = await context.registration.networks.remove(id, on);
    if (gone === null) throw new Fault('NOT_FOUND', { what: 'The network rule' });
    const { network, effect, purpose } = gone;
    await record({ action: 'network.remove', target: `network:${id}`, before: { network, effect, purpose } });
    return gone;
  });

function listed(networks: readonly string[]): readonly string[] {
  if (networks.length > MOST_NETWORKS) throw badInput('networks', `at most ${MOST_NETWORKS} networks are expected`);
  return networks.map((network, index) => networkAsked(network, `networks.${index}`));
}

/** A list that would lock its owner out is refused. */
export async function setSignInNetworks(
  _: unknown,
  { networks }: { networks: readonly string[] },
  context: IdentityContext,
): Promise<{ id: string }> {
  const { id } = userOf(context);
  const asked = listed(networks);
  await context.db.transaction(async (on) => {
    await context.registration.networks.setOwn(id, asked, on);
    await context.registration.networks.checkOwn(id, context.scope.ip, on).catch((error: unknown) => {
      if (!(error instanceof Fault && error.reason === 'NETWORK_REFUSED')) throw error;
      throw badInput('networks', 'a list that holds the address you are asking from is expected');
    });
  });
  context.networksByUser.clear(id);
  return { id };
}

export async function setUserSignInNetworks(
  _: unknown,
  { userID, networks, reason }: { userID: string; networks: readonly string[]; reason: string },
  context: IdentityContext,
): Promise<{ id: string }> {
  const asked = listed(networks);
  if ((await context.accountByID.load(userID)) === null) throw new Fault('NOT_FOUND', { what: 'The user' });
  await audited(context, reason, async (on, record) => {
    const before = (await context.registration.networks.own([userID])).get(userID) ?? [];
    await context.registration.networks.setOwn(userID, asked, on);
    await record({
      action: 'user.networks',
      target: `user:${userID}`,
      before: { networks: before },
      after: { networks: asked },
    });
  });
  context.networksByUser.clear(userID);
  return { id: userID };
}
