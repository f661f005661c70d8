import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { migrate } from '../kit/database.ts';
import { SCALARS } from '../kit/scalars.ts';
import { readSDL } from '../kit/sdl.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { Resolvers } from './__generated__/resolvers.ts';
import type { ModerationContext, ModerationParts } from './context.ts';
import { moderationPersonal } from './personal.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Report } from './resolvers/report.ts';

/** The moderation subgraph: what people report, kept with what was to be seen at that moment. */
export async function createModeration(parts: ModerationParts): Promise<Subgraph<ModerationContext>> {
  await migrate(parts.db, { schema: 'moderation', directory: join(import.meta.dirname, 'migrations') });
  const typeDefs = readSDL('moderation');
  const resolvers = { Mutation, Report, DateTime: SCALARS.DateTime } satisfies Resolvers;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return {
    name: 'moderation',
    typeDefs,
    schema,
    contextFor: (scope) => ({ ...parts, scope }),
    personal: moderationPersonal(parts.db),
  };
}
