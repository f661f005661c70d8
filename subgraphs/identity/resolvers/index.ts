import { Fault } from '../../kit/fault.ts';
import { PLATFORMS } from '../../kit/platforms.ts';
import { SCALARS } from '../../kit/scalars.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import { type IdentityContext, userOf } from '../context.ts';
import type { SessionRow } from '../sessions/session.ts';
import type { SignedIn } from '../sign-in.ts';
import { confirmAddressChange, requestAddressChange } from './addresses.ts';
import { Admin, AdminSecondFactors, adminMutations, admins, currentAdmin, Passkey } from './admin.ts';
import { AuditEvent, auditLog } from './audit.ts';
import { Ban, bans, banUser, ClosureReceipt, ForcedLogout, forcedLogout, forceLogout, unbanUser } from './bans.ts';
import { Device, renameDevice } from './devices.ts';
import { BulkJob, BulkJobItem, BulkJobProgress, bulkJob, bulkJobs, cancelBulkJob, startBulkJob } from './jobs.ts';
import {
  addNetworkRule,
  NetworkRule,
  networkRules,
  removeNetworkRule,
  setSignInNetworks,
  setUserSignInNetworks,
} from './networks.ts';
import {
  createInvitation,
  Invitation,
  invitations,
  RegistrationPolicy,
  registrationPolicy,
  revokeInvitation,
  setNewcomerDefaults,
  setRegistrationMode,
} from './registration.ts';
import {
  Erasure,
  ErasureStep,
  eraseMyAccount,
  eraseUser,
  erasure,
  exportMyData,
  exportUserData,
  KeptPart,
  requestAccountErasure,
} from './rights.ts';
import { searchUsers } from './search.ts';
import { renewSession, requestOTP, verifyOTP } from './sign-in.ts';
import { endOtherSessions, endSession, logout, revokeSession } from './sign-out.ts';
import { Statistics } from './statistics.ts';
import { failingWelcomes, Welcome } from './welcomes.ts';

const sessionsOf = async (userID: string, { sessionsByUser }: IdentityContext): Promise<readonly SessionRow[]> =>
  (await sessionsByUser.load(userID)) ?? [];

const Query = {
  me: (_: unknown, __: unknown, { scope: { viewer } }: IdentityContext) =>
    viewer.kind === 'user' ? { id: viewer.id } : null,
  currentAdmin,
  sessions: (_: unknown, __: unknown, context: IdentityContext) => sessionsOf(userOf(context).id, context),
  registrationPolicy,
  invitations,
  networkRules,
  failingWelcomes,
  searchUsers,
  erasure,
  admins,
  auditLog,
  bans,
  forcedLogout,
  bulkJob,
  bulkJobs,
};

const LoginPayload = {
  userID: ({ session }: SignedIn) => session.user_id,
  session: ({ session, serverPublicKey, serverSignature }: SignedIn) => ({
    ...session,
    serverPublicKey,
    serverSignature,
  }),
  user: ({ session }: SignedIn) => ({ id: session.user_id }),
  imToken: ({ imToken }: SignedIn) => imToken?.token ?? null,
  imTokenExpiresAt: ({ imToken }: SignedIn) => imToken?.expiresAt ?? null,
  wsURL: (_: SignedIn, __: unknown, { settings }: IdentityContext) => settings.wsURL,
  apiURL: (_: SignedIn, __: unknown, { settings }: IdentityContext) => settings.apiURL(),
};

const hasScope = ({ scope: { viewer } }: IdentityContext, name: string): boolean =>
  viewer.kind === 'admin' && viewer.scopes.has(name);

const Session = {
  /** Its owner's, and of admins who may see where somebody is reached. */
  address: async ({ user_id, address }: SessionRow, _: unknown, context: IdentityContext) => {
    const { viewer } = context.scope;
    if (viewer.kind === 'user' && viewer.id === user_id) return address;
    if (!hasScope(context, 'users:pii')) return null;
    // The look is recorded there, as of any other address of theirs.
    await context.lookedUpAccount.load(user_id);
    return address;
  },
  device: async ({ device_id }: SessionRow, _: unknown, { deviceByID }: IdentityContext) => {
    const device = await deviceByID.load(device_id);
    if (device === null) throw new Fault('NOT_FOUND', { what: 'The device' });
    return device;
  },
  createdAt: ({ created_at }: SessionRow) => created_at,
  expiresAt: ({ expires_at }: SessionRow) => expires_at,
  endedAt: ({ ended_at }: SessionRow) => ended_at,
};

/** Addresses are for the person themselves, and for admins who may see them; for everybody else they are not known. */
const address =
  (kind: 'phone' | 'email') =>
  async ({ id }: { id: string }, _: unknown, context: IdentityContext) => {
    const { viewer } = context.scope;
    const own = viewer.kind === 'user' && viewer.id === id;
    if (!own && !hasScope(context, 'users:pii')) return null;
    return (await (own ? context.accountByID : context.lookedUpAccount).load(id))?.[kind] ?? null;
  };

const User = {
  ban: ({ id }: { id: string }, _: unknown, context: IdentityContext) =>
    hasScope(context, 'users:read') ? context.banByUser.load(id) : null,
  signInNetworks: async ({ id }: { id: string }, _: unknown, context: IdentityContext) => {
    const { viewer } = context.scope;
    const own = viewer.kind === 'user' && viewer.id === id;
    return own || hasScope(context, 'users:read') ? ((await context.networksByUser.load(id)) ?? []) : null;
  },
  phone: address('phone'),
  email: address('email'),
  sessions: ({ id }: { id: string }, _: unknown, context: IdentityContext) =>
    hasScope(context, 'users:read') ? sessionsOf(id, context) : null,
  devices: async ({ id }: { id: string }, _: unknown, context: IdentityContext) =>
    hasScope(context, 'users:read') ? ((await context.devicesByUser.load(id)) ?? []) : null,
};

export const resolvers = {
  Query,
  Mutation: {
    requestOTP,
    verifyOTP,
    renewSession,
    logout,
    revokeSession,
    endOtherSessions,
    endSession,
    renameDevice,
    requestAddressChange,
    confirmAddressChange,
    setSignInNetworks,
    setUserSignInNetworks,
    setRegistrationMode,
    setNewcomerDefaults,
    createInvitation,
    revokeInvitation,
    addNetworkRule,
    removeNetworkRule,
    exportMyData,
    exportUserData,
    requestAccountErasure,
    eraseMyAccount,
    eraseUser,
    startBulkJob,
    banUser,
    unbanUser,
    forceLogout,
    cancelBulkJob,
    ...adminMutations,
  },
  RegistrationPolicy,
  Invitation,
  NetworkRule,
  Welcome,
  Erasure,
  ErasureStep,
  AuditEvent,
  Ban,
  ClosureReceipt,
  ForcedLogout,
  ClosureSurface: { RECORD: 'RECORD', SESSIONS: 'SESSIONS', ...PLATFORMS } as const,
  BulkJob,
  BulkJobItem,
  BulkJobProgress,
  KeptPart,
  LoginPayload,
  Admin,
  AdminSecondFactors,
  Passkey,
  Session,
  Statistics,
  Device,
  User,
  Platform: PLATFORMS,
  ...SCALARS,
} satisfies Resolvers;
