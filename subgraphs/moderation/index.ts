import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Changes, createChanges } from '../kit/changes.ts';
import { migrate } from '../kit/database.ts';
import { SCALARS } from '../kit/scalars.ts';
import { readSDL } from '../kit/sdl.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { Resolvers } from './__generated__/resolvers.ts';
import type { ModerationContext, ModerationOptions } from './context.ts';
import { moderationPersonal } from './personal.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Report } from './resolvers/report.ts';

export interface Moderation {
  readonly subgraph: Subgraph<ModerationContext>;
  /** What changed, by feed, for live updates. */
  readonly changes: Pick<Changes, 'feed'>;
  stop(): Promise<void>;
}

/** The moderation subgraph: what people report, kept with what was to be seen at that moment. */
export async function createModeration(options: ModerationOptions): Promise<Moderation> {
  const { db, store, log } = options;
  await migrate(db, { schema: 'moderation', directory: join(import.meta.dirname, 'migrations') });
  const changes = createChanges({ db, store, schema: 'moderation', log });
  const typeDefs = readSDL('moderation');
  const resolvers = { Mutation, Report, DateTime: SCALARS.DateTime } satisfies Resolvers;
  return {
    subgraph: {
      name: 'moderation',
      typeDefs,
      schema: buildSubgraphSchema([{ typeDefs, resolvers }]),
      contextFor: (scope) => ({ ...options, changes, scope }),
      personal: moderationPersonal(db),
    },
    changes,
    stop: () => changes.stop(),
  };
}
