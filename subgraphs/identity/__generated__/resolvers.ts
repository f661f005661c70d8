import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AdminRow } from '../admins/admins.ts';
import type { Invited } from '../admins/management.ts';
import type { AdminSignedIn } from '../admins/login.ts';
import type { PasskeyRow } from '../admins/passkeys.ts';
import type { AuditRow } from '../audit/read.ts';
import type { BanRow } from '../bans/ban.ts';
import type { Receipt } from '../bans/receipts.ts';
import type { ForcedLogoutRow } from '../bans/forced-logouts.ts';
import type { JobRow, ItemRow, Counts } from '../jobs/jobs.ts';
import type { DeviceRow } from '../devices.ts';
import type { ErasureRow, ErasureStepRow } from '../rights/erasures.ts';
import type { ErasureLine } from '../../kit/personal-data.ts';
import type { ShownInvitation } from '../registration/invitations.ts';
import type { SignedIn } from '../sign-in.ts';
import type { NetworkRuleRow } from '../registration/networks.ts';
import type { SessionRow } from '../sessions/session.ts';
import type { Span } from '../../kit/days.ts';
import type { WelcomeRow } from '../registration/welcomes.ts';
import type { IdentityContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 with milliseconds, UTC. */
  DateTime: { input: Date; output: Date | string | number; }
  /** A mail address (RFC 5322), in any case; it is kept in lower case. */
  EmailAddress: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A phone number in E.164, e.g. `+8613800138000`. */
  PhoneNumber: { input: string; output: string; }
  /** An absolute web address. */
  URL: { input: string; output: string; }
  /** Answers nothing: null means done. */
  Void: { input: null; output: null | undefined; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A change of address that waits for its two codes. */
export type AddressChange = {
  readonly __typename?: 'AddressChange';
  /** Where the second code went: the address that is replaced, or the only one there is. */
  readonly currentCodeSentTo: AddressKind;
  /** The codes are refused from then on. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Goes into `confirmAddressChange` together with the codes. */
  readonly id: Scalars['ID']['output'];
  /** Before then no other code is sent to the new address. */
  readonly resendAfter: Scalars['DateTime']['output'];
};

/** How somebody is reached. */
export type AddressKind =
  /** By mail. */
  | 'EMAIL'
  /** By text message. */
  | 'PHONE';

/** Somebody who administers this service; no user of OpenIM. */
export type Admin = {
  readonly __typename?: 'Admin';
  /** When they were made an admin. Own, or with scope admins:read. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Set while they may not sign in. Own, or with scope admins:read. */
  readonly disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The address they sign in with. */
  readonly email: Scalars['EmailAddress']['output'];
  /** Ours, opaque. */
  readonly id: Scalars['ID']['output'];
  /** Own, or with scope admins:read. */
  readonly lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
  /** What they are called. */
  readonly name: Scalars['String']['output'];
  /** What they may do. */
  readonly roles: ReadonlyArray<AdminRole>;
  /** What they sign in with besides their password. Own, or with scope admins:read. */
  readonly secondFactors?: Maybe<AdminSecondFactors>;
};

/** A page of admins, by their address. */
export type AdminConnection = {
  readonly __typename?: 'AdminConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<AdminEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Admin>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** All that there are. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An admin, and where they stand in the list. */
export type AdminEdge = {
  readonly __typename?: 'AdminEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The admin. */
  readonly node: Admin;
};

/** Lets an admin choose a password. It is for whoever made it to hand over: nothing is sent. */
export type AdminInvitation = {
  readonly __typename?: 'AdminInvitation';
  /** Whose it is. */
  readonly admin: Admin;
  /** It is refused from then on. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** For `acceptAdminInvitation`, good once. It is shown this once. */
  readonly token: Scalars['String']['output'];
};

/** An admin is signed in: the access token goes into `Authorization: Bearer`. */
export type AdminLoginPayload = {
  readonly __typename?: 'AdminLoginPayload';
  /** A JWT (RFC 9068, ES256). */
  readonly accessToken: Scalars['String']['output'];
  /** Who signed in. */
  readonly admin: Admin;
  /** Ten minutes from now; refresh it before. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** For `adminRefresh`, good once, and for twelve hours after the sign-in at most. */
  readonly refreshToken: Scalars['String']['output'];
};

/** A set of scopes; `docs/roles.md` lists them. */
export type AdminRole =
  /** Everything but who else is an admin. */
  | 'ADMIN'
  /** Reads figures and cases, and no addresses. */
  | 'ANALYST'
  /** Reads and decides cases, bans users, reads messages, keeps groups in order. */
  | 'MODERATOR'
  /** Everything, and who else is an admin. */
  | 'OWNER'
  /** Looks users up, with their addresses, and helps them. */
  | 'SUPPORT';

/** What an admin has besides a password. With any of it, the password alone is not enough. */
export type AdminSecondFactors = {
  readonly __typename?: 'AdminSecondFactors';
  /** Oldest first. */
  readonly passkeys: ReadonlyArray<Passkey>;
  /** How many recovery codes were not used yet. */
  readonly recoveryCodesLeft: Scalars['Int']['output'];
  /** Whether an authenticator app is on (TOTP, RFC 6238). */
  readonly totp: Scalars['Boolean']['output'];
};

/** Something that was done with more than a user's right. The log is only added to; each entry is chained to the one before. */
export type AuditEvent = {
  readonly __typename?: 'AuditEvent';
  /** What: an area and a verb, such as `user.ban`. */
  readonly action: Scalars['String']['output'];
  /** Who: `admin:<id>`, `user:<id>`, `anonymous`, `operator` (at the command line) or `system` (by itself). */
  readonly actor: Scalars['String']['output'];
  /** The same, where it was an admin. */
  readonly admin?: Maybe<Admin>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** `reason`, `before`, `after`, and the address that it came `from`. Null where it was erased, being about a person. */
  readonly detail?: Maybe<Scalars['JSON']['output']>;
  /** SHA-256 of this entry and all before it, in hex: `npm run audit -- verify` walks them. */
  readonly hash: Scalars['String']['output'];
  /** Its number in the log, without a gap. */
  readonly id: Scalars['ID']['output'];
  /** On what: `user:<id>`, `group:<id>`, `admin:<id>`, `setting:<name>`, … */
  readonly target?: Maybe<Scalars['String']['output']>;
};

/** A page of the audit log, newest first. */
export type AuditEventConnection = {
  readonly __typename?: 'AuditEventConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<AuditEventEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<AuditEvent>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** All that were found. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry, and where it stands in the list. */
export type AuditEventEdge = {
  readonly __typename?: 'AuditEventEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEvent;
};

/** Somebody is kept out: no sign-in, no session, no token of OpenIM, on any device. */
export type Ban = {
  readonly __typename?: 'Ban';
  /** Who decided it. */
  readonly by?: Maybe<Admin>;
  /** Since when. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it was decided on, as it was given. */
  readonly evidence?: Maybe<Scalars['JSON']['output']>;
  /** Ours, opaque. */
  readonly id: Scalars['ID']['output'];
  /** Since when it stands no more: it was lifted, another took its place, or it ran out. */
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who lifted it; null where it ran out. */
  readonly liftedBy?: Maybe<Admin>;
  /** Why; the person is told so. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Every place that had to be closed, and when it was. */
  readonly receipts: ReadonlyArray<ClosureReceipt>;
  /** How far it is carried out. */
  readonly state: BanState;
  /** Until when; null: for good. Then it lifts itself. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  /** Who is kept out. */
  readonly user: User;
};

/** A page of bans, newest first. */
export type BanConnection = {
  readonly __typename?: 'BanConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<BanEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Ban>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Not counted: null. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A ban, and where it stands in the list. */
export type BanEdge = {
  readonly __typename?: 'BanEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The ban. */
  readonly node: Ban;
};

/** How far a ban is carried out. */
export type BanState =
  /** Every surface is closed. */
  | 'CLOSED'
  /** It stands no more. */
  | 'LIFTED'
  /** Nobody comes in any more, and some surface is still tried: see `Ban.receipts`. */
  | 'PARTIAL';

/** One thing done to many users, by itself, in the background; it goes on where it stood when a node dies. */
export type BulkJob = {
  readonly __typename?: 'BulkJob';
  /** When it was started. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who started it. */
  readonly createdBy?: Maybe<Admin>;
  /** Whether it is a trial, which changes nothing. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** When it was over. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which group it is about. */
  readonly group?: Maybe<Group>;
  /** Ours, rising with time. */
  readonly id: Scalars['ID']['output'];
  /** Its items, as they were named. */
  readonly items?: Maybe<BulkJobItemConnection>;
  /** What is done. */
  readonly kind: BulkJobKind;
  /** How many items are how far. */
  readonly progress?: Maybe<BulkJobProgress>;
  /** Why, in its maker's words. */
  readonly reason: Scalars['String']['output'];
  /** How far it is. */
  readonly state: BulkJobState;
};


/** One thing done to many users, by itself, in the background; it goes on where it stood when a node dies. */
export type BulkJobItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<BulkJobItemState>;
};

/** A page of bulk jobs, newest first. */
export type BulkJobConnection = {
  readonly __typename?: 'BulkJobConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<BulkJobEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<BulkJob>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A bulk job, and where it stands in the list. */
export type BulkJobEdge = {
  readonly __typename?: 'BulkJobEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: BulkJob;
};

/** What is to be done. */
export type BulkJobInput = {
  /** A trial: nothing is changed, and each item tells what would come of it. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which group; for the kinds that are about one, and only those. */
  readonly groupID?: InputMaybe<Scalars['ID']['input']>;
  /** What. */
  readonly kind: BulkJobKind;
  /** When the bans end, for BAN; for good when absent. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** To whom, 1 to 10,000; who is named twice counts once. */
  readonly userIDs: ReadonlyArray<Scalars['ID']['input']>;
};

/** One user of a bulk job. */
export type BulkJobItem = {
  readonly __typename?: 'BulkJobItem';
  /** The reason of the last failure, as in docs/errors.md. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** How far it is. */
  readonly state: BulkJobItemState;
  /** How often it failed, and was tried again. */
  readonly tries: Scalars['Int']['output'];
  /** To whom. */
  readonly user?: Maybe<User>;
};

/** A page of a bulk job's items. */
export type BulkJobItemConnection = {
  readonly __typename?: 'BulkJobItemConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<BulkJobItemEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<BulkJobItem>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** An item, and where it stands in the list. */
export type BulkJobItemEdge = {
  readonly __typename?: 'BulkJobItemEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: BulkJobItem;
};

/** How far one item is. */
export type BulkJobItemState =
  /** The job was cancelled before. */
  | 'CANCELLED'
  /** Done; in a trial: would be. */
  | 'DONE'
  /** It could not be done; `problem` tells why. */
  | 'FAILED'
  /** Not done yet. */
  | 'PENDING'
  /** It was so already. */
  | 'SKIPPED';

/** What can be done to many users at once, and the scope that it takes besides users:write. */
export type BulkJobKind =
  /** Brings them into a group. groups:write */
  | 'ADD_TO_GROUP'
  /** Bans them. users:ban */
  | 'BAN'
  /** Signs them out everywhere. sessions:end */
  | 'END_SESSIONS'
  /** Ends their accounts and erases what is held about them. users:erase */
  | 'ERASE'
  /** Takes them out of a group. groups:write */
  | 'REMOVE_FROM_GROUP'
  /** Lifts their bans. users:ban */
  | 'UNBAN';

/** How many items of a bulk job are how far. */
export type BulkJobProgress = {
  readonly __typename?: 'BulkJobProgress';
  /** Not done before the job was cancelled. */
  readonly cancelled: Scalars['Int']['output'];
  /** Done; in a trial: would be. */
  readonly done: Scalars['Int']['output'];
  /** It could not be done. */
  readonly failed: Scalars['Int']['output'];
  /** Not done yet. */
  readonly pending: Scalars['Int']['output'];
  /** It was so already. */
  readonly skipped: Scalars['Int']['output'];
  /** All. */
  readonly total: Scalars['Int']['output'];
};

/** How far a bulk job is. */
export type BulkJobState =
  /** It was cancelled; what was done stays done. */
  | 'CANCELLED'
  /** All items are done, or failed. */
  | 'DONE'
  /** Some items are not done yet. */
  | 'RUNNING';

/** One place that a ban or a forced logout closes. */
export type ClosureReceipt = {
  readonly __typename?: 'ClosureReceipt';
  /** When it was closed; null while it is tried. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is closed. */
  readonly state: ClosureState;
  /** Which. */
  readonly surface: ClosureSurface;
};

/** Whether a surface is closed. */
export type ClosureState =
  /** Done. */
  | 'CLOSED'
  /** It is tried until it succeeds. */
  | 'PENDING';

/** What a ban or a forced logout closes. */
export type ClosureSurface =
  /** OpenIM on `Platform.ANDROID`: the token, and open WebSockets. */
  | 2
  /** OpenIM on `Platform.ANDROID_PAD`: the token, and open WebSockets. */
  | 8
  /** OpenIM on `Platform.HARMONY_OS`: the token, and open WebSockets. */
  | 11
  /** OpenIM on `Platform.IOS`: the token, and open WebSockets. */
  | 1
  /** OpenIM on `Platform.IPAD`: the token, and open WebSockets. */
  | 9
  /** OpenIM on `Platform.LINUX`: the token, and open WebSockets. */
  | 7
  /** OpenIM on `Platform.MACOS`: the token, and open WebSockets. */
  | 4
  /** OpenIM on `Platform.MINI_WEB`: the token, and open WebSockets. */
  | 6
  /** Our record, with its entry in the audit log: from then on nobody comes in. */
  | 'RECORD'
  /** Sessions on every node, in the store that they share. */
  | 'SESSIONS'
  /** OpenIM on `Platform.WEB`: the token, and open WebSockets. */
  | 5
  /** OpenIM on `Platform.WINDOWS`: the token, and open WebSockets. */
  | 3;

/** Somebody who shall be an admin. */
export type CreateAdminInput = {
  /** The address they will sign in with. */
  readonly email: Scalars['EmailAddress']['input'];
  /** What they are called, 1 to 64 characters. */
  readonly name: Scalars['String']['input'];
  /** What they may do; at least one. */
  readonly roles: ReadonlyArray<AdminRole>;
};

/** Where a copy of everything that is held about a user can be downloaded, once. */
export type DataExport = {
  readonly __typename?: 'DataExport';
  /** A quarter of an hour from now. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /**
   * A ZIP: a folder for each part of this service, a file for each thing that it holds (JSON Lines), and `manifest.json`
   * with rows, bytes and SHA-256 of each. It is made while it is downloaded, and kept nowhere.
   */
  readonly url: Scalars['URL']['output'];
};

/** How many on one day; days with none are there as well. */
export type DayCount = {
  readonly __typename?: 'DayCount';
  /** How many fell on it. */
  readonly count: Scalars['Int']['output'];
  /** When the day begins, at midnight UTC. */
  readonly day: Scalars['DateTime']['output'];
};

/** One installation of a client. */
export type Device = {
  readonly __typename?: 'Device';
  /** When it was first seen. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whether it is the one that asks. */
  readonly current: Scalars['Boolean']['output'];
  /** Stable over sign-ins. */
  readonly id: Scalars['ID']['output'];
  /** When a request of it was last seen, within five minutes. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its owner knows it by. */
  readonly name: Scalars['String']['output'];
  /** What kind of device it is. */
  readonly platform: Platform;
};

/** The installation that signs in, and its half of the handshake. */
export type DeviceInput = {
  /**
   * Stable id that the client keeps for this installation, 1 to 64 characters of `A-Za-z0-9_-`; made by the server
   * when absent, or when it belongs to somebody else: the answer's counts.
   */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** What its owner knows it by, 1 to 64 characters. */
  readonly name: Scalars['String']['input'];
  /** What kind of device it is. */
  readonly platform: Platform;
  /** Raw X25519 public key of this session (RFC 7748), 32 bytes, base64url without padding. See SESSION.md. */
  readonly publicKey: Scalars['String']['input'];
};

/** Things of one kind that are gone. */
export type ErasedPart = {
  readonly __typename?: 'ErasedPart';
  /** How many there were. */
  readonly count: Scalars['Int']['output'];
  /** What they were. */
  readonly what: Scalars['String']['output'];
};

/** Everything that is held about a user is removed or blanked: a step for each part of this service, tried until done. */
export type Erasure = {
  readonly __typename?: 'Erasure';
  /** When the last step was done; null: it goes on. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ours. */
  readonly id: Scalars['ID']['output'];
  /** When the account ended. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** In the order in which they are taken. */
  readonly steps?: Maybe<ReadonlyArray<ErasureStep>>;
  /** Whose data it is; the id itself stays, and names nobody. */
  readonly userID: Scalars['ID']['output'];
};

/** What one part of this service holds, and what became of it. */
export type ErasureStep = {
  readonly __typename?: 'ErasureStep';
  /** When it was done; null: it is not yet. */
  readonly doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was removed or blanked. */
  readonly erased: ReadonlyArray<ErasedPart>;
  /** What stays, and why. */
  readonly kept: ReadonlyArray<KeptPart>;
  /** The part: a subgraph's name, or `events`. */
  readonly owner: Scalars['String']['output'];
  /** The reason of the last failure, as in docs/errors.md. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** How often it failed. */
  readonly tries: Scalars['Int']['output'];
};

/** An admin has signed somebody out; who may sign in again. */
export type ForcedLogout = {
  readonly __typename?: 'ForcedLogout';
  /** Who decided it. */
  readonly by?: Maybe<Admin>;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Ours, opaque. */
  readonly id: Scalars['ID']['output'];
  /** Where; null: everywhere. */
  readonly platform?: Maybe<Platform>;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** Every place that had to be closed, and when it was. */
  readonly receipts: ReadonlyArray<ClosureReceipt>;
  /** `PARTIAL` until every surface is closed, then `CLOSED`. */
  readonly state: BanState;
  /** Who was signed out. */
  readonly user: User;
};

export type Group = {
  readonly __typename?: 'Group';
  readonly id: Scalars['ID']['output'];
};

/** Lets people register while `RegistrationMode` is INVITATION; counted in every mode. */
export type Invitation = {
  readonly __typename?: 'Invitation';
  /** What is handed out. Present only in the answer that makes it: it is not kept in the clear. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  readonly createdBy?: Maybe<Admin>;
  /** Refused from then on; null: never. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ours, rising with time. */
  readonly id: Scalars['ID']['output'];
  /** What it is for, in its maker's words. */
  readonly label: Scalars['String']['output'];
  /** How many accounts it may make. */
  readonly maxUses: Scalars['Int']['output'];
  /** When an admin withdrew it; null: it was not. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many it has made. */
  readonly uses: Scalars['Int']['output'];
};

/** A page of invitations, newest first. */
export type InvitationConnection = {
  readonly __typename?: 'InvitationConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<InvitationEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Invitation>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** All there are. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An invitation, and where it stands in the list. */
export type InvitationEdge = {
  readonly __typename?: 'InvitationEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The invitation. */
  readonly node: Invitation;
};

/** What to hand out. */
export type InvitationInput = {
  /** Refused from then on; never when absent. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, 1 to 64 characters. */
  readonly label: Scalars['String']['input'];
  /** How many accounts it may make, 1 to 1,000,000. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
};

/** Things of one kind that stay. */
export type KeptPart = {
  readonly __typename?: 'KeptPart';
  /** How many there are; 0 where nobody can count them. */
  readonly count: Scalars['Int']['output'];
  /** What they are. */
  readonly what: Scalars['String']['output'];
  /** Why they stay. */
  readonly why: Scalars['String']['output'];
};

/** What a client needs to go on: its session here, and its token for OpenIM's WebSocket. */
export type LoginPayload = {
  readonly __typename?: 'LoginPayload';
  /**
   * REST base URL to hand to an official OpenIM SDK; it is this gateway, never OpenIM itself. Where the operator has
   * switched that off, nothing answers there, and `api` is null in `/.well-known/openim-graphql`.
   */
  readonly apiURL: Scalars['URL']['output'];
  /** OpenIM user token for the direct WebSocket connection. Null while OpenIM is down: renewSession gives it later. */
  readonly imToken?: Maybe<Scalars['String']['output']>;
  /** When OpenIM stops to accept the token. */
  readonly imTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether this sign-in made the account. Ask a new user for their name and picture, and give them to `updateProfile`,
   * unless `VerifyOTPInput.nickname` did.
   */
  readonly newUser: Scalars['Boolean']['output'];
  /** The session; only here does it carry the server's half of the handshake. */
  readonly session: Session;
  /** The signed-in user. Null while OpenIM is down; the session is good all the same. */
  readonly user?: Maybe<User>;
  /** The signed-in user's id; part of the handshake's transcript. */
  readonly userID: Scalars['ID']['output'];
  /** Where the client opens its WebSocket to OpenIM. */
  readonly wsURL: Scalars['URL']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Gives the admin a password of their own. `ADMIN_INVITATION_INVALID` for one that was used, is too old, or is none. */
  readonly acceptAdminInvitation?: Maybe<Admin>;
  /** Adds a network rule; it holds at once, on every node. */
  readonly addNetworkRule?: Maybe<NetworkRule>;
  /**
   * Signs an admin in. `CREDENTIALS_WRONG`, whatever was wrong; who knows the password and has a second factor is told
   * `TOTP_REQUIRED` (with `factors`: `TOTP`, `PASSKEY`), or `TOTP_WRONG`.
   */
  readonly adminLogin?: Maybe<AdminLoginPayload>;
  /** Ends this sign-in, its refresh token and its access tokens, at once. */
  readonly adminLogout?: Maybe<Scalars['Void']['output']>;
  /** Trades a refresh token for a new pair. `REFRESH_REUSED` ends the whole sign-in: somebody has a copy. */
  readonly adminRefresh?: Maybe<AdminLoginPayload>;
  /**
   * Keeps somebody out: their sessions end on every node, no token is made for them, and OpenIM closes each platform.
   * Answered when it stands and has been carried out as far as it goes within a few seconds: `User.ban` tells how far.
   * A ban that stood before gives way to this one.
   */
  readonly banUser?: Maybe<User>;
  /** Begins a sign-in with a passkey; it names nobody, because the authenticator knows whose it is. */
  readonly beginPasskeyLogin?: Maybe<PasskeyCeremony>;
  /** Begins to register a passkey. */
  readonly beginPasskeyRegistration?: Maybe<PasskeyCeremony>;
  /** A secret for an authenticator app. `TOTP_ON` where one is on already. */
  readonly beginTOTP?: Maybe<TotpEnrolment>;
  /** Ends a bulk job before it is over. What was done stays done. */
  readonly cancelBulkJob?: Maybe<BulkJob>;
  /** A new password; every other sign-in of the admin ends. */
  readonly changeAdminPassword?: Maybe<Admin>;
  /**
   * Ends it; the address that is replaced is told. `CODE_WRONG` with `triesLeft` and `field`, `CODE_EXPIRED`,
   * `ADDRESS_TAKEN` when another account has the new address.
   */
  readonly confirmAddressChange?: Maybe<User>;
  /** Turns the app on that was begun. `TOTP_WRONG`, `TOTP_NOT_BEGUN`. */
  readonly confirmTOTP?: Maybe<SecondFactorPayload>;
  /** Makes somebody an admin, who chooses a password by the invitation. `EMAIL_TAKEN`. */
  readonly createAdmin?: Maybe<AdminInvitation>;
  /** Makes an invitation; its code is told once, in this answer. */
  readonly createInvitation?: Maybe<Invitation>;
  /** Signs an admin out everywhere and lets them in no more. `LAST_OWNER` where no owner would be left. */
  readonly disableAdmin?: Maybe<Admin>;
  /** Turns the app off. Recovery codes go with the last factor. */
  readonly disableTOTP?: Maybe<Admin>;
  /** Lets an admin in again who was disabled. */
  readonly enableAdmin?: Maybe<Admin>;
  /** Ends all of the viewer's sessions but this one, with their tokens and WebSockets; answers which. */
  readonly endOtherSessions?: Maybe<ReadonlyArray<Session>>;
  /** Ends one session of a user, its token and its WebSocket. `NOT_FOUND` where there is none of that id. */
  readonly endSession?: Maybe<Session>;
  /** Ends the viewer's account at once, signs them out everywhere, and erases what is held about them. It cannot be undone. */
  readonly eraseMyAccount?: Maybe<Erasure>;
  /** The same for a user, by an admin. It cannot be undone. */
  readonly eraseUser?: Maybe<Erasure>;
  /** A copy of everything that is held about the viewer. Three a day. */
  readonly exportMyData?: Maybe<DataExport>;
  /** The same about a user, who asked for it in another way. */
  readonly exportUserData?: Maybe<DataExport>;
  /** Signs in whoever the passkey belongs to. `PASSKEY_REFUSED`, whatever was wrong. */
  readonly finishPasskeyLogin?: Maybe<AdminLoginPayload>;
  /** Keeps the passkey. `PASSKEY_REFUSED` for an answer that is none to the challenge. */
  readonly finishPasskeyRegistration?: Maybe<SecondFactorPayload>;
  /** Signs somebody out, on one platform or on all, and closes OpenIM there. They may sign in again. */
  readonly forceLogout?: Maybe<ForcedLogout>;
  /** Ends this session, its token and its WebSocket. */
  readonly logout?: Maybe<Scalars['Void']['output']>;
  /** Removes a network rule. */
  readonly removeNetworkRule?: Maybe<NetworkRule>;
  /** Forgets a passkey. Recovery codes go with the last factor. */
  readonly removePasskey?: Maybe<Admin>;
  /** Names one of the viewer's devices; the name stays over sign-ins. `NOT_FOUND` for anybody else's. */
  readonly renameDevice?: Maybe<Device>;
  /** Ten new recovery codes; those of before are good no longer. */
  readonly renewRecoveryCodes?: Maybe<SecondFactorPayload>;
  /**
   * A fresh key agreement on the same device; the old key works until 60 s after the new one's first use. See SESSION.md.
   * Also gives the `imToken` again where OpenIM was down, or had ended it. `SESSION_RENEWED` once the new key is in use.
   */
  readonly renewSession?: Maybe<LoginPayload>;
  /** Sends the code that `eraseMyAccount` needs to an address of the viewer. `RESEND_TOO_SOON`, `OTP_LIMIT`. */
  readonly requestAccountErasure?: Maybe<OtpChallenge>;
  /**
   * Begins to give the viewer another phone number or mail address: a code goes to it, and one to an address they have.
   * `RESEND_TOO_SOON` with `resendAfter`, `OTP_LIMIT` with `retryAfter`.
   */
  readonly requestAddressChange?: Maybe<AddressChange>;
  /**
   * Sends a one-time code. The same answer whether or not there is an account. `RESEND_TOO_SOON` with `resendAfter`,
   * `OTP_LIMIT` with `retryAfter`.
   */
  readonly requestOTP?: Maybe<OtpChallenge>;
  /** Takes an admin's password away, signs them out everywhere, and invites them to choose another. `NOT_ONESELF`. */
  readonly resetAdminPassword?: Maybe<AdminInvitation>;
  /**
   * For an admin who has lost their app, passkeys and recovery codes: all of them are forgotten, and the admin is signed
   * out everywhere. `NOT_ONESELF`.
   */
  readonly resetAdminSecondFactor?: Maybe<Admin>;
  /** Withdraws an invitation. Accounts that it made stay. */
  readonly revokeInvitation?: Maybe<Invitation>;
  /** Ends one of the viewer's sessions, its token and its WebSocket. `NOT_FOUND` for anybody else's. */
  readonly revokeSession?: Maybe<Session>;
  /** Says what an admin may do; it holds at their next request. `LAST_OWNER` where no owner would be left. */
  readonly setAdminRoles?: Maybe<Admin>;
  /** Says what new users find. Those who registered before are not changed. */
  readonly setNewcomerDefaults?: Maybe<RegistrationPolicy>;
  /** Says who may become a user. */
  readonly setRegistrationMode?: Maybe<RegistrationPolicy>;
  /** Says from where alone the viewer may sign in from now on. Sessions that exist go on. */
  readonly setSignInNetworks?: Maybe<User>;
  /** The same for a user, by an admin: to help who has locked themselves out, or to tie an account to an office. */
  readonly setUserSignInNetworks?: Maybe<User>;
  /** Does one thing to many users, in the background. `SCOPE_MISSING` without the scope of its kind. */
  readonly startBulkJob?: Maybe<BulkJob>;
  /** Lets somebody in again. `ALREADY_SO` where no ban stands. */
  readonly unbanUser?: Maybe<User>;
  /**
   * Signs in, and up where the address has no account. `CODE_WRONG` with `triesLeft`, `CODE_EXPIRED`, and `KEY_INVALID`
   * before the code is looked at.
   */
  readonly verifyOTP?: Maybe<LoginPayload>;
};


export type MutationAcceptAdminInvitationArgs = {
  password: Scalars['String']['input'];
  token: Scalars['String']['input'];
};


export type MutationAddNetworkRuleArgs = {
  input: NetworkRuleInput;
  reason: Scalars['String']['input'];
};


export type MutationAdminLoginArgs = {
  email: Scalars['EmailAddress']['input'];
  password: Scalars['String']['input'];
  totp?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAdminLogoutArgs = {
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationAdminRefreshArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationBanUserArgs = {
  evidence?: InputMaybe<Scalars['JSON']['input']>;
  reason: Scalars['String']['input'];
  until?: InputMaybe<Scalars['DateTime']['input']>;
  userID: Scalars['ID']['input'];
};


export type MutationBeginPasskeyRegistrationArgs = {
  password: Scalars['String']['input'];
  totp?: InputMaybe<Scalars['String']['input']>;
};


export type MutationBeginTotpArgs = {
  password: Scalars['String']['input'];
  totp?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCancelBulkJobArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationChangeAdminPasswordArgs = {
  newPassword: Scalars['String']['input'];
  password: Scalars['String']['input'];
  totp?: InputMaybe<Scalars['String']['input']>;
};


export type MutationConfirmAddressChangeArgs = {
  currentCode: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  newCode: Scalars['String']['input'];
};


export type MutationConfirmTotpArgs = {
  code: Scalars['String']['input'];
};


export type MutationCreateAdminArgs = {
  input: CreateAdminInput;
  reason: Scalars['String']['input'];
};


export type MutationCreateInvitationArgs = {
  input: InvitationInput;
};


export type MutationDisableAdminArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDisableTotpArgs = {
  password: Scalars['String']['input'];
  totp: Scalars['String']['input'];
};


export type MutationEnableAdminArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEraseMyAccountArgs = {
  challengeID: Scalars['ID']['input'];
  code: Scalars['String']['input'];
};


export type MutationEraseUserArgs = {
  reason: Scalars['String']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationExportUserDataArgs = {
  reason: Scalars['String']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationFinishPasskeyLoginArgs = {
  id: Scalars['ID']['input'];
  response: Scalars['JSON']['input'];
};


export type MutationFinishPasskeyRegistrationArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  response: Scalars['JSON']['input'];
};


export type MutationForceLogoutArgs = {
  platform?: InputMaybe<Platform>;
  reason: Scalars['String']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationLogoutArgs = {
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationRemoveNetworkRuleArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRemovePasskeyArgs = {
  id: Scalars['ID']['input'];
  password: Scalars['String']['input'];
  totp: Scalars['String']['input'];
};


export type MutationRenameDeviceArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationRenewRecoveryCodesArgs = {
  password: Scalars['String']['input'];
  totp: Scalars['String']['input'];
};


export type MutationRenewSessionArgs = {
  publicKey: Scalars['String']['input'];
};


export type MutationRequestAddressChangeArgs = {
  input: RequestOtpInput;
};


export type MutationRequestOtpArgs = {
  input: RequestOtpInput;
};


export type MutationResetAdminPasswordArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationResetAdminSecondFactorArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeInvitationArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetAdminRolesArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  roles: ReadonlyArray<AdminRole>;
};


export type MutationSetNewcomerDefaultsArgs = {
  friendIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  groupIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  reason: Scalars['String']['input'];
};


export type MutationSetRegistrationModeArgs = {
  mode: RegistrationMode;
  reason: Scalars['String']['input'];
};


export type MutationSetSignInNetworksArgs = {
  networks: ReadonlyArray<Scalars['String']['input']>;
};


export type MutationSetUserSignInNetworksArgs = {
  networks: ReadonlyArray<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationStartBulkJobArgs = {
  input: BulkJobInput;
  reason: Scalars['String']['input'];
};


export type MutationUnbanUserArgs = {
  reason?: InputMaybe<Scalars['String']['input']>;
  userID: Scalars['ID']['input'];
};


export type MutationVerifyOtpArgs = {
  input: VerifyOtpInput;
};

/** What a network rule does. */
export type NetworkEffect =
  /** Lets through what a wider rule denies. */
  | 'ALLOW'
  /** Refuses with `NETWORK_REFUSED`. */
  | 'DENY';

/** What a network rule is about. */
export type NetworkPurpose =
  /** Both. */
  | 'BOTH'
  /** Making an account. */
  | 'REGISTER'
  /** Signing in to an account. */
  | 'SIGN_IN';

/**
 * From where people may register or sign in. Of the rules that hold for an address the narrowest decides; where none does,
 * it may. Sessions that exist, and admins, are not asked.
 */
export type NetworkRule = {
  readonly __typename?: 'NetworkRule';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  readonly createdBy?: Maybe<Admin>;
  /** Whether it lets through or refuses. */
  readonly effect: NetworkEffect;
  /** Holds until then; null: until it is removed. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ours, rising with time. */
  readonly id: Scalars['ID']['output'];
  /** CIDR notation (RFC 4632, RFC 4291). */
  readonly network: Scalars['String']['output'];
  /** Its maker's words. */
  readonly note: Scalars['String']['output'];
  /** What it is about. */
  readonly purpose: NetworkPurpose;
};

/** A rule to add. */
export type NetworkRuleInput = {
  /** Whether it lets through or refuses. */
  readonly effect: NetworkEffect;
  /** Holds until then; until it is removed when absent. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** An address or a network: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`. */
  readonly network: Scalars['String']['input'];
  /** What it is for, at most 200 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** What it is about. */
  readonly purpose: NetworkPurpose;
};

/** A one-time code is on its way; the same for an address that has an account and for one that has none. */
export type OtpChallenge = {
  readonly __typename?: 'OTPChallenge';
  /** The code is refused from then on. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Goes into `verifyOTP` together with the code. */
  readonly id: Scalars['ID']['output'];
  /** Before then no other code is sent there. */
  readonly resendAfter: Scalars['DateTime']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Of its last row; `after` for the next page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are rows after it. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are rows before it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of its first row. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A key that an authenticator holds (WebAuthn). */
export type Passkey = {
  readonly __typename?: 'Passkey';
  /** When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** WebAuthn's credential id, base64url. */
  readonly id: Scalars['ID']['output'];
  /** When it was signed in with last. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its owner knows it by. */
  readonly name: Scalars['String']['output'];
};

/** Something for an authenticator to sign. */
export type PasskeyCeremony = {
  readonly __typename?: 'PasskeyCeremony';
  /** What was signed is refused from then on. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Goes back with what was signed. */
  readonly id: Scalars['ID']['output'];
  /**
   * What `navigator.credentials` takes: `PublicKeyCredential.parseCreationOptionsFromJSON` or
   * `parseRequestOptionsFromJSON` reads it.
   */
  readonly options: Scalars['JSON']['output'];
};

/** The kind of device, as OpenIM's platformID counts it: 1 to 9, and 11. */
export type Platform =
  /** platformID 2: an Android phone. */
  | 2
  /** platformID 8: an Android tablet. */
  | 8
  /** platformID 11: a HarmonyOS device. */
  | 11
  /** platformID 1: an iPhone. */
  | 1
  /** platformID 9: an iPad. */
  | 9
  /** platformID 7: a Linux computer. */
  | 7
  /** platformID 4: a Mac. */
  | 4
  /** platformID 6: a mini program inside another app. */
  | 6
  /** platformID 5: a browser. */
  | 5
  /** platformID 3: a Windows computer. */
  | 3;

export type Query = {
  readonly __typename?: 'Query';
  /** Who is an admin, disabled ones too. */
  readonly admins?: Maybe<AdminConnection>;
  /** What was done with privilege, newest first. All that is given must hold. */
  readonly auditLog?: Maybe<AuditEventConnection>;
  /** Bans, newest first. */
  readonly bans?: Maybe<BanConnection>;
  /** A bulk job, by its id; null where there is none. */
  readonly bulkJob?: Maybe<BulkJob>;
  /** Bulk jobs, newest first. */
  readonly bulkJobs?: Maybe<BulkJobConnection>;
  /** The signed-in admin. Null for a user. */
  readonly currentAdmin?: Maybe<Admin>;
  /** An erasure, by its id; null where there is none. */
  readonly erasure?: Maybe<Erasure>;
  /** What new users could not be given yet, oldest first. */
  readonly failingWelcomes?: Maybe<ReadonlyArray<Welcome>>;
  /** How far a forced logout is carried out; null where there is none of that id. */
  readonly forcedLogout?: Maybe<ForcedLogout>;
  /** Invitations, newest first; those that are used up, expired or withdrawn, too. */
  readonly invitations?: Maybe<InvitationConnection>;
  /** The signed-in user. Null for an admin. */
  readonly me?: Maybe<User>;
  /** The network rules that hold, newest first. */
  readonly networkRules?: Maybe<ReadonlyArray<NetworkRule>>;
  /** How people become users of this service. */
  readonly registrationPolicy?: Maybe<RegistrationPolicy>;
  /**
   * People by a piece of their nickname or userID in any script, or by a word like it where it is mistyped; with scope
   * users:pii by phone number and mail address, too. Best first: exactly that, beginning so, holding it, like it.
   */
  readonly searchUsers?: Maybe<UserConnection>;
  /** The viewer's sessions that are alive, newest first; a renewed one is listed once. */
  readonly sessions?: Maybe<ReadonlyArray<Session>>;
};


export type QueryAdminsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAuditLogArgs = {
  action?: InputMaybe<Scalars['String']['input']>;
  actor?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  target?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryBansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  standing?: InputMaybe<Scalars['Boolean']['input']>;
  userID?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryBulkJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBulkJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryErasureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFailingWelcomesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryForcedLogoutArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  keyword: Scalars['String']['input'];
};

/** Whether an address that has no account may get one. */
export type RegistrationMode =
  /** Nobody; those who have an account sign in as before. */
  | 'CLOSED'
  /** Only with a code of an `Invitation`. */
  | 'INVITATION'
  /** Whoever proves an address gets an account. */
  | 'OPEN';

/** How people become users of this service. */
export type RegistrationPolicy = {
  readonly __typename?: 'RegistrationPolicy';
  /** Whom new users find among their friends. */
  readonly defaultFriends?: Maybe<ReadonlyArray<User>>;
  /** Groups that new users are in. */
  readonly defaultGroups?: Maybe<ReadonlyArray<Group>>;
  /** Who may. */
  readonly mode?: Maybe<RegistrationMode>;
};

/** Where a one-time code is sent: a phone or a mailbox. */
export type RequestOtpInput =
  /** A mail address. */
  { readonly email: Scalars['EmailAddress']['input']; readonly phone?: never; }
  |  /** A phone number, for a text message. */
  { readonly email?: never; readonly phone: Scalars['PhoneNumber']['input']; };

/** A second factor was changed. */
export type SecondFactorPayload = {
  readonly __typename?: 'SecondFactorPayload';
  /** Whose it is. */
  readonly admin: Admin;
  /**
   * Ten codes, each good once in place of a code of the app. They are shown this once: when the first factor is added,
   * and when they are renewed. Null at other times.
   */
  readonly recoveryCodes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A sign-in on one device, until it is signed out, revoked, or too old. */
export type Session = {
  readonly __typename?: 'Session';
  /** The client's address at the sign-in (IPv4 or IPv6). Own, or with scope users:pii. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** When its key was agreed on. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The installation that signed in. */
  readonly device: Device;
  /** Set once it was revoked or signed out. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it ends at the latest: its sign-in's life is over then. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The `keyid` of the requests that it signs. */
  readonly id: Scalars['ID']['output'];
  /** Raw X25519 public key of the server for this session, base64url. Present only in the answer that makes the session. */
  readonly serverPublicKey?: Maybe<Scalars['String']['output']>;
  /** Ed25519 signature of the handshake transcript by the gateway's identity key, base64url. See SESSION.md. */
  readonly serverSignature?: Maybe<Scalars['String']['output']>;
};

export type Statistics = {
  readonly __typename?: 'Statistics';
  /** People who signed in or asked something, each counted once a day; of the whole day, where only part of it is meant. */
  readonly dailyActiveUsers?: Maybe<ReadonlyArray<DayCount>>;
  readonly from: Scalars['DateTime']['output'];
  /** Accounts that a first sign-in made, by day; of the whole day, where only part of it is meant. */
  readonly newAccounts?: Maybe<ReadonlyArray<DayCount>>;
  /** Sign-ins with a one-time code, by day; of the whole day, where only part of it is meant. */
  readonly signIns?: Maybe<ReadonlyArray<DayCount>>;
  readonly to: Scalars['DateTime']['output'];
};

/** A secret for an authenticator app; it counts once a code of it was confirmed. */
export type TotpEnrolment = {
  readonly __typename?: 'TOTPEnrolment';
  /** Base32, to type it in. */
  readonly secret: Scalars['String']['output'];
  /** `otpauth://totp/…`, to show as a QR code. */
  readonly uri: Scalars['String']['output'];
};

export type User = {
  readonly __typename?: 'User';
  /** What keeps them out now; null: nothing. */
  readonly ban?: Maybe<Ban>;
  /** The installations that they have signed in with, last seen first; 100 at most. */
  readonly devices?: Maybe<ReadonlyArray<Device>>;
  /** Own, or with scope users:pii. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Own, or with scope users:pii. */
  readonly phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Their sessions that are alive, newest first. */
  readonly sessions?: Maybe<ReadonlyArray<Session>>;
  /**
   * The only networks that this user may sign in from, in CIDR notation; empty: from anywhere. Own, or with scope
   * users:read.
   */
  readonly signInNetworks?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Found by identity, told by OpenIM: a node is null when OpenIM does not answer for it. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Maybe<User>>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** All that were found. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A user, and where they stand in the list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node?: Maybe<User>;
};

/** The answer to a challenge. */
export type VerifyOtpInput = {
  /** `OTPChallenge.id`. */
  readonly challengeID: Scalars['ID']['input'];
  /** The six digits that were sent. */
  readonly code: Scalars['String']['input'];
  /** The installation that signs in. */
  readonly device: DeviceInput;
  /**
   * `Invitation.code`, for an address that has no account where registration needs one; case, spaces and dashes do not
   * matter. After `INVITATION_REQUIRED`, `INVITATION_INVALID` and `INVITATION_USED` the same one-time code is still good.
   */
  readonly invitationCode?: InputMaybe<Scalars['String']['input']>;
  /** The name of a new user, 1 to 64 characters; "New user" when absent, and ignored for who has an account. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
};

/** A default friend or group that a new user could not be given yet; it is tried until it works, or is no default any more. */
export type Welcome = {
  readonly __typename?: 'Welcome';
  /** Since when it is owed. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whom they should be friends with; null when it is about a group. */
  readonly friend?: Maybe<User>;
  /** Which group they should be in; null when it is about a friend. */
  readonly group?: Maybe<Group>;
  /** Ours. */
  readonly id: Scalars['ID']['output'];
  /** When it is tried again. */
  readonly nextTryAt: Scalars['DateTime']['output'];
  /** The reason of the last failure, as in docs/errors.md. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** How often it failed. */
  readonly tries: Scalars['Int']['output'];
  /** The new user. */
  readonly user?: Maybe<User>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Admin: Admin;
  Statistics: Statistics;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Admin:
    ( { __typename: 'Admin' }
    & GraphQLRecursivePick<FederationTypes['Admin'], {"id":true}> );
  Statistics:
    ( { __typename: 'Statistics' }
    & GraphQLRecursivePick<FederationTypes['Statistics'], {"from":true,"to":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddressChange: ResolverTypeWrapper<AddressChange>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddressKind: AddressKind;
  Admin: ResolverTypeWrapper<AdminRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AdminConnection: ResolverTypeWrapper<Omit<AdminConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AdminEdge']>, nodes: ReadonlyArray<ResolversTypes['Admin']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AdminEdge: ResolverTypeWrapper<Omit<AdminEdge, 'node'> & { node: ResolversTypes['Admin'] }>;
  AdminInvitation: ResolverTypeWrapper<Invited>;
  AdminLoginPayload: ResolverTypeWrapper<AdminSignedIn>;
  AdminRole: AdminRole;
  AdminSecondFactors: ResolverTypeWrapper<AdminRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AuditEvent: ResolverTypeWrapper<AuditRow>;
  AuditEventConnection: ResolverTypeWrapper<Omit<AuditEventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AuditEventEdge']>, nodes: ReadonlyArray<ResolversTypes['AuditEvent']> }>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  Ban: ResolverTypeWrapper<BanRow>;
  BanConnection: ResolverTypeWrapper<Omit<BanConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BanEdge']>, nodes: ReadonlyArray<ResolversTypes['Ban']> }>;
  BanEdge: ResolverTypeWrapper<Omit<BanEdge, 'node'> & { node: ResolversTypes['Ban'] }>;
  BanState: BanState;
  BulkJob: ResolverTypeWrapper<JobRow>;
  BulkJobConnection: ResolverTypeWrapper<Omit<BulkJobConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BulkJobEdge']>, nodes: ReadonlyArray<ResolversTypes['BulkJob']> }>;
  BulkJobEdge: ResolverTypeWrapper<Omit<BulkJobEdge, 'node'> & { node: ResolversTypes['BulkJob'] }>;
  BulkJobInput: BulkJobInput;
  BulkJobItem: ResolverTypeWrapper<ItemRow>;
  BulkJobItemConnection: ResolverTypeWrapper<Omit<BulkJobItemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BulkJobItemEdge']>, nodes: ReadonlyArray<ResolversTypes['BulkJobItem']> }>;
  BulkJobItemEdge: ResolverTypeWrapper<Omit<BulkJobItemEdge, 'node'> & { node: ResolversTypes['BulkJobItem'] }>;
  BulkJobItemState: BulkJobItemState;
  BulkJobKind: BulkJobKind;
  BulkJobProgress: ResolverTypeWrapper<Counts>;
  BulkJobState: BulkJobState;
  ClosureReceipt: ResolverTypeWrapper<Receipt>;
  ClosureState: ClosureState;
  ClosureSurface: null;
  CreateAdminInput: CreateAdminInput;
  DataExport: ResolverTypeWrapper<DataExport>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayCount: ResolverTypeWrapper<DayCount>;
  Device: ResolverTypeWrapper<DeviceRow>;
  DeviceInput: DeviceInput;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  ErasedPart: ResolverTypeWrapper<ErasureLine>;
  Erasure: ResolverTypeWrapper<ErasureRow>;
  ErasureStep: ResolverTypeWrapper<ErasureStepRow>;
  ForcedLogout: ResolverTypeWrapper<ForcedLogoutRow>;
  Group: ResolverTypeWrapper<{ readonly id: string }>;
  Invitation: ResolverTypeWrapper<ShownInvitation>;
  InvitationConnection: ResolverTypeWrapper<Omit<InvitationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['InvitationEdge']>, nodes: ReadonlyArray<ResolversTypes['Invitation']> }>;
  InvitationEdge: ResolverTypeWrapper<Omit<InvitationEdge, 'node'> & { node: ResolversTypes['Invitation'] }>;
  InvitationInput: InvitationInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KeptPart: ResolverTypeWrapper<ErasureLine>;
  LoginPayload: ResolverTypeWrapper<SignedIn>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NetworkEffect: NetworkEffect;
  NetworkPurpose: NetworkPurpose;
  NetworkRule: ResolverTypeWrapper<NetworkRuleRow>;
  NetworkRuleInput: NetworkRuleInput;
  OTPChallenge: ResolverTypeWrapper<OtpChallenge>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Passkey: ResolverTypeWrapper<PasskeyRow>;
  PasskeyCeremony: ResolverTypeWrapper<PasskeyCeremony>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Platform: null;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegistrationMode: RegistrationMode;
  RegistrationPolicy: ResolverTypeWrapper<object>;
  RequestOTPInput: RequestOtpInput;
  SecondFactorPayload: ResolverTypeWrapper<Omit<SecondFactorPayload, 'admin'> & { admin: ResolversTypes['Admin'] }>;
  Session: ResolverTypeWrapper<SessionRow>;
  Statistics: ResolverTypeWrapper<Span>;
  TOTPEnrolment: ResolverTypeWrapper<TotpEnrolment>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  User: ResolverTypeWrapper<{ readonly id: string }>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UserEdge']>, nodes: ReadonlyArray<Maybe<ResolversTypes['User']>> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node?: Maybe<ResolversTypes['User']> }>;
  VerifyOTPInput: VerifyOtpInput;
  Void: ResolverTypeWrapper<Scalars['Void']['output']>;
  Welcome: ResolverTypeWrapper<WelcomeRow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddressChange: AddressChange;
  ID: Scalars['ID']['output'];
  Admin: AdminRow;
  String: Scalars['String']['output'];
  AdminConnection: Omit<AdminConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AdminEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Admin']> };
  Int: Scalars['Int']['output'];
  AdminEdge: Omit<AdminEdge, 'node'> & { node: ResolversParentTypes['Admin'] };
  AdminInvitation: Invited;
  AdminLoginPayload: AdminSignedIn;
  AdminSecondFactors: AdminRow;
  Boolean: Scalars['Boolean']['output'];
  AuditEvent: AuditRow;
  AuditEventConnection: Omit<AuditEventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AuditEventEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AuditEvent']> };
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  Ban: BanRow;
  BanConnection: Omit<BanConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BanEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Ban']> };
  BanEdge: Omit<BanEdge, 'node'> & { node: ResolversParentTypes['Ban'] };
  BulkJob: JobRow;
  BulkJobConnection: Omit<BulkJobConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BulkJobEdge']>, nodes: ReadonlyArray<ResolversParentTypes['BulkJob']> };
  BulkJobEdge: Omit<BulkJobEdge, 'node'> & { node: ResolversParentTypes['BulkJob'] };
  BulkJobInput: BulkJobInput;
  BulkJobItem: ItemRow;
  BulkJobItemConnection: Omit<BulkJobItemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BulkJobItemEdge']>, nodes: ReadonlyArray<ResolversParentTypes['BulkJobItem']> };
  BulkJobItemEdge: Omit<BulkJobItemEdge, 'node'> & { node: ResolversParentTypes['BulkJobItem'] };
  BulkJobProgress: Counts;
  ClosureReceipt: Receipt;
  CreateAdminInput: CreateAdminInput;
  DataExport: DataExport;
  DateTime: Scalars['DateTime']['output'];
  DayCount: DayCount;
  Device: DeviceRow;
  DeviceInput: DeviceInput;
  EmailAddress: Scalars['EmailAddress']['output'];
  ErasedPart: ErasureLine;
  Erasure: ErasureRow;
  ErasureStep: ErasureStepRow;
  ForcedLogout: ForcedLogoutRow;
  Group: { readonly id: string };
  Invitation: ShownInvitation;
  InvitationConnection: Omit<InvitationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['InvitationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Invitation']> };
  InvitationEdge: Omit<InvitationEdge, 'node'> & { node: ResolversParentTypes['Invitation'] };
  InvitationInput: InvitationInput;
  JSON: Scalars['JSON']['output'];
  KeptPart: ErasureLine;
  LoginPayload: SignedIn;
  Mutation: Record<PropertyKey, never>;
  NetworkRule: NetworkRuleRow;
  NetworkRuleInput: NetworkRuleInput;
  OTPChallenge: OtpChallenge;
  PageInfo: PageInfo;
  Passkey: PasskeyRow;
  PasskeyCeremony: PasskeyCeremony;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Query: Record<PropertyKey, never>;
  RegistrationPolicy: object;
  RequestOTPInput: RequestOtpInput;
  SecondFactorPayload: Omit<SecondFactorPayload, 'admin'> & { admin: ResolversParentTypes['Admin'] };
  Session: SessionRow;
  Statistics: Span;
  TOTPEnrolment: TotpEnrolment;
  URL: Scalars['URL']['output'];
  User: { readonly id: string };
  UserConnection: Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UserEdge']>, nodes: ReadonlyArray<Maybe<ResolversParentTypes['User']>> };
  UserEdge: Omit<UserEdge, 'node'> & { node?: Maybe<ResolversParentTypes['User']> };
  VerifyOTPInput: VerifyOtpInput;
  Void: Scalars['Void']['output'];
  Welcome: WelcomeRow;
};

export type AddressChangeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AddressChange'] = ResolversParentTypes['AddressChange']> = {
  currentCodeSentTo?: Resolver<ResolversTypes['AddressKind'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resendAfter?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AdminResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Admin'] = ResolversParentTypes['Admin'], FederationReferenceType extends FederationReferenceTypes['Admin'] = FederationReferenceTypes['Admin']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Admin']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSignInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['AdminRole']>, ParentType, ContextType>;
  secondFactors?: Resolver<Maybe<ResolversTypes['AdminSecondFactors']>, ParentType, ContextType>;
};

export type AdminConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AdminConnection'] = ResolversParentTypes['AdminConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AdminEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Admin']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AdminEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AdminEdge'] = ResolversParentTypes['AdminEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Admin'], ParentType, ContextType>;
};

export type AdminInvitationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AdminInvitation'] = ResolversParentTypes['AdminInvitation']> = {
  admin?: Resolver<ResolversTypes['Admin'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdminLoginPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AdminLoginPayload'] = ResolversParentTypes['AdminLoginPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  admin?: Resolver<ResolversTypes['Admin'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdminSecondFactorsResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AdminSecondFactors'] = ResolversParentTypes['AdminSecondFactors']> = {
  passkeys?: Resolver<ReadonlyArray<ResolversTypes['Passkey']>, ParentType, ContextType>;
  recoveryCodesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AuditEventResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  admin?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type BanResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Ban'] = ResolversParentTypes['Ban']> = {
  by?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  liftedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  liftedBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipts?: Resolver<ReadonlyArray<ResolversTypes['ClosureReceipt']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BanState'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type BanConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BanConnection'] = ResolversParentTypes['BanConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BanEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Ban']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BanEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BanEdge'] = ResolversParentTypes['BanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Ban'], ParentType, ContextType>;
};

export type BulkJobResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJob'] = ResolversParentTypes['BulkJob']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<ResolversTypes['BulkJobItemConnection']>, ParentType, ContextType, Partial<BulkJobItemsArgs>>;
  kind?: Resolver<ResolversTypes['BulkJobKind'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['BulkJobProgress']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BulkJobState'], ParentType, ContextType>;
};

export type BulkJobConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJobConnection'] = ResolversParentTypes['BulkJobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BulkJobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BulkJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BulkJobEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJobEdge'] = ResolversParentTypes['BulkJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BulkJob'], ParentType, ContextType>;
};

export type BulkJobItemResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJobItem'] = ResolversParentTypes['BulkJobItem']> = {
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BulkJobItemState'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type BulkJobItemConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJobItemConnection'] = ResolversParentTypes['BulkJobItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BulkJobItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BulkJobItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BulkJobItemEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJobItemEdge'] = ResolversParentTypes['BulkJobItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BulkJobItem'], ParentType, ContextType>;
};

export type BulkJobProgressResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['BulkJobProgress'] = ResolversParentTypes['BulkJobProgress']> = {
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClosureReceiptResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ClosureReceipt'] = ResolversParentTypes['ClosureReceipt']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ClosureState'], ParentType, ContextType>;
  surface?: Resolver<ResolversTypes['ClosureSurface'], ParentType, ContextType>;
};

export type ClosureSurfaceResolvers = { ANDROID: 2, ANDROID_PAD: 8, HARMONY_OS: 11, IOS: 1, IPAD: 9, LINUX: 7, MACOS: 4, MINI_WEB: 6, RECORD: 'RECORD', SESSIONS: 'SESSIONS', WEB: 5, WINDOWS: 3 };

export type DataExportResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['DataExport'] = ResolversParentTypes['DataExport']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayCountResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['DayCount'] = ResolversParentTypes['DayCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type ErasedPartResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ErasedPart'] = ResolversParentTypes['ErasedPart']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure']> = {
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ErasureStep']>>, ParentType, ContextType>;
  userID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ErasureStepResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ErasureStep'] = ResolversParentTypes['ErasureStep']> = {
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  erased?: Resolver<ReadonlyArray<ResolversTypes['ErasedPart']>, ParentType, ContextType>;
  kept?: Resolver<ReadonlyArray<ResolversTypes['KeptPart']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ForcedLogoutResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['ForcedLogout'] = ResolversParentTypes['ForcedLogout']> = {
  by?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['Platform']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receipts?: Resolver<ReadonlyArray<ResolversTypes['ClosureReceipt']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BanState'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxUses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InvitationConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['InvitationConnection'] = ResolversParentTypes['InvitationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InvitationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Invitation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InvitationEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['InvitationEdge'] = ResolversParentTypes['InvitationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KeptPartResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['KeptPart'] = ResolversParentTypes['KeptPart']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LoginPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  apiURL?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  imToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  newUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wsURL?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptAdminInvitation?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationAcceptAdminInvitationArgs, 'password' | 'token'>>;
  addNetworkRule?: Resolver<Maybe<ResolversTypes['NetworkRule']>, ParentType, ContextType, RequireFields<MutationAddNetworkRuleArgs, 'input' | 'reason'>>;
  adminLogin?: Resolver<Maybe<ResolversTypes['AdminLoginPayload']>, ParentType, ContextType, RequireFields<MutationAdminLoginArgs, 'email' | 'password'>>;
  adminLogout?: Resolver<Maybe<ResolversTypes['Void']>, ParentType, ContextType, RequireFields<MutationAdminLogoutArgs, 'everywhere'>>;
  adminRefresh?: Resolver<Maybe<ResolversTypes['AdminLoginPayload']>, ParentType, ContextType, RequireFields<MutationAdminRefreshArgs, 'refreshToken'>>;
  banUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationBanUserArgs, 'reason' | 'userID'>>;
  beginPasskeyLogin?: Resolver<Maybe<ResolversTypes['PasskeyCeremony']>, ParentType, ContextType>;
  beginPasskeyRegistration?: Resolver<Maybe<ResolversTypes['PasskeyCeremony']>, ParentType, ContextType, RequireFields<MutationBeginPasskeyRegistrationArgs, 'password'>>;
  beginTOTP?: Resolver<Maybe<ResolversTypes['TOTPEnrolment']>, ParentType, ContextType, RequireFields<MutationBeginTotpArgs, 'password'>>;
  cancelBulkJob?: Resolver<Maybe<ResolversTypes['BulkJob']>, ParentType, ContextType, RequireFields<MutationCancelBulkJobArgs, 'id' | 'reason'>>;
  changeAdminPassword?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationChangeAdminPasswordArgs, 'newPassword' | 'password'>>;
  confirmAddressChange?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationConfirmAddressChangeArgs, 'currentCode' | 'id' | 'newCode'>>;
  confirmTOTP?: Resolver<Maybe<ResolversTypes['SecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationConfirmTotpArgs, 'code'>>;
  createAdmin?: Resolver<Maybe<ResolversTypes['AdminInvitation']>, ParentType, ContextType, RequireFields<MutationCreateAdminArgs, 'input' | 'reason'>>;
  createInvitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType, RequireFields<MutationCreateInvitationArgs, 'input'>>;
  disableAdmin?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationDisableAdminArgs, 'id' | 'reason'>>;
  disableTOTP?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationDisableTotpArgs, 'password' | 'totp'>>;
  enableAdmin?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationEnableAdminArgs, 'id' | 'reason'>>;
  endOtherSessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
  endSession?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'id' | 'reason'>>;
  eraseMyAccount?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType, RequireFields<MutationEraseMyAccountArgs, 'challengeID' | 'code'>>;
  eraseUser?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType, RequireFields<MutationEraseUserArgs, 'reason' | 'userID'>>;
  exportMyData?: Resolver<Maybe<ResolversTypes['DataExport']>, ParentType, ContextType>;
  exportUserData?: Resolver<Maybe<ResolversTypes['DataExport']>, ParentType, ContextType, RequireFields<MutationExportUserDataArgs, 'reason' | 'userID'>>;
  finishPasskeyLogin?: Resolver<Maybe<ResolversTypes['AdminLoginPayload']>, ParentType, ContextType, RequireFields<MutationFinishPasskeyLoginArgs, 'id' | 'response'>>;
  finishPasskeyRegistration?: Resolver<Maybe<ResolversTypes['SecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationFinishPasskeyRegistrationArgs, 'id' | 'name' | 'response'>>;
  forceLogout?: Resolver<Maybe<ResolversTypes['ForcedLogout']>, ParentType, ContextType, RequireFields<MutationForceLogoutArgs, 'reason' | 'userID'>>;
  logout?: Resolver<Maybe<ResolversTypes['Void']>, ParentType, ContextType, RequireFields<MutationLogoutArgs, 'everywhere'>>;
  removeNetworkRule?: Resolver<Maybe<ResolversTypes['NetworkRule']>, ParentType, ContextType, RequireFields<MutationRemoveNetworkRuleArgs, 'id' | 'reason'>>;
  removePasskey?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationRemovePasskeyArgs, 'id' | 'password' | 'totp'>>;
  renameDevice?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType, RequireFields<MutationRenameDeviceArgs, 'id' | 'name'>>;
  renewRecoveryCodes?: Resolver<Maybe<ResolversTypes['SecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationRenewRecoveryCodesArgs, 'password' | 'totp'>>;
  renewSession?: Resolver<Maybe<ResolversTypes['LoginPayload']>, ParentType, ContextType, RequireFields<MutationRenewSessionArgs, 'publicKey'>>;
  requestAccountErasure?: Resolver<Maybe<ResolversTypes['OTPChallenge']>, ParentType, ContextType>;
  requestAddressChange?: Resolver<Maybe<ResolversTypes['AddressChange']>, ParentType, ContextType, RequireFields<MutationRequestAddressChangeArgs, 'input'>>;
  requestOTP?: Resolver<Maybe<ResolversTypes['OTPChallenge']>, ParentType, ContextType, RequireFields<MutationRequestOtpArgs, 'input'>>;
  resetAdminPassword?: Resolver<Maybe<ResolversTypes['AdminInvitation']>, ParentType, ContextType, RequireFields<MutationResetAdminPasswordArgs, 'id' | 'reason'>>;
  resetAdminSecondFactor?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationResetAdminSecondFactorArgs, 'id' | 'reason'>>;
  revokeInvitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'id' | 'reason'>>;
  revokeSession?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'id'>>;
  setAdminRoles?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType, RequireFields<MutationSetAdminRolesArgs, 'id' | 'reason' | 'roles'>>;
  setNewcomerDefaults?: Resolver<Maybe<ResolversTypes['RegistrationPolicy']>, ParentType, ContextType, RequireFields<MutationSetNewcomerDefaultsArgs, 'reason'>>;
  setRegistrationMode?: Resolver<Maybe<ResolversTypes['RegistrationPolicy']>, ParentType, ContextType, RequireFields<MutationSetRegistrationModeArgs, 'mode' | 'reason'>>;
  setSignInNetworks?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationSetSignInNetworksArgs, 'networks'>>;
  setUserSignInNetworks?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationSetUserSignInNetworksArgs, 'networks' | 'reason' | 'userID'>>;
  startBulkJob?: Resolver<Maybe<ResolversTypes['BulkJob']>, ParentType, ContextType, RequireFields<MutationStartBulkJobArgs, 'input' | 'reason'>>;
  unbanUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationUnbanUserArgs, 'userID'>>;
  verifyOTP?: Resolver<Maybe<ResolversTypes['LoginPayload']>, ParentType, ContextType, RequireFields<MutationVerifyOtpArgs, 'input'>>;
};

export type NetworkRuleResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['NetworkRule'] = ResolversParentTypes['NetworkRule']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['NetworkEffect'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['NetworkPurpose'], ParentType, ContextType>;
};

export type OtpChallengeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['OTPChallenge'] = ResolversParentTypes['OTPChallenge']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resendAfter?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasskeyResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Passkey'] = ResolversParentTypes['Passkey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyCeremonyResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['PasskeyCeremony'] = ResolversParentTypes['PasskeyCeremony']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  options?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PlatformResolvers = { ANDROID: 2, ANDROID_PAD: 8, HARMONY_OS: 11, IOS: 1, IPAD: 9, LINUX: 7, MACOS: 4, MINI_WEB: 6, WEB: 5, WINDOWS: 3 };

export type QueryResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  admins?: Resolver<Maybe<ResolversTypes['AdminConnection']>, ParentType, ContextType, Partial<QueryAdminsArgs>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEventConnection']>, ParentType, ContextType, Partial<QueryAuditLogArgs>>;
  bans?: Resolver<Maybe<ResolversTypes['BanConnection']>, ParentType, ContextType, Partial<QueryBansArgs>>;
  bulkJob?: Resolver<Maybe<ResolversTypes['BulkJob']>, ParentType, ContextType, RequireFields<QueryBulkJobArgs, 'id'>>;
  bulkJobs?: Resolver<Maybe<ResolversTypes['BulkJobConnection']>, ParentType, ContextType, Partial<QueryBulkJobsArgs>>;
  currentAdmin?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType, RequireFields<QueryErasureArgs, 'id'>>;
  failingWelcomes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Welcome']>>, ParentType, ContextType, Partial<QueryFailingWelcomesArgs>>;
  forcedLogout?: Resolver<Maybe<ResolversTypes['ForcedLogout']>, ParentType, ContextType, RequireFields<QueryForcedLogoutArgs, 'id'>>;
  invitations?: Resolver<Maybe<ResolversTypes['InvitationConnection']>, ParentType, ContextType, Partial<QueryInvitationsArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  networkRules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NetworkRule']>>, ParentType, ContextType>;
  registrationPolicy?: Resolver<Maybe<ResolversTypes['RegistrationPolicy']>, ParentType, ContextType>;
  searchUsers?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QuerySearchUsersArgs, 'keyword'>>;
  sessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
};

export type RegistrationPolicyResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['RegistrationPolicy'] = ResolversParentTypes['RegistrationPolicy']> = {
  defaultFriends?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  defaultGroups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Group']>>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['RegistrationMode']>, ParentType, ContextType>;
};

export type SecondFactorPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['SecondFactorPayload'] = ResolversParentTypes['SecondFactorPayload']> = {
  admin?: Resolver<ResolversTypes['Admin'], ParentType, ContextType>;
  recoveryCodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['Device'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  serverPublicKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serverSignature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatisticsResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics'], FederationReferenceType extends FederationReferenceTypes['Statistics'] = FederationReferenceTypes['Statistics']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Statistics']> | FederationReferenceType, FederationReferenceType, ContextType>;
  dailyActiveUsers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DayCount']>>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  newAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DayCount']>>, ParentType, ContextType>;
  signIns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DayCount']>>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TotpEnrolmentResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['TOTPEnrolment'] = ResolversParentTypes['TOTPEnrolment']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ban?: Resolver<Maybe<ResolversTypes['Ban']>, ParentType, ContextType>;
  devices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Device']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
  signInNetworks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export interface VoidScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Void'], any> {
  name: 'Void';
}

export type WelcomeResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Welcome'] = ResolversParentTypes['Welcome']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  friend?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextTryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = IdentityContext> = {
  AddressChange?: AddressChangeResolvers<ContextType>;
  Admin?: AdminResolvers<ContextType>;
  AdminConnection?: AdminConnectionResolvers<ContextType>;
  AdminEdge?: AdminEdgeResolvers<ContextType>;
  AdminInvitation?: AdminInvitationResolvers<ContextType>;
  AdminLoginPayload?: AdminLoginPayloadResolvers<ContextType>;
  AdminSecondFactors?: AdminSecondFactorsResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  Ban?: BanResolvers<ContextType>;
  BanConnection?: BanConnectionResolvers<ContextType>;
  BanEdge?: BanEdgeResolvers<ContextType>;
  BulkJob?: BulkJobResolvers<ContextType>;
  BulkJobConnection?: BulkJobConnectionResolvers<ContextType>;
  BulkJobEdge?: BulkJobEdgeResolvers<ContextType>;
  BulkJobItem?: BulkJobItemResolvers<ContextType>;
  BulkJobItemConnection?: BulkJobItemConnectionResolvers<ContextType>;
  BulkJobItemEdge?: BulkJobItemEdgeResolvers<ContextType>;
  BulkJobProgress?: BulkJobProgressResolvers<ContextType>;
  ClosureReceipt?: ClosureReceiptResolvers<ContextType>;
  ClosureSurface?: ClosureSurfaceResolvers;
  DataExport?: DataExportResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayCount?: DayCountResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  ErasedPart?: ErasedPartResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasureStep?: ErasureStepResolvers<ContextType>;
  ForcedLogout?: ForcedLogoutResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationConnection?: InvitationConnectionResolvers<ContextType>;
  InvitationEdge?: InvitationEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KeptPart?: KeptPartResolvers<ContextType>;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NetworkRule?: NetworkRuleResolvers<ContextType>;
  OTPChallenge?: OtpChallengeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Passkey?: PasskeyResolvers<ContextType>;
  PasskeyCeremony?: PasskeyCeremonyResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Platform?: PlatformResolvers;
  Query?: QueryResolvers<ContextType>;
  RegistrationPolicy?: RegistrationPolicyResolvers<ContextType>;
  SecondFactorPayload?: SecondFactorPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  TOTPEnrolment?: TotpEnrolmentResolvers<ContextType>;
  URL?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  Void?: GraphQLScalarType;
  Welcome?: WelcomeResolvers<ContextType>;
};

