import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReportRow } from '../cases/reports.ts';
import type { CaseRow } from '../cases/case.ts';
import type { ActionRow } from '../actions/action.ts';
import type { AppealRow } from '../appeals/appeal.ts';
import type { FlagRow } from '../cases/flags.ts';
import type { ShownDecision } from '../appeals/decisions.ts';
import type { StrikeRow } from '../strikes/strikes.ts';
import type { ShownEvidence } from '../resolvers/evidence.ts';
import type { ModerationContext } from '../context.ts';
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
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A message as OpenIM told it, kept by moderation and read by openim. */
  SeenMessage: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type Admin = {
  readonly __typename?: 'Admin';
  readonly id: Scalars['ID']['output'];
};

/** The word of the accused against what was decided; each decision is heard once, by somebody else than who took it. */
export type Appeal = {
  readonly __typename?: 'Appeal';
  /** What the accused is told of why. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** When they said it. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When they did. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided it; for admins. */
  readonly decidedBy?: Maybe<Admin>;
  /** Whether the decision was taken back; null while nobody has decided. */
  readonly granted?: Maybe<Scalars['Boolean']['output']>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What they say. */
  readonly text: Scalars['String']['output'];
};

/** A text that moderators may use for notes and explanations. */
export type CannedNote = {
  readonly __typename?: 'CannedNote';
  /** Ours. */
  readonly id: Scalars['ID']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
  /** What it is found by. */
  readonly title: Scalars['String']['output'];
};

/** What a rule or a finding of the service holds against the subject of a case. */
export type CaseFlag = {
  readonly __typename?: 'CaseFlag';
  /** When it was found. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Ours; the same finding has the same. */
  readonly id: Scalars['ID']['output'];
  /** More about it. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  readonly reason: ReportReason;
  /** What found it: `rule:<name>`, `forged-message`. */
  readonly source: Scalars['String']['output'];
};

/** Where a case stands. */
export type CaseState =
  /** It is decided, and the accused does not agree. */
  | 'APPEALED'
  /** It waits to be decided, and somebody is at it. */
  | 'IN_REVIEW'
  /** It waits to be decided, and nobody is at it. */
  | 'OPEN'
  /** It is decided. */
  | 'RESOLVED';

