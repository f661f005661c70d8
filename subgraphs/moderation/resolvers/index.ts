import { SCALARS } from '../../kit/scalars.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import { deciding, ModerationAction } from './action.ts';
import { Appeal, appealing, appealQueries, Decision, Strike } from './appeal.ts';
import { CaseFlag, ModerationCase } from './case.ts';
import { Evidence } from './evidence.ts';
import { decidingHeld, HeldMessage, heldQueries } from './held.ts';
import { house, houseQueries } from './house.ts';
import { User } from './person.ts';
import { PolicySubscription, PolicyTrust, policyQueries, subscribing } from './policies.ts';
import { claiming, queries } from './queue.ts';
import { Report } from './report.ts';
import { reporting, reportQueries } from './reporting.ts';
import {
  Rule,
  RuleCondition,
  RuleDefinition,
  RuleDryRun,
  RuleDryRunSample,
  RuleFinding,
  RuleMatch,
  RuleVersion,
  ruleQueries,
  ruling,
} from './rules.ts';
import { Statistics, WaitingReports } from './statistics.ts';
import {
  KeywordCondition,
  LinkCondition,
  listing,
  WordImport,
  WordList,
  WordListVersion,
  wordListQueries,
} from './word-lists.ts';

export const resolvers = {
  Query: {
    ...queries,
    ...reportQueries,
    ...appealQueries,
    ...houseQueries,
    ...ruleQueries,
    ...wordListQueries,
    ...policyQueries,
    ...heldQueries,
  },
  Mutation: {
    ...reporting,
    ...claiming,
    ...deciding,
    ...appealing,
    ...house,
    ...ruling,
    ...listing,
    ...subscribing,
    ...decidingHeld,
  },
  Appeal,
  CaseFlag,
  Decision,
  Evidence,
  HeldMessage,
  KeywordCondition,
  LinkCondition,
  ModerationAction,
  ModerationCase,
  PolicySubscription,
  PolicyTrust,
  Report,
  Rule,
  RuleCondition,
  RuleDefinition,
  RuleDryRun,
  RuleDryRunSample,
  RuleFinding,
  RuleMatch,
  RuleVersion,
  Statistics,
  Strike,
  User,
  WaitingReports,
  WordImport,
  WordList,
  WordListVersion,
  DateTime: SCALARS.DateTime,
  JSON: SCALARS.JSON,
} satisfies Resolvers;
