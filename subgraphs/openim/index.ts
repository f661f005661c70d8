import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AuditLog } from '../kit/audit.ts';
import type { Coverages } from '../kit/coverage.ts';
import { migrate } from '../kit/database.ts';
import type { Enforcement } from '../kit/enforcement.ts';
import type { EventPipeline } from '../kit/event-pipeline.ts';
import type { Consumer } from '../kit/events.ts';
import type { Figures } from '../kit/figures.ts';
import type { ReadGroupStaff } from '../kit/group-staff.ts';
import type { MediaOf } from '../kit/media-findings.ts';
import type { MessageHistory } from '../kit/message-history.ts';
import type { PeopleDirectory } from '../kit/people-directory.ts';
import type { PersonalData } from '../kit/personal-data.ts';
import { readSDL } from '../kit/sdl.ts';
import type { SendHeld } from '../kit/send-held.ts';
import type { StickerCatalog } from '../kit/stickers.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { WebhookDesk } from '../kit/webhooks.ts';
import type { Witness } from '../kit/witness.ts';
import { createArchiveConsumer } from './archive/consumer.ts';
import { createHistory } from './archive/history.ts';
import { createRetention } from './archive/retention.ts';
import { createArchiveTable } from './archive/table.ts';
import { type OpenIMContext, type OpenIMParts, openIMContext } from './context.ts';
import { createEnforcement } from './enforcement.ts';
import { createGroupStaff } from './group-staff.ts';
import { createMessageIndex } from './messages/message-index.ts';
import { mediaOf } from './model/media.ts';
import { openimPersonal } from './personal/tables.ts';
import { resolvers } from './resolvers/index.ts';
import type { OpenIM } from './rest/openim.ts';
import { createHeldSending } from './sending/held.ts';
import { createLedger } from './sending/ledger.ts';
import { createSender } from './sending/send.ts';
import { createWitness } from './witness.ts';

export interface OpenIMSubgraph {
  readonly subgraph: Subgraph<OpenIMContext>;
  /** For reports: what the reporter sees. */
  readonly witness: Witness;
  /** Who acts on what OpenIM tells us. */
  readonly consumers: readonly Consumer[];
  /** For what moderators decide. */
  readonly enforcement: Enforcement;
  /** For rules that are tried on what was said. */
  readonly history: MessageHistory;
  /** For who judges files that messages carry. */
  readonly mediaOf: MediaOf;
  /** For rules that make exceptions of a group's owner and admins. */
  readonly readStaff: ReadGroupStaff;
  /** For messages that waited for a moderator. */
  readonly sendHeld: SendHeld;
  stop(): Promise<void>;
}

const SWEEP_MS = 3_600_000;

/** The openim subgraph: OpenIM's users, groups, conversations and messages, as the viewer may see them. */
export async function createOpenIMSubgraph({
  openim,
  stickers,
  audit,
  directory,
  coverage,
  figures,
  pipeline,
  webhooks,
  db,
  log,
}: {
  openim: OpenIM;
  stickers: StickerCatalog;
  audit: AuditLog;
  directory: PeopleDirectory;
  coverage: Coverages;
  figures: Figures;
  pipeline: EventPipeline;
  webhooks: WebhookDesk;
  db: Knex;
  log: Logger;
}): Promise<OpenIMSubgraph> {
  await migrate(db, { schema: 'openim', directory: join(import.meta.dirname, 'migrations') });
  const archive = createArchiveTable(db);
  const index = createMessageIndex(db, archive, log);
  const retention = createRetention(db, audit, log);
  const ledger = createLedger(db);
  const sender = createSender({ openim, ledger });
  const told = { coverage, figures, pipeline, webhooks };
  const parts: OpenIMParts = { ...told, openim, index, stickers, directory, audit, sender, db, retention };
  const sweeping = setInterval(() => {
    ledger.sweep().catch((error: unknown) => log.warn({ err: error }, 'old sends could not be forgotten'));
  }, SWEEP_MS).unref();

  return {
    subgraph: subgraphOf(parts, openimPersonal(db, openim)),
    witness: createWitness((scope) => openIMContext(parts, scope)),
    consumers: [createArchiveConsumer(archive)],
    enforcement: createEnforcement(openim, (scope) => openIMContext(parts, scope)),
    history: createHistory(db),
    mediaOf,
    readStaff: createGroupStaff(openim),
    sendHeld: createHeldSending(openim, sender),
    async stop() {
      clearInterval(sweeping);
      await retention.stop();
      await index.drain();
    },
  };
}

function subgraphOf(parts: OpenIMParts, personal: PersonalData): Subgraph<OpenIMContext> {
  const typeDefs = readSDL('openim');
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return { name: 'openim', typeDefs, schema, contextFor: (scope) => openIMContext(parts, scope), personal };
}
