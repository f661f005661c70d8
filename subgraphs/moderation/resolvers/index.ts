import { SCALARS } from '../../kit/scalars.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import { deciding, ModerationAction } from './action.ts';
import { Appeal, appealing, appealQueries, Decision, Strike } from './appeal.ts';
import { CaseFlag, ModerationCase } from './case.ts';
import { Evidence } from './evidence.ts';
import { house, houseQueries } from './house.ts';
import { claiming, queries, User } from './queue.ts';
import { Report } from './report.ts';
import { reporting } from './reporting.ts';

export const resolvers = {
  Query: { ...queries, ...appealQueries, ...houseQueries },
  Mutation: { ...reporting, ...claiming, ...deciding, ...appealing, ...house },
  Appeal,
  CaseFlag,
  Decision,
  Evidence,
  ModerationAction,
  ModerationCase,
  Report,
  Strike,
  User,
  DateTime: SCALARS.DateTime,
  JSON: SCALARS.JSON,
} satisfies Resolvers;
