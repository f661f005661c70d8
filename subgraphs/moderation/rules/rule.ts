import type { FlagReason } from '../../kit/flags.ts';
import type { StaffRole } from '../../kit/group-staff.ts';

/** Where a rule looks. */
export type RulePlace = 'SINGLE_CHATS' | 'GROUPS' | 'PROFILES' | 'GROUP_PROFILES';
export type RuleState = 'OFF' | 'DRY_RUN' | 'ON';
export type RuleActionKind = 'PASS' | 'MASK' | 'REFUSE' | 'HOLD' | 'FLAG' | 'REVOKE' | 'MUTE' | 'STRIKE';

export interface RuleAction {
  readonly kind: RuleActionKind;
  /** Of a FLAG. */
  readonly reason: FlagReason | null;
  /** Of a MUTE. */
  readonly minutes: number | null;
}

export interface Keywords {
  readonly listIDs: readonly string[];
  readonly words: readonly string[];
  readonly match: 'WHOLE_WORD' | 'SUBSTRING';
}

export interface PatternCondition {
  readonly pattern: string;
  readonly ignoreCase: boolean;
}

export interface Links {
  /** Of domains; absent in rules that are older than such lists. */
  readonly listIDs?: readonly string[];
  readonly domains: readonly string[];
  /** `LISTED`: a link to one of the domains; `NOT_LISTED`: a link to any other. */
  readonly links: 'LISTED' | 'NOT_LISTED';
}

export interface MentionCondition {
  /** Null: any number. */
  readonly moreThan: number | null;
  readonly everyone: boolean;
}

export interface FloodCondition {
  readonly moreThan: number;
  readonly seconds: number;
  readonly by: 'USER' | 'USER_IN_CONVERSATION' | 'CONVERSATION';
}

export interface RepeatCondition {
  readonly moreThan: number;
  readonly seconds: number;
  readonly by: 'ONE_USER' | 'MANY_USERS';
}

export interface NewAccountCondition {
  readonly youngerThanHours: number;
}

export type AttachmentKind = 'PICTURE' | 'SOUND' | 'VIDEO' | 'FILE';

export interface AttachmentCondition {
  readonly kinds: readonly AttachmentKind[];
  readonly extensions: readonly string[];
  readonly mimeTypes: readonly string[];
}

export interface CustomFieldCondition {
  /** RFC 6901. */
  readonly pointer: string;
  readonly equals: string | null;
  readonly pattern: string | null;
}

export interface MediaCondition {
  /** `MediaBlockList.id`. */
  readonly listIDs: readonly string[];
  readonly labels: readonly { readonly name: string; readonly atLeast: number }[];
}

export interface ClassifierCondition {
  readonly label: string;
  readonly atLeast: number;
}

interface Conditions {
  readonly keywords: Keywords;
  readonly pattern: PatternCondition;
  readonly links: Links;
  readonly mentions: MentionCondition;
  readonly flood: FloodCondition;
  readonly repeated: RepeatCondition;
  readonly newAccount: NewAccountCondition;
  readonly attachment: AttachmentCondition;
  readonly customField: CustomFieldCondition;
  readonly media: MediaCondition;
  readonly classifier: ClassifierCondition;
}

export type ConditionKind = keyof Conditions;
/** Exactly one kind, as the API's input has it. */
export type Condition = { [Kind in ConditionKind]: { readonly kind: Kind } & Conditions[Kind] }[ConditionKind];

/** What an author writes; every change of it is a new version. */
export interface Definition {
  readonly name: string;
  readonly description: string | null;
  readonly state: RuleState;
  /** Rules are tried from the smallest up; PASS ends it. */
  readonly order: number;
  readonly places: readonly RulePlace[];
  /** Null: all groups. */
  readonly groupIDs: readonly string[] | null;
  readonly exemptUserIDs: readonly string[];
  readonly exemptGroupIDs: readonly string[];
  /** Of who writes in a group; absent in rules that are older than it. */
  readonly exemptGroupRoles?: readonly StaffRole[];
  /** All must hold. */
  readonly conditions: readonly Condition[];
  readonly actions: readonly RuleAction[];
  readonly pastDeadline: 'PASS' | 'REFUSE';
}

/** A rule as it stands in one version. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  /** When this version was made: it says nothing of what was written before. */
  readonly at: Date;
  readonly definition: Definition;
}
