import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { AppealDesk } from '../kit/appeal-desk.ts';
import { type Changes, createChanges } from '../kit/changes.ts';
import { migrate } from '../kit/database.ts';
import type { Judge } from '../kit/decisions.ts';
import type { Consumer } from '../kit/events.ts';
import type { Flags } from '../kit/flags.ts';
import { repeat } from '../kit/repeat.ts';
import { readSDL } from '../kit/sdl.ts';
import type { SharedLists } from '../kit/shared-lists.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import { startCarryingOut } from './actions/carry-out.ts';
import { createTickets } from './appeals/tickets.ts';
import { announcedOf } from './cases/announced.ts';
import type { CaseChanged } from './cases/case.ts';
import { createClaims } from './cases/claims.ts';
import { startEvidenceMedia } from './cases/evidence-media.ts';
import { createFlags } from './cases/flags.ts';
import { type ModerationContext, type ModerationOptions, moderationContext } from './context.ts';
import { startReleasing, sweepHeld } from './holds/release.ts';
import { startNotices } from './notices/send.ts';
import { moderationPersonal } from './personal.ts';
import { createSharedLists } from './policies/publish.ts';
import { countStates } from './policies/subscriptions.ts';
import { startPolicyWatch } from './policies/watch.ts';
import { resolvers } from './resolvers/index.ts';
import { openRules } from './rules/index.ts';

export interface Moderation {
  readonly subgraph: Subgraph<ModerationContext>;
  /** For rules and findings, which report without a reporter. */
  readonly flags: Flags;
  /** For identity: how somebody who is kept out may appeal. */
  readonly appeals: AppealDesk;
  /** What changed, by feed, for live updates. */
  readonly changes: Pick<Changes, 'feed'>;
  /** Holds what is about to happen to the rules. */
  readonly judge: Judge;
  /** Hold what was said to them. */
  readonly consumers: readonly Consumer[];
  /** Lists that others may subscribe to. */
  readonly sharedLists: SharedLists;
  /** How many subscriptions there are in each state. */
  policyStates(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** A claim that has run out holds nobody, whether or not that is written down yet. */
const RELEASE_MS = 10_000;
const SWEEP_MS = 3_600_000;

/** The moderation subgraph: what people report, kept with what was to be seen at that moment, and what is decided. */
export async function createModeration(options: ModerationOptions): Promise<Moderation> {
  const { db, store, log, enforcement, announce } = options;
  await migrate(db, { schema: 'moderation', directory: join(import.meta.dirname, 'migrations') });
  const changes = createChanges({ db, store, schema: 'moderation', log });
  const changed: CaseChanged = async (on, row, change) => {
    await changes.record(on, 'case', { key: row.id, version: row.version });
    await announce(on, await announcedOf(row, change, on));
  };
  const claims = createClaims(db, changed);
  const carrying = startCarryingOut({ db, enforcement, changed, log });
  const unclaiming = repeat(RELEASE_MS, claims.releaseDue, (err) => log.warn({ err }, 'claims could not be released'));
  const tickets = createTickets(db, changed);
  const sweep = async (): Promise<void> => {
    await tickets.sweep();
    await sweepHeld(db);
  };
  const sweeping = repeat(SWEEP_MS, sweep, (err) => log.warn({ err }, 'what is over could not be deleted'));
  const notices = startNotices({ db, enforcement, log });
  const releasing = startReleasing(options);
  const flags = createFlags(db, changed);
  const hashing = startEvidenceMedia(options);
  const rules = await openRules({ ...options, changed, flags });
  const policies = startPolicyWatch({ ...options, changed: rules.book.changed });
  const parts = {
    ...options,
    policies,
    ruleBook: rules.book,
    held: releasing,
    staff: rules.staff,
    changed,
    claims,
    carrying,
    notices,
    tickets,
  };
  const typeDefs = readSDL('moderation');
  return {
    subgraph: {
      name: 'moderation',
      typeDefs,
      schema: buildSubgraphSchema([{ typeDefs, resolvers }]),
      contextFor: (scope) => moderationContext(parts, scope),
      personal: moderationPersonal(db),
    },
    flags,
    appeals: tickets,
    changes,
    judge: rules.judge,
    consumers: rules.consumers,
    sharedLists: createSharedLists(options),
    policyStates: () => countStates(db),
    async stop() {
      const chores = [carrying, unclaiming, releasing, sweeping, notices, hashing, changes, policies, rules];
      await Promise.all(chores.map((chore) => chore.stop()));
    },
  };
}
