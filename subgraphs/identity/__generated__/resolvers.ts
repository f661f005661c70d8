import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AdminRow, AdminSignedIn } from '../admins/admins.ts';
import type { AuditRow } from '../audit/read.ts';
import type { DeviceRow } from '../devices.ts';
import type { SignedIn } from '../sign-in.ts';
import type { SessionRow } from '../sessions/session.ts';
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

/** Somebody who administers this service; no user of OpenIM. */
export type Admin = {
  readonly __typename?: 'Admin';
  /** The address they sign in with. */
  readonly email: Scalars['EmailAddress']['output'];
  /** Ours, opaque. */
  readonly id: Scalars['ID']['output'];
  /** What they are called. */
  readonly name: Scalars['String']['output'];
  /** What they may do. */
  readonly roles: ReadonlyArray<AdminRole>;
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

/** What a client needs to go on: its session here, and its token for OpenIM's WebSocket. */
export type LoginPayload = {
  readonly __typename?: 'LoginPayload';
  /** REST base URL to hand to an official OpenIM SDK; it is this gateway, never OpenIM itself. */
  readonly apiURL: Scalars['URL']['output'];
  /** OpenIM user token for the direct WebSocket connection. Null while OpenIM is down: renewSession gives it later. */
  readonly imToken?: Maybe<Scalars['String']['output']>;
  /** When OpenIM stops to accept the token. */
  readonly imTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
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
  /** Signs an admin in. `CREDENTIALS_WRONG`, whatever was wrong. */
  readonly adminLogin?: Maybe<AdminLoginPayload>;
  /** Trades a refresh token for a new pair. `REFRESH_REUSED` ends the whole sign-in: somebody has a copy. */
  readonly adminRefresh?: Maybe<AdminLoginPayload>;
  /** Ends this session, its token and its WebSocket. */
  readonly logout?: Maybe<Scalars['Void']['output']>;
  /**
   * A fresh key agreement on the same device; the old key works until 60 s after the new one's first use. See SESSION.md.
   * Also gives the `imToken` again where OpenIM was down, or had ended it. `SESSION_RENEWED` once the new key is in use.
   */
  readonly renewSession?: Maybe<LoginPayload>;
  /**
   * Sends a one-time code. The same answer whether or not there is an account. `RESEND_TOO_SOON` with `resendAfter`,
   * `OTP_LIMIT` with `retryAfter`.
   */
  readonly requestOTP?: Maybe<OtpChallenge>;
  /** Ends one of the viewer's sessions, its token and its WebSocket. `NOT_FOUND` for anybody else's. */
  readonly revokeSession?: Maybe<Session>;
  /**
   * Signs in, and up where the address has no account. `CODE_WRONG` with `triesLeft`, `CODE_EXPIRED`, and `KEY_INVALID`
   * before the code is looked at.
   */
  readonly verifyOTP?: Maybe<LoginPayload>;
};


export type MutationAdminLoginArgs = {
  email: Scalars['EmailAddress']['input'];
  password: Scalars['String']['input'];
};


export type MutationAdminRefreshArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationLogoutArgs = {
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationRenewSessionArgs = {
  publicKey: Scalars['String']['input'];
};


export type MutationRequestOtpArgs = {
  input: RequestOtpInput;
};


export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationVerifyOtpArgs = {
  input: VerifyOtpInput;
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
  /** What was done with privilege, newest first. All that is given must hold. */
  readonly auditLog?: Maybe<AuditEventConnection>;
  /** The signed-in admin. Null for a user. */
  readonly currentAdmin?: Maybe<Admin>;
  /** The signed-in user. Null for an admin. */
  readonly me?: Maybe<User>;
  /** The viewer's sessions that are alive, newest first; a renewed one is listed once. */
  readonly sessions?: Maybe<ReadonlyArray<Session>>;
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

/** Where a one-time code is sent: a phone or a mailbox. */
export type RequestOtpInput =
  /** A mail address. */
  { readonly email: Scalars['EmailAddress']['input']; readonly phone?: never; }
  |  /** A phone number, for a text message. */
  { readonly email?: never; readonly phone: Scalars['PhoneNumber']['input']; };

/** A sign-in on one device, until it is signed out, revoked, or too old. */
export type Session = {
  readonly __typename?: 'Session';
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

export type User = {
  readonly __typename?: 'User';
  /** Own, or with scope users:pii. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Own, or with scope users:pii. */
  readonly phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Their sessions that are alive, newest first. */
  readonly sessions?: Maybe<ReadonlyArray<Session>>;
};

/** The answer to a challenge. */
export type VerifyOtpInput = {
  /** `OTPChallenge.id`. */
  readonly challengeID: Scalars['ID']['input'];
  /** The six digits that were sent. */
  readonly code: Scalars['String']['input'];
  /** The installation that signs in. */
  readonly device: DeviceInput;
  /** The name of a new user, 1 to 64 characters; "New user" when absent, and ignored for who has an account. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
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
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Admin: ResolverTypeWrapper<AdminRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AdminLoginPayload: ResolverTypeWrapper<AdminSignedIn>;
  AdminRole: AdminRole;
  AuditEvent: ResolverTypeWrapper<AuditRow>;
  AuditEventConnection: ResolverTypeWrapper<Omit<AuditEventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AuditEventEdge']>, nodes: ReadonlyArray<ResolversTypes['AuditEvent']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Device: ResolverTypeWrapper<DeviceRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeviceInput: DeviceInput;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LoginPayload: ResolverTypeWrapper<SignedIn>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OTPChallenge: ResolverTypeWrapper<OtpChallenge>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Platform: null;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RequestOTPInput: RequestOtpInput;
  Session: ResolverTypeWrapper<SessionRow>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  User: ResolverTypeWrapper<{ readonly id: string }>;
  VerifyOTPInput: VerifyOtpInput;
  Void: ResolverTypeWrapper<Scalars['Void']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Admin: AdminRow;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AdminLoginPayload: AdminSignedIn;
  AuditEvent: AuditRow;
  AuditEventConnection: Omit<AuditEventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AuditEventEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AuditEvent']> };
  Int: Scalars['Int']['output'];
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  DateTime: Scalars['DateTime']['output'];
  Device: DeviceRow;
  Boolean: Scalars['Boolean']['output'];
  DeviceInput: DeviceInput;
  EmailAddress: Scalars['EmailAddress']['output'];
  JSON: Scalars['JSON']['output'];
  LoginPayload: SignedIn;
  Mutation: Record<PropertyKey, never>;
  OTPChallenge: OtpChallenge;
  PageInfo: PageInfo;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Query: Record<PropertyKey, never>;
  RequestOTPInput: RequestOtpInput;
  Session: SessionRow;
  URL: Scalars['URL']['output'];
  User: { readonly id: string };
  VerifyOTPInput: VerifyOtpInput;
  Void: Scalars['Void']['output'];
};

export type AdminResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Admin'] = ResolversParentTypes['Admin']> = {
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['AdminRole']>, ParentType, ContextType>;
};

export type AdminLoginPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['AdminLoginPayload'] = ResolversParentTypes['AdminLoginPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  admin?: Resolver<ResolversTypes['Admin'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

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

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LoginPayloadResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  apiURL?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  imToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wsURL?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  adminLogin?: Resolver<Maybe<ResolversTypes['AdminLoginPayload']>, ParentType, ContextType, RequireFields<MutationAdminLoginArgs, 'email' | 'password'>>;
  adminRefresh?: Resolver<Maybe<ResolversTypes['AdminLoginPayload']>, ParentType, ContextType, RequireFields<MutationAdminRefreshArgs, 'refreshToken'>>;
  logout?: Resolver<Maybe<ResolversTypes['Void']>, ParentType, ContextType, RequireFields<MutationLogoutArgs, 'everywhere'>>;
  renewSession?: Resolver<Maybe<ResolversTypes['LoginPayload']>, ParentType, ContextType, RequireFields<MutationRenewSessionArgs, 'publicKey'>>;
  requestOTP?: Resolver<Maybe<ResolversTypes['OTPChallenge']>, ParentType, ContextType, RequireFields<MutationRequestOtpArgs, 'input'>>;
  revokeSession?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'id'>>;
  verifyOTP?: Resolver<Maybe<ResolversTypes['LoginPayload']>, ParentType, ContextType, RequireFields<MutationVerifyOtpArgs, 'input'>>;
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

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PlatformResolvers = { ANDROID: 2, ANDROID_PAD: 8, HARMONY_OS: 11, IOS: 1, IPAD: 9, LINUX: 7, MACOS: 4, MINI_WEB: 6, WEB: 5, WINDOWS: 3 };

export type QueryResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEventConnection']>, ParentType, ContextType, Partial<QueryAuditLogArgs>>;
  currentAdmin?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['Device'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  serverPublicKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serverSignature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserResolvers<ContextType = IdentityContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
};

export interface VoidScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Void'], any> {
  name: 'Void';
}

export type Resolvers<ContextType = IdentityContext> = {
  Admin?: AdminResolvers<ContextType>;
  AdminLoginPayload?: AdminLoginPayloadResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Device?: DeviceResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OTPChallenge?: OtpChallengeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Platform?: PlatformResolvers;
  Query?: QueryResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  URL?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
  Void?: GraphQLScalarType;
};

