import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReportRow } from '../reports.ts';
import type { ModerationContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  _FieldSet: { input: unknown; output: unknown; }
};

export type Group = {
  readonly __typename?: 'Group';
  readonly id: Scalars['ID']['output'];
};

export type Message = {
  readonly __typename?: 'Message';
  readonly id: Scalars['ID']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Reports a group, as `reportMessage` does a message: its profile of the moment is kept. */
  readonly reportGroup?: Maybe<Report>;
  /**
   * Reports a message; what it said, and what was said around it, is kept as it stands, whatever happens to it later.
   * Reporting it again replaces reason and comment. `NOT_FOUND` for a message that the viewer cannot read,
   * `RATE_LIMITED` for too many reports in an hour.
   */
  readonly reportMessage?: Maybe<Report>;
  /** Reports a user, as `reportMessage` does a message: their profile of the moment is kept. */
  readonly reportUser?: Maybe<Report>;
};


export type MutationReportGroupArgs = {
  input: ReportGroupInput;
};


export type MutationReportMessageArgs = {
  input: ReportMessageInput;
};


export type MutationReportUserArgs = {
  input: ReportUserInput;
};

/** What somebody reported. Its author sees what became of it. */
export type Report = {
  readonly __typename?: 'Report';
  /** What its author added. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** When it was first reported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What became of it. */
  readonly outcome: ReportOutcome;
  /** What its author found wrong. */
  readonly reason: ReportReason;
  /** Who reported it. */
  readonly reporter?: Maybe<User>;
  /** What was reported, as it is now; null when it is gone. */
  readonly subject?: Maybe<ReportSubject>;
};

/** A group to report. */
export type ReportGroupInput = {
  /** More about it, for the moderators; 2,000 characters at most. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** `Group.id` of a group that the viewer can see. */
  readonly groupID: Scalars['ID']['input'];
  /** What is wrong with it. */
  readonly reason: ReportReason;
};

/** A message to report. */
export type ReportMessageInput = {
  /** More about it, for the moderators; 2,000 characters at most. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** `Message.id` of a message that the viewer can read. */
  readonly messageID: Scalars['ID']['input'];
  /** What is wrong with it. */
  readonly reason: ReportReason;
};

/** What became of a report. */
export type ReportOutcome =
  /** Something was done about it. */
  | 'ACTED'
  /** It was looked at, and left as it is. */
  | 'NOT_ACTED'
  /** No moderator has decided yet. */
  | 'PENDING';

/** What is wrong with the thing reported, in the reporter's eyes. */
export type ReportReason =
  /** Somebody is being hurt or hunted with words. */
  | 'HARASSMENT'
  /** Contempt for people because of what they are. */
  | 'HATE'
  /** Against the law. */
  | 'ILLEGAL'
  /** Pretending to be somebody else. */
  | 'IMPERSONATION'
  /** Anything else; say it in the comment. */
  | 'OTHER'
  /** Somebody may hurt themselves. */
  | 'SELF_HARM'
  /** Sexual content where it is not wanted. */
  | 'SEXUAL'
  /** Unwanted advertising, floods, scams. */
  | 'SPAM'
  /** Violence shown, praised or threatened. */
  | 'VIOLENCE';

/** What can be reported. */
export type ReportSubject = Group | Message | User;

/** A user to report. */
export type ReportUserInput = {
  /** More about it, for the moderators; 2,000 characters at most. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** What is wrong with them. */
  readonly reason: ReportReason;
  /** `User.id` of somebody else. */
  readonly userID: Scalars['ID']['input'];
};

export type User = {
  readonly __typename?: 'User';
  readonly id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

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



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ReportSubject:
    | ( Group )
    | ( Message )
    | ( User )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Group: ResolverTypeWrapper<Group>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Message: ResolverTypeWrapper<Message>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Report: ResolverTypeWrapper<ReportRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ReportGroupInput: ReportGroupInput;
  ReportMessageInput: ReportMessageInput;
  ReportOutcome: ReportOutcome;
  ReportReason: ReportReason;
  ReportSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportSubject']>;
  ReportUserInput: ReportUserInput;
  User: ResolverTypeWrapper<User>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Group: Group;
  ID: Scalars['ID']['output'];
  Message: Message;
  Mutation: Record<PropertyKey, never>;
  Report: ReportRow;
  String: Scalars['String']['output'];
  ReportGroupInput: ReportGroupInput;
  ReportMessageInput: ReportMessageInput;
  ReportSubject: ResolversUnionTypes<ResolversParentTypes>['ReportSubject'];
  ReportUserInput: ReportUserInput;
  User: User;
  Boolean: Scalars['Boolean']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GroupResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reportGroup?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportGroupArgs, 'input'>>;
  reportMessage?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportMessageArgs, 'input'>>;
  reportUser?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportUserArgs, 'input'>>;
};

export type ReportResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReportOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReportReason'], ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['ReportSubject']>, ParentType, ContextType>;
};

export type ReportSubjectResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ReportSubject'] = ResolversParentTypes['ReportSubject']> = {
  __resolveType: TypeResolveFn<'Group' | 'Message' | 'User', ParentType, ContextType>;
};

export type UserResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = ModerationContext> = {
  DateTime?: GraphQLScalarType;
  Group?: GroupResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  ReportSubject?: ReportSubjectResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

