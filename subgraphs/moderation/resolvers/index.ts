import { SCALARS } from '../../kit/scalars.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import { deciding, ModerationAction } from './action.ts';
import { CaseFlag, ModerationCase } from './case.ts';
import { Evidence } from './evidence.ts';
import { house, houseQueries } from './house.ts';
import { claiming, queries, User } from './queue.ts';
import { Report } from './report.ts';
import { reporting } from './reporting.ts';

export const resolvers = {
  Query: { ...queries, ...houseQueries },
  Mutation: { ...reporting, ...claiming, ...deciding, ...house },
  CaseFlag,
  Evidence,
  ModerationAction,
  ModerationCase,
  Report,
  User,
  DateTime: SCALARS.DateTime,
  JSON: SCALARS.JSON,
} satisfies Resolvers;
