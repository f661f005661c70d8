import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { AuditLog } from '../kit/audit.ts';
import type { Coverages } from '../kit/coverage.ts';
import type { EventPipeline } from '../kit/event-pipeline.ts';
import { Fault } from '../kit/fault.ts';
import type { Figures } from '../kit/figures.ts';
import type { PeopleDirectory } from '../kit/people-directory.ts';
import type { RequestScope } from '../kit/request.ts';
import type { StickerCatalog } from '../kit/stickers.ts';
import type { UserViewer } from '../kit/viewer.ts';
import type { WebhookDesk } from '../kit/webhooks.ts';
import type { Retention } from './archive/retention.ts';
import { type ConversationList, createConversationList } from './conversation-list.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { createRecentMessages } from './messages/found.ts';
import type { MessageIndex } from './messages/message-index.ts';
import { createOriginals, type Originals } from './messages/originals.ts';
import { createPull, type Pull } from './messages/pull.ts';
import { createReadMessages } from './messages/read.ts';
import { readByAdmin } from './messages/read-by-admin.ts';
import type { MessageModel } from './model/message.ts';
import { asAdmin, asViewer, type Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';
import type { Sender } from './sending/send.ts';

/** What lives as long as the process. */
export interface OpenIMParts {
  readonly openim: OpenIM;
  readonly index: MessageIndex;
  readonly sender: Sender;
  readonly stickers: StickerCatalog;
  readonly audit: AuditLog;
  readonly directory: PeopleDirectory;
  readonly coverage: Coverages;
  readonly webhooks: WebhookDesk;
  readonly figures: Figures;
  readonly pipeline: EventPipeline;
  /** For the archive of messages, and how long it keeps them. */
  readonly db: Knex;
  readonly retention: Retention;
}

/** What one request of one viewer adds to it. */
export interface OpenIMContext extends OpenIMParts, Loaders {
  readonly scope: RequestScope;
  /** As the viewer. */
  readonly call: Call;
  readonly pull: Pull;
  readonly list: ConversationList;
  /** Where a message is, by `Message.id`; null where nobody has read it yet. */
  readonly seqByID: DataLoader<string, number | null>;
  /** The real message behind a snapshot. */
  readonly originalOf: Originals;
  /** Any message, for an admin; that it was read is recorded before it is told. */
  readonly readByAdmin: DataLoader<string, MessageModel>;
  /** What a user wrote last, for an admin; that it was read is recorded before it is told. */
  readonly recentMessages: DataLoader<string, readonly MessageModel[]>;
  /** The same request, asking for this user with the admin's token: what they would see, for who may look there. */
  eyesOf(userID: string): OpenIMContext;
  /** Messages have changed: what is answered from here on is read anew. */
  forgetMessages(): void;
}

export function openIMContext(
  parts: OpenIMParts,
  scope: RequestScope,
  // The gateway lets nobody this far who is not signed in. If it did, they would be refused here, not asked for as admin.
  call: Call = asViewer(scope.viewer, scope),
): OpenIMContext {
  const { openim, index, directory } = parts;
  const { viewer } = scope;
  const userID = viewer.kind === 'user' ? viewer.id : '';
  const loaders = createLoaders({ openim, viewer, directory, call, adminCall: asAdmin(scope) });
  const read = createReadMessages();
  const pull = createPull({
    ...{ messages: openim.messages, index, userID, call },
    seen: read.note,
  });
  const seqByID = new DataLoader(async (ids: readonly string[]) => {
    const seqs = await index.seqsOf(ids);
    return ids.map((id) => seqs.get(id) ?? null);
  });
  const originalOf = createOriginals({
    ...{ pull, seqByID, conversationByID: loaders.conversationByID },
    seen: read.find,
  });
  const eyes = new Map<string, OpenIMContext>();
  const context: OpenIMContext = {
    ...parts,
    ...loaders,
    scope,
    call,
    pull,
    list: createConversationList({ openim, userID, call, seen: loaders.seen }),
    seqByID,
    originalOf,
    readByAdmin: new DataLoader((ids) => readByAdmin(ids, context)),
    recentMessages: new DataLoader(createRecentMessages({ scope, audit: parts.audit, openim })),
    eyesOf: (id) => {
      const known = eyes.get(id) ?? openIMContext(parts, { ...scope, viewer: asIf(id) }, asAdmin(scope));
      eyes.set(id, known);
      return known;
    },
    forgetMessages: () => {
      read.clear();
      pull.clearAll();
      originalOf.clearAll();
    },
  };
  return context;
}

/** Nobody who signed in: no call goes out with a token of theirs. */
const asIf = (id: string): UserViewer => ({ kind: 'user', id, session: '', device: '', platform: 5 });

/** The user who asks. The gateway lets no anonymous request this far; an admin is told that this is not theirs. */
export function userOf({ scope: { viewer } }: { readonly scope: RequestScope }): UserViewer {
  if (viewer.kind === 'user') return viewer;
  throw new Fault(viewer.kind === 'admin' ? 'USERS_ONLY' : 'SIGNATURE_MISSING');
}
