import type { GroupRole, GroupState, JoinPolicy, JoinSource } from '../__generated__/resolvers.ts';
import type { WireGroup, WireGroupMember } from '../rest/wire.ts';

const STATES: Readonly<Record<number, GroupState>> = { 0: 'ACTIVE', 1: 'BANNED', 2: 'DISMISSED', 3: 'MUTED' };
const ROLES: Readonly<Record<number, GroupRole>> = { 100: 'OWNER', 60: 'ADMIN', 20: 'MEMBER' };
const SOURCES: Readonly<Record<number, JoinSource>> = { 1: 'SERVICE', 2: 'INVITATION', 3: 'SEARCH', 4: 'QR_CODE' };
const POLICIES: Readonly<Record<number, JoinPolicy>> = { 0: 'APPROVAL', 1: 'APPROVAL_ALSO_INVITED', 2: 'OPEN' };

/** `needVerification` of OpenIM. */
export const VERIFICATION = { APPROVAL: 0, APPROVAL_ALSO_INVITED: 1, OPEN: 2 } as const satisfies Record<
  JoinPolicy,
  number
>;

export const stateOf = ({ status }: WireGroup): GroupState => STATES[status] ?? 'ACTIVE';

/** It has nobody in it any more, but a row that was kept with a conversation may still say who was. */
export const isDismissed = (row: WireGroup): boolean => stateOf(row) === 'DISMISSED';

export const roleOf = ({ roleLevel }: WireGroupMember): GroupRole => ROLES[roleLevel] ?? 'MEMBER';

export const joinPolicyOf = ({ needVerification }: WireGroup): JoinPolicy => POLICIES[needVerification] ?? 'APPROVAL';

/** Null where OpenIM does not keep it. */
export const joinSourceOf = ({ joinSource }: { readonly joinSource: number }): JoinSource | null =>
  SOURCES[joinSource] ?? null;
