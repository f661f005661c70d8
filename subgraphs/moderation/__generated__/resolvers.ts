import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReportRow } from '../cases/reports.ts';
import type { CaseRow } from '../cases/case.ts';
import type { ActionRow } from '../actions/action.ts';
import type { AppealRow } from '../appeals/appeal.ts';
import type { FlagRow } from '../cases/flags.ts';
import type { ShownDecision } from '../appeals/decisions.ts';
import type { StrikeRow } from '../strikes/strikes.ts';
import type { Span } from '../../kit/days.ts';
import type { Waiting } from '../cases/figures.ts';
import type { ShownEvidence } from '../resolvers/evidence.ts';
import type { RuleRow, RuleVersionRow } from '../rules/store.ts';
import type { DryRun, DryRunSample } from '../rules/dry-run.ts';
import type { MatchRow } from '../rules/matches.ts';
import type { Met } from '../rules/conditions/subject.ts';
import type { Definition, Condition, Keywords, Links } from '../rules/rule.ts';
import type { HeldRow } from '../holds/hold.ts';
import type { SubscriptionRow, Trust } from '../policies/subscriptions.ts';
import type { WordListRow, WordListVersionRow, WordImportRow } from '../rules/word-store.ts';
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

/** A condition of attachments. */
export type AttachmentCondition = {
  readonly __typename?: 'AttachmentCondition';
  /** Endings of names and addresses. */
  readonly extensions: ReadonlyArray<Scalars['String']['output']>;
  /** Kinds; empty: any. */
  readonly kinds: ReadonlyArray<AttachmentKind>;
  /** MIME types. */
  readonly mimeTypes: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * Attachments, by what the sender's client says of them: one of the kinds, and one of the extensions or types. What is empty
 * is not asked.
 */
export type AttachmentConditionInput = {
  /** Endings of the file's name or address: `exe`. */
  readonly extensions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Kinds of attachment. */
  readonly kinds?: InputMaybe<ReadonlyArray<AttachmentKind>>;
  /** MIME types; `video/*` for all of a family. */
  readonly mimeTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What a message brings along. */
export type AttachmentKind =
  /** Any other file. */
  | 'FILE'
  /** A picture. */
  | 'PICTURE'
  /** A sound. */
  | 'SOUND'
  /** A video. */
  | 'VIDEO';

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

/** A condition of what a classifier says. */
export type ClassifierCondition = {
  readonly __typename?: 'ClassifierCondition';
  /** The least score, 0 to 1. */
  readonly atLeast: Scalars['Float']['output'];
  /** The label. */
  readonly label: Scalars['String']['output'];
};

/**
 * What a program of the operator's (`TEXT_CLASSIFIER_URL`) says of a message's texts. It is asked after the message was sent, and
 * where the rule's other conditions hold: such a rule can `FLAG`, `REVOKE`, `MUTE` and `STRIKE`. Where it does not answer within two
 * minutes, the condition does not hold. `testRule` and `dryRunRule` ask nobody, and refuse such rules.
 */
export type ClassifierConditionInput = {
  /** The least score, 0 to 1. */
  readonly atLeast: Scalars['Float']['input'];
  /** A label that it gives; 1 to 100 characters. */
  readonly label: Scalars['String']['input'];
};

/** A condition of a custom message's field. */
export type CustomFieldCondition = {
  readonly __typename?: 'CustomFieldCondition';
  /** What it has to be; null: the pattern is asked. */
  readonly equals?: Maybe<Scalars['String']['output']>;
  /** What it has to match; null: `equals` is asked. */
  readonly pattern?: Maybe<Scalars['String']['output']>;
  /** A JSON pointer into `data`. */
  readonly pointer: Scalars['String']['output'];
};

/** A field of a custom message's `data`, which is JSON. */
export type CustomFieldConditionInput = {
  /** What it has to be; a number or a boolean as it is written in JSON. */
  readonly equals?: InputMaybe<Scalars['String']['input']>;
  /** Or what it has to match, in RE2's syntax. */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
  /** A JSON pointer (RFC 6901) into it: `/order/kind`. */
  readonly pointer: Scalars['String']['input'];
};

/** How many on one day; days with none are there as well. */
export type DayCount = {
  readonly __typename?: 'DayCount';
  /** How many fell on it. */
  readonly count: Scalars['Int']['output'];
  /** When the day begins, at midnight UTC. */
  readonly day: Scalars['DateTime']['output'];
};

/** What a moderator decides about messages that wait. */
export type DecideHeldMessagesInput = {
  /** What their senders are told where they do not; 1,000 characters at most. */
  readonly explanation?: InputMaybe<Scalars['String']['input']>;
  /** `HeldMessage.id`s; 1 to 100. All of them are decided, or none. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  /** Whether they go on. */
  readonly release: Scalars['Boolean']['input'];
};

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
  /**
   * Files of the message and of its neighbours, by what they can be told from anything else when they are gone. Null until
   * they were read, a moment after the report as a rule.
   */
  readonly media?: Maybe<ReadonlyArray<EvidenceMedia>>;
  /** The reported message; null when a user or a group was reported. */
  readonly message?: Maybe<MessageSnapshot>;
  /** What was said around it, oldest first. */
  readonly neighbours?: Maybe<ReadonlyArray<Maybe<MessageSnapshot>>>;
  /** A reported user's or group's profile, as OpenIM tells it. */
  readonly profile?: Maybe<Scalars['JSON']['output']>;
  /** When it was seen. */
  readonly takenAt: Scalars['DateTime']['output'];
};

/** A file that evidence shows. */
export type EvidenceMedia = {
  readonly __typename?: 'EvidenceMedia';
  /** `Media.id`. */
  readonly id: Scalars['ID']['output'];
  /** How the picture looks, 16 hexadecimal digits; null for what is no picture, or could not be read. */
  readonly perceptualHash?: Maybe<Scalars['String']['output']>;
  /** Of its bytes, 64 hexadecimal digits; null where they could not be read. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
};

/** A condition that counts messages. */
export type FloodCondition = {
  readonly __typename?: 'FloodCondition';
  /** Whose messages are counted together. */
  readonly by: FloodCounting;
  /** So many are not too many. */
  readonly moreThan: Scalars['Int']['output'];
  /** Seconds that the window is long. */
  readonly seconds: Scalars['Int']['output'];
};

/** More messages within a time, of those for which the rule's other conditions hold. */
export type FloodConditionInput = {
  /** `USER` unless said otherwise. */
  readonly by?: InputMaybe<FloodCounting>;
  /** So many are not too many; 1 to 999. */
  readonly moreThan: Scalars['Int']['input'];
  /** Seconds that the window is long; up to a day. */
  readonly seconds: Scalars['Int']['input'];
};

/** Whose messages are counted together. */
export type FloodCounting =
  /** Everybody's in one conversation. */
  | 'CONVERSATION'
  /** One user's, wherever they write. */
  | 'USER'
  /** One user's in one conversation. */
  | 'USER_IN_CONVERSATION';

export type Group = {
  readonly __typename?: 'Group';
  readonly id: Scalars['ID']['output'];
};

/** Who looks after a group. */
export type GroupStaffRole =
  /** Whom its owner made an admin of it. */
  | 'ADMIN'
  /** Whose it is. */
  | 'OWNER';

/** A message that a rule keeps from being sent until a moderator has looked at it. It is deleted three months after that. */
export type HeldMessage = {
  readonly __typename?: 'HeldMessage';
  /** The case that it opened, or was added to. */
  readonly case?: Maybe<ModerationCase>;
  /** When it was to be sent. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When that was. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided; null while it waits, and where nobody did in time. */
  readonly decidedBy?: Maybe<Admin>;
  /** What its sender was told, where it was declined. */
  readonly explanation?: Maybe<Scalars['String']['output']>;
  /** To which group; null for a message to somebody. */
  readonly group?: Maybe<Group>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What it says, as its sender's client wrote it. */
  readonly message?: Maybe<MessageSnapshot>;
  /** Why it could not be sent, where it is FAILED: a reason of the table of errors. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** To whom; null for a message to a group. */
  readonly recipient?: Maybe<User>;
  /** Which rule holds for it; null once that is deleted. */
  readonly rule?: Maybe<Rule>;
  /** Who wrote it. */
  readonly sender?: Maybe<User>;
  /** What it became in OpenIM; null until it is sent. */
  readonly sent?: Maybe<Message>;
  /** How it stands. */
  readonly state: HeldMessageState;
};

/** A page of messages that wait, or did. */
export type HeldMessageConnection = {
  readonly __typename?: 'HeldMessageConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<HeldMessageEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<HeldMessage>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All rows, of all pages. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One row of a page. */
export type HeldMessageEdge = {
  readonly __typename?: 'HeldMessageEdge';
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: HeldMessage;
};

/** What becomes of a message that a rule holds back. */
export type HeldMessageState =
  /** It is not sent; its sender was told. */
  | 'DECLINED'
  /** Nobody decided for a week; its sender was told. */
  | 'EXPIRED'
  /** It may go on, and cannot be sent any more: its sender has left the group, a rule refuses it, or is gone. */
  | 'FAILED'
  /** It was sent. */
  | 'RELEASED'
  /** It goes on: it is being sent, until OpenIM has taken it. */
  | 'RELEASING'
  /** Nobody has decided. */
  | 'WAITING';

/** A condition of words. */
export type KeywordCondition = {
  readonly __typename?: 'KeywordCondition';
  /** The lists that it looks into. */
  readonly lists?: Maybe<ReadonlyArray<WordList>>;
  /** Whether a word is found inside another. */
  readonly match: WordMatch;
  /** Words of the rule itself. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * Words. Text is read as a person would: whatever case, width or accents, letters of other scripts that look the same (UTS
 * #39), characters that are not seen, letters spelled apart ("b a d", "b.a.d") or drawn out ("baaaad").
 */
export type KeywordConditionInput = {
  /** `WordList.id`s. */
  readonly listIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** `WHOLE_WORD` unless said otherwise. */
  readonly match?: InputMaybe<WordMatch>;
  /** Words of the rule itself; 1,000 at most. */
  readonly words?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A condition of links. */
export type LinkCondition = {
  readonly __typename?: 'LinkCondition';
  /** Domains, each with everything below it. */
  readonly domains: ReadonlyArray<Scalars['String']['output']>;
  /** What they mean. */
  readonly links: LinkListing;
  /** The lists that it looks into. */
  readonly lists?: Maybe<ReadonlyArray<WordList>>;
};

/** Links, with a scheme or without one, as clients make them of text; domains in any script. */
export type LinkConditionInput = {
  /** Domains, each with everything below it: `example.com` is `www.example.com`, too. 1,000 at most. */
  readonly domains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What the domains mean. */
  readonly links: LinkListing;
  /** `WordList.id`s of lists of domains. */
  readonly listIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What the domains of a condition mean. */
export type LinkListing =
  /** The condition holds for a link to one of the domains. */
  | 'LISTED'
  /** The condition holds for a link to any other domain. */
  | 'NOT_LISTED';

export type MediaBlockList = {
  readonly __typename?: 'MediaBlockList';
  readonly id: Scalars['ID']['output'];
};

/** A condition of files. */
export type MediaCondition = {
  readonly __typename?: 'MediaCondition';
  /** Labels of the classifier. */
  readonly labels: ReadonlyArray<MediaLabelCondition>;
  /** `MediaBlockList.id`s. */
  readonly listIDs: ReadonlyArray<Scalars['ID']['output']>;
};

/**
 * A file of the message, its own or one of what it quotes or bundles, is like an entry of one of these lists of hashes
 * (`mediaBlockLists`), or has one of these labels of the outside classifier. Files are read after their message was sent, so
 * such a rule says what becomes of it then: FLAG, REVOKE, MUTE, STRIKE.
 */
export type MediaConditionInput = {
  /** Labels of the classifier; 100 at most. */
  readonly labels?: InputMaybe<ReadonlyArray<MediaLabelInput>>;
  /** `MediaBlockList.id`s; 1,000 at most. */
  readonly listIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A label that counts from some score on. */
export type MediaLabelCondition = {
  readonly __typename?: 'MediaLabelCondition';
  /** The least score, 0 to 1. */
  readonly atLeast: Scalars['Float']['output'];
  /** As the classifier calls it. */
  readonly name: Scalars['String']['output'];
};

/** A label that counts from some score on. */
export type MediaLabelInput = {
  /** The least score, 0 to 1. */
  readonly atLeast: Scalars['Float']['input'];
  /** As the classifier calls it. */
  readonly name: Scalars['String']['input'];
};

/** A condition of mentions. */
export type MentionCondition = {
  readonly __typename?: 'MentionCondition';
  /** Everybody is mentioned at once. */
  readonly everyone: Scalars['Boolean']['output'];
  /** More users than these are mentioned; null: that is not asked. */
  readonly moreThan?: Maybe<Scalars['Int']['output']>;
};

/** Mentions; one of the fields, or both: then one of them has to hold. */
export type MentionConditionInput = {
  /** Everybody is mentioned at once. */
  readonly everyone?: InputMaybe<Scalars['Boolean']['input']>;
  /** More users than these are mentioned. */
  readonly moreThan?: InputMaybe<Scalars['Int']['input']>;
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
  /** As it is now; null when it is gone, and `errors` say so at its path. */
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
  /** Adds words to a list, and takes words out; what is there already, or not there, stays so. */
  readonly changeWordList?: Maybe<WordList>;
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
   * Makes a rule. It holds on every node within a second. One that does not compile is refused with the condition, the place
   * and the reason.
   */
  readonly createRule?: Maybe<Rule>;
  /** Makes an empty list of words. `CONFLICT` where there is one of that name. */
  readonly createWordList?: Maybe<WordList>;
  /**
   * Decides an appeal; `APPEAL_OWN` for who took the decision. Granted: bans, mutes and strikes are taken back, and the
   * accused is told; what cannot be taken back (a message, a member, a group that is gone) stays as it is.
   */
  readonly decideAppeal?: Maybe<ModerationCase>;
  /**
   * Lets messages that wait go on, or not. One that goes on is sent in its sender's name, once, a moment later and until OpenIM
   * has taken it. `ALREADY_HANDLED` where somebody has decided one of them before.
   */
  readonly decideHeldMessages?: Maybe<ReadonlyArray<HeldMessage>>;
  /** Does not agree, or withdraws one's own proposal: nothing is done, and the case waits for another decision. */
  readonly declineModerationAction?: Maybe<ModerationCase>;
  /** Drops an import; the list stays as it was. */
  readonly dropWordImport?: Maybe<WordList>;
  /** Puts the words of an import in the place of the list's: one new version. */
  readonly finishWordImport?: Maybe<WordList>;
  /** One piece of an import. The same piece again changes nothing; empty lines are passed over. */
  readonly importWords?: Maybe<WordImport>;
  /** Has a list looked at now instead of within the hour; `lookedAt` changes when it was. */
  readonly refreshPolicyList?: Maybe<PolicySubscription>;
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
  /** Makes a rule what it was: a new version that says what an old one said. */
  readonly rollbackRule?: Maybe<Rule>;
  /** Writes a canned note, or changes the one of that title. */
  readonly saveCannedNote?: Maybe<CannedNote>;
  /** Changes how the house moderates. */
  readonly setModerationSettings?: Maybe<ModerationSettings>;
  /** Turns a rule on, off, or to a dry run: a new version that differs in nothing else. */
  readonly setRuleState?: Maybe<Rule>;
  /** Publishes a list of our own, for everybody to read, or ends that. Entries, not why they were added. */
  readonly shareWordList?: Maybe<WordList>;
  /** Begins to replace a list's words, piece by piece: a million in a hundred pieces. */
  readonly startWordImport?: Maybe<WordImport>;
  /**
   * Subscribes to a list that others publish, with three empty lists that rules may name at once; the document comes a moment
   * later. `CONFLICT` where the name or the address is taken.
   */
  readonly subscribePolicyList?: Maybe<PolicySubscription>;
  /**
   * Decides a case. It needs a claim, and takes one where the case is free: `CASE_CLAIMED` when somebody else has it. Who
   * decided may go on until their claim ends; everybody else finds it resolved (`CASE_RESOLVED`) and may only take things
   * back. Grave kinds are proposed: they are done when somebody else confirms.
   */
  readonly takeModerationAction?: Maybe<ModerationCase>;
  /** Trusts other keys, as when a publisher's have changed. What was accepted stays in force; the list is looked at now. */
  readonly trustPolicyList?: Maybe<PolicySubscription>;
  /**
   * Ends a subscription, and answers it as it was; its lists are gone. `CONFLICT` while a rule that is not `OFF` names one of
   * them.
   */
  readonly unsubscribePolicyList?: Maybe<PolicySubscription>;
  /** Puts another version in a rule's place. `CONFLICT` where somebody else changed it meanwhile. */
  readonly updateRule?: Maybe<Rule>;
};


export type MutationAppealBanArgs = {
  text: Scalars['String']['input'];
  ticket: Scalars['String']['input'];
};


export type MutationAppealDecisionArgs = {
  decisionID: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationChangeWordListArgs = {
  add?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  remove?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type MutationClaimCaseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationConfirmModerationActionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateRuleArgs = {
  input: RuleInput;
  reason: Scalars['String']['input'];
};


export type MutationCreateWordListArgs = {
  kind?: InputMaybe<WordListKind>;
  name: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDecideAppealArgs = {
  answer?: InputMaybe<Scalars['String']['input']>;
  caseID: Scalars['ID']['input'];
  granted: Scalars['Boolean']['input'];
};


export type MutationDecideHeldMessagesArgs = {
  input: DecideHeldMessagesInput;
  reason: Scalars['String']['input'];
};


export type MutationDeclineModerationActionArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDropWordImportArgs = {
  importID: Scalars['ID']['input'];
};


export type MutationFinishWordImportArgs = {
  importID: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationImportWordsArgs = {
  firstLine?: InputMaybe<Scalars['Int']['input']>;
  importID: Scalars['ID']['input'];
  words: ReadonlyArray<Scalars['String']['input']>;
};


export type MutationRefreshPolicyListArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
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


export type MutationRollbackRuleArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  to: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
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


export type MutationSetRuleStateArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  state: RuleState;
  version: Scalars['Int']['input'];
};


export type MutationShareWordListArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  shared: Scalars['Boolean']['input'];
};


export type MutationStartWordImportArgs = {
  listID: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationSubscribePolicyListArgs = {
  input: PolicySubscriptionInput;
  reason: Scalars['String']['input'];
};


export type MutationTakeModerationActionArgs = {
  input: ModerationActionInput;
};


export type MutationTrustPolicyListArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  trust: PolicyTrustInput;
};


export type MutationUnsubscribePolicyListArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUpdateRuleArgs = {
  id: Scalars['ID']['input'];
  input: RuleInput;
  reason: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};

/** A condition of young accounts. */
export type NewAccountCondition = {
  readonly __typename?: 'NewAccountCondition';
  /** Hours. */
  readonly youngerThanHours: Scalars['Int']['output'];
};

/** Young accounts. One that began before this service knew of it is not young. */
export type NewAccountConditionInput = {
  /** Hours; up to a year. */
  readonly youngerThanHours: Scalars['Int']['input'];
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

/** What holds when no decision is made in time. */
export type PastDeadline =
  /** It happens. */
  | 'PASS'
  /** It does not happen. */
  | 'REFUSE';

/** A condition of a regular expression. */
export type PatternCondition = {
  readonly __typename?: 'PatternCondition';
  /** Whether capital and small letters are the same. */
  readonly ignoreCase: Scalars['Boolean']['output'];
  /** The expression, in RE2's syntax. */
  readonly pattern: Scalars['String']['output'];
};

/** A regular expression in RE2's syntax, which takes linear time: no references back, no looking around. */
export type PatternConditionInput = {
  /** Whether capital and small letters are the same; true unless said otherwise. */
  readonly ignoreCase?: InputMaybe<Scalars['Boolean']['input']>;
  /** The expression; 1,000 characters at most. */
  readonly pattern: Scalars['String']['input'];
};

/** Why a look at a list brought nothing that may be taken. */
export type PolicyFault =
  /** The server answered something else than 200 or 304. Redirects are not followed. */
  | 'ANSWER_REFUSED'
  /** Its time is over. */
  | 'EXPIRED'
  /** It is not signed with a key that is trusted. */
  | 'KEY_UNKNOWN'
  /** It is no document of this format. */
  | 'MALFORMED'
  /** It is another list, or another issuer's, than was accepted before. */
  | 'OTHER_LIST'
  /** It is older than what was accepted before, or of the same version with other entries. */
  | 'ROLLED_BACK'
  /** The signature does not fit. */
  | 'SIGNATURE_WRONG'
  /** More than 128 MiB, or more than a million entries. */
  | 'TOO_LARGE'
  /** The server, or the one that serves the keys, cannot be reached. */
  | 'UNREACHABLE';

/** Who published an entry that was met. */
export type PolicySource = {
  readonly __typename?: 'PolicySource';
  /** The publisher, as its document names it. */
  readonly issuer: Scalars['String']['output'];
  /** Why the publisher lists it; null where the document does not say. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The document's version. */
  readonly version: Scalars['Int']['output'];
};

/**
 * A list that others publish (docs/policy-lists.md), looked at once an hour. Whatever a look brings that is not whole, not
 * newer, or not signed with a trusted key changes nothing.
 */
export type PolicySubscription = {
  readonly __typename?: 'PolicySubscription';
  /** When a document was last accepted. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was subscribed to. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Its domains, for rules to name. */
  readonly domains?: Maybe<WordList>;
  /** Until when the accepted document is good; it stays in force after that, and the next look tells. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last look brought nothing that may be taken; null where it did not fail. */
  readonly fault?: Maybe<PolicyFault>;
  /** The same in words. */
  readonly faultDetail?: Maybe<Scalars['String']['output']>;
  /**
   * Its files, by their hashes, for rules to name; it blocks nothing by itself. Null for what was subscribed to before files
   * were taken: subscribe anew.
   */
  readonly files?: Maybe<MediaBlockList>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** Who publishes it, as the accepted document says; null before there is one. */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** When it was last looked at. */
  readonly lookedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is called here. */
  readonly name: Scalars['String']['output'];
  /** When it is looked at next. */
  readonly nextLookAt: Scalars['DateTime']['output'];
  /** Entries of the accepted document that are of kinds or recommendations that nothing here is made of. */
  readonly passedOver: Scalars['Int']['output'];
  /** How it stands. */
  readonly state: PolicySubscriptionState;
  /** Whose signature is good. */
  readonly trust: PolicyTrust;
  /** Where the document is. */
  readonly url: Scalars['String']['output'];
  /** The accepted document's version. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** Its keywords, for rules to name. */
  readonly words?: Maybe<WordList>;
};

/** Subscriptions. */
export type PolicySubscriptionConnection = {
  readonly __typename?: 'PolicySubscriptionConnection';
  /** Each with its cursor. */
  readonly edges: ReadonlyArray<PolicySubscriptionEdge>;
  /** Without cursors. */
  readonly nodes: ReadonlyArray<PolicySubscription>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A subscription, and where it stands. */
export type PolicySubscriptionEdge = {
  readonly __typename?: 'PolicySubscriptionEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The subscription. */
  readonly node: PolicySubscription;
};

/** A list that others publish, to subscribe to. */
export type PolicySubscriptionInput = {
  /** What its lists are to be called here; 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  /** Whose signature is good. */
  readonly trust: PolicyTrustInput;
  /** Where the document is; `https`. */
  readonly url: Scalars['String']['input'];
};

/** How it stands with a list that others publish. */
export type PolicySubscriptionState =
  /** The last look brought what is in force, or found nothing newer. */
  | 'CURRENT'
  /** The last look brought nothing that may be taken; what was accepted before is in force. */
  | 'FAILING'
  /** It was not fetched yet. */
  | 'PENDING';

/** Whose signature is good. */
export type PolicyTrust = {
  readonly __typename?: 'PolicyTrust';
  /** The address of a JWK set (RFC 7517), whose keys of the moment are trusted; null where `thumbprints` say it. */
  readonly jwksURL?: Maybe<Scalars['String']['output']>;
  /** Thumbprints of keys (RFC 7638, SHA-256); null where `jwksURL` says it. */
  readonly thumbprints?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Whose signature is good; exactly one. */
export type PolicyTrustInput =
  /** The address of a JWK set (RFC 7517), which is trusted as far as TLS is: keys may change there. */
  { readonly jwksURL: Scalars['String']['input']; readonly thumbprints?: never; }
  |  /**
   * Thumbprints of keys (RFC 7638, SHA-256, base64url: 43 characters), 1 to 10. A document brings the key that signed it in
   * its header (`jwk`).
   */
  { readonly jwksURL?: never; readonly thumbprints: ReadonlyArray<Scalars['String']['input']>; };

export type Query = {
  readonly __typename?: 'Query';
  /** Texts for notes and explanations, by title. */
  readonly cannedNotes?: Maybe<ReadonlyArray<CannedNote>>;
  /** Decisions of the moderators about the viewer, newest first. */
  readonly decisionsAboutMe?: Maybe<DecisionConnection>;
  /**
   * What a rule would have held for in messages of the archive; changes nothing, and it is recorded who asked. It looks at
   * 100,000 messages or for five seconds, whichever is less.
   */
  readonly dryRunRule?: Maybe<RuleDryRun>;
  /** Messages that stand so, oldest first; those that wait unless said otherwise. That you have looked at them is recorded. */
  readonly heldMessages?: Maybe<HeldMessageConnection>;
  /** One case; null when there is none of that id. */
  readonly moderationCase?: Maybe<ModerationCase>;
  /** What you have on your desk. */
  readonly moderationLoad?: Maybe<ModerationLoad>;
  /** Cases, most urgent first. Without `state` those that wait for a decision; `mine`: only those that you have claimed. */
  readonly moderationQueue?: Maybe<ModerationCaseConnection>;
  /** How the house moderates. */
  readonly moderationSettings?: Maybe<ModerationSettings>;
  /** A subscription. */
  readonly policySubscription?: Maybe<PolicySubscription>;
  /** Lists that others publish and we subscribe to, newest first. */
  readonly policySubscriptions?: Maybe<PolicySubscriptionConnection>;
  /** What the viewer has reported, newest first, and what became of it. */
  readonly reportsByMe?: Maybe<ReportConnection>;
  /** A rule. */
  readonly rule?: Maybe<Rule>;
  /** All rules, in the order in which they are tried. */
  readonly rules?: Maybe<ReadonlyArray<Rule>>;
  /**
   * What a rule finds in a text; changes nothing. A rule that does not compile is refused with the condition, the place and
   * the reason.
   */
  readonly testRule?: Maybe<RuleTrial>;
  /** All lists of words, by name. */
  readonly wordLists?: Maybe<ReadonlyArray<WordList>>;
};


export type QueryDecisionsAboutMeArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDryRunRuleArgs = {
  from: Scalars['DateTime']['input'];
  input: RuleInput;
  to: Scalars['DateTime']['input'];
};


export type QueryHeldMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<HeldMessageState>;
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


export type QueryPolicySubscriptionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPolicySubscriptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReportsByMeArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRuleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTestRuleArgs = {
  input: RuleInput;
  trial: RuleTrialInput;
};

/** A condition that counts the same text. */
export type RepeatCondition = {
  readonly __typename?: 'RepeatCondition';
  /** Who says it. */
  readonly by: RepeatCounting;
  /** So often is not too often. */
  readonly moreThan: Scalars['Int']['output'];
  /** Seconds that the window is long. */
  readonly seconds: Scalars['Int']['output'];
};

/** The same text, whatever its punctuation, more often within a time. Texts below 8 letters do not count. */
export type RepeatConditionInput = {
  /** `ONE_USER` unless said otherwise. */
  readonly by?: InputMaybe<RepeatCounting>;
  /** So often is not too often; 1 to 999. */
  readonly moreThan: Scalars['Int']['input'];
  /** Seconds that the window is long; up to a day. */
  readonly seconds: Scalars['Int']['input'];
};

/** Who says the same thing. */
export type RepeatCounting =
  /** Many: users are counted. */
  | 'MANY_USERS'
  /** One user: messages are counted. */
  | 'ONE_USER';

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

/** A page of reports, newest first. */
export type ReportConnection = {
  readonly __typename?: 'ReportConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ReportEdge>;
  /** The reports. */
  readonly nodes: ReadonlyArray<Report>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list; null where it is not counted. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A report, and where it stands in the list. */
export type ReportEdge = {
  readonly __typename?: 'ReportEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The report. */
  readonly node: Report;
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

/** A rule that messages and names are held to, without anybody looking. */
export type Rule = {
  readonly __typename?: 'Rule';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it says now. */
  readonly definition: RuleDefinition;
  /** What it said, newest first. */
  readonly history?: Maybe<RuleVersionConnection>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What it held for, newest first, also in a dry run. */
  readonly matches?: Maybe<RuleMatchConnection>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change; a change says which one it was made from. */
  readonly version: Scalars['Int']['output'];
};


/** A rule that messages and names are held to, without anybody looking. */
export type RuleHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A rule that messages and names are held to, without anybody looking. */
export type RuleMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a rule does. */
export type RuleAction = {
  readonly __typename?: 'RuleAction';
  /** What is done. */
  readonly kind: RuleActionKind;
  /** Of a MUTE: for how long. */
  readonly minutes?: Maybe<Scalars['Int']['output']>;
  /** Of a FLAG: what is wrong with it. */
  readonly reason?: Maybe<ReportReason>;
};

/** What a rule does. */
export type RuleActionInput = {
  /** What is done. */
  readonly kind: RuleActionKind;
  /** Of a MUTE: for how long, from when the message was sent; up to a year. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** Of a FLAG: what is wrong with it; `OTHER` unless said otherwise. */
  readonly reason?: InputMaybe<ReportReason>;
};

/** What a rule does with what it holds for. */
export type RuleActionKind =
  /** Opens a case about the message, or raises it, once it is sent. */
  | 'FLAG'
  /**
   * Keeps it from being sent until a moderator has looked at it, with a case about the sender (`heldMessages`,
   * `decideHeldMessages`); the sender is told in their language that it waits. A message that OpenIM did not ask about is taken
   * back when it is found, and waits as well. Not together with REFUSE, MASK and REVOKE, nor with conditions that count messages,
   * look at files or ask a classifier.
   */
  | 'HOLD'
  /**
   * Covers what was found with stars, before anybody reads it. A message that OpenIM did not ask about, or where no decision
   * was made in time, is taken back when it is found.
   */
  | 'MASK'
  /** Mutes the sender in the group, once it is sent; in a chat of two nothing. */
  | 'MUTE'
  /** Lets it through; no rule of a higher `order` is tried. */
  | 'PASS'
  /**
   * Lets it not happen; the sender is told in their language that a rule does not let it through. A message that OpenIM did
   * not ask about, or where no decision was made in time, is taken back when it is found.
   */
  | 'REFUSE'
  /** Takes the message back, once it is sent. */
  | 'REVOKE'
  /** Gives the sender a strike, once it is sent, with whatever so many strikes lead to; they may appeal. */
  | 'STRIKE';

/** What has to hold; the one field that is not null says which kind it is. */
export type RuleCondition = {
  readonly __typename?: 'RuleCondition';
  /** It brings something along. */
  readonly attachment?: Maybe<AttachmentCondition>;
  /** A classifier says so. */
  readonly classifier?: Maybe<ClassifierCondition>;
  /** It is a custom message with such a field. */
  readonly customField?: Maybe<CustomFieldCondition>;
  /** There are too many. */
  readonly flood?: Maybe<FloodCondition>;
  /** Words stand in it. */
  readonly keywords?: Maybe<KeywordCondition>;
  /** It has a link. */
  readonly links?: Maybe<LinkCondition>;
  /** A file of it stands in a list of hashes, or has a label. */
  readonly media?: Maybe<MediaCondition>;
  /** It mentions many. */
  readonly mentions?: Maybe<MentionCondition>;
  /** Its author is new. */
  readonly newAccount?: Maybe<NewAccountCondition>;
  /** A regular expression matches in it. */
  readonly pattern?: Maybe<PatternCondition>;
  /** It was said before. */
  readonly repeated?: Maybe<RepeatCondition>;
};

/** What has to hold; exactly one kind. */
export type RuleConditionInput =
  /** It brings something along. */
  { readonly attachment: AttachmentConditionInput; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** A classifier says so. */
  { readonly attachment?: never; readonly classifier: ClassifierConditionInput; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** It is a custom message with such a field. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField: CustomFieldConditionInput; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** There are too many. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood: FloodConditionInput; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** Words stand in it. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords: KeywordConditionInput; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** It has a link. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links: LinkConditionInput; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** A file of it stands in a list of hashes, or has a label. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media: MediaConditionInput; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** It mentions many. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions: MentionConditionInput; readonly newAccount?: never; readonly pattern?: never; readonly repeated?: never; }
  |  /** Its author is new. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount: NewAccountConditionInput; readonly pattern?: never; readonly repeated?: never; }
  |  /** A regular expression matches in it. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern: PatternConditionInput; readonly repeated?: never; }
  |  /** It was said before. */
  { readonly attachment?: never; readonly classifier?: never; readonly customField?: never; readonly flood?: never; readonly keywords?: never; readonly links?: never; readonly media?: never; readonly mentions?: never; readonly newAccount?: never; readonly pattern?: never; readonly repeated: RepeatConditionInput; };

/** What a rule says, in one of its versions. */
export type RuleDefinition = {
  readonly __typename?: 'RuleDefinition';
  /** What it does then. */
  readonly actions: ReadonlyArray<RuleAction>;
  /** All of them have to hold. */
  readonly conditions: ReadonlyArray<RuleCondition>;
  /** What it is for. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Groups where it never holds. */
  readonly exemptGroupIDs: ReadonlyArray<Scalars['ID']['output']>;
  /** Whose messages in a group it never holds for. */
  readonly exemptGroupRoles: ReadonlyArray<GroupStaffRole>;
  /** Whom it never holds for. */
  readonly exemptUserIDs: ReadonlyArray<Scalars['ID']['output']>;
  /** Only these groups; null for all. */
  readonly groupIDs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** Rules are tried from the smallest up. */
  readonly order: Scalars['Int']['output'];
  /** What holds when no decision is made in time. */
  readonly pastDeadline: PastDeadline;
  /** Where it looks. */
  readonly places: ReadonlyArray<RulePlace>;
  /** Whether it acts. */
  readonly state: RuleState;
};

/** What a rule would have held for in a time; nothing was done. */
export type RuleDryRun = {
  readonly __typename?: 'RuleDryRun';
  /** Of those messages: how many moderators have acted on. Of 10,000 at most. */
  readonly acted: Scalars['Int']['output'];
  /** How many messages were looked at. */
  readonly examined: Scalars['Int']['output'];
  /** How many groups those were sent in. */
  readonly groups: Scalars['Int']['output'];
  /** How many messages it held for. */
  readonly matched: Scalars['Int']['output'];
  /** Of those messages: how many moderators have looked at, and left as they are. Of 10,000 at most. */
  readonly notActed: Scalars['Int']['output'];
  /** `acted` of all that moderators decided about, 0 to 1; null where they decided about none. */
  readonly precision?: Maybe<Scalars['Float']['output']>;
  /** The first 20, oldest first. */
  readonly samples: ReadonlyArray<RuleDryRunSample>;
  /**
   * Where it stopped, because there was more than can be looked at in one go: ask again from there. Null: all of the time was
   * looked at.
   */
  readonly stoppedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many users sent those. */
  readonly users: Scalars['Int']['output'];
};

/** A message that a rule would have held for. */
export type RuleDryRunSample = {
  readonly __typename?: 'RuleDryRunSample';
  /** What was found in it. */
  readonly found: ReadonlyArray<RuleFinding>;
  /** The message. */
  readonly message?: Maybe<Message>;
};

/** Something that a condition found. */
export type RuleFinding = {
  readonly __typename?: 'RuleFinding';
  /** The condition's place among the rule's, from 0. */
  readonly condition: Scalars['Int']['output'];
  /** Where it ends. */
  readonly end?: Maybe<Scalars['Int']['output']>;
  /** The word, the domain or the expression; of a file, the `MediaBlockEntry.id` that it is like, and where that comes from; or its label, with the score. */
  readonly entry?: Maybe<Scalars['String']['output']>;
  /** The list that the word, or the file's hash, stands in; null where it is none of a list. */
  readonly listID?: Maybe<Scalars['ID']['output']>;
  /** The list's version. */
  readonly listVersion?: Maybe<Scalars['Int']['output']>;
  /** Which of the message's texts it stands in: the path in its content, as in `quoteMessage.textElem.content`. */
  readonly path?: Maybe<Scalars['String']['output']>;
  /** Who published the entry; null where the list is one of our own. */
  readonly source?: Maybe<PolicySource>;
  /** Where it begins in the text (UTF-16 code units); null for what stands nowhere. */
  readonly start?: Maybe<Scalars['Int']['output']>;
};

/** A rule, whole. */
export type RuleInput = {
  /** What it does then. PASS stands alone; MASK needs a condition of keywords, a pattern or links, and none that counts. */
  readonly actions: ReadonlyArray<RuleActionInput>;
  /** All of them have to hold; 1 to 10. */
  readonly conditions: ReadonlyArray<RuleConditionInput>;
  /** What it is for; 1,000 characters at most. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Groups where it never holds. */
  readonly exemptGroupIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * Whose messages in a group it never holds for: its owner's, its admins'. A change of role is known within a minute. While a
   * node does not know yet who looks after a group, messages pass there and are judged once they are sent; or they are held to
   * the rule, where `pastDeadline` is REFUSE.
   */
  readonly exemptGroupRoles?: InputMaybe<ReadonlyArray<GroupStaffRole>>;
  /** Whom it never holds for. OpenIM's own admin and notification accounts need not be named. */
  readonly exemptUserIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only these groups; null for all. */
  readonly groupIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it is called; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Rules are tried from the smallest up; 100 unless said otherwise. */
  readonly order?: InputMaybe<Scalars['Int']['input']>;
  /** What holds when no decision is made in time; `PASS` unless said otherwise. Where any rule that is on says REFUSE, it is that. */
  readonly pastDeadline?: InputMaybe<PastDeadline>;
  /** `SINGLE_CHATS` and `GROUPS` unless said otherwise. */
  readonly places?: InputMaybe<ReadonlyArray<RulePlace>>;
  /** `DRY_RUN` unless said otherwise. */
  readonly state?: InputMaybe<RuleState>;
};

/** Something that a rule held for. */
export type RuleMatch = {
  readonly __typename?: 'RuleMatch';
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What was done; empty where a rule that is on had nothing to do, or could not do it. */
  readonly done: ReadonlyArray<RuleActionKind>;
  /** It was a dry run: nothing was done. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** What was found; the first 20 places. Offsets are those in the text that it was found in. */
  readonly found: ReadonlyArray<RuleFinding>;
  /** The group that it was said in; null for none, and where OpenIM does not say. */
  readonly group?: Maybe<Group>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** The message; null for a name, for what was refused or masked, and for what is gone. */
  readonly message?: Maybe<Message>;
  /** Who sent it, or whose name it would be; null where OpenIM does not say. */
  readonly user?: Maybe<User>;
  /** `Rule.version` that held. */
  readonly version: Scalars['Int']['output'];
};

/** What a rule held for. */
export type RuleMatchConnection = {
  readonly __typename?: 'RuleMatchConnection';
  /** Each with its cursor. */
  readonly edges: ReadonlyArray<RuleMatchEdge>;
  /** Without cursors. */
  readonly nodes: ReadonlyArray<RuleMatch>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A match, and where it stands. */
export type RuleMatchEdge = {
  readonly __typename?: 'RuleMatchEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: RuleMatch;
};

/** Where a rule looks. */
export type RulePlace =
  /** Messages in groups. */
  | 'GROUPS'
  /** Names, introductions and announcements of groups. */
  | 'GROUP_PROFILES'
  /** Nicknames. */
  | 'PROFILES'
  /** Messages between two users, and greetings of friend requests. */
  | 'SINGLE_CHATS';

/** Whether a rule acts. */
export type RuleState =
  /** It is tried, and nothing is done. */
  | 'DRY_RUN'
  /** It is not tried at all. */
  | 'OFF'
  /** It acts. */
  | 'ON';

/** What a rule would do. */
export type RuleTrial = {
  readonly __typename?: 'RuleTrial';
  /** What was found, and where. */
  readonly found: ReadonlyArray<RuleFinding>;
  /** Whether all conditions hold. Those that count messages see only this one. */
  readonly holds: Scalars['Boolean']['output'];
  /** The text as others would read it; null unless the rule masks. */
  readonly masked?: Maybe<Scalars['String']['output']>;
};

/** Something to try a rule on. */
export type RuleTrialInput = {
  /** The group that it is written in; between two users unless said otherwise. */
  readonly groupID?: InputMaybe<Scalars['ID']['input']>;
  /** What the writer is in that group; an ordinary member unless said otherwise. */
  readonly groupRole?: InputMaybe<GroupStaffRole>;
  /** A text, judged as a text message. */
  readonly text: Scalars['String']['input'];
  /** Who writes it; somebody whom no rule names unless said otherwise. */
  readonly userID?: InputMaybe<Scalars['ID']['input']>;
};

/** A rule as it once was. */
export type RuleVersion = {
  readonly __typename?: 'RuleVersion';
  /** Who made it. */
  readonly author?: Maybe<Admin>;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it said. */
  readonly definition: RuleDefinition;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** Its number. */
  readonly version: Scalars['Int']['output'];
};

/** Versions of a rule. */
export type RuleVersionConnection = {
  readonly __typename?: 'RuleVersionConnection';
  /** Each with its cursor. */
  readonly edges: ReadonlyArray<RuleVersionEdge>;
  /** Without cursors. */
  readonly nodes: ReadonlyArray<RuleVersion>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A version of a rule, and where it stands. */
export type RuleVersionEdge = {
  readonly __typename?: 'RuleVersionEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The version. */
  readonly node: RuleVersion;
};

export type Statistics = {
  readonly __typename?: 'Statistics';
  readonly from: Scalars['DateTime']['output'];
  /** Reports, by the day on which they were made; of the whole day, where only part of it is meant. */
  readonly reports?: Maybe<ReadonlyArray<DayCount>>;
  readonly to: Scalars['DateTime']['output'];
  /** Reports on which nobody has decided, as it is now, whenever they were made. */
  readonly waitingReports?: Maybe<WaitingReports>;
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
  /** What others reported of them, newest first: themselves, their messages, and groups that they owned then. */
  readonly reports?: Maybe<ReportConnection>;
  /** What they reported, newest first. */
  readonly reportsMade?: Maybe<ReportConnection>;
  /** What counts, or counted, against them; newest first. */
  readonly strikes?: Maybe<ReadonlyArray<Strike>>;
};


export type UserCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type UserReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type UserReportsMadeArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Reports on which nobody has decided. */
export type WaitingReports = {
  readonly __typename?: 'WaitingReports';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Half of them were made by then, half later; null where there is none. */
  readonly medianAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the oldest of them was made; null where there is none. */
  readonly oldestAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Words of a list. */
export type WordConnection = {
  readonly __typename?: 'WordConnection';
  /** Each with its cursor. */
  readonly edges: ReadonlyArray<WordEdge>;
  /** Without cursors. */
  readonly nodes: ReadonlyArray<Scalars['String']['output']>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A word, and where it stands. */
export type WordEdge = {
  readonly __typename?: 'WordEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The word. */
  readonly node: Scalars['String']['output'];
};

/** Words on their way into a list; nothing of it holds before it is finished, and after a day it is dropped. */
export type WordImport = {
  readonly __typename?: 'WordImport';
  /** Ours. */
  readonly id: Scalars['ID']['output'];
  /** The list whose words it is going to replace. */
  readonly list?: Maybe<WordList>;
  /** How many words it holds by now. */
  readonly size: Scalars['Int']['output'];
};

/** A list of words, or of domains, that rules look for. */
export type WordList = {
  readonly __typename?: 'WordList';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Its last 100 changes, newest first. */
  readonly history?: Maybe<ReadonlyArray<WordListVersion>>;
  /** Ours. */
  readonly id: Scalars['ID']['output'];
  /** What stands in it. */
  readonly kind: WordListKind;
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /**
   * Whether it is published: then `/.well-known/policy-lists/<id>` serves it to everybody as a signed document
   * (docs/policy-lists.md). One that has grown beyond 200,000 entries is not served.
   */
  readonly shared: Scalars['Boolean']['output'];
  /** How many words it has; a million at most. */
  readonly size: Scalars['Int']['output'];
  /** The subscription that fills it; null for a list of our own. Its publisher alone changes it. */
  readonly subscription?: Maybe<PolicySubscription>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change. */
  readonly version: Scalars['Int']['output'];
  /** Its words, in the order of their code points. */
  readonly words?: Maybe<WordConnection>;
};


/** A list of words, or of domains, that rules look for. */
export type WordListWordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What stands in a list. */
export type WordListKind =
  /** Domains, for conditions of links; each with everything below it. */
  | 'DOMAINS'
  /** Words, for conditions of keywords. */
  | 'WORDS';

/** A change of a list of words. */
export type WordListVersion = {
  readonly __typename?: 'WordListVersion';
  /** How many words came. */
  readonly added: Scalars['Int']['output'];
  /** Who made it; null where a publisher did, whose list is subscribed to. */
  readonly author?: Maybe<Admin>;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** How many words went. */
  readonly removed: Scalars['Int']['output'];
  /** Its number. */
  readonly version: Scalars['Int']['output'];
};

/** Whether a word is found inside another. */
export type WordMatch =
  /** Anywhere: "art" in "party". */
  | 'SUBSTRING'
  /** Only by itself. In scripts that put no spaces between words (Chinese, Japanese, Thai, …) it is found anywhere. */
  | 'WHOLE_WORD';



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
  Statistics: Statistics;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Statistics:
    ( { __typename: 'Statistics' }
    & GraphQLRecursivePick<FederationTypes['Statistics'], {"from":true,"to":true}> );
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
  AttachmentCondition: ResolverTypeWrapper<AttachmentCondition>;
  AttachmentConditionInput: AttachmentConditionInput;
  AttachmentKind: AttachmentKind;
  CannedNote: ResolverTypeWrapper<CannedNote>;
  CaseFlag: ResolverTypeWrapper<FlagRow>;
  CaseState: CaseState;
  ClassifierCondition: ResolverTypeWrapper<ClassifierCondition>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ClassifierConditionInput: ClassifierConditionInput;
  CustomFieldCondition: ResolverTypeWrapper<CustomFieldCondition>;
  CustomFieldConditionInput: CustomFieldConditionInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayCount: ResolverTypeWrapper<DayCount>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DecideHeldMessagesInput: DecideHeldMessagesInput;
  Decision: ResolverTypeWrapper<ShownDecision>;
  DecisionConnection: ResolverTypeWrapper<Omit<DecisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DecisionEdge']>, nodes: ReadonlyArray<ResolversTypes['Decision']> }>;
  DecisionEdge: ResolverTypeWrapper<Omit<DecisionEdge, 'node'> & { node: ResolversTypes['Decision'] }>;
  Evidence: ResolverTypeWrapper<ShownEvidence>;
  EvidenceMedia: ResolverTypeWrapper<EvidenceMedia>;
  FloodCondition: ResolverTypeWrapper<FloodCondition>;
  FloodConditionInput: FloodConditionInput;
  FloodCounting: FloodCounting;
  Group: ResolverTypeWrapper<{ readonly id: string }>;
  GroupStaffRole: GroupStaffRole;
  HeldMessage: ResolverTypeWrapper<HeldRow>;
  HeldMessageConnection: ResolverTypeWrapper<Omit<HeldMessageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['HeldMessageEdge']>, nodes: ReadonlyArray<ResolversTypes['HeldMessage']> }>;
  HeldMessageEdge: ResolverTypeWrapper<Omit<HeldMessageEdge, 'node'> & { node: ResolversTypes['HeldMessage'] }>;
  HeldMessageState: HeldMessageState;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KeywordCondition: ResolverTypeWrapper<Keywords>;
  KeywordConditionInput: KeywordConditionInput;
  LinkCondition: ResolverTypeWrapper<Links>;
  LinkConditionInput: LinkConditionInput;
  LinkListing: LinkListing;
  MediaBlockList: ResolverTypeWrapper<MediaBlockList>;
  MediaCondition: ResolverTypeWrapper<MediaCondition>;
  MediaConditionInput: MediaConditionInput;
  MediaLabelCondition: ResolverTypeWrapper<MediaLabelCondition>;
  MediaLabelInput: MediaLabelInput;
  MentionCondition: ResolverTypeWrapper<MentionCondition>;
  MentionConditionInput: MentionConditionInput;
  Message: ResolverTypeWrapper<{ readonly id: string }>;
  MessageSnapshot: ResolverTypeWrapper<MessageSnapshot>;
  ModerationAction: ResolverTypeWrapper<ActionRow>;
  ModerationActionInput: ModerationActionInput;
  ModerationActionKind: ModerationActionKind;
  ModerationActionState: ModerationActionState;
  ModerationCase: ResolverTypeWrapper<CaseRow>;
  ModerationCaseConnection: ResolverTypeWrapper<Omit<ModerationCaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ModerationCaseEdge']>, nodes: ReadonlyArray<ResolversTypes['ModerationCase']> }>;
  ModerationCaseEdge: ResolverTypeWrapper<Omit<ModerationCaseEdge, 'node'> & { node: ResolversTypes['ModerationCase'] }>;
  ModerationLoad: ResolverTypeWrapper<ModerationLoad>;
  ModerationSettings: ResolverTypeWrapper<ModerationSettings>;
  ModerationSettingsInput: ModerationSettingsInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewAccountCondition: ResolverTypeWrapper<NewAccountCondition>;
  NewAccountConditionInput: NewAccountConditionInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PastDeadline: PastDeadline;
  PatternCondition: ResolverTypeWrapper<PatternCondition>;
  PatternConditionInput: PatternConditionInput;
  PolicyFault: PolicyFault;
  PolicySource: ResolverTypeWrapper<PolicySource>;
  PolicySubscription: ResolverTypeWrapper<SubscriptionRow>;
  PolicySubscriptionConnection: ResolverTypeWrapper<Omit<PolicySubscriptionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PolicySubscriptionEdge']>, nodes: ReadonlyArray<ResolversTypes['PolicySubscription']> }>;
  PolicySubscriptionEdge: ResolverTypeWrapper<Omit<PolicySubscriptionEdge, 'node'> & { node: ResolversTypes['PolicySubscription'] }>;
  PolicySubscriptionInput: PolicySubscriptionInput;
  PolicySubscriptionState: PolicySubscriptionState;
  PolicyTrust: ResolverTypeWrapper<Trust>;
  PolicyTrustInput: PolicyTrustInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RepeatCondition: ResolverTypeWrapper<RepeatCondition>;
  RepeatConditionInput: RepeatConditionInput;
  RepeatCounting: RepeatCounting;
  Report: ResolverTypeWrapper<ReportRow>;
  ReportConnection: ResolverTypeWrapper<Omit<ReportConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ReportEdge']>, nodes: ReadonlyArray<ResolversTypes['Report']> }>;
  ReportEdge: ResolverTypeWrapper<Omit<ReportEdge, 'node'> & { node: ResolversTypes['Report'] }>;
  ReportGroupInput: ReportGroupInput;
  ReportMessageInput: ReportMessageInput;
  ReportOutcome: ReportOutcome;
  ReportReason: ReportReason;
  ReportSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportSubject']>;
  ReportUserInput: ReportUserInput;
  Rule: ResolverTypeWrapper<RuleRow>;
  RuleAction: ResolverTypeWrapper<RuleAction>;
  RuleActionInput: RuleActionInput;
  RuleActionKind: RuleActionKind;
  RuleCondition: ResolverTypeWrapper<Condition>;
  RuleConditionInput: RuleConditionInput;
  RuleDefinition: ResolverTypeWrapper<Definition>;
  RuleDryRun: ResolverTypeWrapper<DryRun>;
  RuleDryRunSample: ResolverTypeWrapper<DryRunSample>;
  RuleFinding: ResolverTypeWrapper<Met>;
  RuleInput: RuleInput;
  RuleMatch: ResolverTypeWrapper<MatchRow>;
  RuleMatchConnection: ResolverTypeWrapper<Omit<RuleMatchConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RuleMatchEdge']>, nodes: ReadonlyArray<ResolversTypes['RuleMatch']> }>;
  RuleMatchEdge: ResolverTypeWrapper<Omit<RuleMatchEdge, 'node'> & { node: ResolversTypes['RuleMatch'] }>;
  RulePlace: RulePlace;
  RuleState: RuleState;
  RuleTrial: ResolverTypeWrapper<Omit<RuleTrial, 'found'> & { found: ReadonlyArray<ResolversTypes['RuleFinding']> }>;
  RuleTrialInput: RuleTrialInput;
  RuleVersion: ResolverTypeWrapper<RuleVersionRow>;
  RuleVersionConnection: ResolverTypeWrapper<Omit<RuleVersionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RuleVersionEdge']>, nodes: ReadonlyArray<ResolversTypes['RuleVersion']> }>;
  RuleVersionEdge: ResolverTypeWrapper<Omit<RuleVersionEdge, 'node'> & { node: ResolversTypes['RuleVersion'] }>;
  SeenMessage: ResolverTypeWrapper<Scalars['SeenMessage']['output']>;
  Statistics: ResolverTypeWrapper<Span>;
  Strike: ResolverTypeWrapper<StrikeRow>;
  StrikeConsequence: StrikeConsequence;
  StrikeRule: ResolverTypeWrapper<StrikeRule>;
  StrikeRuleInput: StrikeRuleInput;
  User: ResolverTypeWrapper<{ readonly id: string }>;
  WaitingReports: ResolverTypeWrapper<Waiting>;
  WordConnection: ResolverTypeWrapper<WordConnection>;
  WordEdge: ResolverTypeWrapper<WordEdge>;
  WordImport: ResolverTypeWrapper<WordImportRow>;
  WordList: ResolverTypeWrapper<WordListRow>;
  WordListKind: WordListKind;
  WordListVersion: ResolverTypeWrapper<WordListVersionRow>;
  WordMatch: WordMatch;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Admin: { readonly id: string };
  ID: Scalars['ID']['output'];
  Appeal: AppealRow;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  AttachmentCondition: AttachmentCondition;
  AttachmentConditionInput: AttachmentConditionInput;
  CannedNote: CannedNote;
  CaseFlag: FlagRow;
  ClassifierCondition: ClassifierCondition;
  Float: Scalars['Float']['output'];
  ClassifierConditionInput: ClassifierConditionInput;
  CustomFieldCondition: CustomFieldCondition;
  CustomFieldConditionInput: CustomFieldConditionInput;
  DateTime: Scalars['DateTime']['output'];
  DayCount: DayCount;
  Int: Scalars['Int']['output'];
  DecideHeldMessagesInput: DecideHeldMessagesInput;
  Decision: ShownDecision;
  DecisionConnection: Omit<DecisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DecisionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Decision']> };
  DecisionEdge: Omit<DecisionEdge, 'node'> & { node: ResolversParentTypes['Decision'] };
  Evidence: ShownEvidence;
  EvidenceMedia: EvidenceMedia;
  FloodCondition: FloodCondition;
  FloodConditionInput: FloodConditionInput;
  Group: { readonly id: string };
  HeldMessage: HeldRow;
  HeldMessageConnection: Omit<HeldMessageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['HeldMessageEdge']>, nodes: ReadonlyArray<ResolversParentTypes['HeldMessage']> };
  HeldMessageEdge: Omit<HeldMessageEdge, 'node'> & { node: ResolversParentTypes['HeldMessage'] };
  JSON: Scalars['JSON']['output'];
  KeywordCondition: Keywords;
  KeywordConditionInput: KeywordConditionInput;
  LinkCondition: Links;
  LinkConditionInput: LinkConditionInput;
  MediaBlockList: MediaBlockList;
  MediaCondition: MediaCondition;
  MediaConditionInput: MediaConditionInput;
  MediaLabelCondition: MediaLabelCondition;
  MediaLabelInput: MediaLabelInput;
  MentionCondition: MentionCondition;
  MentionConditionInput: MentionConditionInput;
  Message: { readonly id: string };
  MessageSnapshot: MessageSnapshot;
  ModerationAction: ActionRow;
  ModerationActionInput: ModerationActionInput;
  ModerationCase: CaseRow;
  ModerationCaseConnection: Omit<ModerationCaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ModerationCaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ModerationCase']> };
  ModerationCaseEdge: Omit<ModerationCaseEdge, 'node'> & { node: ResolversParentTypes['ModerationCase'] };
  ModerationLoad: ModerationLoad;
  ModerationSettings: ModerationSettings;
  ModerationSettingsInput: ModerationSettingsInput;
  Mutation: Record<PropertyKey, never>;
  NewAccountCondition: NewAccountCondition;
  NewAccountConditionInput: NewAccountConditionInput;
  PageInfo: PageInfo;
  PatternCondition: PatternCondition;
  PatternConditionInput: PatternConditionInput;
  PolicySource: PolicySource;
  PolicySubscription: SubscriptionRow;
  PolicySubscriptionConnection: Omit<PolicySubscriptionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PolicySubscriptionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PolicySubscription']> };
  PolicySubscriptionEdge: Omit<PolicySubscriptionEdge, 'node'> & { node: ResolversParentTypes['PolicySubscription'] };
  PolicySubscriptionInput: PolicySubscriptionInput;
  PolicyTrust: Trust;
  PolicyTrustInput: PolicyTrustInput;
  Query: Record<PropertyKey, never>;
  RepeatCondition: RepeatCondition;
  RepeatConditionInput: RepeatConditionInput;
  Report: ReportRow;
  ReportConnection: Omit<ReportConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ReportEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Report']> };
  ReportEdge: Omit<ReportEdge, 'node'> & { node: ResolversParentTypes['Report'] };
  ReportGroupInput: ReportGroupInput;
  ReportMessageInput: ReportMessageInput;
  ReportSubject: ResolversUnionTypes<ResolversParentTypes>['ReportSubject'];
  ReportUserInput: ReportUserInput;
  Rule: RuleRow;
  RuleAction: RuleAction;
  RuleActionInput: RuleActionInput;
  RuleCondition: Condition;
  RuleConditionInput: RuleConditionInput;
  RuleDefinition: Definition;
  RuleDryRun: DryRun;
  RuleDryRunSample: DryRunSample;
  RuleFinding: Met;
  RuleInput: RuleInput;
  RuleMatch: MatchRow;
  RuleMatchConnection: Omit<RuleMatchConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RuleMatchEdge']>, nodes: ReadonlyArray<ResolversParentTypes['RuleMatch']> };
  RuleMatchEdge: Omit<RuleMatchEdge, 'node'> & { node: ResolversParentTypes['RuleMatch'] };
  RuleTrial: Omit<RuleTrial, 'found'> & { found: ReadonlyArray<ResolversParentTypes['RuleFinding']> };
  RuleTrialInput: RuleTrialInput;
  RuleVersion: RuleVersionRow;
  RuleVersionConnection: Omit<RuleVersionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RuleVersionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['RuleVersion']> };
  RuleVersionEdge: Omit<RuleVersionEdge, 'node'> & { node: ResolversParentTypes['RuleVersion'] };
  SeenMessage: Scalars['SeenMessage']['output'];
  Statistics: Span;
  Strike: StrikeRow;
  StrikeRule: StrikeRule;
  StrikeRuleInput: StrikeRuleInput;
  User: { readonly id: string };
  WaitingReports: Waiting;
  WordConnection: WordConnection;
  WordEdge: WordEdge;
  WordImport: WordImportRow;
  WordList: WordListRow;
  WordListVersion: WordListVersionRow;
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

export type AttachmentConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['AttachmentCondition'] = ResolversParentTypes['AttachmentCondition']> = {
  extensions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['AttachmentKind']>, ParentType, ContextType>;
  mimeTypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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

export type ClassifierConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ClassifierCondition'] = ResolversParentTypes['ClassifierCondition']> = {
  atLeast?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomFieldConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['CustomFieldCondition'] = ResolversParentTypes['CustomFieldCondition']> = {
  equals?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayCountResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['DayCount'] = ResolversParentTypes['DayCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

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
  media?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EvidenceMedia']>>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  neighbours?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['MessageSnapshot']>>>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type EvidenceMediaResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['EvidenceMedia'] = ResolversParentTypes['EvidenceMedia']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  perceptualHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FloodConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['FloodCondition'] = ResolversParentTypes['FloodCondition']> = {
  by?: Resolver<ResolversTypes['FloodCounting'], ParentType, ContextType>;
  moreThan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeldMessageResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['HeldMessage'] = ResolversParentTypes['HeldMessage']> = {
  case?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType>;
  sender?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sent?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HeldMessageState'], ParentType, ContextType>;
};

export type HeldMessageConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['HeldMessageConnection'] = ResolversParentTypes['HeldMessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HeldMessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['HeldMessage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HeldMessageEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['HeldMessageEdge'] = ResolversParentTypes['HeldMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HeldMessage'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KeywordConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['KeywordCondition'] = ResolversParentTypes['KeywordCondition']> = {
  lists?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WordList']>>, ParentType, ContextType>;
  match?: Resolver<ResolversTypes['WordMatch'], ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['LinkCondition'] = ResolversParentTypes['LinkCondition']> = {
  domains?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<ResolversTypes['LinkListing'], ParentType, ContextType>;
  lists?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WordList']>>, ParentType, ContextType>;
};

export type MediaBlockListResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['MediaBlockList'] = ResolversParentTypes['MediaBlockList']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MediaConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['MediaCondition'] = ResolversParentTypes['MediaCondition']> = {
  labels?: Resolver<ReadonlyArray<ResolversTypes['MediaLabelCondition']>, ParentType, ContextType>;
  listIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type MediaLabelConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['MediaLabelCondition'] = ResolversParentTypes['MediaLabelCondition']> = {
  atLeast?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MentionConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['MentionCondition'] = ResolversParentTypes['MentionCondition']> = {
  everyone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  moreThan?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

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
  changeWordList?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType, RequireFields<MutationChangeWordListArgs, 'id' | 'reason'>>;
  claimCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationClaimCaseArgs, 'id'>>;
  claimNextCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
  confirmModerationAction?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationConfirmModerationActionArgs, 'id'>>;
  createRule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType, RequireFields<MutationCreateRuleArgs, 'input' | 'reason'>>;
  createWordList?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType, RequireFields<MutationCreateWordListArgs, 'name' | 'reason'>>;
  decideAppeal?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationDecideAppealArgs, 'caseID' | 'granted'>>;
  decideHeldMessages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HeldMessage']>>, ParentType, ContextType, RequireFields<MutationDecideHeldMessagesArgs, 'input' | 'reason'>>;
  declineModerationAction?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationDeclineModerationActionArgs, 'id'>>;
  dropWordImport?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType, RequireFields<MutationDropWordImportArgs, 'importID'>>;
  finishWordImport?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType, RequireFields<MutationFinishWordImportArgs, 'importID' | 'reason'>>;
  importWords?: Resolver<Maybe<ResolversTypes['WordImport']>, ParentType, ContextType, RequireFields<MutationImportWordsArgs, 'importID' | 'words'>>;
  refreshPolicyList?: Resolver<Maybe<ResolversTypes['PolicySubscription']>, ParentType, ContextType, RequireFields<MutationRefreshPolicyListArgs, 'id' | 'reason'>>;
  releaseCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationReleaseCaseArgs, 'id'>>;
  removeCannedNote?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CannedNote']>>, ParentType, ContextType, RequireFields<MutationRemoveCannedNoteArgs, 'id' | 'reason'>>;
  reopenCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationReopenCaseArgs, 'id' | 'reason'>>;
  reportGroup?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportGroupArgs, 'input'>>;
  reportMessage?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportMessageArgs, 'input'>>;
  reportUser?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<MutationReportUserArgs, 'input'>>;
  rollbackRule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType, RequireFields<MutationRollbackRuleArgs, 'id' | 'reason' | 'to' | 'version'>>;
  saveCannedNote?: Resolver<Maybe<ResolversTypes['CannedNote']>, ParentType, ContextType, RequireFields<MutationSaveCannedNoteArgs, 'reason' | 'text' | 'title'>>;
  setModerationSettings?: Resolver<Maybe<ResolversTypes['ModerationSettings']>, ParentType, ContextType, RequireFields<MutationSetModerationSettingsArgs, 'input' | 'reason'>>;
  setRuleState?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType, RequireFields<MutationSetRuleStateArgs, 'id' | 'reason' | 'state' | 'version'>>;
  shareWordList?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType, RequireFields<MutationShareWordListArgs, 'id' | 'reason' | 'shared'>>;
  startWordImport?: Resolver<Maybe<ResolversTypes['WordImport']>, ParentType, ContextType, RequireFields<MutationStartWordImportArgs, 'listID' | 'reason'>>;
  subscribePolicyList?: Resolver<Maybe<ResolversTypes['PolicySubscription']>, ParentType, ContextType, RequireFields<MutationSubscribePolicyListArgs, 'input' | 'reason'>>;
  takeModerationAction?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<MutationTakeModerationActionArgs, 'input'>>;
  trustPolicyList?: Resolver<Maybe<ResolversTypes['PolicySubscription']>, ParentType, ContextType, RequireFields<MutationTrustPolicyListArgs, 'id' | 'reason' | 'trust'>>;
  unsubscribePolicyList?: Resolver<Maybe<ResolversTypes['PolicySubscription']>, ParentType, ContextType, RequireFields<MutationUnsubscribePolicyListArgs, 'id' | 'reason'>>;
  updateRule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType, RequireFields<MutationUpdateRuleArgs, 'id' | 'input' | 'reason' | 'version'>>;
};

export type NewAccountConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['NewAccountCondition'] = ResolversParentTypes['NewAccountCondition']> = {
  youngerThanHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PatternConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PatternCondition'] = ResolversParentTypes['PatternCondition']> = {
  ignoreCase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pattern?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PolicySourceResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PolicySource'] = ResolversParentTypes['PolicySource']> = {
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PolicySubscriptionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PolicySubscription'] = ResolversParentTypes['PolicySubscription']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  domains?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['PolicyFault']>, ParentType, ContextType>;
  faultDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  files?: Resolver<Maybe<ResolversTypes['MediaBlockList']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lookedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextLookAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  passedOver?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PolicySubscriptionState'], ParentType, ContextType>;
  trust?: Resolver<ResolversTypes['PolicyTrust'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType>;
};

export type PolicySubscriptionConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PolicySubscriptionConnection'] = ResolversParentTypes['PolicySubscriptionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PolicySubscriptionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PolicySubscription']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PolicySubscriptionEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PolicySubscriptionEdge'] = ResolversParentTypes['PolicySubscriptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PolicySubscription'], ParentType, ContextType>;
};

export type PolicyTrustResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['PolicyTrust'] = ResolversParentTypes['PolicyTrust']> = {
  jwksURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thumbprints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cannedNotes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CannedNote']>>, ParentType, ContextType>;
  decisionsAboutMe?: Resolver<Maybe<ResolversTypes['DecisionConnection']>, ParentType, ContextType, Partial<QueryDecisionsAboutMeArgs>>;
  dryRunRule?: Resolver<Maybe<ResolversTypes['RuleDryRun']>, ParentType, ContextType, RequireFields<QueryDryRunRuleArgs, 'from' | 'input' | 'to'>>;
  heldMessages?: Resolver<Maybe<ResolversTypes['HeldMessageConnection']>, ParentType, ContextType, Partial<QueryHeldMessagesArgs>>;
  moderationCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<QueryModerationCaseArgs, 'id'>>;
  moderationLoad?: Resolver<Maybe<ResolversTypes['ModerationLoad']>, ParentType, ContextType>;
  moderationQueue?: Resolver<Maybe<ResolversTypes['ModerationCaseConnection']>, ParentType, ContextType, Partial<QueryModerationQueueArgs>>;
  moderationSettings?: Resolver<Maybe<ResolversTypes['ModerationSettings']>, ParentType, ContextType>;
  policySubscription?: Resolver<Maybe<ResolversTypes['PolicySubscription']>, ParentType, ContextType, RequireFields<QueryPolicySubscriptionArgs, 'id'>>;
  policySubscriptions?: Resolver<Maybe<ResolversTypes['PolicySubscriptionConnection']>, ParentType, ContextType, Partial<QueryPolicySubscriptionsArgs>>;
  reportsByMe?: Resolver<Maybe<ResolversTypes['ReportConnection']>, ParentType, ContextType, Partial<QueryReportsByMeArgs>>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType, RequireFields<QueryRuleArgs, 'id'>>;
  rules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Rule']>>, ParentType, ContextType>;
  testRule?: Resolver<Maybe<ResolversTypes['RuleTrial']>, ParentType, ContextType, RequireFields<QueryTestRuleArgs, 'input' | 'trial'>>;
  wordLists?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WordList']>>, ParentType, ContextType>;
};

export type RepeatConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RepeatCondition'] = ResolversParentTypes['RepeatCondition']> = {
  by?: Resolver<ResolversTypes['RepeatCounting'], ParentType, ContextType>;
  moreThan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type ReportConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ReportConnection'] = ResolversParentTypes['ReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Report']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReportEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ReportEdge'] = ResolversParentTypes['ReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Report'], ParentType, ContextType>;
};

export type ReportSubjectResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['ReportSubject'] = ResolversParentTypes['ReportSubject']> = {
  __resolveType: TypeResolveFn<'Group' | 'Message' | 'User', ParentType, ContextType>;
};

export type RuleResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Rule'] = ResolversParentTypes['Rule']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['RuleDefinition'], ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['RuleVersionConnection']>, ParentType, ContextType, Partial<RuleHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matches?: Resolver<Maybe<ResolversTypes['RuleMatchConnection']>, ParentType, ContextType, Partial<RuleMatchesArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleActionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleAction'] = ResolversParentTypes['RuleAction']> = {
  kind?: Resolver<ResolversTypes['RuleActionKind'], ParentType, ContextType>;
  minutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['ReportReason']>, ParentType, ContextType>;
};

export type RuleConditionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleCondition'] = ResolversParentTypes['RuleCondition']> = {
  attachment?: Resolver<Maybe<ResolversTypes['AttachmentCondition']>, ParentType, ContextType>;
  classifier?: Resolver<Maybe<ResolversTypes['ClassifierCondition']>, ParentType, ContextType>;
  customField?: Resolver<Maybe<ResolversTypes['CustomFieldCondition']>, ParentType, ContextType>;
  flood?: Resolver<Maybe<ResolversTypes['FloodCondition']>, ParentType, ContextType>;
  keywords?: Resolver<Maybe<ResolversTypes['KeywordCondition']>, ParentType, ContextType>;
  links?: Resolver<Maybe<ResolversTypes['LinkCondition']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['MediaCondition']>, ParentType, ContextType>;
  mentions?: Resolver<Maybe<ResolversTypes['MentionCondition']>, ParentType, ContextType>;
  newAccount?: Resolver<Maybe<ResolversTypes['NewAccountCondition']>, ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['PatternCondition']>, ParentType, ContextType>;
  repeated?: Resolver<Maybe<ResolversTypes['RepeatCondition']>, ParentType, ContextType>;
};

export type RuleDefinitionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleDefinition'] = ResolversParentTypes['RuleDefinition']> = {
  actions?: Resolver<ReadonlyArray<ResolversTypes['RuleAction']>, ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['RuleCondition']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exemptGroupIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  exemptGroupRoles?: Resolver<ReadonlyArray<ResolversTypes['GroupStaffRole']>, ParentType, ContextType>;
  exemptUserIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  groupIDs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pastDeadline?: Resolver<ResolversTypes['PastDeadline'], ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['RulePlace']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RuleState'], ParentType, ContextType>;
};

export type RuleDryRunResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleDryRun'] = ResolversParentTypes['RuleDryRun']> = {
  acted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  examined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  groups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notActed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  samples?: Resolver<ReadonlyArray<ResolversTypes['RuleDryRunSample']>, ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleDryRunSampleResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleDryRunSample'] = ResolversParentTypes['RuleDryRunSample']> = {
  found?: Resolver<ReadonlyArray<ResolversTypes['RuleFinding']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
};

export type RuleFindingResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleFinding'] = ResolversParentTypes['RuleFinding']> = {
  condition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  listID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  listVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['PolicySource']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RuleMatchResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleMatch'] = ResolversParentTypes['RuleMatch']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  done?: Resolver<ReadonlyArray<ResolversTypes['RuleActionKind']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  found?: Resolver<ReadonlyArray<ResolversTypes['RuleFinding']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleMatchConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleMatchConnection'] = ResolversParentTypes['RuleMatchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RuleMatchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RuleMatch']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RuleMatchEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleMatchEdge'] = ResolversParentTypes['RuleMatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RuleMatch'], ParentType, ContextType>;
};

export type RuleTrialResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleTrial'] = ResolversParentTypes['RuleTrial']> = {
  found?: Resolver<ReadonlyArray<ResolversTypes['RuleFinding']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  masked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RuleVersionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleVersion'] = ResolversParentTypes['RuleVersion']> = {
  author?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['RuleDefinition'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleVersionConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleVersionConnection'] = ResolversParentTypes['RuleVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RuleVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RuleVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RuleVersionEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['RuleVersionEdge'] = ResolversParentTypes['RuleVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RuleVersion'], ParentType, ContextType>;
};

export interface SeenMessageScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SeenMessage'], any> {
  name: 'SeenMessage';
}

export type StatisticsResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics'], FederationReferenceType extends FederationReferenceTypes['Statistics'] = FederationReferenceTypes['Statistics']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Statistics']> | FederationReferenceType, FederationReferenceType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DayCount']>>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  waitingReports?: Resolver<Maybe<ResolversTypes['WaitingReports']>, ParentType, ContextType>;
};

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
  reports?: Resolver<Maybe<ResolversTypes['ReportConnection']>, ParentType, ContextType, Partial<UserReportsArgs>>;
  reportsMade?: Resolver<Maybe<ResolversTypes['ReportConnection']>, ParentType, ContextType, Partial<UserReportsMadeArgs>>;
  strikes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Strike']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WaitingReportsResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['WaitingReports'] = ResolversParentTypes['WaitingReports']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oldestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WordConnectionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['WordConnection'] = ResolversParentTypes['WordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WordEdgeResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['WordEdge'] = ResolversParentTypes['WordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WordImportResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['WordImport'] = ResolversParentTypes['WordImport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  list?: Resolver<Maybe<ResolversTypes['WordList']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WordListResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['WordList'] = ResolversParentTypes['WordList']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WordListVersion']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WordListKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['PolicySubscription']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['WordConnection']>, ParentType, ContextType, Partial<WordListWordsArgs>>;
};

export type WordListVersionResolvers<ContextType = ModerationContext, ParentType extends ResolversParentTypes['WordListVersion'] = ResolversParentTypes['WordListVersion']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Admin']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ModerationContext> = {
  Admin?: AdminResolvers<ContextType>;
  Appeal?: AppealResolvers<ContextType>;
  AttachmentCondition?: AttachmentConditionResolvers<ContextType>;
  CannedNote?: CannedNoteResolvers<ContextType>;
  CaseFlag?: CaseFlagResolvers<ContextType>;
  ClassifierCondition?: ClassifierConditionResolvers<ContextType>;
  CustomFieldCondition?: CustomFieldConditionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayCount?: DayCountResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  DecisionConnection?: DecisionConnectionResolvers<ContextType>;
  DecisionEdge?: DecisionEdgeResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  EvidenceMedia?: EvidenceMediaResolvers<ContextType>;
  FloodCondition?: FloodConditionResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  HeldMessage?: HeldMessageResolvers<ContextType>;
  HeldMessageConnection?: HeldMessageConnectionResolvers<ContextType>;
  HeldMessageEdge?: HeldMessageEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KeywordCondition?: KeywordConditionResolvers<ContextType>;
  LinkCondition?: LinkConditionResolvers<ContextType>;
  MediaBlockList?: MediaBlockListResolvers<ContextType>;
  MediaCondition?: MediaConditionResolvers<ContextType>;
  MediaLabelCondition?: MediaLabelConditionResolvers<ContextType>;
  MentionCondition?: MentionConditionResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageSnapshot?: MessageSnapshotResolvers<ContextType>;
  ModerationAction?: ModerationActionResolvers<ContextType>;
  ModerationCase?: ModerationCaseResolvers<ContextType>;
  ModerationCaseConnection?: ModerationCaseConnectionResolvers<ContextType>;
  ModerationCaseEdge?: ModerationCaseEdgeResolvers<ContextType>;
  ModerationLoad?: ModerationLoadResolvers<ContextType>;
  ModerationSettings?: ModerationSettingsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NewAccountCondition?: NewAccountConditionResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PatternCondition?: PatternConditionResolvers<ContextType>;
  PolicySource?: PolicySourceResolvers<ContextType>;
  PolicySubscription?: PolicySubscriptionResolvers<ContextType>;
  PolicySubscriptionConnection?: PolicySubscriptionConnectionResolvers<ContextType>;
  PolicySubscriptionEdge?: PolicySubscriptionEdgeResolvers<ContextType>;
  PolicyTrust?: PolicyTrustResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RepeatCondition?: RepeatConditionResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  ReportConnection?: ReportConnectionResolvers<ContextType>;
  ReportEdge?: ReportEdgeResolvers<ContextType>;
  ReportSubject?: ReportSubjectResolvers<ContextType>;
  Rule?: RuleResolvers<ContextType>;
  RuleAction?: RuleActionResolvers<ContextType>;
  RuleCondition?: RuleConditionResolvers<ContextType>;
  RuleDefinition?: RuleDefinitionResolvers<ContextType>;
  RuleDryRun?: RuleDryRunResolvers<ContextType>;
  RuleDryRunSample?: RuleDryRunSampleResolvers<ContextType>;
  RuleFinding?: RuleFindingResolvers<ContextType>;
  RuleMatch?: RuleMatchResolvers<ContextType>;
  RuleMatchConnection?: RuleMatchConnectionResolvers<ContextType>;
  RuleMatchEdge?: RuleMatchEdgeResolvers<ContextType>;
  RuleTrial?: RuleTrialResolvers<ContextType>;
  RuleVersion?: RuleVersionResolvers<ContextType>;
  RuleVersionConnection?: RuleVersionConnectionResolvers<ContextType>;
  RuleVersionEdge?: RuleVersionEdgeResolvers<ContextType>;
  SeenMessage?: GraphQLScalarType;
  Statistics?: StatisticsResolvers<ContextType>;
  Strike?: StrikeResolvers<ContextType>;
  StrikeRule?: StrikeRuleResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  WaitingReports?: WaitingReportsResolvers<ContextType>;
  WordConnection?: WordConnectionResolvers<ContextType>;
  WordEdge?: WordEdgeResolvers<ContextType>;
  WordImport?: WordImportResolvers<ContextType>;
  WordList?: WordListResolvers<ContextType>;
  WordListVersion?: WordListVersionResolvers<ContextType>;
};

