import type { Consumer, Fact } from '../../kit/events.ts';
import { entryOf, isArchivable } from './entry.ts';
import type { ArchiveTable } from './table.ts';

const KINDS: ReadonlySet<Fact['kind']> = new Set(['MESSAGE_SAVED', 'MESSAGE_REVOKED']);

/** Whatever was said and kept by OpenIM is archived; what was taken back is let go of, whichever is told first. */
export const createArchiveConsumer = (table: ArchiveTable): Consumer => ({
  name: 'archive',
  kinds: KINDS,
  async handle(events) {
    const facts = events.map(({ fact }) => fact);
    const saved = facts.flatMap((fact) => (fact.kind === 'MESSAGE_SAVED' ? [fact.message] : []));
    const archived = saved.filter((message) => isArchivable(message.conversationID, message));
    await table.keep(archived.map((message) => entryOf(message.conversationID, message)));
    const revoked = facts.filter((fact) => fact.kind === 'MESSAGE_REVOKED');
    for (const [conversationID, some] of Map.groupBy(revoked, (fact) => fact.conversationID))
      await table.revoke(
        conversationID,
        some.map(({ seq }) => seq),
      );
  },
});