/** A decision of the moderators, as the person sees it whom it is about: not who took it, nor who reported. */
export type Decision = {
  readonly __typename?: 'Decision';
  /** What was said against it, and what became of that. */
  readonly appeal?: Maybe<Appeal>;
  /** Until when `appealDecision` takes it; null: it does not any more. */
  readonly appealableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it was decided. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why, in the moderators' words. */
  readonly explanation?: Maybe<Scalars['String']['output']>;
  /** In which group, where it is about one. */
  readonly group?: Maybe<Group>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What was done. */
  readonly kind: ModerationActionKind;
  /** Whether it was taken back. */
  readonly reversed: Scalars['Boolean']['output'];
  /** When it ends by itself; null: it does not. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** Decisions, a page of them. */
export type DecisionConnection = {
  readonly __typename?: 'DecisionConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DecisionEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Decision>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of decisions. */
export type DecisionEdge = {
  readonly __typename?: 'DecisionEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The decision. */
  readonly node: Decision;
};

/** What was to be seen when it was reported. */
export type Evidence = {
  readonly __typename?: 'Evidence';
  /** Whether it may hurt to look: sexual content, violence, self-harm. Show it blurred until the moderator asks for it. */
  readonly graphic: Scalars['Boolean']['output'];
  /** The reported message; null when a user or a group was reported. */
  readonly message?: Maybe<MessageSnapshot>;
  /** What was said around it, oldest first. */
  readonly neighbours?: Maybe<ReadonlyArray<Maybe<MessageSnapshot>>>;
  /** A reported user's or group's profile, as OpenIM tells it. */
  readonly profile?: Maybe<Scalars['JSON']['output']>;
  /** When it was seen. */
  readonly takenAt: Scalars['DateTime']['output'];
};

export type Group = {
  readonly __typename?: 'Group';
  readonly id: Scalars['ID']['output'];
};

export type Message = {
  readonly __typename?: 'Message';
  readonly id: Scalars['ID']['output'];
};

export type MessageSnapshot = {
  readonly __typename?: 'MessageSnapshot';
  readonly raw?: Maybe<Scalars['SeenMessage']['output']>;
};

/** A decision about a case; by: null when a rule did it. */
export type ModerationAction = {
  readonly __typename?: 'ModerationAction';
  /** Who decided it; null when a rule did. */
  readonly by?: Maybe<Admin>;
  /** When it was decided, or proposed. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was done. */
  readonly doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the accused is told of why. */
  readonly explanation?: Maybe<Scalars['String']['output']>;
  /** In which group, where it is about one. */
  readonly group?: Maybe<Group>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What is done. */
  readonly kind: ModerationActionKind;
  /** For moderators: why. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** When they did. */
  readonly opinionAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who gave the second opinion, where one was needed. */
  readonly opinionBy?: Maybe<Admin>;
  /** What they said. */
  readonly opinionNote?: Maybe<Scalars['String']['output']>;
  /** Why it cannot be done: a `reason` of the table of errors. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** How far it is. */
  readonly state: ModerationActionState;
  /** When it ends by itself; null: it does not. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A decision to take. */
export type ModerationActionInput = {
  /** The case that it is about. */
  readonly caseID: Scalars['ID']['input'];
  /** What the accused is told of why; 500 characters at most. The sentence of the service when absent. */
  readonly explanation?: InputMaybe<Scalars['String']['input']>;
  /** The group to mute or remove the accused in, where the case names none. */
  readonly groupID?: InputMaybe<Scalars['ID']['input']>;
  /** More is to follow: the case stays open, and yours. */
  readonly keepOpen?: InputMaybe<Scalars['Boolean']['input']>;
  /** What to do. */
  readonly kind: ModerationActionKind;
  /** For moderators: why; 2,000 characters at most. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** And a strike with it. */
  readonly strike?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it ends: MUTE_MEMBER needs it, BAN_USER may have it; within ten years. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** `ModerationCase.version` as it was when you decided: `CASE_CHANGED` when it is another one by now. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** DISMISS closes the case without consequence; DISMISS_GROUP dissolves the group. */
export type ModerationActionKind =
  /** Keeps the accused out, until `until` or for good: they are signed out everywhere. */
  | 'BAN_USER'
  /** Closes the case without consequence. */
  | 'DISMISS'
  /** Dissolves the group. */
  | 'DISMISS_GROUP'
  /** The accused may not write in the group until `until`. */
  | 'MUTE_MEMBER'
  /** Takes the accused out of the group. */
  | 'REMOVE_MEMBER'
  /** Takes the message back, for everybody. */
  | 'REVOKE_MESSAGE'
  /** Counts against the accused for a time. So many of them have the consequences that the settings of the house say. */
  | 'STRIKE'
  /** Takes a ban back. */
  | 'UNBAN_USER'
  /** Takes a mute back. */
  | 'UNMUTE_MEMBER'
  /** Tells the accused that they broke the rules. */
  | 'WARN';

/** How far a decision is. */
export type ModerationActionState =
  /** Somebody did not agree: nothing was done. */
  | 'DECLINED'
  /** It is done. */
  | 'DONE'
  /** It cannot be done: `problem` says why. The case is open again. */
  | 'FAILED'
  /** It is decided, and OpenIM has not done it yet; it is tried until it is done. */
  | 'PENDING'
  /** It waits for somebody else to confirm it. */
  | 'PROPOSED'
  /** It was done, and taken back. */
  | 'REVERSED';

/**
 * Everything that is said against one message, user or group: one case a subject, however many reports. A report of what
 * was decided opens it again, as another round; but of a message, which does not change, each person has one say.
 */
export type ModerationCase = {
  readonly __typename?: 'ModerationCase';
  /** Who answers for it: the sender, the user, the owner. */
  readonly accused?: Maybe<User>;
  /** What was decided and proposed, oldest first. */
  readonly actions: ReadonlyArray<ModerationAction>;
  /** The newest word of the accused against what was decided. */
  readonly appeal?: Maybe<Appeal>;
  /** Who has claimed it; null when nobody has, or the claim has run out. */
  readonly assignee?: Maybe<Admin>;
  /** The assignee's claim ends then, unless they renew it with claimCase. */
  readonly claimedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it was first reported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** As it stood when first reported; it outlives deletion and revocation. That somebody looked is recorded. */
  readonly evidence?: Maybe<Evidence>;
  /** What rules and findings of the service hold against it; newest first. */
  readonly flags: ReadonlyArray<CaseFlag>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What was seen later: of another round, or of a profile that has changed. Oldest first. */
  readonly laterEvidence?: Maybe<ReadonlyArray<Evidence>>;
  /**
   * Higher first. The worst reason (20 to 90 points, less where its reporter was mostly wrong before), ten points for each
   * doubling of the reporters, five for each tenfold of the people that it reaches, and a quarter of a point for each hour
   * that it has waited.
   */
  readonly priority: Scalars['Float']['output'];
  /** All of them, of all rounds. */
  readonly reportCount: Scalars['Int']['output'];
  /** Newest first. */
  readonly reports: ReadonlyArray<Report>;
  /** When this round was decided; null while it is not. */
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** 1, and one more each time that it was opened again. */
  readonly round: Scalars['Int']['output'];
  /** Where it stands. */
  readonly state: CaseState;
  /** As it is now; null when it is gone. */
  readonly subject?: Maybe<ReportSubject>;
  /** Rises with every change. */
  readonly version: Scalars['Int']['output'];
};


/**
 * Everything that is said against one message, user or group: one case a subject, however many reports. A report of what
 * was decided opens it again, as another round; but of a message, which does not change, each person has one say.
 */
export type ModerationCaseReportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Cases, a page of them. */
export type ModerationCaseConnection = {
  readonly __typename?: 'ModerationCaseConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ModerationCaseEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<ModerationCase>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All rows, of all pages. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of cases. */
export type ModerationCaseEdge = {
  readonly __typename?: 'ModerationCaseEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The case. */
  readonly node: ModerationCase;
};

/** What an admin of one's own sees of one's work of the last 24 hours; some of it is hard to look at. */
export type ModerationLoad = {
  readonly __typename?: 'ModerationLoad';
  /** Cases that you have claimed now. */
  readonly claimed: Scalars['Int']['output'];
  /** Cases that you decided. */
  readonly decided: Scalars['Int']['output'];
  /** Those of them whose evidence is graphic. Take a break now and then. */
  readonly graphic: Scalars['Int']['output'];
};

/** How the house moderates. */
export type ModerationSettings = {
  readonly __typename?: 'ModerationSettings';
  /** How many days after a decision it may be appealed. */
  readonly appealDays: Scalars['Int']['output'];
  /** Kinds that one moderator proposes and another confirms. A ban with an end needs nobody else. */
  readonly secondOpinion: ReadonlyArray<ModerationActionKind>;
  /** How many days a strike counts. */
  readonly strikeDays: Scalars['Int']['output'];
  /** What strikes lead to; of those that are reached, the one with most strikes. */
  readonly strikeRules: ReadonlyArray<StrikeRule>;
};

/** Absent leaves as it is. */
export type ModerationSettingsInput = {
  /** How many days after a decision it may be appealed; 0 to 365. */
  readonly appealDays?: InputMaybe<Scalars['Int']['input']>;
  /** Kinds that one moderator proposes and another confirms; none: nobody is asked. */
  readonly secondOpinion?: InputMaybe<ReadonlyArray<ModerationActionKind>>;
  /** How many days a strike counts, from the next one on; 1 to 3,650. */
  readonly strikeDays?: InputMaybe<Scalars['Int']['input']>;
  /** What strikes lead to, all rules; 10 at most, none: nothing. */
  readonly strikeRules?: InputMaybe<ReadonlyArray<StrikeRuleInput>>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * The same for who was banned and cannot sign in: `verifyOTP` with the right code is refused with `USER_BANNED`, and its
   * `extensions.appealTicket` is the way in. `APPEAL_TICKET_INVALID` after an hour.
   */
  readonly appealBan?: Maybe<Appeal>;
  /**
   * Says something against a decision about the viewer; all that was decided with it is heard. `APPEAL_MADE` the second
   * time, `APPEAL_LATE` after `appealableUntil`, `APPEAL_NEEDLESS` where it was taken back or is looked at anyhow.
   */
  readonly appealDecision?: Maybe<Appeal>;
  /**
   * Takes a free case for fifteen minutes, or renews one's own claim; `CASE_CLAIMED` when somebody else has it,
   * `CASE_RESOLVED` when it is decided.
   */
  readonly claimCase?: Maybe<ModerationCase>;
  /** Takes the most urgent case that is free and that you may decide; null when there is none. No two get the same. */
  readonly claimNextCase?: Maybe<ModerationCase>;
  /** Agrees with what somebody else proposed: it is done. `SECOND_OPINION_NEEDED` for one's own proposal. */
  readonly confirmModerationAction?: Maybe<ModerationCase>;
  /**
   * Decides an appeal; `APPEAL_OWN` for who took the decision. Granted: bans, mutes and strikes are taken back, and the
   * accused is told; what cannot be taken back (a message, a member, a group that is gone) stays as it is.
   */
  readonly decideAppeal?: Maybe<ModerationCase>;
  /** Does not agree, or withdraws one's own proposal: nothing is done, and the case waits for another decision. */
  readonly declineModerationAction?: Maybe<ModerationCase>;
  /** Lets go of one's own claim; `CLAIM_NEEDED` where one has none. */
  readonly releaseCase?: Maybe<ModerationCase>;
  /** Removes a canned note. `NOT_FOUND` where there is none. */
  readonly removeCannedNote?: Maybe<ReadonlyArray<CannedNote>>;
  /** Takes a decided case up again, as another round; what was decided stays as it is. `ALREADY_SO` for an open one. */
  readonly reopenCase?: Maybe<ModerationCase>;
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
  /** Writes a canned note, or changes the one of that title. */
  readonly saveCannedNote?: Maybe<CannedNote>;
  /** Changes how the house moderates. */
  readonly setModerationSettings?: Maybe<ModerationSettings>;
  /**
   * Decides a case. It needs a claim, and takes one where the case is free: `CASE_CLAIMED` when somebody else has it. Who
   * decided may go on until their claim ends; everybody else finds it resolved (`CASE_RESOLVED`) and may only take things
   * back. Grave kinds are proposed: they are done when somebody else confirms.
   */
  readonly takeModerationAction?: Maybe<ModerationCase>;
};


export type MutationAppealBanArgs = {
  text: Scalars['String']['input'];
  ticket: Scalars['String']['input'];
};


export type MutationAppealDecisionArgs = {
  decisionID: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationClaimCaseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationConfirmModerationActionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDecideAppealArgs = {
  answer?: InputMaybe<Scalars['String']['input']>;
  caseID: Scalars['ID']['input'];
  granted: Scalars['Boolean']['input'];
};


export type MutationDeclineModerationActionArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationReleaseCaseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveCannedNoteArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReopenCaseArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
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


export type MutationSaveCannedNoteArgs = {
  reason: Scalars['String']['input'];
  text: Scalars['String']['input'];
  title: Scalars['String']['input'];
};


export type MutationSetModerationSettingsArgs = {
  input: ModerationSettingsInput;
  reason: Scalars['String']['input'];
};


export type MutationTakeModerationActionArgs = {
  input: ModerationActionInput;
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Of the page's last row; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before `startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the page's first row; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Texts for notes and explanations, by title. */
  readonly cannedNotes?: Maybe<ReadonlyArray<CannedNote>>;
  /** Decisions of the moderators about the viewer, newest first. */
  readonly decisionsAboutMe?: Maybe<DecisionConnection>;
  /** One case; null when there is none of that id. */
  readonly moderationCase?: Maybe<ModerationCase>;
  /** What you have on your desk. */
  readonly moderationLoad?: Maybe<ModerationLoad>;
  /** Cases, most urgent first. Without `state` those that wait for a decision; `mine`: only those that you have claimed. */
  readonly moderationQueue?: Maybe<ModerationCaseConnection>;
  /** How the house moderates. */
  readonly moderationSettings?: Maybe<ModerationSettings>;
};


export type QueryDecisionsAboutMeArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryModerationCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryModerationQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  state?: InputMaybe<CaseState>;
};

/** What somebody reported. Its author sees what became of it. */
export type Report = {
  readonly __typename?: 'Report';
  /** The case that it belongs to: one a subject, however many report it. */
  readonly case?: Maybe<ModerationCase>;
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

/**
 * What counts against somebody for a time. From so many on, each new one mutes or bans them, as the settings of the house
 * say; such a consequence is a `ModerationAction` by nobody.
 */
export type Strike = {
  readonly __typename?: 'Strike';
  /** The case that it was given in. */
  readonly case?: Maybe<ModerationCase>;
  /** When it was given. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** From then on it counts no more. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Set where it was taken back: it counts no more. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What strikes may lead to. */
export type StrikeConsequence =
  /** A ban from the service; one that lasts longer anyhow stays. */
  | 'BAN_USER'
  /** A mute in the group of the case; nothing in a case that is about none. */
  | 'MUTE_MEMBER';

/** From so many strikes that count on, each new one has this consequence. */
export type StrikeRule = {
  readonly __typename?: 'StrikeRule';
  /** What is done. */
  readonly consequence: StrikeConsequence;
  /** For how long. */
  readonly hours: Scalars['Int']['output'];
  /** So many strikes that count. */
  readonly strikes: Scalars['Int']['output'];
};

/** From so many strikes that count on, each new one has this consequence. */
export type StrikeRuleInput = {
  /** What is done. */
  readonly consequence: StrikeConsequence;
  /** 1 to 87,600: ten years. */
  readonly hours: Scalars['Int']['input'];
  /** 1 to 100. */
  readonly strikes: Scalars['Int']['input'];
};

export type User = {
  readonly __typename?: 'User';
  /** What they are or were accused of, newest first. */
  readonly cases?: Maybe<ModerationCaseConnection>;
  readonly id: Scalars['ID']['output'];
  /** What counts, or counted, against them; newest first. */
  readonly strikes?: Maybe<ReadonlyArray<Strike>>;
};


export type UserCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ReportSubject:
    | ( { readonly id: string } )
    | ( { readonly id: string } )
    | ( { readonly id: string } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Admin: ResolverTypeWrapper<{ readonly id: string }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Appeal: ResolverTypeWrapper<AppealRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CannedNote: ResolverTypeWrapper<CannedNote>;
  CaseFlag: ResolverTypeWrapper<FlagRow>;
  CaseState: CaseState;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decision: ResolverTypeWrapper<ShownDecision>;
  DecisionConnection: ResolverTypeWrapper<Omit<DecisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DecisionEdge']>, nodes: ReadonlyArray<ResolversTypes['Decision']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DecisionEdge: ResolverTypeWrapper<Omit<DecisionEdge, 'node'> & { node: ResolversTypes['Decision'] }>;
  Evidence: ResolverTypeWrapper<ShownEvidence>;
  Group: ResolverTypeWrapper<{ readonly id: string }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Message: ResolverTypeWrapper<{ readonly id: string }>;
  MessageSnapshot: ResolverTypeWrapper<MessageSnapshot>;
  ModerationAction: ResolverTypeWrapper<ActionRow>;
  ModerationActionInput: ModerationActionInput;
  ModerationActionKind: ModerationActionKind;
  ModerationActionState: ModerationActionState;
  ModerationCase: ResolverTypeWrapper<CaseRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ModerationCaseConnection: ResolverTypeWrapper<Omit<ModerationCaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ModerationCaseEdge']>, nodes: ReadonlyArray<ResolversTypes['ModerationCase']> }>;
  ModerationCaseEdge: ResolverTypeWrapper<Omit<ModerationCaseEdge, 'node'> & { node: ResolversTypes['ModerationCase'] }>;
  ModerationLoad: ResolverTypeWrapper<ModerationLoad>;
  ModerationSettings: ResolverTypeWrapper<ModerationSettings>;
  ModerationSettingsInput: ModerationSettingsInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Report: ResolverTypeWrapper<ReportRow>;
  ReportGroupInput: ReportGroupInput;
  ReportMessageInput: ReportMessageInput;
  ReportOutcome: ReportOutcome;
  ReportReason: ReportReason;
  ReportSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportSubject']>;
  ReportUserInput: ReportUserInput;
  SeenMessage: ResolverTypeWrapper<Scalars['SeenMessage']['output']>;
  Strike: ResolverTypeWrapper<StrikeRow>;
  StrikeConsequence: StrikeConsequence;
  StrikeRule: ResolverTypeWrapper<StrikeRule>;
  StrikeRuleInput: StrikeRuleInput;
  User: ResolverTypeWrapper<{ readonly id: string }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Admin: { readonly id: string };
  ID: Scalars['ID']['output'];
  Appeal: AppealRow;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  CannedNote: CannedNote;
  CaseFlag: FlagRow;
  DateTime: Scalars['DateTime']['output'];
  Decision: ShownDecision;
  DecisionConnection: Omit<DecisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DecisionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Decision']> };
  Int: Scalars['Int']['output'];
  DecisionEdge: Omit<DecisionEdge, 'node'> & { node: ResolversParentTypes['Decision'] };
  Evidence: ShownEvidence;
  Group: { readonly id: string };
  JSON: Scalars['JSON']['output'];
  Message: { readonly id: string };
  MessageSnapshot: MessageSnapshot;
  ModerationAction: ActionRow;
  ModerationActionInput: ModerationActionInput;
  ModerationCase: CaseRow;
  Float: Scalars['Float']['output'];
  ModerationCaseConnection: Omit<ModerationCaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ModerationCaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ModerationCase']> };
  ModerationCaseEdge: Omit<ModerationCaseEdge, 'node'> & { node: ResolversParentTypes['ModerationCase'] };
  ModerationLoad: ModerationLoad;
  ModerationSettings: ModerationSettings;
  ModerationSettingsInput: ModerationSettingsInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Report: ReportRow;
  ReportGroupInput: ReportGroupInput;
  ReportMessageInput: ReportMessageInput;
  ReportSubject: ResolversUnionTypes<ResolversParentTypes>['ReportSubject'];
  ReportUserInput: ReportUserInput;
  SeenMessage: Scalars['SeenMessage']['output'];
  Strike: StrikeRow;
  StrikeRule: StrikeRule;
  StrikeRuleInput: StrikeRuleInput;
  User: { readonly id: string };
};

export type AdminResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Admin'] = ResolversParentTypes['Admin']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AppealResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Appeal'] = ResolversParentTypes['Appeal']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  granted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CannedNoteResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['CannedNote'] = ResolversParentTypes['CannedNote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseFlagResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['CaseFlag'] = ResolversParentTypes['CaseFlag']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReportReason'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecisionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  appeal?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType>;
  appealableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ModerationActionKind'], ParentType, ContextType>;
  reversed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DecisionConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['DecisionConnection'] = ResolversParentTypes['DecisionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DecisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Decision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DecisionEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['DecisionEdge'] = ResolversParentTypes['DecisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Decision'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  graphic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  neighbours?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['MessageSnapshot']>>>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MessageResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageSnapshotResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['MessageSnapshot'] = ResolversParentTypes['MessageSnapshot']> = {
  raw?: Resolver<Maybe<ResolversTypes['SeenMessage']>, ParentType, ContextType>;
};

export type ModerationActionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ModerationAction'] = ResolversParentTypes['ModerationAction']> = {
  by?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ModerationActionKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opinionAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  opinionBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  opinionNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ModerationActionState'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ModerationCaseResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ModerationCase'] = ResolversParentTypes['ModerationCase']> = {
  accused?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['ModerationAction']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  claimedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['Evidence']>, ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<ResolversTypes['CaseFlag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  laterEvidence?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Evidence']>>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reportCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reports?: Resolver<ReadonlyArray<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<ModerationCaseReportsArgs, 'first'>>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['ReportSubject']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModerationCaseConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ModerationCaseConnection'] = ResolversParentTypes['ModerationCaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ModerationCaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ModerationCaseEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ModerationCaseEdge'] = ResolversParentTypes['ModerationCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ModerationCase'], ParentType, ContextType>;
};

export type ModerationLoadResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ModerationLoad'] = ResolversParentTypes['ModerationLoad']> = {
  claimed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  graphic?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModerationSettingsResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ModerationSettings'] = ResolversParentTypes['ModerationSettings']> = {
  appealDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  secondOpinion?: Resolver<ReadonlyArray<ResolversTypes['ModerationActionKind']>, ParentType, ContextType>;
  strikeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strikeRules?: Resolver<ReadonlyArray<ResolversTypes['StrikeRule']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  appealBan?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType, RequireFields<MutationAppealBanArgs, 'text' | 'ticket'>>;
  appealDecision?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType, RequireFields<MutationAppealDecisionArgs, 'decisionID' | 'text'>>;
  claimCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationClaimCaseArgs, 'id'>>;
  claimNextCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
  confirmModerationAction?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationConfirmModerationActionArgs, 'id'>>;
  decideAppeal?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationDecideAppealArgs, 'caseID' | 'granted'>>;
  declineModerationAction?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationDeclineModerationActionArgs, 'id'>>;
  releaseCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationReleaseCaseArgs, 'id'>>;
  removeCannedNote?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CannedNote']>>, ParentType, ContextType, RequireFields<MutationRemoveCannedNoteArgs, 'id' | 'reason'>>;
  reopenCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationReopenCaseArgs, 'id' | 'reason'>>;
  reportGroup?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportGroupArgs, 'input'>>;
  reportMessage?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportMessageArgs, 'input'>>;
  reportUser?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportUserArgs, 'input'>>;
  saveCannedNote?: Resolver<Maybe<ResolversTypes['CannedNote']>, ParentType, ContextType, RequireFields<MutationSaveCannedNoteArgs, 'reason' | 'text' | 'title'>>;
  setModerationSettings?: Resolver<Maybe<ResolversTypes['ModerationSettings']>, ParentType, ContextType, RequireFields<MutationSetModerationSettingsArgs, 'input' | 'reason'>>;
  takeModerationAction?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationTakeModerationActionArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cannedNotes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CannedNote']>>, ParentType, ContextType>;
  decisionsAboutMe?: Resolver<Maybe<ResolversTypes['DecisionConnection']>, ParentType, ContextType, Partial<QueryDecisionsAboutMeArgs>>;
  moderationCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<QueryModerationCaseArgs, 'id'>>;
  moderationLoad?: Resolver<Maybe<ResolversTypes['ModerationLoad']>, ParentType, ContextType>;
  moderationQueue?: Resolver<Maybe<ResolversTypes['ModerationCaseConnection']>, ParentType, ContextType, Partial<QueryModerationQueueArgs>>;
  moderationSettings?: Resolver<Maybe<ResolversTypes['ModerationSettings']>, ParentType, ContextType>;
};

export type ReportResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  case?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
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

export interface SeenMessageScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SeenMessage'], any> {
  name: 'SeenMessage';
}

export type StrikeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Strike'] = ResolversParentTypes['Strike']> = {
  case?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type StrikeRuleResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['StrikeRule'] = ResolversParentTypes['StrikeRule']> = {
  consequence?: Resolver<ResolversTypes['StrikeConsequence'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strikes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cases?: Resolver<Maybe<ResolversTypes['ModerationCaseConnection']>, ParentType, ContextType, Partial<UserCasesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  strikes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Strike']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = ModerationContext> = {
  Admin?: AdminResolvers<ContextType>;
  Appeal?: AppealResolvers<ContextType>;
  CannedNote?: CannedNoteResolvers<ContextType>;
  CaseFlag?: CaseFlagResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decision?: DecisionResolvers<ContextType>;
  DecisionConnection?: DecisionConnectionResolvers<ContextType>;
  DecisionEdge?: DecisionEdgeResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Message?: MessageResolvers<ContextType>;
  MessageSnapshot?: MessageSnapshotResolvers<ContextType>;
  ModerationAction?: ModerationActionResolvers<ContextType>;
  ModerationCase?: ModerationCaseResolvers<ContextType>;
  ModerationCaseConnection?: ModerationCaseConnectionResolvers<ContextType>;
  ModerationCaseEdge?: ModerationCaseEdgeResolvers<ContextType>;
  ModerationLoad?: ModerationLoadResolvers<ContextType>;
  ModerationSettings?: ModerationSettingsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  ReportSubject?: ReportSubjectResolvers<ContextType>;
  SeenMessage?: GraphQLScalarType;
  Strike?: StrikeResolvers<ContextType>;
  StrikeRule?: StrikeRuleResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

